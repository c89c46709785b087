import { expect, test } from "vitest";
import type { Schema } from "~/api/client";
import { copyOf, foreseen, isEmpty, merge, settle } from "./merge";

type Line = Schema["Line"];
const line = (id: string, position: number, more: Partial<Line> = {}): Line =>
  ({ id, position, item: "X", quantity: "1", picks: [], ...more }) as unknown as Line;

const before = { lines: [line("a", 1), line("b", 2)] };
const now = (...lines: Line[]) => ({ lines });

test("what nobody else touched is stored as it was typed", () => {
  const theirs = now(line("a", 1), line("b", 2, { quantity: "5" }), line("c", 3));
  const change = { edits: { change: [{ id: "a", quantity: "2" }], add: [{ id: "n", item: "Y", quantity: "1" }] } };
  expect(merge(before, theirs, change)).toEqual({ change, clashes: [] });
});

test("two people in different fields of one line both keep their work", () => {
  const theirs = now(line("a", 1, { quantity: "7" }), line("b", 2));
  const { change, clashes } = merge(before, theirs, { edits: { change: [{ id: "a", manual: { kind: "percent", value: "5" } }] } });
  expect(clashes).toEqual([]);
  expect(change.edits?.change).toEqual([{ id: "a", manual: { kind: "percent", value: "5" } }]);
});

test("the same field is a clash, and either side may be taken", () => {
  const theirs = now(line("a", 1, { quantity: "7" }), line("b", 2));
  const merged = merge(before, theirs, { edits: { change: [{ id: "a", quantity: "2", note: "n" }] } });
  expect(merged.clashes.map(({ key, field, mine, theirs }) => [key, field, mine, theirs])).toEqual([["a quantity", "quantity", "2", "7"]]);
  expect(settle(merged, new Set()).edits?.change).toEqual([{ id: "a", quantity: "2", note: "n" }]);
  expect(settle(merged, new Set(["a quantity"])).edits?.change).toEqual([{ id: "a", note: "n" }]);
});

test("both typed the same: nothing is left to store", () => {
  const theirs = now(line("a", 1, { quantity: "2" }), line("b", 2));
  expect(isEmpty(merge(before, theirs, { edits: { change: [{ id: "a", quantity: "2" }] } }).change)).toBe(true);
});

test("a line that somebody removed comes back with what was typed, or stays away", () => {
  const merged = merge(before, now(line("b", 1)), { edits: { change: [{ id: "a", quantity: "9" }] } });
  expect(merged.clashes.map((c) => c.field)).toEqual(["removed"]);
  expect(settle(merged, new Set(["a"]))).toEqual({});
  expect(settle(merged, new Set()).edits?.add).toEqual([{ ...copyOf(line("a", 1)), quantity: "9" }]);
});

test("a line that somebody changed is not removed unasked", () => {
  const merged = merge(before, now(line("a", 1), line("b", 2, { note: "important" })), { edits: { remove: ["a", "b"] } });
  expect(merged.clashes.map((c) => c.key)).toEqual(["b"]);
  expect(settle(merged, new Set(["b"])).edits).toEqual({ remove: ["a"] });
  expect(settle(merged, new Set()).edits).toEqual({ remove: ["a", "b"] });
});

test("a new price alone is no clash", () => {
  const repriced = now({ ...line("a", 1), price: { net: "9" } } as unknown as Line, line("b", 2));
  expect(merge(before, repriced, { edits: { remove: ["a"] } }).clashes).toEqual([]);
});

test("an answer that was lost on the way does not add a line twice", () => {
  const stored = now(line("a", 1), line("b", 2), line("n", 3));
  expect(isEmpty(merge(before, stored, { edits: { add: [{ id: "n", item: "X", quantity: "1" }] } }).change)).toBe(true);
});

test("a new order takes in what was added and leaves out what is gone", () => {
  const { change, clashes } = merge(before, now(line("b", 1), line("c", 2)), { edits: { order: ["b", "a"] } });
  expect([change.edits?.order, clashes]).toEqual([["b", "c"], []]);
});

test("the header is compared field by field", () => {
  const was = { ...before, payment_terms: "30 days" };
  const is = { ...before, payment_terms: "60 days", language: "fr" };
  const merged = merge(was, is, { patch: { payment_terms: "45 days", notes: "call first", language: "fr" } });
  expect(merged.clashes.map((c) => c.key)).toEqual(["payment_terms"]);
  expect(settle(merged, new Set(["payment_terms"]))).toEqual({ patch: { notes: "call first" } });
});

test("what is typed is seen before it is stored", () => {
  const changes = [
    { edits: { change: [{ id: "a", quantity: "3", manual: null }] } },
    { edits: { change: [{ id: "a", quantity: "4" }], remove: ["b"] } },
  ];
  const shown = foreseen([line("a", 1, { manual: { kind: "percent", value: "5" } }), line("b", 2)], changes);
  expect(shown.map((l) => [l.id, l.quantity, l.manual])).toEqual([["a", "4", undefined]]);
  expect(foreseen(before.lines, [])).toBe(before.lines);
});
