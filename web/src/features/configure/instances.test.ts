import { expect, test } from "vitest";
import type { Pick } from "./decisions";
import { addInstance, copyInstance, freshInstance, instancesOf } from "./instances";
import type { AttributeState } from "./model";

const state = (path: string): [string, AttributeState] => [path, { path } as AttributeState];
const set = (path: string, value: string): Pick => ({ path, op: "set", value });

test("instances are found once each, nested parts apart", () => {
  const states = new Map([state("boxes"), state("boxes/b1"), state("boxes/b1/size"), state("boxes/b2/size"), state("boxesize")]);
  expect(instancesOf(states, "boxes")).toEqual(["b1", "b2"]);
});

test("an id is never given twice, not even that of a removed instance's decisions", () => {
  expect(freshInstance("boxes", ["b1"], [set("boxes/b2/size", "l")])).toBe("b3");
  expect(freshInstance("line/l1/rollers", [], [])).toBe("r1");
});

test("a copy is decided like its original, inside included", () => {
  const picks = [
    ...addInstance([], "boxes", "b1"),
    set("boxes/b1/size", "l"),
    set("boxes/b1/parts/p1/kind", "x"),
    set("boxes/b10/size", "s"),
  ];
  expect(copyInstance(picks, "boxes", "b1", "b2").slice(picks.length)).toEqual([
    set("boxes/b2", "true"),
    set("boxes/b2/size", "l"),
    set("boxes/b2/parts/p1/kind", "x"),
  ]);
});

test("a required instance that nobody decided stays when another one is added", () => {
  expect(addInstance([set("drives/1/size", "l")], "drives", "d1", ["1", "2"])).toEqual([
    set("drives/1/size", "l"),
    set("drives/2", "true"),
    set("drives/d1", "true"),
  ]);
});
