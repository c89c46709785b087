import { afterEach, describe, expect, test } from "vitest";
import { amount, compactMoney, day, list, moment, money, percent, percentPoints, relative, signedMoney } from "./format";
import { switchLocale } from "./locale";

afterEach(() => switchLocale("en"));

describe("money", () => {
  test("French groups with U+202F and puts U+00A0 before the symbol", () => {
    switchLocale("fr");
    expect(money("1234.5", "EUR")).toBe("1\u202f234,50\u00a0€");
  });

  test("English", () => {
    expect(money("1234.5", "EUR")).toBe("€1,234.50");
    expect(money("1234.5", "USD")).toBe("$1,234.50");
  });

  test("minor units follow the currency", () => {
    expect(money("1234", "JPY")).toBe("¥1,234");
    expect(amount("1.5", "TND")).toBe("1.500");
  });

  test("digits beyond a float stay as they are", () => {
    expect(amount("90071992547409931.27", "EUR")).toBe("90,071,992,547,409,931.27");
  });

  test("differences carry their sign, zero carries none", () => {
    expect(signedMoney("1200", "EUR")).toBe("+€1,200.00");
    expect(signedMoney("-300", "EUR")).toBe("-€300.00");
    expect(signedMoney("0", "EUR")).toBe("€0.00");
  });

  test("tiles", () => {
    expect(compactMoney("1234567.89", "EUR")).toBe("€1.23M");
  });
});

test("shares and percentages", () => {
  expect(percent("0.1825")).toBe("18.3%");
  expect(percentPoints("12.5")).toBe("12.5%");
  switchLocale("fr");
  expect(percentPoints("12.5")).toBe("12,5\u00a0%");
});

test("a date has no zone", () => {
  expect(day("2026-01-01")).toBe("1 Jan 2026");
  switchLocale("fr");
  expect(day("2026-01-01")).toBe("1er janv. 2026");
  expect(day("2026-01-11")).toBe("11 janv. 2026");
  expect(moment("2026-01-01T12:00:00")).toMatch(/^1er janv\. 2026/);
});

test("relative times take the largest whole unit", () => {
  const now = new Date("2026-03-10T12:00:00Z");
  expect(relative("2026-03-07T12:00:00Z", now)).toBe("3 days ago");
  expect(relative("2026-03-10T14:30:00Z", now)).toBe("in 2 hours");
  expect(relative("2026-03-10T12:00:10Z", now)).toBe("this minute");
});

test("lists", () => {
  switchLocale("fr");
  expect(list(["a", "b", "c"])).toBe("a, b et c");
});
