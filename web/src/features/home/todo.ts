import type { QuoteSummary } from "~/api/quotes";
import type { IconName } from "~/components/Icon";

/** Why a quote is on the list of things to do. */
export type TodoKind = "send" | "follow_up" | "expiring" | "unviewed" | "draft";

export type Todo = { kind: TodoKind; quote: QuoteSummary };

export const todoIcons: Record<TodoKind | "returned", [IconName, "good" | "rule" | "danger" | "neutral"]> = {
  send: ["send", "good"],
  follow_up: ["clock", "rule"],
  expiring: ["clock", "danger"],
  unviewed: ["inbox", "rule"],
  draft: ["pencil", "neutral"],
  returned: ["undo", "danger"],
};

const dayMs = 86_400_000;
const expiringDays = 7;
const unviewedDays = 5;

/**
 * What a rep does first, from their own open quotes: approved ones to send,
 * follow-ups that are due, offers that end within a week, sent ones that nobody
 * has looked at for five days, then drafts. Each quote stands once, under its
 * most urgent reason.
 */
export function todosOf(quotes: readonly QuoteSummary[], now: Date): Todo[] {
  const found = quotes.flatMap((quote) => {
    const kind = kindOf(quote, now);
    return kind ? [{ kind, quote }] : [];
  });
  const order: TodoKind[] = ["send", "follow_up", "expiring", "unviewed", "draft"];
  return found.sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.quote.valid_until ?? "9").localeCompare(b.quote.valid_until ?? "9"),
  );
}

function kindOf(quote: QuoteSummary, now: Date): TodoKind | undefined {
  const today = now.toISOString().slice(0, 10);
  switch (quote.state) {
    case "approved":
      return "send";
    case "draft":
      return "draft";
    case "sent": {
      if (quote.follow_up && quote.follow_up <= today) return "follow_up";
      const ends = quote.valid_until ? new Date(quote.valid_until + "T23:59:59Z").getTime() : Infinity;
      if (ends - now.getTime() < expiringDays * dayMs) return "expiring";
      const sent = quote.sent_at ? new Date(quote.sent_at).getTime() : now.getTime();
      return !quote.first_viewed_at && now.getTime() - sent > unviewedDays * dayMs ? "unviewed" : undefined;
    }
    default:
      return undefined;
  }
}
