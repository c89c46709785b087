import { describe, expect, test } from "vitest";
import { addDecimals, compareDecimals, isZero, neighbours, parseDecimal, ratio } from "./decimal";

describe("parseDecimal", () => {
  const cases: [name: string, input: string, language: "en" | "fr", want: string | null][] = [
    ["plain", "12", "en", "12"],
    ["English decimals", "1,234.50", "en", "1234.50"],
    ["French decimals with narrow spaces", "1\u202f234,50", "fr", "1234.50"],
    ["French with a dot", "12.5", "fr", "12.5"],
    ["French with a dot before three digits", "1.234", "fr", "1.234"],
    ["English with a comma that cannot group", "12,5", "en", "12.5"],
    ["English thousands", "12,500", "en", "12500"],
    ["French comma is a decimal mark", "12,500", "fr", "12.500"],
    ["negative", "-500", "en", "-500"],
    ["typographic minus", "−3,5", "fr", "-3.5"],
    ["minus zero is zero", "-0.00", "en", "0.00"],
    ["leading zeros go", "007", "en", "7"],
    ["no digits before the mark", ",5", "fr", "0.5"],
    ["Swiss apostrophes", "1'234.5", "en", "1234.5"],
    ["both marks, last one decides", "1.234,5", "en", "1234.5"],
    ["letters", "12a", "en", null],
    ["empty", "", "en", null],
    ["only a mark", ".", "en", null],
    ["two decimal marks", "1.2.3", "en", null],
    ["bad groups", "12,34.5", "en", null],
  ];
  test.each(cases)("%s: %j in %s", (_name, input, language, want) => {
    expect(parseDecimal(input, language)).toBe(want);
  });
});

test("decimals beyond the reach of floats compare exactly", () => {
  expect(compareDecimals("9007199254740993.1", "9007199254740993.10")).toBe(0);
  expect(compareDecimals("9007199254740993.11", "9007199254740993.1")).toBe(1);
  expect(compareDecimals("-2", "1")).toBe(-1);
});

test("neighbours are the steps counted from the minimum", () => {
  expect(neighbours("507", "500", "10")).toEqual(["500", "510"]);
  expect(neighbours("510", "500", "10")).toEqual(["510", "510"]);
  expect(neighbours("0.37", "0.1", "0.05")).toEqual(["0.35", "0.4"]);
  expect(neighbours("-3", "0", "2")).toEqual(["-4", "-2"]);
});

test("sums are exact", () => {
  expect(addDecimals("0.1", "0.2")).toBe("0.3");
  expect(addDecimals("1", "-1.25")).toBe("-0.25");
});

test("ratios are cut to four decimals", () => {
  expect(ratio("250", "1000")).toBe("0.25");
  expect(ratio("1", "3.0")).toBe("0.3333");
  expect(ratio("-5", "10")).toBe("-0.5");
  expect(ratio("1", "0.00")).toBeNull();
});

test("zero in any form", () => {
  expect(["0", "0.00", "-0"].map(isZero)).toEqual([true, true, true]);
  expect(isZero("0.001")).toBe(false);
});
