import { useSyncExternalStore } from "react";
import { type Locale, isLocale, overwriteGetLocale } from "~/paraglide/runtime.js";

const key = "quotient.language";
const listeners = new Set<() => void>();

let current: Locale = read();
overwriteGetLocale(() => current);

function read(): Locale {
  const lang = document.documentElement.lang;
  return isLocale(lang) ? lang : "en";
}

/** The language of the interface at this moment, outside of React. */
export function locale(): Locale {
  return current;
}

/** Switches the language of the interface and remembers it on this device. */
export function switchLocale(next: Locale): void {
  if (next === current) return;
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // A browser without storage keeps the choice for this visit only.
  }
  listeners.forEach((notify) => notify());
}

/** Reports whether the person has chosen a language on this device before. */
export function localeIsChosen(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

/** The language of the interface; the caller renders again when it changes. */
export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, locale);
}

/** A text as the server stores it: language to words. */
export type Text = { [language: string]: string } | string | null | undefined;

/** The words of a text in the present language, or in another it has. */
export function say(text: Text): string {
  if (!text) return "";
  if (typeof text === "string") return text;
  return text[current] ?? text["en"] ?? Object.values(text)[0] ?? "";
}
