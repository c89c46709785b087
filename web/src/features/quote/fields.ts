import { m } from "~/paraglide/messages.js";
import { amount, day, decimal, percent } from "~/lib/format";

/*
 * The words for the names that the server uses: fields that differ, steps of a
 * price, and the variables that approval rules read.
 */

const fields: Record<string, () => string> = {
  currency: m.edited_currency,
  language: m.edited_language,
  as_of: m.as_of,
  validity_days: m.field_validity_days,
  valid_until: m.field_valid_until,
  payment_terms: m.payment_terms,
  delivery_terms: m.delivery_terms,
  incoterm: m.field_incoterm,
  term_months: m.field_term_months,
  ship_to: m.field_ship_to,
  bill_to: m.field_bill_to,
  discount: m.quote_discount,
  cover: m.field_cover,
  payment_schedule: m.field_payment_schedule,
  sections: m.field_sections,
  item: m.line_item,
  model: m.field_model,
  model_version: m.field_model_version,
  special: m.line_special,
  quantity: m.quantity,
  optional: m.line_optional,
  alternative: m.line_alternative,
  proposed: m.line_proposed,
  manual: m.line_discount,
  start: m.field_start,
  end: m.field_end,
  ramp: m.field_ramp,
  price_kept: m.field_price_kept,
  site: m.field_site,
  note: m.field_note,
  unit_net: m.line_unit_net,
  title: m.field_title,
  source: m.source,
  campaign: m.field_campaign,
  expected_close: m.field_expected_close,
  follow_up: m.follow_up,
  main_variant: m.field_main_variant,
  attachment: m.attachment,
};

/** The words for a field that differs: "Quantity", "Option: motor". */
export function fieldName(field: string): string {
  const option = /^options\/(.+)$/.exec(field)?.[1];
  return option ? m.field_option({ path: option }) : (fields[field]?.() ?? field);
}

const dates = new Set(["start", "end", "as_of", "valid_until", "expected_close", "follow_up"]);
const truths = new Set(["optional", "proposed", "price_kept"]);

/** The value of a field that differs, as people read it. */
export function fieldValue(field: string, value: string | undefined, currency: string): string {
  if (value === undefined || value === "") return "–";
  if (dates.has(field)) return day(value);
  if (truths.has(field)) return value === "yes" || value === "true" ? m.yes() : m.no();
  if (field === "unit_net") return amount(value, currency);
  if (field === "quantity") return decimal(value);
  if (field === "model_version") return value.slice(-7);
  if (field === "attachment") return value.replace(/ \(sha256 [0-9a-f]+\)/, "");
  return value;
}

const steps: Record<string, () => string> = {
  list: m.step_list,
  selection: m.step_selection,
  options: m.step_selection,
  tier: m.step_tier,
  agreed: m.step_agreed,
  promotion: m.step_promotion,
  manual: m.step_manual,
  section: m.step_section,
  quote: m.step_quote,
  charges: m.step_charges,
  term: m.field_term_months,
  rounding: m.step_rounding,
  net: m.line_net,
  other: m.step_other,
};

/** The words for a step of the price: "Quantity tier". */
export function stepName(code: string): string {
  return steps[code]?.() ?? code;
}

const variables: Record<string, [() => string, "share" | "money" | "number"]> = {
  discretionary_discount: [m.variable_discretionary, "share"],
  "max_line.discretionary_discount": [m.variable_max_line, "share"],
  total_discount: [m.variable_total_discount, "share"],
  "max_line.total_discount": [m.variable_max_line_total, "share"],
  margin: [m.line_margin, "share"],
  net: [m.total_net, "money"],
  total: [m.total_tcv, "money"],
  validity_days: [m.field_validity_days, "number"],
  term_months: [m.field_term_months, "number"],
};

/** The words for what an approval rule read. */
export function variableName(name: string): string {
  return variables[name]?.[0]() ?? name;
}

/** Its value: a share as percent, an amount in the currency. */
export function variableValue(name: string, value: string, currency: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  switch (variables[name]?.[1]) {
    case "share":
      return percent(value);
    case "money":
      return amount(value, currency);
    default:
      return decimal(value);
  }
}

/** Whether a variable is a share, which people type in percent. */
export function isShare(name: string): boolean {
  return variables[name]?.[1] === "share";
}
