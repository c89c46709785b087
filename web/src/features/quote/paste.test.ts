import { expect, test } from "vitest";
import { parsePaste } from "./paste";

test("rows of a spreadsheet, with a heading, French decimals and discounts", () => {
  const text = "SKU\tQuantité\tRemise\r\nHELMET-M\t4\t10%\r\nTUBE\t2,5\t\r\n\r\nLOCK\t1\t-5\r\nRACK\t\t=99,90\r\n";
  expect(parsePaste(text, "fr")).toEqual([
    { number: 2, code: "HELMET-M", quantity: "4", adjustment: { kind: "percent", value: "10" } },
    { number: 3, code: "TUBE", quantity: "2.5", adjustment: undefined },
    { number: 5, code: "LOCK", quantity: "1", adjustment: { kind: "amount", value: "5" } },
    { number: 6, code: "RACK", quantity: "1", adjustment: { kind: "target", value: "99.90" } },
  ]);
});

test("semicolons separate where there are no tabs", () => {
  expect(parsePaste("A;2\nB;3", "en").map((r) => [r.code, r.quantity])).toEqual([
    ["A", "2"],
    ["B", "3"],
  ]);
});

test("what is wrong is said per row", () => {
  expect(parsePaste("A\tmany\n\t3\nB\t-1\nC\t1\tfree\nD\t0", "en").map((r) => [r.number, r.problem])).toEqual([
    [1, "quantity"],
    [2, "code"],
    [3, "quantity"],
    [4, "discount"],
    [5, "quantity"],
  ]);
});

test("a first row that is no heading is a row", () => {
  expect(parsePaste("REF-1\t2", "en")).toHaveLength(1);
});
