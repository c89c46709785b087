import type { Issue } from "~/api/problem";
import { m } from "~/paraglide/messages.js";

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
  const words = (issue.kind === "mention-missing" ? byPointer[issue.pointer ?? ""] : byKind[issue.kind])?.() ?? issue.message;
  const line = /^\/lines\/(\d+)/.exec(issue.pointer ?? "")?.[1];
  return line === undefined ? words : m.issue_on_line({ number: Number(line) + 1, words });
}
