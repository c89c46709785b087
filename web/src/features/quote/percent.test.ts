import { expect, test } from "vitest";
import { fromPercent, toPercent } from "./percent";

test.each([
  ["12.5", "0.125"],
  ["15", "0.15"],
  ["100", "1"],
  ["5", "0.05"],
  ["0", "0"],
  ["-2.25", "-0.0225"],
  ["249.9994274328", "2.499994274328"],
])("%s %% is the share %s", (percent, share) => {
  expect(fromPercent(percent)).toBe(share);
  expect(toPercent(share)).toBe(percent);
});
