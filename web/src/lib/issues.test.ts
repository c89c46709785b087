import { afterEach, expect, test } from "vitest";
import { issueText } from "./issues";
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
