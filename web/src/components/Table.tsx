import type { ReactNode } from "react";
import { cx } from "~/lib/class";
import styles from "./Table.module.css";

export type Column<Row> = {
  id: string;
  label: string;
  /** Numbers stand at the end, under each other. */
  end?: boolean;
  /** Dates and the like, which are read in one go. */
  nowrap?: boolean;
  /** The cell that names the row; a header for screen readers. */
  head?: boolean;
  /** A heading that is read out but not drawn. */
  hideLabel?: boolean;
  cell: (row: Row) => ReactNode;
};

/** The room below which a table of so many columns becomes cards, in rem. */
function leastRoom(columns: number): number {
  return columns < 6 ? 34 : 52;
}

/** Rows and columns; where there is too little room for the columns each row becomes a card. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <div className={styles.room} style={{ fontSize: `${leastRoom(columns.length) / 100}rem` }}>
      <table className={styles.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((c) => (
              <th key={c.id} scope="col" role="columnheader" className={c.end ? styles.end : undefined}>
                {c.hideLabel ? <span className="visually-hidden">{c.label}</span> : c.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((c) =>
                c.head ? (
                  <th key={c.id} scope="row" role="rowheader" className={styles.main}>
                    {c.cell(row)}
                  </th>
                ) : (
                  <td
                    key={c.id}
                    role="cell"
                    className={cx(c.end && styles.end, c.nowrap && styles.nowrap, c.hideLabel && styles.action)}
                    data-label={c.hideLabel ? undefined : c.label}
                  >
                    {c.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
