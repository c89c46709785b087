/*
 * A configuration in progress is nothing but the ordered list of what the
 * person decided; everything else is the server's answer to it. Undo and redo
 * walk through the lists there have been.
 */

/** One decision, in the order it was made. */
export type Pick = { path: string; op: "set" | "exclude"; value: string };

/** The lists of decisions before, now and after. */
export type History = {
  readonly past: readonly (readonly Pick[])[];
  readonly present: readonly Pick[];
  readonly future: readonly (readonly Pick[])[];
};

export function start(picks: readonly Pick[] = []): History {
  return { past: [], present: picks, future: [] };
}

/** One step: what was undone before is no longer ahead. */
export function step(history: History, next: readonly Pick[]): History {
  if (samePicks(history.present, next)) return history;
  return { past: [...history.past, history.present], present: next, future: [] };
}

export function undo({ past, present, future }: History): History {
  const before = past.at(-1);
  if (!before) return { past, present, future };
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo({ past, present, future }: History): History {
  const [after, ...rest] = future;
  if (!after) return { past, present, future };
  return { past: [...past, present], present: after, future: rest };
}

/** Decides an attribute that has one value; the decision becomes the newest. */
export function choose(picks: readonly Pick[], path: string, value: string): Pick[] {
  return [...picks.filter((p) => p.path !== path), { path, op: "set", value }];
}

/** Decides one option of an attribute that takes several. */
export function toggle(picks: readonly Pick[], path: string, value: string, on: boolean): Pick[] {
  return [...picks.filter((p) => p.path !== path || p.value !== value), { path, op: on ? "set" : "exclude", value }];
}

/** Takes back what was decided about an attribute, or about one of its options. */
export function release(picks: readonly Pick[], path: string, value?: string): Pick[] {
  return picks.filter((p) => p.path !== path || (value !== undefined && p.value !== value));
}

/** Takes back everything inside a component instance: "boxes/b1" and below. */
export function releaseUnder(picks: readonly Pick[], prefix: string): Pick[] {
  return picks.filter((p) => p.path !== prefix && !p.path.startsWith(prefix + "/"));
}

export function samePicks(a: readonly Pick[], b: readonly Pick[]): boolean {
  return a.length === b.length && a.every((p, i) => p.path === b[i]?.path && p.op === b[i]?.op && p.value === b[i]?.value);
}

/**
 * A configuration as text to paste into a message: model and decisions in the
 * URL-safe Base64 of their UTF-8 JSON. It holds no price and no customer.
 */
export function shareCode(model: string, picks: readonly Pick[]): string {
  const compact = [model, ...picks.map((p) => [p.path, p.value, ...(p.op === "exclude" ? [1] : [])])];
  const bytes = new TextEncoder().encode(JSON.stringify(compact));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** Reads a share code; null when it is none. */
export function readShareCode(code: string): { model: string; picks: Pick[] } | null {
  try {
    const text = atob(code.trim().replaceAll("-", "+").replaceAll("_", "/"));
    const compact: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(text, (c) => c.charCodeAt(0))));
    if (!Array.isArray(compact) || typeof compact[0] !== "string") return null;
    const picks = compact.slice(1).map(readPick);
    return picks.every((p) => p !== null) ? { model: compact[0], picks } : null;
  } catch {
    return null;
  }
}

function readPick(entry: unknown): Pick | null {
  if (!Array.isArray(entry)) return null;
  const [path, value, excluded] = entry as unknown[];
  if (typeof path !== "string" || typeof value !== "string") return null;
  return { path, op: excluded === 1 ? "exclude" : "set", value };
}
