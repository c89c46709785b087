import type { Pick } from "./decisions";
import type { AttributeState } from "./model";

/** The ids of the instances present below a component path, in answer order. */
export function instancesOf(states: ReadonlyMap<string, AttributeState>, path: string): string[] {
  const ids = new Set<string>();
  for (const key of states.keys()) {
    if (!key.startsWith(path + "/")) continue;
    const id = key.slice(path.length + 1).split("/")[0];
    if (id) ids.add(id);
  }
  return [...ids];
}

/** An id no instance has or had among the decisions: ids are stable for ever. */
export function freshInstance(path: string, present: readonly string[], picks: readonly Pick[]): string {
  const letter = path.split("/").at(-1)?.charAt(0) ?? "i";
  const used = new Set([...present, ...instanceIds(picks, path)]);
  let n = 1;
  while (used.has(`${letter}${n}`)) n++;
  return `${letter}${n}`;
}

/**
 * Adds an instance beside those that are there. One that a rule or a minimum asks
 * for, and nobody has decided, is decided too: otherwise the new one would only
 * take its place.
 */
export function addInstance(picks: readonly Pick[], path: string, id: string, present: readonly string[] = []): Pick[] {
  const decided = new Set(instanceIds(picks, path));
  const kept = present.filter((other) => !decided.has(other));
  return [...picks, ...[...kept, id].map((one): Pick => ({ path: `${path}/${one}`, op: "set", value: "true" }))];
}

/** Adds an instance that is decided like another one. */
export function copyInstance(picks: readonly Pick[], path: string, from: string, to: string, present: readonly string[] = []): Pick[] {
  const prefix = `${path}/${from}`;
  const inside = picks
    .filter((p) => p.path.startsWith(prefix + "/"))
    .map((p) => ({ ...p, path: `${path}/${to}${p.path.slice(prefix.length)}` }));
  return [...addInstance(picks, path, to, present), ...inside];
}

/** The instances that decisions are about. */
function instanceIds(picks: readonly Pick[], path: string): string[] {
  return picks.filter((p) => p.path.startsWith(path + "/")).map((p) => p.path.slice(path.length + 1).split("/")[0] ?? "");
}
