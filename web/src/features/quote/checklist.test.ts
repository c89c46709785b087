import { expect, test } from "vitest";
import type { Schema } from "~/api/client";
import { checklist } from "./checklist";

const line = { resolved: { complete: true, valid: true }, price: {} } as Schema["Line"];
const revision = {
  lines: [line],
  quote: { customer: { addresses: [{ code: "main", country: "FR" }] } } as Schema["QuoteHeader"],
  payment_terms: "30 days",
  validity_days: 30,
};
const seller: Schema["Seller"] = {
  name: "Fontaine",
  address: { code: "main", street: "1 rue", city: "Lyon", country: "FR" },
  vat_number: "FR1",
  legal_form: "SAS",
  siret: "1",
  rcs: "Lyon",
};
const gaps = (change: Partial<typeof revision>, who: Partial<Schema["Seller"]> = {}) =>
  checklist({ ...revision, ...change }, { seller: { ...seller, ...who } })
    .filter((c) => !c.done)
    .map((c) => c.id);

test("a quote that may go out has no gaps", () => {
  expect(gaps({})).toEqual([]);
});

test("every gap is named", () => {
  const bare = { ...revision, quote: { customer: {} } as Schema["QuoteHeader"] };
  expect(gaps({ ...bare, payment_terms: "", lines: [] })).toEqual(["lines", "address", "terms"]);
  expect(
    gaps({ lines: [{ ...line, resolved: { ...line.resolved, complete: false }, price: { ...line.price, on_request: true } }] }),
  ).toEqual(["complete", "prices"]);
});

test("a French seller owes more mentions than others", () => {
  expect(gaps({}, { rcs: undefined })).toEqual(["seller"]);
  expect(gaps({}, { rcs: undefined, address: { ...seller.address, country: "DE" } })).toEqual([]);
});
