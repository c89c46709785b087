import { locale } from "./locale";

/*
 * Amounts arrive as decimal strings and are shown as they are: Intl formats the
 * digits of a string without going through a float. Nothing here computes.
 */

/** A decimal as the server writes it: "1234.5". */
export type Decimal = string;

type Digits = Intl.StringNumericLiteral;

const numberTag = { en: "en", fr: "fr-FR" } as const;
const dateTag = { en: "en-GB", fr: "fr-FR" } as const;

const cache = new Map<string, unknown>();

function cached<T>(key: string, make: () => T): T {
  let value = cache.get(key) as T | undefined;
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

function number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const tag = numberTag[locale()];
  return cached(tag + JSON.stringify(options), () => new Intl.NumberFormat(tag, options));
}

function date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const tag = dateTag[locale()];
  return cached(tag + JSON.stringify(options), () => new Intl.DateTimeFormat(tag, options));
}

/** "1 234,50 €" in French, "€1,234.50" in English. */
export function money(amount: Decimal, currency: string): string {
  return number({ style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(amount as Digits);
}

/** An amount without its currency, for columns that name it in the heading. */
export function amount(value: Decimal, currency: string): string {
  const digits = number({ style: "currency", currency }).resolvedOptions();
  return number({
    minimumFractionDigits: digits.minimumFractionDigits,
    maximumFractionDigits: digits.maximumFractionDigits,
  }).format(value as Digits);
}

/** A difference: "+1,200.00" with its currency, never a bare zero sign. */
export function signedMoney(value: Decimal, currency: string): string {
  return number({ style: "currency", currency, currencyDisplay: "narrowSymbol", signDisplay: "exceptZero" }).format(value as Digits);
}

/** The same, without the cents of whole amounts: "+€1,200". */
export function briefDifference(value: Decimal, currency: string): string {
  return number({
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    signDisplay: "exceptZero",
    trailingZeroDisplay: "stripIfInteger",
  } as Intl.NumberFormatOptions).format(value as Digits);
}

/** A large amount for tiles: "€1.2M", "1,2 M€". */
export function compactMoney(value: Decimal, currency: string): string {
  return number({
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    maximumSignificantDigits: 3,
  }).format(value as Digits);
}

/** An amount to the unit, for charts and totals: "€1,235". */
export function wholeMoney(value: Decimal, currency: string): string {
  return number({ style: "currency", currency, currencyDisplay: "narrowSymbol", maximumFractionDigits: 0 }).format(value as Digits);
}

/** A difference to the unit: "+€1,235". */
export function signedWholeMoney(value: Decimal, currency: string): string {
  return number({
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  }).format(value as Digits);
}

/** A plain number with as many decimals as it has, at most six. */
export function decimal(value: Decimal | number): string {
  return number({ maximumFractionDigits: 6 }).format(value as Digits);
}

/** A share between 0 and 1 as percent; `places` decimals at most. */
export function percent(share: Decimal | number, places = 1): string {
  return number({ style: "percent", maximumFractionDigits: places }).format(share as Digits);
}

/** A difference as percent with its sign: "+12.3%". */
export function signedPercent(share: Decimal | number): string {
  return number({ style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(share as Digits);
}

/** A value that already counts in percent: "12.5" is 12.5 %. */
export function percentPoints(value: Decimal): string {
  return number({ style: "unit", unit: "percent", maximumFractionDigits: 2 }).format(value as Digits);
}

/** A calendar date "2026-11-23" as "23 Nov 2026". It has no zone and gets none. */
export function day(value: string | null | undefined): string {
  if (!value) return "";
  const at = new Date(value.slice(0, 10) + "T00:00:00Z");
  return ordinal(date({ day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(at));
}

/** French counts the first of a month: "1er janv. 2026". */
function ordinal(words: string): string {
  return locale() === "fr" ? words.replace(/^1(?= )/, "1er") : words;
}

/** A month "2026-11", or any day of it, as "Nov 2026". */
export function monthName(value: string): string {
  if (!/^\d{4}-\d{2}/.test(value)) return value;
  const at = new Date(value.slice(0, 7) + "-01T00:00:00Z");
  return date({ month: "short", year: "numeric", timeZone: "UTC" }).format(at);
}

/** A month "2026-11" as "Nov", for axes. */
export function monthShort(value: string): string {
  const at = new Date(value.slice(0, 7) + "-01T00:00:00Z");
  return date({ month: "short", timeZone: "UTC" }).format(at);
}

/** An instant in the reader's own zone: "23 Nov 2026, 14:05". */
export function moment(value: string | null | undefined): string {
  if (!value) return "";
  const at = date({ day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
  return ordinal(at.format(new Date(value)));
}

/** The time of an instant in the reader's own zone: "14:05". */
export function clock(value: string): string {
  return date({ hour: "2-digit", minute: "2-digit" }).format(new Date(value));
}

/** How long ago or ahead, in the largest whole unit: "3 days ago". */
export function relative(value: string, now: Date = new Date()): string {
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000;
  const tag = numberTag[locale()];
  const words = cached("rel" + tag, () => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 31_557_600],
    ["month", 2_629_800],
    ["day", 86_400],
    ["hour", 3600],
    ["minute", 60],
  ];
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(0, "minute");
}

/** Words in a list: "a, b and c". */
export function list(words: readonly string[]): string {
  const tag = numberTag[locale()];
  return cached("list" + tag, () => new Intl.ListFormat(tag, { type: "conjunction" })).format(words);
}

/** The size of a file: "1.5 MB". */
export function bytes(count: number): string {
  const units = ["byte", "kilobyte", "megabyte"] as const;
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(count, 1)) / 3));
  return number({ style: "unit", unit: units[at], unitDisplay: "short", maximumFractionDigits: 1 }).format(count / 1000 ** at);
}
