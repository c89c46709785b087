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

/** The month that holds an instant. */
export function monthOf(now: Date): Period {
  return periodOf("month", now);
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

/** What a period is compared with: the same days a year earlier, or as many days just before it. */
export function before(period: Period, compare: "year" | "previous" | "none"): Period | undefined {
  if (compare === "none") return undefined;
  if (compare === "year") return yearBefore(period);
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000);
  return { from: shiftDays(period.from, -days), to: period.from };
}

function shiftDays(date: string, days: number): string {
  const [y = 0, mo = 1, d = 1] = date.split("-").map(Number);
  return iso(y, mo - 1, d + days);
}

/** The last day that belongs to a period. */
export function lastDay({ to }: Period): string {
  const [y = 0, mo = 1, d = 1] = to.split("-").map(Number);
  return iso(y, mo - 1, d - 1);
}
