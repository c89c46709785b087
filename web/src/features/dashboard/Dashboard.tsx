import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { figuresQuery, metricsQuery } from "~/api/kpi";
import { userNamesQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { SelectField } from "~/components/Field";
import { Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { Table } from "~/components/Table";
import { day, monthName } from "~/lib/format";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { basisText, type Figure, type Metric, valueText } from "./figure";
import { lastDay, monthPeriod, type Period, periodOf, type Span, spans } from "./period";
import { Tiles } from "./Tiles";
import styles from "./Dashboard.module.css";

const words: Record<Span, () => string> = {
  month: m.span_month,
  last_month: m.span_last_month,
  quarter: m.span_quarter,
  year: m.span_year,
  months_12: m.span_months_12,
  months_24: m.span_months_24,
};

const mainMetrics = ["quotes_sent", "order_intake", "conversion_within"];

/** How selling goes: the figures of a period, over time and by rep. */
export default function Dashboard() {
  const { span = "months_12" } = useSearch({ from: "/inside/dashboard" });
  const navigate = useNavigate({ from: "/dashboard" });
  const period = periodOf(span, new Date());
  const metrics = useQuery(metricsQuery).data?.filter((metric) => mainMetrics.includes(metric.id)) ?? [];
  return (
    <Page title={m.nav_dashboard()} lead={m.period_range({ from: day(period.from), to: day(lastDay(period)) })}>
      <div className={styles.scope}>
        <SelectField
          className={styles.span}
          label={m.figure_period()}
          value={span}
          onChange={(e) => void navigate({ search: { span: e.currentTarget.value as Span }, replace: true })}
        >
          {spans.map((s) => (
            <option key={s} value={s}>
              {words[s]()}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={styles.sections}>
        <Tiles metrics={mainMetrics} period={period} />
        <div className={styles.two}>
          {metrics.map((metric) => (
            <ByMonth key={metric.id} metric={metric} period={period} />
          ))}
        </div>
        {metrics.map((metric) => (
          <ByRep key={metric.id} metric={metric} period={period} />
        ))}
      </div>
    </Page>
  );
}

type SliceProps = { metric: Metric; period: Period };

function useSlices({ metric, period }: SliceProps, by: "month" | "owner") {
  return useQuery({
    ...figuresQuery({ metrics: [metric.id], ...period, slices: [by] }),
    select: (result) => ({ currency: result.currency, figures: (result.answers[0]?.figures ?? []).filter((f) => f.key?.[0]) }),
  });
}

function ByMonth(props: SliceProps) {
  const [asTable, setAsTable] = useState(false);
  const slices = useSlices(props, "month");
  const title = m.figure_by_month({ name: say(props.metric.name) });
  return (
    <Card
      title={title}
      pad={!asTable || slices.isPending}
      actions={
        <button type="button" className={styles.toggle} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? m.as_chart() : m.as_table()}
        </button>
      }
    >
      {slices.isPending ? (
        <Loading lines={4} />
      ) : slices.isError ? (
        <State icon="alert" title={failureText(slices.error)} />
      ) : slices.data.figures.length === 0 ? (
        <State icon="chart" title={m.figures_none()} />
      ) : asTable ? (
        <SliceTable title={title} {...props} {...slices.data} head={m.month()} name={monthName} />
      ) : (
        <Bars title={title} {...props} {...slices.data} />
      )}
    </Card>
  );
}

function ByRep(props: SliceProps) {
  const slices = useSlices(props, "owner");
  const names = useQuery(userNamesQuery).data;
  const title = m.figure_by_rep({ name: say(props.metric.name) });
  if (!slices.data || slices.data.figures.length === 0) return null;
  return (
    <Card title={title} pad={false}>
      <SliceTable title={title} {...props} {...slices.data} head={m.owner()} name={(key) => names?.get(key) ?? "–"} />
    </Card>
  );
}

type SliceTableProps = SliceProps & {
  title: string;
  currency: string;
  figures: readonly Figure[];
  head: string;
  name: (key: string) => string;
};

function SliceTable({ title, metric, currency, figures, head, name }: SliceTableProps) {
  return (
    <Table
      caption={title}
      rows={figures}
      rowKey={(f) => f.key?.[0] ?? ""}
      columns={[
        { id: "key", label: head, head: true, cell: (f) => name(f.key?.[0] ?? "") },
        { id: "value", label: say(metric.name), end: true, cell: (f) => valueText(metric, f, currency) },
        { id: "basis", label: m.figure_basis(), cell: (f) => basisText(metric, f) },
      ]}
    />
  );
}

/** Bars over time; every bar leads to its quotes, and the table says the same. */
function Bars({ title, metric, currency, figures }: SliceProps & { title: string; currency: string; figures: readonly Figure[] }) {
  const heights = figures.map((f) => Math.max(Number(f.value ?? 0), 0));
  const top = Math.max(...heights, Number.MIN_VALUE);
  const ends = [figures[0], figures.at(-1)].map((f) => monthName(f?.key?.[0] ?? ""));
  return (
    <>
      <div className={styles.chart} role="group" aria-label={title}>
        {figures.map((figure, i) => {
          const key = figure.key?.[0] ?? "";
          const words = `${monthName(key)}: ${valueText(metric, figure, currency)}`;
          return (
            <Link
              key={key}
              className={styles.bar}
              to="/dashboard/quotes"
              search={{ metric: metric.id, ...monthPeriod(key) }}
              aria-label={words}
              title={words}
              style={{ blockSize: `max(2px, ${(100 * (heights[i] ?? 0)) / top}%)` }}
            />
          );
        })}
      </div>
      <p className={styles.axis} aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </>
  );
}
