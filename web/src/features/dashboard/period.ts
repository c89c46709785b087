/** A half-open span of days: `to` is the first day after it. */
export type Period = { from: string; to: string };

/** The spans of time one can look at, as they stand in the address. */
export const spans = ["month", "last_month", "quarter", "last_quarter", "year", "last_year", "months_12", "months_24"] as const;
export type Span = (typeof spans)[number];

function iso(year: number, month: number, day = 1): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

/** The half-open period of a span: from its first day to the day after its last. */
export function periodOf(span: Span, now: Date): Period {
  const [y, mo] = [now.getFullYear(), now.getMonth()];
  switch (span) {
    case "month":
      return { from: iso(y, mo), to: iso(y, mo + 1) };
    case "last_month":
      return { from: iso(y, mo - 1), to: iso(y, mo) };
    case "quarter":
      return { from: iso(y, mo - (mo % 3)), to: iso(y, mo - (mo % 3) + 3) };
    case "last_quarter":
      return { from: iso(y, mo - (mo % 3) - 3), to: iso(y, mo - (mo % 3)) };
    case "year":
      return { from: iso(y, 0), to: iso(y + 1, 0) };
    case "last_year":
      return { from: iso(y - 1, 0), to: iso(y, 0) };
    case "months_12":
      return { from: iso(y, mo - 11), to: iso(y, mo + 1) };
    case "months_24":
      return { from: iso(y, mo - 23), to: iso(y, mo + 1) };
  }
}

/** The period of a month named "2026-11" or by a day in it. */
export function monthPeriod(key: string): Period {
  const [y = 0, mo = 1] = key.split("-").map(Number);
  return { from: iso(y, mo - 1), to: iso(y, mo) };
}

/** The same days one year earlier. */
export function yearBefore({ from, to }: Period): Period {
  return { from: back(from), to: back(to) };
}

function back(date: string): string {
  const [y = 0, mo = 1, d = 1] = date.split("-").map(Number);
  const days = new Date(Date.UTC(y - 1, mo, 0)).getUTCDate();
  return iso(y - 1, mo - 1, Math.min(d, days));
}

/** The part of a period that has passed on a day, that day included; never nothing. */
export function elapsed(period: Period, today: Date): Period {
  const tomorrow = iso(today.getFullYear(), today.getMonth(), today.getDate() + 1);
  const first = shiftDays(period.from, 1);
  const to = [tomorrow, period.to].sort()[0] ?? period.to;
  return { from: period.from, to: to > period.from ? to : first };
}

/** As many days just before a period. */
export function daysBefore(period: Period): Period {
  return { from: shiftDays(period.from, -daysIn(period)), to: period.from };
}

function shiftDays(date: string, days: number): string {
  const [y = 0, mo = 1, d = 1] = date.split("-").map(Number);
  return iso(y, mo - 1, d + days);
}

/** The days of a query, which the dashboard always asks for by their dates. */
export function daysOf({ from = "", to = "" }: Partial<Period>): Period {
  return { from, to };
}

/** A named period of the fiscal calendar. */
export type Fiscal = Period & { name: string };

/**
 * The fiscal period that was the same a year before: the one that begins
 * closest to a year earlier, within two weeks of it, as the service says.
 */
export function fiscalBefore(period: Period, calendar: readonly Fiscal[]): Period | undefined {
  const wanted = Date.parse(yearBefore(period).from);
  const shift = (p: Fiscal) => Math.abs(Date.parse(p.from) - wanted);
  const alike = calendar.filter((p) => shift(p) <= 14 * 86_400_000 && Math.abs(daysIn(p) - daysIn(period)) <= 7);
  const closest = alike.sort((a, b) => shift(a) - shift(b))[0];
  return closest && { from: closest.from, to: closest.to };
}

function daysIn({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** As many days of a period from its start as another one has. */
export function firstDays(period: Period, like: Period): Period {
  const to = shiftDays(period.from, daysIn(like));
  return { from: period.from, to: to < period.to ? to : period.to };
}

/** The last day that belongs to a period. */
export function lastDay({ to }: Period): string {
  const [y = 0, mo = 1, d = 1] = to.split("-").map(Number);
  return iso(y, mo - 1, d - 1);
}
