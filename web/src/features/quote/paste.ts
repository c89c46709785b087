import { isZero, parseDecimal } from "~/lib/decimal";
import type { Locale } from "~/paraglide/runtime.js";
import { type Adjustment, parseAdjustment } from "./adjustment";

/** One row of a spreadsheet: what was read, or what is wrong with it. */
export type PastedRow = {
  number: number;
  code: string;
  quantity: string;
  adjustment: Adjustment | undefined;
  problem?: "code" | "quantity" | "discount";
};

const headings = /^(sku|item|article|référence|reference|ref|code|n°|no\.?)$/i;

/**
 * Reads rows of SKU, quantity and, if given, discount as they come from a
 * spreadsheet: with tabs between the columns, or semicolons. A heading row and
 * empty rows are passed over, a row without quantity is one piece.
 */
export function parsePaste(text: string, language: Locale): PastedRow[] {
  const rows: PastedRow[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, i) => {
    if (line.trim() === "") return;
    const [code = "", count = "", discount = ""] = line.split(line.includes("\t") ? "\t" : ";").map((cell) => cell.trim());
    if (rows.length === 0 && headings.test(code)) return;
    rows.push(readRow(i + 1, code, count, discount, language));
  });
  return rows;
}

function readRow(number: number, code: string, count: string, discount: string, language: Locale): PastedRow {
  const quantity = count === "" ? "1" : parseDecimal(count, language);
  const adjustment = parseAdjustment(discount, language);
  const wrongQuantity = quantity === null || quantity.startsWith("-") || isZero(quantity);
  const problem = code === "" ? "code" : wrongQuantity ? "quantity" : adjustment === undefined ? "discount" : undefined;
  return { number, code, quantity: quantity ?? count, adjustment: adjustment ?? undefined, ...(problem && { problem }) };
}
