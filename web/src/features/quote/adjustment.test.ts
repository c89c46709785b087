import { describe, expect, test } from "vitest";
import { adjustmentInput, adjustmentText, parseAdjustment } from "./adjustment";

describe("parseAdjustment", () => {
  const cases: [input: string, language: "en" | "fr", want: ReturnType<typeof parseAdjustment>][] = [
    ["12", "en", { kind: "percent", value: "12" }],
    ["12%", "en", { kind: "percent", value: "12" }],
    ["12,5 %", "fr", { kind: "percent", value: "12.5" }],
    ["-12%", "en", { kind: "percent", value: "12" }],
    ["-500", "en", { kind: "amount", value: "500" }],
    ["−1 250,50 €", "fr", { kind: "amount", value: "1250.50" }],
    ["=990", "en", { kind: "target", value: "990" }],
    ["= 1,990.00", "en", { kind: "target", value: "1990.00" }],
    ["=0", "en", { kind: "target", value: "0" }],
    ["", "en", null],
    ["0", "en", null],
    ["0 %", "fr", null],
    ["-0", "en", null],
    ["101", "en", undefined],
    ["abc", "en", undefined],
    ["=", "en", undefined],
    ["=-5", "en", undefined],
    ["--5", "en", undefined],
  ];
  test.each(cases)("%j in %s", (input, language, want) => {
    expect(parseAdjustment(input, language)).toEqual(want);
  });

  test("what is shown for editing is read back as the same", () => {
    for (const kind of ["percent", "amount", "target"] as const) {
      for (const language of ["en", "fr"] as const) {
        const adjustment = { kind, value: "12.5" };
        expect(parseAdjustment(adjustmentInput(adjustment, language), language)).toEqual(adjustment);
      }
    }
  });
});

test("in words", () => {
  expect(adjustmentText({ kind: "percent", value: "12.5" }, "EUR")).toBe("12.5%");
  expect(adjustmentText({ kind: "amount", value: "500" }, "EUR")).toBe("−€500.00");
  expect(adjustmentText({ kind: "target", value: "990" }, "EUR")).toBe("= €990.00");
  expect(adjustmentText(undefined, "EUR")).toBe("");
});
