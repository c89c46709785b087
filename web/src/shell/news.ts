import type { Schema } from "~/api/client";

type Event = Schema["Event"];

/** What happens to one's quotes that one wants to hear of, when others do it. */
const told: ReadonlySet<string> = new Set([
  "quote.step_approved",
  "quote.approved",
  "quote.approved_up_to",
  "quote.returned",
  "quote.asked",
  "quote.viewed",
  "quote.inquired",
  "quote.accepted",
  "quote.rejected",
  "quote.expired",
  "quote.edited",
  "quote.reassigned",
  "order.placed",
  "order.cancelled",
  "order.completed",
]);

/** Events by others that are worth telling, the newest first. */
export function newsOf<T extends Pick<Event, "type" | "actor" | "occurred_at">>(events: readonly T[], me: string): T[] {
  return events.filter((e) => told.has(e.type) && e.actor.id !== me).sort((a, b) => Date.parse(b.occurred_at) - Date.parse(a.occurred_at));
}

const prefix = "quotient.news.";

/** Until when the person has looked; a device that does not know begins now. */
export function lookedUntil(user: string): string {
  const kept = localStorage.getItem(prefix + user);
  if (kept) return kept;
  const now = new Date().toISOString();
  localStorage.setItem(prefix + user, now);
  return now;
}

export function lookedNow(user: string): void {
  localStorage.setItem(prefix + user, new Date().toISOString());
}
