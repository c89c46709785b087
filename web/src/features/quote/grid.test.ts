import { describe, expect, test } from "vitest";
import { type Column, move, nextTyped, reorder, startsTyping } from "./grid";

const columns: Column[] = ["select", "item", "quantity", "discount", "net"];

describe("move", () => {
  test("stays inside", () => {
    expect(move({ row: 0, column: "select" }, "ArrowUp", false, 3, columns)).toEqual({ row: 0, column: "select" });
    expect(move({ row: 2, column: "net" }, "ArrowRight", false, 3, columns)).toEqual({ row: 2, column: "net" });
  });
  test("jumps", () => {
    expect(move({ row: 1, column: "quantity" }, "End", false, 3, columns)).toEqual({ row: 1, column: "net" });
    expect(move({ row: 1, column: "quantity" }, "Home", true, 3, columns)).toEqual({ row: 0, column: "select" });
    expect(move({ row: 1, column: "quantity" }, "PageDown", false, 300, columns)).toEqual({ row: 11, column: "quantity" });
  });
  test("other keys do not move", () => {
    expect(move({ row: 1, column: "quantity" }, "a", false, 3, columns)).toBeUndefined();
  });
});

test("Tab goes over the end of a row to the next typed cell", () => {
  expect(nextTyped({ row: 0, column: "discount" }, false, 2, columns)).toEqual({ row: 1, column: "quantity" });
  expect(nextTyped({ row: 1, column: "quantity" }, true, 2, columns)).toEqual({ row: 0, column: "discount" });
  expect(nextTyped({ row: 1, column: "discount" }, false, 2, columns)).toBeUndefined();
  expect(nextTyped({ row: 0, column: "quantity" }, true, 2, columns)).toBeUndefined();
});

test("a line moves one place, and no further than the ends", () => {
  expect(reorder(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(reorder(["a", "b", "c"], "c", 1)).toBeUndefined();
});

test("typing digits and discount marks starts an edit", () => {
  expect(["1", "=", "-", ","].every((k) => startsTyping(k, false))).toBe(true);
  expect(startsTyping("a", false)).toBe(false);
  expect(startsTyping("1", true)).toBe(false);
});
