import type { Issue } from "~/api/problem";
import { m } from "~/paraglide/messages.js";
import { list } from "./format";

const byKind: Record<string, () => string> = {
  "configuration-incomplete": m.issue_incomplete,
  "configuration-conflict": m.issue_conflict,
  "price-on-request": m.issue_on_request,
  "missing-price": m.issue_missing_price,
  "unknown-item": m.issue_unknown_item,
  "unknown-model": m.issue_unknown_item,
  "model-unusable": m.issue_model_unusable,
  "below-floor": m.issue_below_floor,
  "offer-ended": m.issue_ended,
  "price-ended": m.issue_ended,
  ended: m.issue_ended,
  "amount-unconfirmed": m.issue_unconfirmed,
  "approval-missing": m.issue_approval_missing,
  "exceeds-remaining": m.issue_exceeds,
  "invalid-quantity": m.quantity_wrong,
  "invalid-adjustment": m.discount_wrong,
  "customer-missing": m.customer_missing,
  "missing-rate": m.issue_missing_rate,
  "missing-tax": m.issue_missing_tax,
  "currency-mismatch": m.issue_currency,
  "division-by-zero": m.issue_division,
  "missing-attribute": m.issue_missing_attribute,
  "circular-percent-of": m.issue_circular,
  "base-incomplete": m.issue_base_incomplete,
  "outside-matrix": m.issue_outside_matrix,
  overflow: m.issue_overflow,
  "alternative-choice": m.issue_alternative,
  "negative-price": m.issue_negative_price,
  "not-discountable": m.issue_not_discountable,
  "nothing-to-discount": m.issue_nothing_to_discount,
  "discount-exceeds-total": m.issue_discount_too_large,
  "unknown-column": m.issue_unknown_column,
  "duplicate-column": m.issue_duplicate_column,
  "missing-column": m.issue_missing_column,
  "extra-cell": m.issue_extra_cell,
  "empty-table": m.issue_empty_table,
  "too-many-lines": m.issue_too_many_lines,
  "wrong-value": m.issue_wrong_value,
  "quantity-precision": m.issue_quantity_precision,
  "address-unknown": m.issue_address_unknown,
  "contact-not-found": m.issue_contact_unknown,
  "duplicate-section": m.issue_duplicate_section,
  "purchase-reason-unknown": m.issue_purchase_reason,
  "evidence-missing": m.issue_evidence,
};

const byPointer: Record<string, () => string> = {
  "/seller/name": m.mention_seller_name,
  "/seller/address": m.mention_seller_address,
  "/seller/vat_number": m.mention_seller_vat,
  "/seller/legal_form": m.mention_seller_form,
  "/seller/siret": m.mention_seller_siret,
  "/seller/rcs": m.mention_seller_rcs,
  "/customer/addresses": m.mention_customer_address,
  "/payment_terms": m.mention_payment_terms,
  "/validity_days": m.mention_validity,
};

/**
 * A finding in the reader's language, with the line it is about. Kinds without
 * words of ours keep the server's.
 */
export function issueText(issue: Issue): string {
  return onLines(issueWords(issue), lineOf(issue));
}

/** Findings in the reader's language; what is said of several lines is said once. */
export function issueTexts(issues: readonly Issue[]): string[] {
  const told = new Map<string, (number | undefined)[]>();
  for (const issue of issues) {
    const words = issueWords(issue);
    told.set(words, [...(told.get(words) ?? []), lineOf(issue)]);
  }
  return [...told].flatMap(([words, lines]) => {
    const numbers = [...new Set(lines.filter((n) => n !== undefined))].sort((a, b) => a - b);
    return [...(lines.includes(undefined) ? [words] : []), ...(numbers.length > 0 ? [onLines(words, ...numbers)] : [])];
  });
}

/** What is wrong in the reader's language, without where. */
export function issueWords(issue: Issue): string {
  return (issue.kind === "mention-missing" ? byPointer[issue.pointer ?? ""] : byKind[issue.kind])?.() ?? issue.message;
}

/** The number of the line that a finding is about, counted from 1. */
function lineOf({ pointer }: Issue): number | undefined {
  const line = /^\/lines\/(\d+)/.exec(pointer ?? "")?.[1];
  return line === undefined ? undefined : Number(line) + 1;
}

function onLines(words: string, ...lines: (number | undefined)[]): string {
  const numbers = lines.filter((n) => n !== undefined);
  if (numbers.length === 0) return words;
  if (numbers.length === 1) return m.issue_on_line({ number: numbers[0]!, words });
  return m.issue_on_lines({ numbers: list(runs(numbers)), words });
}

/** Ascending numbers with three or more in a row as "5–8". */
function runs(numbers: readonly number[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < numbers.length; i++) {
    const from = i;
    while (numbers[i + 1] === numbers[i]! + 1) i++;
    if (i - from > 1) out.push(`${numbers[from]}–${numbers[i]}`);
    else out.push(...numbers.slice(from, i + 1).map(String));
  }
  return out;
}
