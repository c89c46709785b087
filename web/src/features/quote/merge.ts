import type { Schema } from "~/api/client";

/*
 * What a person has typed meets what somebody else has stored meanwhile: each
 * field is compared three ways, with the value both began from. Only where both
 * changed the same field to something different does a person have to choose.
 */

type Line = Schema["Line"];
type Edits = Schema["LineEdits"];
type Patch = Schema["RevisionPatch"];
type Revision = Pick<Schema["Revision"], "lines">;

/** What is to become of a revision: its lines, its header, or both. */
export type Change = { edits?: Edits; patch?: Patch };

/** One field that both have changed; `line` is missing for the header. */
export type Clash = {
  key: string;
  line?: Line;
  /** A field's name, or "removed": one side has taken the line away. */
  field: string;
  mine: unknown;
  theirs: unknown;
};

export type Merged = { change: Change; clashes: Clash[] };

/** Puts a change that was made on `before` on top of `now`; fields that clash stay in it. */
export function merge(before: Revision, now: Revision, { edits, patch }: Change): Merged {
  const clashes: Clash[] = [];
  const merged = edits && mergeEdits(before, now, edits, clashes);
  const header = patch && mergeFields(before, now, patch, (field, mine, theirs) => clashes.push({ key: field, field, mine, theirs }));
  return { change: { ...(merged && { edits: merged }), ...(header && { patch: header }) }, clashes };
}

function mergeEdits(before: Revision, now: Revision, edits: Edits, clashes: Clash[]): Edits | undefined {
  const old = byId(before);
  const present = byId(now);
  const change: Schema["LineChange"][] = [];
  for (const { id, ...fields } of edits.change ?? []) {
    const [was, is] = [old.get(id), present.get(id)];
    if (!was || !is) {
      if (was) clashes.push({ key: id, line: was, field: "removed", mine: fields, theirs: undefined });
      continue;
    }
    const rest = mergeFields(was, is, fields, (field, mine, theirs) =>
      clashes.push({ key: `${id} ${field}`, line: is, field, mine, theirs }),
    );
    if (rest) change.push({ id, ...rest });
  }
  const remove = (edits.remove ?? []).filter((id) => {
    const [was, is] = [old.get(id), present.get(id)];
    if (was && is && content(was) !== content(is)) clashes.push({ key: id, line: is, field: "removed", mine: undefined, theirs: is });
    return is !== undefined;
  });
  const add = edits.add?.filter((l) => !l.id || !present.has(l.id));
  const order = edits.order && [...edits.order.filter((id) => present.has(id)), ...missingFrom(edits.order, now)];
  const next = { ...some("add", add), ...some("change", change), ...some("remove", remove), ...some("order", order) };
  return Object.keys(next).length > 0 ? next : undefined;
}

/** The fields of a change that are still to be stored, or none. */
function mergeFields<T extends object>(
  before: object,
  now: object,
  fields: T,
  clash: (field: string, mine: unknown, theirs: unknown) => void,
): T | undefined {
  const kept = Object.entries(fields).filter(([field, mine]) => {
    const [was, is] = [valueOf(before, field), valueOf(now, field)];
    if (same(is, mine)) return false;
    if (!same(was, is)) clash(field, mine, is);
    return true;
  });
  return kept.length > 0 ? (Object.fromEntries(kept) as T) : undefined;
}

/** The change without the fields for which the other side was chosen, by the clash's key. */
export function settle({ change, clashes }: Merged, theirs: ReadonlySet<string>): Change {
  const given = (line: string | undefined, field: string) =>
    clashes.some((c) => theirs.has(c.key) && c.line?.id === line && c.field === field);
  const { edits, patch } = change;
  const restored = clashes.filter((c) => c.field === "removed" && c.line && c.mine !== undefined && !theirs.has(c.key));
  const add = [...(edits?.add ?? []), ...restored.map((c) => again(c.line!, c.mine as object))];
  const changes = (edits?.change ?? [])
    .map(({ id, ...fields }) => ({ id, ...Object.fromEntries(Object.entries(fields).filter(([field]) => !given(id, field))) }))
    .filter((c) => Object.keys(c).length > 1);
  const remove = (edits?.remove ?? []).filter((id) => !given(id, "removed"));
  const next = { ...some("add", add), ...some("change", changes), ...some("remove", remove), ...some("order", edits?.order) };
  const header = Object.fromEntries(Object.entries(patch ?? {}).filter(([field]) => !given(undefined, field)));
  return {
    ...(Object.keys(next).length > 0 && { edits: next }),
    ...(Object.keys(header).length > 0 && { patch: header }),
  };
}

/** Whether nothing is left to store. */
export function isEmpty({ edits, patch }: Change): boolean {
  return !edits && !patch;
}

/** The line that somebody removed, once more, with what was typed into it. */
function again(line: Line, fields: object): Schema["LineInput"] {
  return { ...copyOf(line), ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) };
}

/** A new line that is sold like another one. */
export function copyOf(line: Line): Schema["LineInput"] {
  const { item, model, picks, special, ...more } = line;
  const { quantity, section_id, manual, optional, site, note, term_months, start, end, ramp } = more;
  const what = model ? { model, picks: picks ?? [] } : item ? { item } : { special };
  return { ...what, quantity, section_id, manual, optional, site, note, term_months, start, end, ramp };
}

/** The lines as they will be, as far as that is known before the answer. */
export function foreseen(lines: readonly Line[], changes: readonly Change[]): readonly Line[] {
  const fields = new Map<string, object>();
  const gone = new Set<string>();
  for (const { edits } of changes) {
    for (const { id, ...change } of edits?.change ?? []) fields.set(id, { ...fields.get(id), ...change });
    for (const id of edits?.remove ?? []) gone.add(id);
  }
  if (fields.size + gone.size === 0) return lines;
  return lines.flatMap((line) => {
    if (gone.has(line.id)) return [];
    const change = fields.get(line.id);
    if (!change) return [line];
    const known = Object.entries(change).map(([field, value]) => [field, value ?? undefined]);
    return [{ ...line, ...(Object.fromEntries(known) as Partial<Line>) }];
  });
}

function byId(revision: Revision): Map<string, Line> {
  return new Map(revision.lines.map((l) => [l.id, l]));
}

function missingFrom(ids: readonly string[], { lines }: Revision): string[] {
  const known = new Set(ids);
  return lines.map((l) => l.id).filter((id) => !known.has(id));
}

function some<K extends string, T>(name: K, all: T[] | undefined): { [P in K]?: T[] } {
  return (all && all.length > 0 ? { [name]: all } : {}) as { [P in K]?: T[] };
}

function valueOf(holder: object, field: string): unknown {
  return (holder as Record<string, unknown>)[field];
}

/** Absent, null, false and empty are all nothing. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === false || value === "") return "";
  if (Array.isArray(value)) return value.length === 0 ? "" : `[${value.map(canonical).join()}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const parts = Object.entries(value).map(([name, inner]) => [name, canonical(inner)] as const);
  return `{${parts
    .filter(([, text]) => text !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}:${text}`)
    .join()}}`;
}

/** What a person decides about a line; its place and prices follow and do not count. */
function content({ id: _, position: _p, origin_id: _o, resolved: _r, price: _n, kept: _k, ...decided }: Line): string {
  return canonical(decided);
}
