import { useMutation } from "@tanstack/react-query";
import { api, body, etag } from "~/api/client";
import { type Revision, useAdopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Notice } from "~/components/State";
import { toast } from "~/components/Toast";
import { failureText } from "~/shell/ErrorScreen";
import { isOpen } from "./state";
import styles from "./Quote.module.css";

/** What stands in the way of the next step, and newer prices to take. */
export function Notices({ revision }: { revision: Revision }) {
  const issues = isOpen(revision.state) ? (revision.issues ?? []) : [];
  if (issues.length === 0 && !revision.needs_reprice && !revision.sending_since) return null;
  return (
    <div className={styles.notices}>
      {revision.sending_since && <Notice icon="clock">{m.notice_sending()}</Notice>}
      {issues.length > 0 && (
        <Notice tone="rule" icon="alert">
          <p>{m.notice_issues({ count: issues.length })}</p>
          <ul>
            {issues.slice(0, 8).map((issue, i) => (
              <li key={i}>{issue.message}</li>
            ))}
          </ul>
        </Notice>
      )}
      {revision.needs_reprice && <Reprice revision={revision} />}
    </div>
  );
}

function Reprice({ revision }: { revision: Revision }) {
  const adopt = useAdopt();
  const reprice = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/revisions/{revision_id}/reprice", {
          params: { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } },
        }),
      ),
    onSuccess: (next) => {
      adopt(next);
      toast({ text: m.repriced() });
    },
    onError: (error) => toast({ text: failureText(error), tone: "failed" }),
  });
  return (
    <Notice tone="accent">
      <div className={styles.noticeRow}>
        {m.notice_reprice()}
        {revision.state === "draft" && (
          <Button size="small" isPending={reprice.isPending} onPress={() => reprice.mutate()}>
            {m.reprice()}
          </Button>
        )}
      </div>
    </Notice>
  );
}
