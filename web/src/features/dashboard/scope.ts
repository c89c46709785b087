import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { Schema } from "~/api/client";
import { fiscalQuery } from "~/api/kpi";
import { oneOf, text } from "~/lib/search";
import { daysBefore, elapsed, type Fiscal, firstDays, fiscalBefore, type Period, periodOf, type Span, spans, yearBefore } from "./period";

/** What the dashboard looks at, as it stands in the address. */
export type Scope = {
  span?: Span;
  /** A period of the fiscal calendar, in place of `span`. */
  period?: string;
  team?: string;
  compare?: Compare;
  /** A day "2026-03-31": figures as they were known at its end. */
  as_of?: string;
  /** "constant": amounts at the rates of one day, whenever they were ordered. */
  currency?: "constant";
};

export const compares = ["year", "previous", "none"] as const;
export type Compare = (typeof compares)[number];

/** The very rows that a mark stands for. */
export type DrillSearch = Scope & {
  metric: string;
  from: string;
  to: string;
  filter?: Schema["KpiFilter"];
  part?: "hits" | "misses";
  days?: number;
};

export function scopeOf(search: Record<string, unknown>): Scope {
  return {
    span: oneOf(search["span"], spans),
    period: text(search["period"]),
    team: text(search["team"]),
    compare: oneOf(search["compare"], compares),
    as_of: isDay(search["as_of"]) ? search["as_of"] : undefined,
    currency: oneOf(search["currency"], ["constant"]),
  };
}

export function drillOf(search: Record<string, unknown>): DrillSearch {
  const days = Number(search["days"]);
  return {
    ...scopeOf(search),
    metric: text(search["metric"]) ?? "",
    from: isDay(search["from"]) ? search["from"] : "",
    to: isDay(search["to"]) ? search["to"] : "",
    filter: filterOf(search["filter"]),
    part: oneOf(search["part"], ["hits", "misses"]),
    days: Number.isInteger(days) && days > 0 ? days : undefined,
  };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

function filterOf(value: unknown): Schema["KpiFilter"] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const entries = Object.entries(value).filter(([, v]) => Array.isArray(v) && v.length > 0 && v.every((x) => typeof x === "string"));
  return entries.length > 0 ? (Object.fromEntries(entries) as Schema["KpiFilter"]) : undefined;
}

/** The instant at which a day known by its date has ended; the service takes none in the future. */
export function instantOf(day: string | undefined, now: Date): string | undefined {
  if (!day) return undefined;
  const end = new Date(`${day}T23:59:59Z`);
  return end < now ? end.toISOString() : undefined;
}

/** What the queries of the dashboard have in common. */
export type Look = {
  scope: Scope;
  /** The whole period, and the part of it that has passed. */
  period: Period;
  passed: Period;
  /** The period and the part of it that has passed, a year before; in the fiscal calendar the same period of the year before. */
  yearBefore: { period: Period; passed: Period };
  /** What `passed` is compared with, if anything. */
  earlier: Period | undefined;
  filter: Schema["KpiFilter"] | undefined;
  asOf: string | undefined;
  mode: "constant" | undefined;
  /** The search of the page with the quotes of a figure. */
  drill: (to: Omit<DrillSearch, keyof Scope | "from" | "to"> & Partial<Period>) => DrillSearch;
};

/** The look of a scope; `also` narrows every figure further. */
export function lookOf(scope: Scope, now: Date, calendar: readonly Fiscal[] = [], also?: Schema["KpiFilter"]): Look {
  const asOf = instantOf(scope.as_of, now);
  const today = asOf ? new Date(asOf) : now;
  const fiscal = calendar.find((p) => p.name === scope.period);
  const period = fiscal ? { from: fiscal.from, to: fiscal.to } : periodOf(scope.span ?? "year", today);
  const passed = elapsed(period, today);
  const same = fiscal && fiscalBefore(fiscal, calendar);
  const ago = {
    period: same ?? yearBefore(period),
    passed: same ? (passed.to === period.to ? same : firstDays(same, passed)) : yearBefore(passed),
  };
  const compare = scope.compare ?? "year";
  const filter = scope.team || also ? { ...(scope.team && { team: [scope.team] }), ...also } : undefined;
  return {
    scope,
    period,
    passed,
    yearBefore: ago,
    earlier: compare === "year" ? ago.passed : compare === "previous" ? daysBefore(passed) : undefined,
    filter,
    asOf,
    mode: scope.currency,
    drill: (to) => ({ ...scope, ...period, ...to, filter: filter || to.filter ? { ...filter, ...to.filter } : undefined }),
  };
}

/** The look of the page that is shown; nothing while the calendar that it needs is on its way. */
export function useLook(): Look | undefined {
  const scope = useSearch({ from: "/inside/dashboard" });
  const calendar = useQuery(fiscalQuery);
  return scope.period && calendar.isPending ? undefined : lookOf(scope, new Date(), calendar.data);
}
