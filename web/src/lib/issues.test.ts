import { afterEach, expect, test } from "vitest";
import { issueText, issueTexts } from "./issues";
import { switchLocale } from "./locale";

afterEach(() => switchLocale("en"));

test("a known kind speaks the reader's language and names the line", () => {
  switchLocale("fr");
  expect(issueText({ kind: "configuration-incomplete", pointer: "/lines/2/picks", message: "the configuration is not complete" })).toBe(
    "Ligne 3 : la configuration est incomplète",
  );
});

test("what keeps a line from being priced is told in the reader's language", () => {
  const kinds = [
    "missing-price",
    "missing-rate",
    "missing-tax",
    "currency-mismatch",
    "division-by-zero",
    "missing-attribute",
    "circular-percent-of",
    "base-incomplete",
    "outside-matrix",
    "overflow",
    "price-on-request",
  ];
  switchLocale("fr");
  const told = kinds.map((kind) => issueText({ kind, pointer: "/lines/0", message: "in English" }));
  expect(new Set(told).size).toBe(kinds.length);
  for (const text of told) expect(text).toMatch(/^Ligne 1 : (?!in English)/);
});

test("a missing mention is told by its field", () => {
  expect(issueText({ kind: "mention-missing", pointer: "/payment_terms", message: "x" })).toBe("The payment terms are missing");
});

test("an unknown kind keeps the server's words", () => {
  expect(issueText({ kind: "new-kind", message: "something new" })).toBe("something new");
});

test("what is said of several lines is said once", () => {
  const price = (line: number) => ({ kind: "missing-price", pointer: `/lines/${line - 1}/price`, message: "x" });
  const issues = [
    price(9),
    price(1),
    price(3),
    { kind: "customer-missing", pointer: "/customer", message: "x" },
    price(4),
    price(5),
    price(5),
  ];
  expect(issueTexts(issues)).toEqual(["Lines 1, 3–5, and 9: there is no price", issueText(issues[3]!)]);
  expect(issueTexts([price(2)])).toEqual(["Line 2: there is no price"]);
  expect(issueTexts([price(2), { kind: "missing-price", message: "x" }])).toEqual(["there is no price", "Line 2: there is no price"]);
  switchLocale("fr");
  expect(issueTexts([price(2), price(1)])).toEqual([`Lignes 1 et 2 : ${issueText({ kind: "missing-price", message: "x" })}`]);
});
