import { Link } from "@tanstack/react-router";
import type { QuoteSummary } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { type Column, Table } from "~/components/Table";
import { day, money, relative } from "~/lib/format";
import { StateChip } from "../quote/StateChip";
import styles from "./Quotes.module.css";

type Props = {
  caption: string;
  rows: readonly QuoteSummary[];
  /** All rows are of one customer, who is named elsewhere. */
  ofOne?: boolean;
};

/** Quotes as rows: what, for whom, how far, how much, until when. */
export function QuoteTable({ caption, rows, ofOne }: Props) {
  const shown = columns().filter((c) => !ofOne || c.id !== "customer");
  return <Table caption={caption} columns={shown} rows={rows} rowKey={(q) => q.id} />;
}

function columns(): Column<QuoteSummary>[] {
  return [
    {
      id: "number",
      label: m.quote(),
      head: true,
      cell: (q) => (
        <>
          <Link to="/quotes/$id" params={{ id: q.id }} className={styles.link}>
            {q.number}
          </Link>
          <span className={styles.sub}>{[q.label, q.title].filter(Boolean).join(" · ")}</span>
        </>
      ),
    },
    { id: "customer", label: m.customer(), cell: (q) => q.customer.name },
    { id: "state", label: m.state(), cell: (q) => <StateChip state={q.state} /> },
    { id: "tcv", label: m.total_tcv(), end: true, cell: (q) => money(q.tcv, q.currency) },
    { id: "valid", label: m.field_valid_until(), nowrap: true, cell: (q) => day(q.valid_until) },
    { id: "owner", label: m.owner(), cell: (q) => q.owner.name },
    { id: "updated", label: m.changed(), nowrap: true, cell: (q) => relative(q.updated_at) },
  ];
}
