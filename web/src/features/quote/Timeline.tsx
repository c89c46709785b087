import { useQuery } from "@tanstack/react-query";
import type { Schema } from "~/api/client";
import { eventsQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Icon, type IconName } from "~/components/Icon";
import { Card } from "~/components/Page";
import { Loading } from "~/components/State";
import { list, moment } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import styles from "./Quote.module.css";

type Event = Schema["Event"];

const words: Record<string, [() => string, IconName]> = {
  "quote.created": [m.event_created, "plus"],
  "quote.edited": [m.event_edited, "pencil"],
  "quote.submitted": [m.event_submitted, "arrowRight"],
  "quote.step_approved": [m.event_step_approved, "check"],
  "quote.approved": [m.event_approved, "check"],
  "quote.approval_carried": [m.event_approval_carried, "check"],
  "quote.returned": [m.event_returned, "undo"],
  "quote.recalled": [m.event_recalled, "undo"],
  "quote.sending": [m.event_sending, "clock"],
  "quote.send_abandoned": [m.event_send_abandoned, "alert"],
  "quote.sent": [m.event_sent, "send"],
  "quote.viewed": [m.event_viewed, "user"],
  "quote.inquired": [m.event_inquired, "help"],
  "quote.replied": [m.event_replied, "user"],
  "quote.accepted": [m.event_accepted, "check"],
  "quote.rejected": [m.event_rejected, "close"],
  "quote.withdrawn": [m.event_withdrawn, "undo"],
  "quote.expired": [m.event_expired, "clock"],
  "quote.revised": [m.event_revised, "pencil"],
  "quote.superseded": [m.event_superseded, "swap"],
  "quote.acceptance_cancelled": [m.event_acceptance_cancelled, "undo"],
  "quote.discarded": [m.event_discarded, "trash"],
  "quote.imported": [m.event_imported, "download"],
  "quote.reassigned": [m.event_reassigned, "user"],
  "quote.updated": [m.event_updated, "pencil"],
  "quote.commented": [m.event_commented, "pencil"],
  "order.placed": [m.event_ordered, "truck"],
  "order.cancelled": [m.event_order_cancelled, "close"],
  "order.completed": [m.event_order_completed, "check"],
  "order.updated": [m.event_order_updated, "truck"],
  "order.remaining_closed": [m.event_remaining_closed, "close"],
};

/** Everything that happened to a quote, the newest first. */
export function Timeline({ quote }: { quote: string }) {
  const events = useQuery(eventsQuery(quote));
  return (
    <Card title={m.timeline()}>
      {events.isPending ? (
        <Loading lines={4} />
      ) : events.isError ? (
        <FailureState error={events.error} retry={() => void events.refetch()} />
      ) : (
        <ol className={styles.timeline}>
          {[...events.data].reverse().map((event) => (
            <Entry key={event.id} event={event} />
          ))}
        </ol>
      )}
    </Card>
  );
}

function Entry({ event }: { event: Event }) {
  const [what, icon] = words[event.type] ?? [() => event.type, "info" as const];
  const who =
    event.actor.name ?? { user: m.actor_user, api_key: m.actor_api_key, system: m.actor_system, buyer: m.actor_buyer }[event.actor.kind]();
  const which = event.variant && event.revision_number ? m.version_name({ variant: event.variant, number: event.revision_number }) : "";
  const more = [
    event.order_number,
    event.edited && list(event.edited.map(editedWord)),
    event.reason,
    event.competitor,
    event.comment && `“${event.comment}”`,
  ].filter(Boolean);
  return (
    <li className={styles.event}>
      <Icon name={icon} size={20} />
      <div>
        <span>{[what(), which].filter(Boolean).join(" · ")}</span>
        {more.length > 0 && <span className={styles.when}>{more.join(" · ")}</span>}
        <span className={styles.when}>
          {who} · <time dateTime={event.occurred_at}>{moment(event.occurred_at)}</time>
        </span>
      </div>
    </li>
  );
}

const edited: Record<string, () => string> = {
  lines: m.edited_lines,
  terms: m.edited_terms,
  discount: m.edited_discount,
  texts: m.edited_texts,
  validity: m.edited_validity,
  currency: m.edited_currency,
  language: m.edited_language,
  customer: m.edited_customer,
};

function editedWord(name: string): string {
  return edited[name]?.() ?? name;
}
