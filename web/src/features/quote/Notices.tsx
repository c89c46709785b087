import { useState } from "react";
import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Notice } from "~/components/State";
import { signedMoney } from "~/lib/format";
import { issueTexts } from "~/lib/issues";
import { say } from "~/lib/locale";
import { roleName } from "./Approvals";
import { RepriceDialog } from "./RepriceDialog";
import { Sending } from "./Sending";
import { isOpen } from "./state";
import styles from "./Quote.module.css";

/** As many findings are named; the others are counted. */
const most = 8;

/** What stands in the way of the next step, and newer prices to take. */
export function Notices({ revision }: { revision: Revision }) {
  const issues = isOpen(revision.state) ? (revision.issues ?? []) : [];
  const told = issueTexts(issues);
  const findings = (revision.findings ?? []).filter((f) => f.severity === "warning");
  const needed = revision.state === "draft" ? (revision.approvals_needed ?? []) : [];
  if (issues.length + findings.length + needed.length === 0 && !revision.needs_reprice && !revision.sending_since) return null;
  return (
    <div className={styles.notices}>
      {revision.sending_since && revision.state === "approved" && <Sending revision={revision} />}
      {issues.length > 0 && (
        <Notice tone="rule" icon="alert">
          <p>{m.notice_issues({ count: issues.length })}</p>
          <ul>
            {told.slice(0, most).map((text) => (
              <li key={text}>{text}</li>
            ))}
            {told.length > most && <li>{m.notice_issues_more({ count: told.length - most })}</li>}
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
  const [open, setOpen] = useState(false);
  const delta = revision.reprice_delta;
  return (
    <Notice tone="accent">
      <div className={styles.noticeRow}>
        {delta === undefined ? m.notice_reprice() : m.notice_reprice_delta({ delta: signedMoney(delta, revision.currency) })}
        {revision.state === "draft" && (
          <Button size="small" onPress={() => setOpen(true)}>
            {m.reprice_review()}
          </Button>
        )}
      </div>
      {open && <RepriceDialog revision={revision} onClose={() => setOpen(false)} />}
    </Notice>
  );
}
