import { afterEach, expect, test } from "vitest";
import { switchLocale } from "~/lib/locale";
import { answerText } from "./Answer";
import { stepText } from "./Funnel";
import { concernOf } from "./Health";
import { verdictOf } from "./People";
import { bandName } from "./Price";

afterEach(() => switchLocale("en"));

const parts = {
  intake: { k: 10, n: 10, value: "1120000" },
  before: { k: 9, n: 9, value: "1000000" },
  landing: { k: 10, n: 4, value: "1400000", low: "1300000", high: "1500000" },
  attainment: { k: 10, n: 10, value: "0.7", reference: "1600000" },
  currency: "EUR",
  compare: "year",
  over: false,
} as const;

test("the answer in one sentence", () => {
  expect(answerText(parts)).toBe(
    "Orders stand at €1.12M, 12% above the same days last year, and should end the period at €1.4M, 87.5% of the target of €1.6M (in 8 of 10 cases between €1.3M and €1.5M).",
  );
  expect(answerText({ ...parts, before: { k: 9, n: 9, value: "1400000" }, attainment: undefined, landing: undefined })).toBe(
    "Orders stand at €1.12M, 20% below the same days last year.",
  );
  expect(answerText({ ...parts, over: true, compare: "none" })).toBe("Orders stand at €1.12M: 70% of the target of €1.6M.");
  expect(answerText({ ...parts, intake: { k: 0, n: 0, note: "no-rows" } })).toBe("No orders and no quotes in this period.");
});

test("the answer in French", () => {
  switchLocale("fr");
  expect(answerText({ ...parts, landing: undefined, attainment: undefined }).replaceAll(/\s/g, " ")).toBe(
    "Les commandes atteignent 1,12 M €, 12 % au-dessus de celles des mêmes jours l’an dernier.",
  );
});

test("a step of few cases is k of n", () => {
  expect(stepText({ k: 4, n: 20 }, { k: 8, n: 20 })).toBe("4 of 8");
  expect(stepText({ k: 30, n: 80 }, { k: 40, n: 80 })).toBe("75%");
  expect(stepText({ k: 30, n: 80 }, undefined)).toBe("–");
});

test("what is missing is the rest of the cases", () => {
  expect(concernOf({ k: 30, n: 40, value: "0.75" }, true)).toEqual({ k: 10, share: 0.25 });
  expect(concernOf({ k: 2, n: 5, note: "too-few" }, true)).toEqual({ k: 3, share: undefined });
});

test("people are judged by chance alone, and not at all on few quotes", () => {
  const limits = { low: "0.3", high: "0.5" };
  expect(verdictOf({ k: 4, n: 9, ...limits })).toBe("few");
  expect(verdictOf({ k: 20, n: 50, ...limits })).toBe("within");
  expect(verdictOf({ k: 10, n: 50, ...limits })).toBe("below");
  expect(verdictOf({ k: 40, n: 50, ...limits })).toBe("above");
});

test("bands of discount have their names", () => {
  expect([bandName("<1%", "1%-"), bandName("5%-", "10%-"), bandName("30%-", undefined)]).toEqual(["under 1%", "5% to 10%", "30% and over"]);
});
