import type { ReactNode } from "react";
import styles from "./Table.module.css";

export type Column<Row> = {
  id: string;
  label: string;
  /** Numbers stand at the end, under each other. */
  end?: boolean;
  /** The cell that names the row; a header for screen readers. */
  head?: boolean;
  /** A heading that is read out but not drawn. */
  hideLabel?: boolean;
  cell: (row: Row) => ReactNode;
};

/** Rows and columns; on a narrow screen each row becomes a card. */
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
    <div className={styles.room}>
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
                  <td key={c.id} role="cell" className={c.end ? styles.end : undefined} data-label={c.hideLabel ? undefined : c.label}>
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
