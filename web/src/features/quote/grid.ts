/*
 * Where the keyboard goes in the grid of lines. Cells are named by row and
 * column; a row of -1 does not exist, the header is not walked through.
 */

export type Column = "select" | "number" | "item" | "quantity" | "list" | "discount" | "unit" | "net" | "margin" | "menu";
export type Cell = { row: number; column: Column };

/** The columns that take typed values. */
export const typed: ReadonlySet<Column> = new Set(["quantity", "discount"]);

/** The cell a key leads to; undefined when the key does not move. */
export function move(from: Cell, key: string, command: boolean, rows: number, columns: readonly Column[], pageSize = 10): Cell | undefined {
  const at = columns.indexOf(from.column);
  const cell = (row: number, column: number): Cell => ({
    row: Math.min(Math.max(row, 0), rows - 1),
    column: columns[Math.min(Math.max(column, 0), columns.length - 1)] ?? from.column,
  });
  switch (key) {
    case "ArrowUp":
      return cell(from.row - 1, at);
    case "ArrowDown":
      return cell(from.row + 1, at);
    case "ArrowLeft":
      return cell(from.row, at - 1);
    case "ArrowRight":
      return cell(from.row, at + 1);
    case "Home":
      return cell(command ? 0 : from.row, 0);
    case "End":
      return cell(command ? rows - 1 : from.row, columns.length - 1);
    case "PageUp":
      return cell(from.row - pageSize, at);
    case "PageDown":
      return cell(from.row + pageSize, at);
    default:
      return undefined;
  }
}

/** The next cell that takes typed values, over the end of the row; undefined after the last. */
export function nextTyped(from: Cell, back: boolean, rows: number, columns: readonly Column[]): Cell | undefined {
  const stops = columns.filter((c) => typed.has(c));
  const index = from.row * stops.length + stops.indexOf(from.column) + (back ? -1 : 1);
  const column = stops[index % stops.length];
  const row = Math.floor(index / stops.length);
  return index >= 0 && row < rows && column ? { row, column } : undefined;
}

/** The ids of lines after one of them has moved up (-1) or down (1). */
export function reorder(ids: readonly string[], id: string, by: -1 | 1): string[] | undefined {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return undefined;
  const next = [...ids];
  [next[from], next[to]] = [next[to]!, next[from]!];
  return next;
}

/** Whether a key starts an edit by being typed. */
export function startsTyping(key: string, command: boolean): boolean {
  return !command && key.length === 1 && /[\d.,=%\-−]/.test(key);
}
