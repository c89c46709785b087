import type { Pick } from "./decisions";

type Draft = { picks: readonly Pick[]; at: string };

const prefix = "quotient.draft.";

/** The work kept on this device under a key, if there is any. */
export function loadDraft(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(prefix + key) ?? "null") as Draft | null;
    return draft && Array.isArray(draft.picks) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the work on this device; no decisions leave nothing behind. */
export function saveDraft(key: string, picks: readonly Pick[]): void {
  try {
    if (picks.length === 0) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, JSON.stringify({ picks, at: new Date().toISOString() } satisfies Draft));
  } catch {
    // Without storage the work lives as long as the page.
  }
}

/** Forgets the work once it has become part of a quote. */
export function dropDraft(key: string): void {
  saveDraft(key, []);
}
