import type { Locale } from "~/paraglide/runtime.js";

/**
 * Reads a number as people type it and returns the decimal string that the
 * server takes, or null when it is not one number.
 *
 * French writes 1 234,5 and English 1,234.5. The other language's mark is
 * understood where only one reading makes sense: 12.5 typed in French, or 12,5
 * in English, where a group of thousands would have three digits.
 */
export function parseDecimal(input: string, language: Locale): string | null {
  let s = input.replace(/[\s\u00a0\u202f'’]/g, "").replace(/[−–]/g, "-");
  const negative = s.startsWith("-");
  s = s.replace(/^[+-]/, "");
  if (!/^[\d.,]+$/.test(s) || !/\d/.test(s)) return null;

  const mark = decimalMark(s, language);
  const parts = mark ? s.split(mark) : [s];
  if (parts.length > 2) return null;
  const [whole = "", fraction = ""] = parts;
  if (/[.,]/.test(fraction) || !grouped(whole)) return null;

  const digits = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "") || "0";
  const value = fraction ? `${digits}.${fraction}` : digits;
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

function decimalMark(s: string, language: Locale): "." | "," | null {
  const dot = s.lastIndexOf(".");
  const comma = s.lastIndexOf(",");
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return dot > comma ? "." : ",";
  const only = dot >= 0 ? "." : ",";
  // French groups with spaces, so a lone mark is always the decimal one; the
  // numeric keypad gives a dot.
  if (language === "fr" || only === ".") return only;
  return grouped(s) ? null : only;
}

/** Digits with no marks, or with marks before every group of three. */
function grouped(s: string): boolean {
  return /^\d*$/.test(s) || /^\d{1,3}([.,]\d{3})+$/.test(s);
}

/** Whether a decimal string is zero. */
export function isZero(value: string): boolean {
  return !/[1-9]/.test(value);
}

/**
 * The share of a part in a whole, cut to four decimals; null where the whole is
 * zero. For showing a percentage beside two amounts that the server gave.
 */
export function ratio(part: string, whole: string): string | null {
  const [p, w] = align(part, whole);
  if (w === 0n) return null;
  return fromUnits((p * 10_000n) / w, 4);
}

/** Compares two decimal strings exactly: negative, zero or positive. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = align(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * The two steps of a grid (counted from min) around a value, for a hint while
 * typing; both are equal to the value when it lies on the grid.
 */
export function neighbours(value: string, min: string, step: string): [string, string] {
  const places = Math.max(scale(value), scale(min), scale(step));
  const [v, m, s] = [value, min, step].map((d) => toUnits(d, places)) as [bigint, bigint, bigint];
  if (s <= 0n) return [value, value];
  const rest = (((v - m) % s) + s) % s;
  const low = v - rest;
  const high = rest === 0n ? low : low + s;
  return [fromUnits(low, places), fromUnits(high, places)];
}

/** The sum of two decimals: for numbers in a form, never for money. */
export function addDecimals(a: string, b: string): string {
  const places = Math.max(scale(a), scale(b));
  return fromUnits(toUnits(a, places) + toUnits(b, places), places);
}

function align(a: string, b: string): [bigint, bigint] {
  const places = Math.max(scale(a), scale(b));
  return [toUnits(a, places), toUnits(b, places)];
}

function scale(d: string): number {
  const dot = d.indexOf(".");
  return dot < 0 ? 0 : d.length - dot - 1;
}

function toUnits(d: string, places: number): bigint {
  const [whole = "0", fraction = ""] = d.replace("-", "").split(".");
  const units = BigInt(whole + fraction.padEnd(places, "0"));
  return d.startsWith("-") ? -units : units;
}

function fromUnits(units: bigint, places: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return (negative ? "-" : "") + whole + (fraction ? "." + fraction : "");
}
