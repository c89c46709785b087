import type { Schema } from "~/api/client";
import type { Locale } from "~/paraglide/runtime.js";
import { m } from "~/paraglide/messages.js";
import { isZero, parseDecimal } from "~/lib/decimal";
import { money, percentPoints } from "~/lib/format";

export type Adjustment = Schema["Adjustment"];

/**
 * Reads a discount as reps type it: `12` and `12%` are percent, `-500` takes
 * 500 off, `=990` sets the net. Nothing or zero takes the discount away (null);
 * what cannot be read is undefined. A percentage is at most 100.
 */
export function parseAdjustment(input: string, language: Locale): Adjustment | null | undefined {
  const text = input.replace(/\s/g, "").replace(/[€$£¥]/g, "");
  if (text === "") return null;
  const value = (part: string) => parseDecimal(part, language);
  if (text.startsWith("=")) return made("target", value(text.slice(1)));
  if (/^[-−–].*%$/.test(text)) return withZero("percent", value(text.slice(1, -1)));
  if (/^[-−–]/.test(text)) return withZero("amount", value(text.slice(1)));
  return withZero("percent", value(text.replace(/%$/, "")));
}

function made(kind: Adjustment["kind"], value: string | null): Adjustment | undefined {
  if (value === null || value.startsWith("-")) return undefined;
  if (kind === "percent" && Number(value) > 100) return undefined;
  return { kind, value };
}

function withZero(kind: Adjustment["kind"], value: string | null): Adjustment | null | undefined {
  return value !== null && isZero(value) ? null : made(kind, value);
}

/** A discount in words: "12.5%", "-€500.00", "= €990.00". */
export function adjustmentText(adjustment: Adjustment | undefined, currency: string): string {
  if (!adjustment) return "";
  switch (adjustment.kind) {
    case "percent":
      return percentPoints(adjustment.value);
    case "amount":
      return m.discount_off({ amount: money(adjustment.value, currency) });
    case "target":
      return m.discount_target({ amount: money(adjustment.value, currency) });
  }
}

/** A discount as the rep would type it again. */
export function adjustmentInput(adjustment: Adjustment | undefined, language: Locale): string {
  if (!adjustment) return "";
  const value = language === "fr" ? adjustment.value.replace(".", ",") : adjustment.value;
  return { percent: value, amount: `-${value}`, target: `=${value}` }[adjustment.kind];
}
