import { useMutation, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { settingsQuery } from "~/api/catalogue";
import { api, attempt, body, etag } from "~/api/client";
import { queries } from "~/api/queries";
import { adopt, type Revision } from "~/api/quotes";
import { checklistQuery, draftQuery, mailsQuery, post } from "~/api/sending";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { CheckField, SelectField, TextField } from "~/components/Field";
import { toast } from "~/components/Toast";
import { day, money } from "~/lib/format";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { Failure } from "./ActionDialog";
import { Checklist } from "./Checklist";
import { blankLetter, contactsOf, letterOf, MailForm } from "./MailForm";
import { SendPreviews } from "./SendPreviews";
import { useLineEditor } from "./useLineEditor";
import styles from "./Send.module.css";

export type SendDialogProps = { revision: Revision; onClose: () => void };

/**
 * The last look before a quote goes out: what the customer will get, what is
 * still missing, and whom it is mailed to. One that may not be sent yet is only
 * looked at.
 */
export default function SendDialog({ revision, onClose }: SendDialogProps) {
  const sendable = revision.actions.some((a) => a.action === "send");
  const [writing, setWriting] = useState(blankLetter("offer"));
  const [wanted, setWanted] = useState<boolean>();
  const [key] = useState(attempt);
  const checklist = useQuery(checklistQuery(revision));
  const draft = useQuery({ ...draftQuery(revision, { kind: "offer" }), enabled: sendable });
  const byMail = draft.data != null && (wanted ?? draft.data.to.length > 0);
  const letter = letterOf(writing, contactsOf(revision));
  const nobody = byMail && !letter.to && (writing.ticked !== undefined || draft.data?.to.length === 0);
  const send = useMutation({
    mutationFn: async () => {
      // Addresses are checked before anything is frozen.
      if (byMail) await queries.fetchQuery({ ...draftQuery(revision, letter), staleTime: 0 });
      const next = await body(
        api.POST("/v1/revisions/{revision_id}/send", {
          params: { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } },
        }),
      );
      adopt(next);
      const unposted = byMail && (await post(revision, letter, key).then(() => undefined, failureText));
      return { next, unposted };
    },
    onSuccess: ({ next, unposted }) => {
      void queries.invalidateQueries({ queryKey: mailsQuery(revision.quote.id).queryKey });
      const done = next.state === "sent" ? m.action_send_done() : m.send_begun();
      toast(
        unposted ? { text: m.send_unposted({ done, why: unposted }), tone: "failed" } : { text: byMail ? m.send_posted({ done }) : done },
      );
      onClose();
    },
    onError: () => void queries.invalidateQueries({ queryKey: ["checklist", revision.id] }),
  });
  return (
    <Dialog
      title={sendable ? m.send_title({ number: revision.quote.number }) : m.preview_title({ number: revision.quote.number })}
      open
      onClose={onClose}
      kind="full"
      foot={
        <>
          <Button onPress={onClose}>{sendable ? m.cancel() : m.close()}</Button>
          {sendable && (
            <Button
              look="primary"
              icon="send"
              isDisabled={checklist.data?.ready !== true || nobody}
              isPending={send.isPending}
              onPress={() => send.mutate()}
            >
              {m.action_send()}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          {send.error && <Failure error={send.error} />}
          <SendPreviews
            revision={revision}
            mail={
              sendable && (
                <>
                  {draft.data && (
                    <CheckField label={m.mail_wanted()} checked={byMail} onChange={(e) => setWanted(e.currentTarget.checked)} />
                  )}
                  {nobody && (
                    <p role="alert" className={styles.gap}>
                      {m.mail_nobody()}
                    </p>
                  )}
                  {(byMail || !draft.data) && <MailForm revision={revision} writing={writing} onChange={setWriting} />}
                </>
              )
            }
          />
        </div>
        <div className={styles.stack}>
          {sendable && <p>{m.action_send_about()}</p>}
          <dl className={styles.facts}>
            <dt>{m.customer()}</dt>
            <dd>{revision.quote.customer.name}</dd>
            <dt>{m.total_net()}</dt>
            <dd className="num">{money(revision.totals.one_off.net, revision.currency)}</dd>
            <dt>{m.total_gross()}</dt>
            <dd className="num">{money(revision.totals.one_off.gross, revision.currency)}</dd>
            <dt>{m.lines()}</dt>
            <dd>{revision.lines.length}</dd>
          </dl>
          <Checklist revision={revision} onLeave={onClose} />
          {revision.actions.some((a) => a.action === "edit") && <Terms revision={revision} />}
        </div>
      </div>
    </Dialog>
  );
}

/** What may still change without a new approval or with it: language, validity, terms. */
function Terms({ revision }: { revision: Revision }) {
  const settings = useSuspenseQuery(settingsQuery).data;
  const { patch: store } = useLineEditor(revision.id);
  const patch = useMutation({ mutationFn: store });
  const [terms, setTerms] = useState(revision.payment_terms ?? say(settings.payment_terms));
  return (
    <div className={styles.stack} aria-busy={patch.isPending || undefined}>
      {patch.error && <Failure error={patch.error} />}
      <SelectField
        label={m.document_language()}
        value={revision.language}
        onChange={(e) => patch.mutate({ language: e.currentTarget.value === "fr" ? "fr" : "en" })}
      >
        <option value="fr">Français</option>
        <option value="en">English</option>
      </SelectField>
      <div id="send-validity">
        <TextField
          label={m.field_valid_until()}
          type="date"
          hint={revision.valid_until ? day(revision.valid_until) : m.send_validity_hint({ count: revision.validity_days })}
          value={revision.valid_until_given ? (revision.valid_until ?? "") : ""}
          onChange={(e) => patch.mutate({ valid_until: e.currentTarget.value || null })}
        />
      </div>
      <div id="send-terms">
        <TextField
          label={m.payment_terms()}
          value={terms}
          maxLength={1000}
          onChange={(e) => setTerms(e.currentTarget.value)}
          onBlur={() => terms !== (revision.payment_terms ?? "") && patch.mutate({ payment_terms: terms || null })}
        />
      </div>
    </div>
  );
}
