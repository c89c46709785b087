import type { Schema } from "~/api/client";

type Revision = Pick<Schema["Revision"], "lines">;

/**
 * The positions of the lines that edits change or remove and that somebody else
 * has changed or removed since. A new order of lines clashes when the set of
 * lines is another one.
 */
export function conflicting(before: Revision, now: Revision, edits: Schema["LineEdits"]): number[] {
  const old = new Map(before.lines.map((l) => [l.id, l]));
  const present = new Map(now.lines.map((l) => [l.id, l]));
  const ids = [...(edits.change ?? []).map((c) => c.id), ...(edits.remove ?? [])];
  if (edits.order && (old.size !== present.size || [...old.keys()].some((id) => !present.has(id)))) ids.push(...edits.order);
  return [...new Set(ids)]
    .filter((id) => content(old.get(id)) !== content(present.get(id)))
    .map((id) => old.get(id)?.position ?? 0)
    .sort((a, b) => a - b);
}

/** What a person decides about a line; prices follow from it and do not count. */
function content(line: Schema["Line"] | undefined): string {
  if (!line) return "";
  const { item, model, picks, special, special_price, quantity, optional, alternative, proposed, manual, price_kept, site, note } = line;
  const { term_months, start, end, ramp } = line;
  return JSON.stringify([
    item,
    model,
    picks,
    special,
    special_price,
    quantity,
    optional,
    alternative,
    proposed,
    manual,
    term_months,
    start,
    end,
    ramp,
    price_kept,
    site,
    note,
  ]);
}
