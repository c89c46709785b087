import { expect, test } from "vitest";
import { type AttributeState, forcedChanges, type State, statusOf } from "./model";

const attribute = (path: string, value: string, more: Partial<AttributeState> = {}) =>
  ({ path, value, type: "choice", active: true, visible: true, ...more }) as AttributeState;
const state = (...attributes: AttributeState[]) => ({ attributes }) as State;

test("what rules changed is said; what was asked for, and what is computed, is not", () => {
  const before = state(attribute("frame", "steel"), attribute("fork", "rigid"), attribute("weight", "14", { computed: true }));
  const after = state(attribute("frame", "carbon"), attribute("fork", "carbon"), attribute("weight", "11", { computed: true }));
  expect(forcedChanges(before, after, new Set(["frame"]))).toEqual([{ path: "fork", before: "rigid", after: "carbon" }]);
});

test("what only the present value excludes can replace it; what a rule excludes, or a full set, cannot", () => {
  const frame = attribute("frame", "carbon");
  const excluded = (more: object) => ({ value: "steel", status: "excluded" as const, ...more });
  expect(statusOf(frame, excluded({ because: ["frame"] }))).toBe("available");
  expect(statusOf(frame, excluded({ by: ["rim-carbon"], because: ["frame"] }))).toBe("excluded");
  expect(statusOf(frame, excluded({ because: ["motor"] }))).toBe("excluded");
  expect(statusOf({ ...frame, type: "multi" }, excluded({ because: ["frame"] }))).toBe("excluded");
});
