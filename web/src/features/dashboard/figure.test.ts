import { expect, test } from "vitest";
import { basisText, gapsText, valueText } from "./figure";

test("a share of few cases is no percentage", () => {
  const few = { k: 2, n: 7, note: "too-few" as const };
  expect(valueText({ unit: "rate" }, few, "EUR")).toBe("2 of 7");
  expect(basisText({ unit: "rate" }, few)).toBe("Fewer than 10 cases: no percentage");
});

test("a share carries its cases and interval", () => {
  const figure = { value: "0.317", low: "0.26", high: "0.38", k: 65, n: 205 };
  expect(valueText({ unit: "rate" }, figure, "EUR")).toBe("31.7%");
  expect(basisText({ unit: "rate" }, figure)).toBe("65 of 205 · 95% between 26% and 38%");
});

test("money in tiles is short, elsewhere exact", () => {
  const figure = { value: "1234567.89", k: 0, n: 12 };
  expect(valueText({ unit: "money" }, figure, "EUR", true)).toBe("€1.23M");
  expect(valueText({ unit: "money" }, figure, "EUR")).toBe("€1,234,567.89");
});

test("nothing to say is said as such", () => {
  expect(valueText({ unit: "money" }, { k: 0, n: 0, note: "no-rows" }, "EUR")).toBe("–");
  expect(basisText({ unit: "rate" }, { k: 0, n: 0, note: "no-rows" })).toBe("Nothing in this period");
});

test("amounts without a rate are named, each in its currency", () => {
  expect(gapsText({ k: 0, n: 3, gaps: [{ currency: "TND", n: 2, amount: "12.5" }] })).toEqual([
    "Left out, no exchange rate: TND 12.500".replace("TND ", "TND\u00a0"),
  ]);
});
