import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, etag } from "~/api/client";
import { adopt, eventsQuery, type Revision } from "~/api/quotes";
import { mailsQuery } from "~/api/sending";
import { queries } from "~/api/queries";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextArea } from "~/components/Field";
import { Card } from "~/components/Page";
import { toast } from "~/components/Toast";
import { moment } from "~/lib/format";
import { Failure } from "./ActionDialog";
import styles from "./Quote.module.css";

/** What the customer has asked on their page and what was answered; the answer goes there, and by mail. */
export function Questions({ revision }: { revision: Revision }) {
  const events = useQuery(eventsQuery(revision.quote.id));
  const talk = (events.data ?? []).filter(
    (e) => e.revision_id === revision.id && (e.type === "quote.inquired" || e.type === "quote.replied"),
  );
  if (talk.length === 0) return null;
  return (
    <Card title={m.questions()}>
      <ol className={styles.talk}>
        {talk.map((remark) => (
          <li key={remark.id} data-ours={remark.type === "quote.replied" || undefined}>
            <span className={styles.when}>
              {remark.actor.name ?? (remark.type === "quote.inquired" ? m.actor_buyer() : m.actor_user())} · {moment(remark.occurred_at)}
            </span>
            <p>{remark.comment}</p>
          </li>
        ))}
      </ol>
      {revision.actions.some((a) => a.action === "reply") && <Answer revision={revision} />}
    </Card>
  );
}

function Answer({ revision }: { revision: Revision }) {
  const [text, setText] = useState("");
  const send = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/revisions/{revision_id}/reply", {
          params: { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } },
          body: { text: text.trim() },
        }),
      ),
    onSuccess: (next) => {
      adopt(next);
      setText("");
      void queries.invalidateQueries({ queryKey: mailsQuery(revision.quote.id).queryKey });
      toast({ text: m.action_reply_done() });
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(e) => {
        e.preventDefault();
        if (text.trim()) send.mutate();
      }}
    >
      {send.error && <Failure error={send.error} />}
      <TextArea label={m.question_answer()} rows={3} maxLength={2000} value={text} onChange={(e) => setText(e.currentTarget.value)} />
      <Button type="submit" isPending={send.isPending} isDisabled={!text.trim()}>
        {m.action_reply()}
      </Button>
    </form>
  );
}
