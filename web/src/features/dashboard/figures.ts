import { useQuery } from "@tanstack/react-query";
import type { Schema } from "~/api/client";
import { figuresQuery } from "~/api/kpi";
import type { Answer, Figure } from "./figure";
import type { Period } from "./period";
import type { Look } from "./scope";

type Ask = { metrics: readonly string[]; slices?: Schema["KpiSlice"][]; period?: Period; asOf?: string; enabled?: boolean };

/** Asks for figures of the dashboard's scope. */
export function useFigures(look: Look, { metrics, slices, period = look.period, asOf = look.asOf, enabled = true }: Ask) {
  return useQuery({
    ...figuresQuery({
      metrics: [...metrics],
      ...period,
      slices,
      filter: look.filter,
      as_of: asOf,
      currency_mode: look.mode,
      rates_on: look.mode && look.period.from,
    }),
    enabled,
  });
}

export type Result = Schema["KpiResult"];

/** The answer about a metric. */
export function answerOf(result: Result | undefined, metric: string): Answer | undefined {
  return result?.answers.find((a) => a.metric.id === metric);
}

/** A metric's figures by their key; those without one have "". */
export function byKey(answer: Answer | undefined): Map<string, Figure> {
  return new Map(answer?.figures.map((f) => [f.key?.[0] ?? "", f]));
}

/** A decimal for drawing; amounts are printed from the text that the server gave. */
export function drawn(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

/** The change from one value to another as a share of the first; nothing where there is no first. */
export function change(from: string | undefined, to: string | undefined): number | undefined {
  const [a, b] = [drawn(from), drawn(to)];
  return a === undefined || b === undefined || a <= 0 ? undefined : (b - a) / a;
}
