import { beforeEach, expect, test } from "vitest";
import type { AttributeState } from "./model";
import { compareStates, freeLetter, loadVariants, saveVariants } from "./variants";

const state = (path: string, value: string | null, more: Partial<AttributeState> = {}) =>
  ({ path, value, type: "choice", active: true, visible: true, ...more }) as AttributeState;

beforeEach(() => localStorage.clear());

test("a part differs where one configuration holds another value, or does not have it", () => {
  const rows = compareStates([
    [state("frame", "steel"), state("motor", "none"), state("hidden", "x", { visible: false })],
    [state("frame", "steel"), state("motor", "hub"), state("battery", "b400"), state("hidden", "y", { visible: false })],
  ]);
  expect(rows.map((r) => [r.path, r.differs])).toEqual([
    ["frame", false],
    ["motor", true],
    ["battery", true],
  ]);
});

test("several chosen values are compared as a whole", () => {
  const extras = (...selected: string[]) => [state("extras", null, { type: "multi", selected })];
  expect(compareStates([extras("bell", "rack"), extras("bell")])[0]?.differs).toBe(true);
  expect(compareStates([extras("bell", "rack"), extras("bell", "rack")])[0]?.differs).toBe(false);
});

test("a letter is free again once its variant is forgotten", () => {
  const variants = ["A", "B", "C"].map((letter) => ({ letter, picks: [] }));
  expect(freeLetter(variants)).toBe("D");
  expect(freeLetter(variants.slice(1))).toBe("A");
});

test("variants are kept by model, and what is not one is passed over", () => {
  saveVariants("bike", [{ letter: "A", picks: [{ path: "frame", op: "set", value: "steel" }] }]);
  expect(loadVariants("bike")).toHaveLength(1);
  expect(loadVariants("conveyor")).toEqual([]);
  localStorage.setItem("quotient.variants.bike", '[{"letter":1},"x"]');
  expect(loadVariants("bike")).toEqual([]);
  saveVariants("bike", []);
  expect(localStorage.getItem("quotient.variants.bike")).toBeNull();
});
