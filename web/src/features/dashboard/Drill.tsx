import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import type { Schema } from "~/api/client";
import { exportQuotes, kpiQuotes, metricsQuery, type TableFormat } from "~/api/kpi";
import { userNamesQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip, type Tone } from "~/components/Chip";
import { Icon } from "~/components/Icon";
import { Listing } from "~/components/Listing";
import { backClass, Page } from "~/components/Page";
import { State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { toast } from "~/components/Toast";
import { day, money } from "~/lib/format";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import quotes from "../quotes/Quotes.module.css";
import { saveFile } from "./chart/picture";
import styles from "./Dashboard.module.css";
import { lastDay } from "./period";
import { instantOf, scopeOf } from "./scope";

type Row = Schema["KpiQuote"];

/** The very quotes that a figure counted. */
export default function Drill() {
  const search = useSearch({ from: "/inside/dashboard/quotes" });
  const { metric, from, to, filter, part, days } = search;
  const definition = useQuery(metricsQuery).data?.find((d) => d.id === metric);
  const drill = { metric, from, to, filter, part, window_days: days, as_of: instantOf(search.as_of, new Date()) };
  const found = useInfiniteQuery({
    queryKey: ["kpi", "quotes", drill],
    queryFn: ({ pageParam }) => kpiQuotes({ ...drill, cursor: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
  });
  const names = useQuery(userNamesQuery).data;
  const exported = (format: TableFormat) =>
    exportQuotes(drill, format).then(
      (file) => saveFile(file, `${say(definition?.name) || metric}.${format}`),
      (error: unknown) => toast({ text: failureText(error), tone: "failed" }),
    );
  const words = [
    m.period_range({ from: day(from), to: day(lastDay({ from, to })) }),
    part && { hits: m.part_hits, misses: m.part_misses }[part](),
  ];
  return (
    <Page
      title={say(definition?.name) || metric}
      lead={words.filter(Boolean).join(" · ")}
      back={
        <Link to="/dashboard" search={scopeOf(search)} className={backClass}>
          <Icon name="arrowLeft" size={15} />
          {m.nav_dashboard()}
        </Link>
      }
    >
      <Listing
        list={found}
        title={m.figure_quotes()}
        empty={<State icon="file" title={m.figures_none()} />}
        actions={
          <span className={styles.exports}>
            {(["csv", "xlsx"] as const).map((format) => (
              <Button key={format} look="quiet" size="small" icon="download" onPress={() => exported(format)}>
                {format === "csv" ? m.save_csv() : m.save_xlsx()}
              </Button>
            ))}
          </span>
        }
      >
        {(rows) => <Table caption={m.figure_quotes()} rows={rows} rowKey={(r) => r.family} columns={columns(names)} />}
      </Listing>
    </Page>
  );
}

const looks: Record<Row["status"] & string, [Tone, () => string]> = {
  unsent: ["outline", m.kpi_unsent],
  open: ["accent", m.kpi_open],
  won: ["good", m.kpi_won],
  lost: ["danger", m.kpi_lost],
  expired: ["neutral", m.state_expired],
  withdrawn: ["neutral", m.state_withdrawn],
};

function columns(names: ReadonlyMap<string, string> | undefined): Column<Row>[] {
  return [
    {
      id: "quote",
      label: m.quote(),
      head: true,
      cell: (r) => (
        <Link to="/quotes/$id" params={{ id: r.family }} className={quotes.link}>
          {r.reference}
        </Link>
      ),
    },
    { id: "customer", label: m.customer(), cell: (r) => r.customer_name ?? "–" },
    { id: "owner", label: m.owner(), cell: (r) => names?.get(r.owner) ?? "–" },
    { id: "status", label: m.state(), cell: (r) => <Chip tone={looks[r.status][0]}>{looks[r.status][1]()}</Chip> },
    { id: "sent", label: m.state_sent(), cell: (r) => day(r.sent_at) },
    { id: "ordered", label: m.state_ordered(), cell: (r) => day(r.ordered_at) },
    { id: "amount", label: m.amount(), end: true, cell: (r) => money(r.net, r.currency) },
  ];
}
