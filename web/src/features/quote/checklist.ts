import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";

export type Check = { id: "lines" | "complete" | "prices" | "address" | "terms" | "validity" | "seller"; label: string; done: boolean };

/**
 * What a quote needs before it may go out, as far as the browser can tell; the
 * server checks again and has the last word.
 */
export function checklist(
  revision: Pick<Revision, "lines" | "quote" | "payment_terms" | "validity_days" | "valid_until" | "issues">,
  settings: Pick<Schema["Settings"], "seller">,
): Check[] {
  const { seller } = settings;
  const french = seller.address.country === "FR";
  const sellerDone = Boolean(
    seller.name &&
    seller.address.street &&
    seller.address.city &&
    seller.vat_number &&
    (!french || (seller.legal_form && (seller.siren || seller.siret) && seller.rcs)),
  );
  return [
    { id: "lines", label: m.check_lines(), done: revision.lines.length > 0 },
    { id: "complete", label: m.check_complete(), done: revision.lines.every((l) => l.resolved.complete && l.resolved.valid) },
    { id: "prices", label: m.check_prices(), done: revision.lines.every((l) => !l.price.on_request) },
    { id: "address", label: m.check_address(), done: (revision.quote.customer.addresses ?? []).length > 0 },
    { id: "terms", label: m.check_terms(), done: Boolean(revision.payment_terms) },
    { id: "validity", label: m.check_validity(), done: revision.validity_days > 0 || Boolean(revision.valid_until) },
    { id: "seller", label: m.check_seller(), done: sellerDone },
  ];
}
