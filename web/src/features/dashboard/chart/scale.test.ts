import { expect, test } from "vitest";
import { place } from "./Dots";
import { funnelLimits, linear, stairs, ticks } from "./scale";
import { spansOf } from "./Steps";

test("a scale maps its domain, even one without extent", () => {
  expect(linear([0, 10], [100, 0])(5)).toBe(50);
  expect(linear([3, 3], [0, 100])(3)).toBe(0);
});

test.each([
  [0, 532_000, 4, [0, 200_000, 400_000, 600_000]],
  [0, 0.73, 4, [0, 0.2, 0.4, 0.6, 0.8]],
  [-5, 12, 4, [-5, 0, 5, 10, 15]],
  [0, 90, 6, [0, 20, 40, 60, 80, 100]],
])("round ticks from %d to %d", (min, max, count, want) => {
  expect(ticks(min, max, count)).toEqual(want);
});

test("a staircase keeps each value until the next", () => {
  expect(
    stairs([
      [0, 9],
      [5, 7],
      [8, 2],
    ]),
  ).toBe("M0,9H5V7H8V2");
});

test("the limits of a funnel are those of the service", () => {
  const { inner } = funnelLimits(238 / 627, 156);
  expect(inner[0]).toBeCloseTo(0.303433, 5);
  expect(inner[1]).toBeCloseTo(0.455737, 5);
  expect(funnelLimits(0.4, 2).outer).toEqual([0, 1]);
});

test("steps hang where the one before ended, totals stand on the base", () => {
  const kinds = ["total", "step", "step", "total", "expected"] as const;
  const amounts = [100, 30, -50, 80, 20];
  expect(spansOf(amounts.map((amount, i) => ({ amount, kind: kinds[i]! })))).toEqual([
    [0, 100],
    [100, 130],
    [130, 80],
    [0, 80],
    [80, 100],
  ]);
});

test("names beside marks do not cover each other", () => {
  const placed = place([10, 12, 14, 200].map((y) => ({ x: 50, y, width: 60, leftwards: false })));
  const near = placed
    .slice(0, 3)
    .map((p) => p.y)
    .sort((a, b) => a - b);
  expect(near[1]! - near[0]!).toBeGreaterThanOrEqual(15);
  expect(near[2]! - near[1]!).toBeGreaterThanOrEqual(15);
  expect(placed[3]).toEqual({ start: 61, y: 200 });
});
