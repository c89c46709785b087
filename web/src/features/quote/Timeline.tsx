import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, attempt, body, type Schema } from "~/api/client";
import { queries } from "~/api/queries";
import { eventsQuery } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextArea } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { Card } from "~/components/Page";
import { Loading } from "~/components/State";
import { list, moment } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { Failure } from "./ActionDialog";
import { eventWords } from "./events";
import { fieldName, fieldValue } from "./fields";
import styles from "./Quote.module.css";

type Event = Schema["Event"];

/** Everything that happened to a quote, the newest first. */
export function Timeline({ quote, currency }: { quote: string; currency: string }) {
  const events = useQuery(eventsQuery(quote));
  return (
    <Card title={m.timeline()}>
      <CommentForm quote={quote} />
      {events.isPending ? (
        <Loading lines={4} />
      ) : events.isError ? (
        <FailureState error={events.error} retry={() => void events.refetch()} />
      ) : (
        <ol className={styles.timeline}>
          {[...events.data].reverse().map((event) => (
            <Entry key={event.id} event={event} currency={currency} />
          ))}
        </ol>
      )}
    </Card>
  );
}

/** A remark for colleagues; the customer never sees it. */
function CommentForm({ quote }: { quote: string }) {
  const user = useSession();
  const [text, setText] = useState("");
  const [key, setKey] = useState(attempt);
  const send = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/quotes/{quote_id}/comments", {
          params: { path: { quote_id: quote }, header: { "Idempotency-Key": key } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: () => {
      setText("");
      setKey(attempt());
      return queries.invalidateQueries({ queryKey: eventsQuery(quote).queryKey });
    },
  });
  if (!(["quotes:write", "quotes:approve", "orders:write"] as const).some((p) => can(user, p))) return null;
  return (
    <form
      className={styles.comment}
      onSubmit={(e) => {
        e.preventDefault();
        if (text.trim()) send.mutate();
      }}
    >
      {send.error && <Failure error={send.error} />}
      <TextArea
        label={m.comment_label()}
        hint={m.comment_hint()}
        rows={2}
        maxLength={2000}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <Button type="submit" size="small" isPending={send.isPending}>
        {m.comment_send()}
      </Button>
    </form>
  );
}

function Entry({ event, currency }: { event: Event; currency: string }) {
  const [what, icon] = eventWords(event.type);
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
        {event.changes && event.changes.length > 0 && (
          <ul className={styles.changes}>
            {event.changes.map((change, i) => (
              <li key={i}>
                {fieldName(change.field)} {fieldValue(change.field, change.before, event.currency ?? currency)}
                <span aria-hidden="true"> → </span>
                <span className="visually-hidden">{m.change_to()}</span>
                <strong>{fieldValue(change.field, change.after, event.currency ?? currency)}</strong>
              </li>
            ))}
          </ul>
        )}
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
  attachments: m.attachments,
};

function editedWord(name: string): string {
  return edited[name]?.() ?? name;
}
