import { api, body, etag, type Schema } from "~/api/client";
import { Problem } from "~/api/problem";
import { queries } from "~/api/queries";
import { adopt, eventsQuery, type Revision, revisionQuery } from "~/api/quotes";
import { session, whenSignedIn } from "~/api/session";
import { type Change, type Clash, isEmpty, merge, type Merged, settle } from "./merge";

/** Why changes are not stored yet. */
export type Hindrance = "away" | "session";

/** Changes that clash, and who made the other ones. */
export type Question = {
  clashes: readonly Clash[];
  who: readonly string[];
  when: string | undefined;
  /** The clashes, by key, in which the other side wins. */
  answer: (theirs: ReadonlySet<string>) => void;
};

export type EditsState = {
  /** What is not stored yet, oldest first. */
  pending: readonly Change[];
  hindrance: Hindrance | undefined;
  question: Question | undefined;
};

const idle: EditsState = { pending: [], hindrance: undefined, question: undefined };
const patience = [1000, 2000, 4000, 8000, 15_000];

/**
 * The changes of one revision on their way to the server, one after the other:
 * each is based on the version that the one before it made. Nothing typed is
 * lost on the way: while the server is away or the session has ended a change
 * waits and is sent again, and what somebody else has stored meanwhile is merged.
 */
export class RevisionEdits {
  private state = idle;
  private readonly listeners = new Set<() => void>();
  private queue: Promise<unknown> = Promise.resolve();
  private wake = () => {};

  constructor(private readonly id: string) {}

  subscribe = (notify: () => void): (() => void) => {
    this.listeners.add(notify);
    return () => this.listeners.delete(notify);
  };

  snapshot = (): EditsState => this.state;

  /** Tries at once what waits for the server. */
  retry = (): void => this.wake();

  /** Stores a change after those before it. The result says whether others' changes were merged in. */
  run(change: Change): Promise<{ revision: Revision; merged: boolean }> {
    this.set({ pending: [...this.state.pending, change] });
    const job = this.queue.then(() => this.store(change));
    const done = job.finally(() => this.set({ pending: this.state.pending.filter((c) => c !== change) }));
    this.queue = done.catch(() => undefined);
    return done;
  }

  private set(next: Partial<EditsState>): void {
    this.state = { ...this.state, ...next };
    this.listeners.forEach((notify) => notify());
  }

  private async store(first: Change): Promise<{ revision: Revision; merged: boolean }> {
    let change = first;
    let merged = false;
    let base = await this.patiently(() => queries.fetchQuery({ ...revisionQuery(this.id), staleTime: Infinity }));
    for (;;) {
      const present = base;
      const next = await this.patiently(() => send(present, change)).catch((error: unknown) => {
        if (error instanceof Problem && error.stale) return undefined;
        throw error;
      });
      if (next) {
        adopt(next);
        return { revision: next, merged };
      }
      const now = await this.patiently(() => fetchRevision(this.id));
      const both = merge(base, now, change);
      change = both.clashes.length > 0 ? await this.ask(both, base, now) : both.change;
      base = now;
      merged ||= now.last_editor !== session()?.id;
      if (!isEmpty(change)) continue;
      adopt(now);
      return { revision: now, merged };
    }
  }

  /** Does something until the server answers, however long it is away. */
  private async patiently<T>(attempt: () => Promise<T>): Promise<T> {
    for (let n = 0; ; n++) {
      try {
        const done = await attempt();
        if (this.state.hindrance) this.set({ hindrance: undefined });
        return done;
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.status === 401) {
          this.set({ hindrance: "session" });
          await whenSignedIn();
        } else if (error.away) {
          this.set({ hindrance: "away" });
          await this.pause(patience[Math.min(n, patience.length - 1)] ?? 0);
        } else {
          this.set({ hindrance: undefined });
          throw error;
        }
      }
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener("online", go);
        resolve();
      };
      const timer = setTimeout(go, ms);
      addEventListener("online", go);
      this.wake = go;
    });
  }

  /** Asks the person which side wins where both have changed the same field. */
  private async ask(both: Merged, before: Revision, now: Revision): Promise<Change> {
    const others = await otherPeople(now, before.updated_at);
    return new Promise((resolve) => {
      const answer = (theirs: ReadonlySet<string>) => {
        this.set({ question: undefined });
        resolve(settle(both, theirs));
      };
      adopt(now);
      this.set({ question: { clashes: both.clashes, ...others, answer } });
    });
  }
}

/** Who else has changed a revision since a moment, and when last; nobody when that cannot be told. */
async function otherPeople(revision: Revision, since: string): Promise<Pick<Question, "who" | "when">> {
  const events = await queries.fetchQuery({ ...eventsQuery(revision.quote.id), staleTime: 0 }).catch((): Schema["Event"][] => []);
  const me = session()?.id;
  const later = events.filter((e) => e.revision_id === revision.id && e.actor.id !== me && Date.parse(e.recorded_at) > Date.parse(since));
  return { who: [...new Set(later.flatMap((e) => e.actor.name ?? []))], when: later.at(-1)?.occurred_at };
}

function fetchRevision(id: string): Promise<Revision> {
  return body(api.GET("/v1/revisions/{revision_id}", { params: { path: { revision_id: id } } }));
}

/** Stores the lines, then the header; the second is based on the first. */
async function send(base: Revision, { edits, patch }: Change): Promise<Revision> {
  let present = base;
  if (edits) {
    present = await body(api.POST("/v1/revisions/{revision_id}/edit", { params: at(present), body: edits }));
  }
  if (patch) {
    const headers = { "Content-Type": "application/merge-patch+json" };
    present = await body(api.PATCH("/v1/revisions/{revision_id}", { params: at(present), body: patch, headers }));
  }
  return present;
}

const at = (revision: Revision) => ({ path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } });

const open = new Map<string, RevisionEdits>();

/** The changes of a revision; they outlive the screen that they were made on. */
export function editsOf(id: string): RevisionEdits {
  const found = open.get(id) ?? new RevisionEdits(id);
  open.set(id, found);
  return found;
}

// A page that is left takes with it what was not stored: the browser asks first.
addEventListener("beforeunload", (event) => {
  if ([...open.values()].some((e) => e.snapshot().pending.length > 0)) event.preventDefault();
});
