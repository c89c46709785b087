import { expect, test } from "vitest";
import { lastDay, periodOf, yearBefore } from "./period";

const now = new Date(2026, 10, 23, 12);

test.each([
  ["month", "2026-11-01", "2026-12-01"],
  ["last_month", "2026-10-01", "2026-11-01"],
  ["quarter", "2026-10-01", "2027-01-01"],
  ["year", "2026-01-01", "2027-01-01"],
  ["months_12", "2025-12-01", "2026-12-01"],
  ["months_24", "2024-12-01", "2026-12-01"],
] as const)("%s", (span, from, to) => {
  expect(periodOf(span, now)).toEqual({ from, to });
});

test("one year earlier, leap day included", () => {
  expect(yearBefore({ from: "2024-02-29", to: "2024-03-01" })).toEqual({ from: "2023-02-28", to: "2023-03-01" });
});

test("the last day is the one before the end", () => {
  expect(lastDay({ from: "2026-11-01", to: "2026-12-01" })).toBe("2026-11-30");
});
