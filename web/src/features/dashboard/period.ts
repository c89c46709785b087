/** A half-open span of days: `to` is the first day after it. */
export type Period = { from: string; to: string };

/** The spans of time one can look at, as they stand in the address. */
export const spans = ["month", "last_month", "quarter", "year", "months_12", "months_24"] as const;
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
    case "year":
      return { from: iso(y, 0), to: iso(y + 1, 0) };
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

/** The last day that belongs to a period. */
export function lastDay({ to }: Period): string {
  const [y = 0, mo = 1, d = 1] = to.split("-").map(Number);
  return iso(y, mo - 1, d - 1);
}
