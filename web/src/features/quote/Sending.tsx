import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, body, etag } from "~/api/client";
import { queries } from "~/api/queries";
import { adopt, type Revision, revisionQuery } from "~/api/quotes";
import { mailsQuery, sendingQuery } from "~/api/sending";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Notice } from "~/components/State";
import { toast } from "~/components/Toast";
import { failureText } from "~/shell/ErrorScreen";
import styles from "./Quote.module.css";

/** How far the send of a long quote has come, until it is out; a send that is stuck is begun again or given up. */
export function Sending({ revision }: { revision: Revision }) {
  const progress = useQuery(sendingQuery(revision.id));
  const done = progress.data?.stage === "sent";
  useEffect(() => {
    if (!done) return;
    toast({ text: m.action_send_done() });
    void queries.invalidateQueries({ queryKey: revisionQuery(revision.id).queryKey });
    void queries.invalidateQueries({ queryKey: mailsQuery(revision.quote.id).queryKey });
    for (const key of [["quote", revision.quote.id], ["events", revision.quote.id], ["quotes"]])
      void queries.invalidateQueries({ queryKey: key });
  }, [done, revision.id, revision.quote.id]);
  const params = { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } };
  const told = {
    onSuccess: adopt,
    onError: (error: unknown) => toast({ text: failureText(error), tone: "failed" as const }),
  };
  const again = useMutation({ mutationFn: () => body(api.POST("/v1/revisions/{revision_id}/send", { params })), ...told });
  const abandon = useMutation({ mutationFn: () => body(api.POST("/v1/revisions/{revision_id}/abandon_send", { params })), ...told });
  const { percent, stage, problem } = progress.data ?? { percent: 0 };
  const words = { waiting: m.sending_waiting, rendering: m.sending_rendering, storing: m.sending_storing, sent: m.action_send_done };
  return (
    <Notice icon="clock" tone={problem ? "danger" : undefined}>
      <p>{m.notice_sending()}</p>
      <progress className={styles.progress} value={percent} max={100} aria-label={m.sending_progress()} />
      <p role="status">{stage ? words[stage]() : ""}</p>
      {problem && (
        <>
          <p role="alert">{m.sending_problem({ problem })}</p>
          <div className={styles.gridTools}>
            <Button size="small" isPending={again.isPending} onPress={() => again.mutate()}>
              {m.error_retry()}
            </Button>
            <Button size="small" look="quiet" isPending={abandon.isPending} onPress={() => abandon.mutate()}>
              {m.sending_abandon()}
            </Button>
          </div>
        </>
      )}
    </Notice>
  );
}
