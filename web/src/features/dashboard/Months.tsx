import { m } from "~/paraglide/messages.js";
import { compactMoney, decimal, monthName, monthShort, percent } from "~/lib/format";
import { say } from "~/lib/locale";
import { type BarPoint, BarsPlot } from "./chart/Bars";
import { ChartCard, Key } from "./chart/ChartCard";
import { basisText, type Figure, type Metric, valueText } from "./figure";
import { answerOf, byKey, drawn, useFigures } from "./figures";
import { monthPeriod, yearBefore } from "./period";
import type { Look } from "./scope";

type Row = { key: string; figure: Figure; before: Figure | undefined; young: boolean };

/** A figure month by month; cohorts that are too young to judge are hatched. */
export function Months({ look, metric }: { look: Look; metric: "order_intake" | "cohort_conversion" }) {
  const cohort = metric === "cohort_conversion";
  const months = useFigures(look, { metrics: cohort ? [metric, "immature_share"] : [metric], slices: ["month"], period: look.passed });
  const compared = !cohort && look.scope.compare !== "none";
  const before = useFigures(look, { metrics: [metric], slices: ["month"], period: yearBefore(look.passed), enabled: compared });
  const answer = answerOf(months.data, metric);
  const currency = months.data?.currency ?? "";
  const young = byKey(answerOf(months.data, "immature_share"));
  const old = byKey(answerOf(before.data, metric));
  const rows: Row[] = (answer?.figures ?? [])
    .filter((f) => f.key?.[0])
    .map((figure) => {
      const key = figure.key?.[0] ?? "";
      const year = `${Number(key.slice(0, 4)) - 1}${key.slice(4)}`;
      return {
        key,
        figure,
        before: compared ? old.get(year) : undefined,
        young: cohort ? (young.get(key)?.k ?? 0) > 0 : monthPeriod(key).to > look.passed.to,
      };
    });
  if (!answer) return null;
  const { metric: definition } = answer;
  const unfinished = cohort ? m.cohort_young() : m.month_not_over();
  const title = m.figure_by_month({ name: say(definition.name) });
  return (
    <ChartCard
      title={title}
      summary={summaryOf(rows, definition, currency)}
      source={months}
      answer={answer}
      rows={rows}
      rowKey={(r) => r.key}
      legend={
        <>
          {cohort && <Key look="now">{m.cohort_mature()}</Key>}
          {rows.some((r) => r.young) && <Key look="hatch">{unfinished}</Key>}
          {rows.some((r) => isFew(r.figure)) && <Key look="few">{m.cohort_few()}</Key>}
          {compared && <Key look="before">{m.months_before()}</Key>}
        </>
      }
      columns={[
        { id: "month", label: m.month(), head: true, cell: (r) => monthName(r.key) },
        { id: "value", label: say(definition.name), end: true, cell: (r) => valueText(definition, r.figure, currency) },
        { id: "basis", label: m.figure_basis(), cell: (r) => basisText(definition, r.figure) },
        ...(compared
          ? [
              {
                id: "before",
                label: m.months_before(),
                end: true,
                cell: (r: Row) => (r.before ? valueText(definition, r.before, currency) : "–"),
              },
            ]
          : []),
        ...(cohort ? [{ id: "young", label: m.state(), cell: (r: Row) => (r.young ? m.cohort_young() : m.cohort_mature()) }] : []),
      ]}
    >
      <BarsPlot
        title={title}
        points={rows.map((r, i) => pointOf(r, i, rows, definition, currency, look))}
        tick={(value) =>
          definition.unit === "money" ? compactMoney(String(value), currency) : definition.unit === "rate" ? percent(value) : decimal(value)
        }
      />
    </ChartCard>
  );
}

function isFew(figure: Figure): boolean {
  return figure.value === undefined && figure.note === "too-few";
}

function pointOf(
  { key, figure, before, young }: Row,
  i: number,
  rows: readonly Row[],
  metric: Metric,
  currency: string,
  look: Look,
): BarPoint {
  const words = [`${monthName(key)}: ${valueText(metric, figure, currency)}`];
  if (metric.unit === "rate") words.push(basisText(metric, figure));
  if (young) words.push(metric.unit === "rate" ? m.cohort_young() : m.month_not_over());
  if (before) words.push(m.figure_year_before({ value: valueText(metric, before, currency) }));
  return {
    key,
    name: monthShort(key),
    year: i === 0 || rows[i - 1]?.key.slice(0, 4) !== key.slice(0, 4) ? key.slice(0, 4) : undefined,
    value: drawn(figure.value),
    few: isFew(figure) ? `${figure.k}/${figure.n}` : undefined,
    low: metric.unit === "rate" ? drawn(figure.low) : undefined,
    high: metric.unit === "rate" ? drawn(figure.high) : undefined,
    before: drawn(before?.value),
    hatched: young,
    label: words.join(" · "),
    to: look.drill({ metric: metric.id, ...monthPeriod(key) }),
  };
}

function summaryOf(rows: readonly Row[], metric: Metric, currency: string): string {
  const known = rows
    .filter((r) => r.figure.value !== undefined && !r.young)
    .sort((a, b) => Number(b.figure.value) - Number(a.figure.value));
  const [best, worst] = [known[0], known.at(-1)];
  if (!best || !worst || best === worst) return m.months_few();
  const name = (r: Row) => `${monthName(r.key)} (${valueText(metric, r.figure, currency, true)})`;
  return m.months_summary({ best: name(best), worst: name(worst) });
}
