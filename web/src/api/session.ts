import { useSyncExternalStore } from "react";
import { type Locale } from "~/paraglide/runtime.js";
import { localeIsChosen, switchLocale } from "~/lib/locale";
import { api, body, type Schema, setCsrf, whenSessionEnds } from "./client";
import { Problem } from "./problem";
import { queries } from "./queries";

export type Session = Schema["Principal"];
export type Permission = Schema["Permission"];

type State = { user: Session | null; ended: boolean };

let state: State = { user: null, ended: false };
const listeners = new Set<() => void>();

function set(next: State): void {
  state = next;
  listeners.forEach((notify) => notify());
}

function subscribe(notify: () => void): () => void {
  listeners.add(notify);
  return () => listeners.delete(notify);
}

function begin({ user, csrf_token }: Schema["Session"]): void {
  setCsrf(csrf_token);
  if (!localeIsChosen()) switchLocale(user.language as Locale);
  localStorage.setItem(hint, "1");
  set({ user, ended: false });
}

whenSessionEnds(() => {
  if (state.user && !state.ended) set({ ...state, ended: true });
});

/** Who is logged in, as far as this page knows. */
export function session(): Session | null {
  return state.user;
}

const hint = "quotient.signed-in";

declare global {
  /** The answer to who is logged in, asked for by theme.js before this code was there. */
  var quotientSession: Promise<Response | undefined> | undefined;
}

async function takeEarly(): Promise<Schema["Session"] | undefined> {
  const answer = await globalThis.quotientSession;
  globalThis.quotientSession = undefined;
  return answer?.ok ? ((await answer.json()) as Schema["Session"]) : undefined;
}

/**
 * Asks the server who is logged in; null is nobody. A browser that has never
 * logged in does not ask: a refusal would be an error in its console.
 */
export async function loadSession(): Promise<Session | null> {
  if (!localStorage.getItem(hint)) return null;
  const early = await takeEarly();
  if (early) {
    begin(early);
    return state.user;
  }
  try {
    begin(await body(api.GET("/v1/session")));
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    localStorage.removeItem(hint);
  }
  return state.user;
}

/** Resolves when somebody is logged in: at once, or after the session has been renewed. */
export function whenSignedIn(): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (state.ended || !state.user) return;
      stop();
      resolve();
    };
    const stop = subscribe(look);
    look();
  });
}

/** Logs in. When another person took over, nothing of the first one is left. */
export async function signIn(email: string, password: string): Promise<void> {
  const before = state.user?.id;
  const next = await body(api.POST("/v1/session", { body: { email, password } }));
  if (before !== next.user.id) queries.clear();
  begin(next);
  await queries.invalidateQueries();
}

/** Logs out and starts afresh, so that nothing stays in the page's memory. */
export async function signOut(): Promise<void> {
  await api.DELETE("/v1/session").catch(() => undefined);
  localStorage.removeItem(hint);
  location.assign("/login");
}

/** Who is logged in, inside the shell, where somebody always is. */
export function useSession(): Session {
  const user = useSyncExternalStore(subscribe, session);
  if (!user) throw new Error("no session inside the shell");
  return user;
}

/** Whether the session has ended under the hands of the person. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => state.ended);
}

/** What a person may do, to decide what is offered; the server decides again. */
export function can(user: Session, permission: Permission): boolean {
  if (user.permissions.includes(permission)) return true;
  return permission !== "see_cost" && user.permissions.includes("admin");
}
