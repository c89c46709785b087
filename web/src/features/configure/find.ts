import { say } from "~/lib/locale";
import { type AttributeState, type Definition, keyOf, labelAt, partAt, type Status, statusOf, valueLabel } from "./model";

/** A part or value of the model that the words were found in. */
export type Found = { path: string; value?: string; label: string; where: string; status?: Status };

const most = 30;

/**
 * Finds attributes and options, excluded ones too, whose words, code or
 * synonyms hold every word asked for. Accents and case do not matter; what
 * starts with the words comes first.
 */
export function findValues(model: Definition, states: ReadonlyMap<string, AttributeState>, asked: string): Found[] {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits: (Found & { rank: number })[] = [];
  for (const state of states.values()) {
    if (!state.active || !state.visible) continue;
    const part = partAt(model, state.path);
    if (part?.kind !== "attribute" || part.attribute.computed) continue;
    const where = labelAt(model, state.path);
    const rank = score(words, where, [part.attribute.code, say(part.attribute.help)]);
    if (rank >= 0) hits.push({ path: state.path, label: where, where: say(part.attribute.help), rank });
    for (const value of state.values ?? []) {
      const option = part.attribute.options.find((o) => o.code === keyOf(value.value));
      if (!option) continue;
      const label = valueLabel(part.attribute, value.value);
      const at = score(words, label, [option.code, say(option.help), ...(option.synonyms ?? [])]);
      if (at >= 0) hits.push({ path: state.path, value: option.code, label, where, status: statusOf(state, value), rank: at });
    }
  }
  return hits.sort((a, b) => a.rank - b.rank).slice(0, most);
}

function score(words: string[], label: string, others: string[]): number {
  const head = plain(label);
  const all = plain([label, ...others].join(" "));
  if (!words.every((w) => all.includes(w))) return -1;
  if (head.startsWith(words.join(" "))) return 0;
  return words.every((w) => head.includes(w)) ? 1 : 2;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
