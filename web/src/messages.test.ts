import { describe, expect, test } from "vitest";
import en from "../messages/en.json";
import fr from "../messages/fr.json";
import { m } from "./paraglide/messages.js";

/*
 * Paraglide yields zero messages with a success line when its plugin cannot be
 * loaded, and falls back to the other language silently. Hence the counts.
 */

type Entry = string | { selectors: string[]; match: Record<string, string> }[];

const english = en as unknown as Record<string, Entry>;
const french = fr as unknown as Record<string, Entry>;

function texts(entry: Entry): string[] {
  return typeof entry === "string" ? [entry] : entry.flatMap((v) => Object.values(v.match));
}

function inputs(entry: Entry): string[] {
  return [...new Set(texts(entry).flatMap((t) => [...t.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? "")))].sort();
}

describe("messages", () => {
  test("both languages have the same keys", () => {
    expect(Object.keys(french)).toEqual(Object.keys(english));
  });

  test("every key is compiled into a function", () => {
    expect(Object.keys(m).filter((k) => k in english)).toHaveLength(Object.keys(english).length);
  });

  test("both languages take the same inputs", () => {
    for (const key of Object.keys(english)) {
      expect([key, inputs(french[key]!)]).toEqual([key, inputs(english[key]!)]);
    }
  });

  test("no text is empty and plurals always have an answer", () => {
    for (const [key, entry] of [...Object.entries(english), ...Object.entries(french)]) {
      expect([key, texts(entry).every((t) => t.trim() !== "")]).toEqual([key, true]);
      if (typeof entry !== "string") expect([key, entry.every((v) => "p=*" in v.match)]).toEqual([key, true]);
    }
  });

  test("French typography: no-break space before high punctuation is left to the browser, quotes are curly", () => {
    for (const [key, entry] of Object.entries(french)) {
      expect([key, texts(entry).filter((t) => /\w'\w/.test(t))]).toEqual([key, []]);
    }
  });
});
