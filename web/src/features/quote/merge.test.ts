import { expect, test } from "vitest";
import type { Schema } from "~/api/client";
import { conflicting } from "./merge";

const line = (id: string, position: number, quantity = "1"): Schema["Line"] =>
  ({ id, position, quantity, picks: [] }) as unknown as Schema["Line"];

const before = { lines: [line("a", 1), line("b", 2)] };

test("edits of lines that nobody else touched go through", () => {
  const now = { lines: [line("a", 1), line("b", 2, "5"), line("c", 3)] };
  expect(conflicting(before, now, { change: [{ id: "a", quantity: "2" }] })).toEqual([]);
  expect(conflicting(before, now, { add: [{ item: "X", quantity: "1" }] })).toEqual([]);
});

test("edits of a line that somebody changed or removed clash", () => {
  expect(conflicting(before, { lines: [line("a", 1), line("b", 2, "5")] }, { change: [{ id: "b", quantity: "3" }] })).toEqual([2]);
  expect(conflicting(before, { lines: [line("a", 1)] }, { remove: ["b"] })).toEqual([2]);
});

test("a new price alone is no clash", () => {
  const repriced = { lines: [{ ...line("a", 1), price: { net: "9" } } as Schema["Line"], line("b", 2)] };
  expect(conflicting(before, repriced, { change: [{ id: "a", quantity: "2" }] })).toEqual([]);
});

test("a new order clashes when a line is gone", () => {
  expect(conflicting(before, { lines: [line("a", 1)] }, { order: ["b", "a"] })).toEqual([2]);
});
