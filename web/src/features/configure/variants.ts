import type { Pick } from "./decisions";
import { type AttributeState, keyOf } from "./model";

/** Choices put aside to compare others with. */
export type Variant = { letter: string; picks: readonly Pick[] };

const prefix = "quotient.variants.";

/** As many as fit beside each other, the present choices among them. */
export const mostVariants = 3;

/** The variants of a model kept on this device. */
export function loadVariants(code: string): Variant[] {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + code) ?? "[]") as Variant[];
    return Array.isArray(kept) ? kept.filter((v) => typeof v.letter === "string" && Array.isArray(v.picks)) : [];
  } catch {
    return [];
  }
}

export function saveVariants(code: string, variants: readonly Variant[]): void {
  try {
    if (variants.length === 0) localStorage.removeItem(prefix + code);
    else localStorage.setItem(prefix + code, JSON.stringify(variants));
  } catch {
    // Without storage they live as long as the page.
  }
}

/** The first letter that no variant has. */
export function freeLetter(variants: readonly Variant[]): string {
  return [..."ABCD"].find((letter) => variants.every((v) => v.letter !== letter)) ?? "D";
}

/** One part of a product in each of the configurations compared. */
export type Row = { path: string; states: (AttributeState | undefined)[]; differs: boolean };

/** The visible parts of any of the configurations, in the order they first appear. */
export function compareStates(all: readonly (readonly AttributeState[])[]): Row[] {
  const shown = all.map((states) => new Map(states.filter((s) => s.active && s.visible).map((s) => [s.path, s])));
  const paths = [...new Set(shown.flatMap((states) => [...states.keys()]))];
  return paths.map((path) => {
    const states = shown.map((s) => s.get(path));
    const held = new Set(states.map((s) => (s ? (s.selected ?? [s.value ?? null]).map(keyOf).join("\n") : "")));
    return { path, states, differs: held.size > 1 };
  });
}
