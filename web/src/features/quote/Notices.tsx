import { useMutation } from "@tanstack/react-query";
import { api, body, etag, type Schema } from "~/api/client";
import { type Revision, useAdopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Notice } from "~/components/State";
import { toast } from "~/components/Toast";
import { issueText } from "~/lib/issues";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { roleName } from "./Approvals";
import { isOpen } from "./state";
import styles from "./Quote.module.css";

/** What stands in the way of the next step, and newer prices to take. */
export function Notices({ revision }: { revision: Revision }) {
  const issues = isOpen(revision.state) ? (revision.issues ?? []) : [];
  const findings = (revision.findings ?? []).filter((f) => f.severity === "warning");
  const needed = revision.state === "draft" ? (revision.approvals_needed ?? []) : [];
  if (issues.length + findings.length + needed.length === 0 && !revision.needs_reprice && !revision.sending_since) return null;
  return (
    <div className={styles.notices}>
      {revision.sending_since && <Notice icon="clock">{m.notice_sending()}</Notice>}
      {issues.length > 0 && (
        <Notice tone="rule" icon="alert">
          <p>{m.notice_issues({ count: issues.length })}</p>
          <ul>
            {issues.slice(0, 8).map((issue, i) => (
              <li key={i}>{issueText(issue)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {needed.length > 0 && <Needed steps={needed} />}
      {findings.map((f) => (
        <Notice key={f.rule} icon="info">
          {say(f.message)}
        </Notice>
      ))}
      {revision.needs_reprice && <Reprice revision={revision} />}
    </div>
  );
}

/** Who will be asked, and why, before anything is submitted. */
function Needed({ steps }: { steps: readonly Schema["ApprovalStep"][] }) {
  return (
    <Notice tone="rule" icon="lock" role="status">
      <ul className={styles.needed}>
        {steps.map((step) => (
          <li key={step.rule + step.stage + step.role}>
            {step.state === "carried"
              ? m.needs_carried({ why: say(step.message) })
              : m.needs_approval({ who: step.role ? roleName(step.role) : m.approver_person(), why: say(step.message) })}
          </li>
        ))}
      </ul>
    </Notice>
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
