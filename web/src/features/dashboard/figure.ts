import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { compactMoney, decimal, money, percent } from "~/lib/format";

export type Figure = Schema["KpiFigure"];
export type Metric = Schema["Metric"];
export type Answer = Schema["KpiAnswer"];

/** Below this many cases the server gives no percentage. */
export const fewest = 10;

/** The value in words; a share of few cases stays a count of cases. */
export function valueText(metric: Pick<Metric, "unit">, figure: Figure, currency: string, compact = false): string {
  if (figure.value === undefined) return metric.unit === "rate" && figure.n > 0 ? m.figure_k_of_n(figure) : "–";
  switch (metric.unit) {
    case "rate":
      return percent(figure.value);
    case "money":
      return compact ? compactMoney(figure.value, currency) : money(figure.value, currency);
    case "days":
      return m.figure_days({ value: decimal(figure.value) });
    case "count":
    case "score":
      return decimal(figure.value);
  }
}

/** What the value rests on: k of n with its interval, or the rows counted. */
export function basisText(metric: Pick<Metric, "unit">, figure: Figure): string {
  if (metric.unit !== "rate") return m.figure_rows({ count: figure.n });
  if (figure.value === undefined) return figure.n === 0 ? m.figures_none() : m.figure_too_few({ n: fewest });
  const cases = m.figure_k_of_n(figure);
  return figure.low !== undefined && figure.high !== undefined
    ? m.figure_interval({ cases, low: percent(figure.low), high: percent(figure.high) })
    : cases;
}

/** What the value leaves out: amounts in currencies without a rate. */
export function gapsText(figure: Figure): string[] {
  return (figure.gaps ?? []).map((gap) => m.figure_gap({ amount: money(gap.amount, gap.currency) }));
}

/** The figure over everything, from an answer that was not sliced. */
export function total(answer: Answer | undefined): Figure | undefined {
  return answer?.figures.find((f) => !f.key || f.key.length === 0) ?? answer?.figures[0];
}
