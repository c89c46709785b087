import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, attempt, body } from "~/api/client";
import { queries } from "~/api/queries";
import type { Revision } from "~/api/quotes";
import { type Letter, type Mail, mailsQuery, post } from "~/api/sending";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip, type Tone } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { TextField } from "~/components/Field";
import type { IconName } from "~/components/Icon";
import { Menu } from "~/components/Menu";
import { Card } from "~/components/Page";
import { Loading } from "~/components/State";
import { toast } from "~/components/Toast";
import { moment } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { Failure } from "./ActionDialog";
import { blankLetter, contactsOf, letterOf, MailForm } from "./MailForm";
import styles from "./Quote.module.css";

const kinds: Record<Mail["kind"], () => string> = {
  offer: m.mail_kind_offer,
  reminder: m.mail_kind_reminder,
  code: m.mail_kind_code,
  receipt: m.mail_kind_receipt,
  answer: m.mail_kind_answer,
  accepted: m.mail_kind_accepted,
  declined: m.mail_kind_declined,
  question: m.mail_kind_question,
  follow_up: m.mail_kind_follow_up,
};

const states: Record<Mail["state"], [() => string, Tone, IconName]> = {
  queued: [m.mail_queued, "neutral", "clock"],
  sent: [m.mail_sent, "good", "check"],
  refused: [m.mail_refused, "danger", "alert"],
  bounced: [m.mail_bounced, "danger", "undo"],
  dropped: [m.mail_dropped, "outline", "ban"],
};

type Asked = { what: "again" | "bounced"; mail: Mail } | { what: Letter["kind"] };

/** The mails about a quote and what has become of each; another try, a better address, a reminder. */
export function Mails({ revision }: { revision: Revision }) {
  const user = useSession();
  const mails = useQuery(mailsQuery(revision.quote.id));
  const [asked, setAsked] = useState<Asked>();
  const write = can(user, "quotes:write");
  const out = revision.state === "sent" && write;
  if (mails.data?.length === 0 && !out) return null;
  const close = () => setAsked(undefined);
  return (
    <Card
      title={m.mails()}
      actions={
        out && (
          <Menu
            label={m.mail_write()}
            trigger={
              <Button size="small" icon="send">
                {m.mail_write()}
              </Button>
            }
            actions={[
              { id: "offer", label: m.mail_kind_offer(), icon: "send", run: () => setAsked({ what: "offer" }) },
              { id: "reminder", label: m.mail_kind_reminder(), icon: "clock", run: () => setAsked({ what: "reminder" }) },
            ]}
          />
        )
      }
    >
      {mails.isPending ? (
        <Loading lines={2} />
      ) : mails.isError ? (
        <FailureState error={mails.error} retry={() => void mails.refetch()} />
      ) : mails.data.length === 0 ? (
        <p>{m.mails_none()}</p>
      ) : (
        <ul className={styles.links}>
          {mails.data.map((mail) => (
            <Entry key={mail.id} mail={mail} write={write} ask={setAsked} />
          ))}
        </ul>
      )}
      {asked?.what === "again" && <AgainDialog mail={asked.mail} onClose={close} />}
      {asked?.what === "bounced" && <BouncedDialog mail={asked.mail} onClose={close} />}
      {(asked?.what === "offer" || asked?.what === "reminder") && <MailDialog revision={revision} kind={asked.what} onClose={close} />}
    </Card>
  );
}

function Entry({ mail, write, ask }: { mail: Mail; write: boolean; ask: (asked: Asked) => void }) {
  const [words, tone, icon] = states[mail.state];
  const failed = mail.state === "refused" || mail.state === "bounced";
  const name = `${kinds[mail.kind]()} · ${mail.to ?? ""}`;
  return (
    <li>
      <span>
        {kinds[mail.kind]()}{" "}
        <Chip tone={tone} icon={icon}>
          {words()}
        </Chip>
        {mail.to && <span className={styles.when}>{mail.to}</span>}
        <span className={styles.when}>{moment(mail.sent_at ?? mail.changed_at)}</span>
        {mail.state === "queued" && mail.tries > 0 && <span className={styles.when}>{m.mail_tried({ count: mail.tries })}</span>}
        {mail.word && mail.state !== "dropped" && <q className={failed ? styles.said : styles.when}>{mail.word}</q>}
      </span>
      {write && failed && mail.kind !== "code" && (
        <Button size="small" aria-label={`${m.mail_again()}: ${name}`} onPress={() => ask({ what: "again", mail })}>
          {m.mail_again()}
        </Button>
      )}
      {write && mail.state === "sent" && mail.kind !== "code" && (
        <Menu
          label={name}
          trigger={
            <Button size="small" look="quiet" icon="more" iconOnly>
              {name}
            </Button>
          }
          actions={[
            { id: "again", label: m.mail_again(), icon: "send", run: () => ask({ what: "again", mail }) },
            { id: "bounced", label: m.mail_came_back(), icon: "undo", run: () => ask({ what: "bounced", mail }) },
          ]}
        />
      )}
    </li>
  );
}

function useMailChange(change: () => Promise<unknown>, quote: string, done: string, onClose: () => void) {
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: mailsQuery(quote).queryKey });
      toast({ text: done });
      onClose();
    },
  });
}

/** The same mail again, to a better address where there is one. */
function AgainDialog({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const [email, setEmail] = useState(mail.to ?? "");
  const params = { path: { quote_id: mail.quote_id, mail_id: mail.id } };
  const again = useMailChange(
    () => body(api.POST("/v1/quotes/{quote_id}/mails/{mail_id}/resend", { params, body: email.trim() ? { email: email.trim() } : {} })),
    mail.quote_id,
    m.mail_posted(),
    onClose,
  );
  return (
    <Dialog
      title={m.mail_again()}
      open
      onClose={onClose}
      foot={<Foot onClose={onClose} pending={again.isPending} act={m.action_send()} onAct={() => again.mutate()} />}
    >
      <div className={styles.form}>
        {again.error && <Failure error={again.error} />}
        <TextField
          label={m.mail_address()}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}

/** Notes that a mail came back, as somebody has read in the sender's mailbox. */
function BouncedDialog({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const params = { path: { quote_id: mail.quote_id, mail_id: mail.id } };
  const note = useMailChange(
    () => body(api.POST("/v1/quotes/{quote_id}/mails/{mail_id}/bounce", { params, body: { reason: reason.trim() } })),
    mail.quote_id,
    m.mail_bounce_noted(),
    onClose,
  );
  return (
    <Dialog
      title={m.mail_came_back()}
      open
      onClose={onClose}
      foot={<Foot onClose={onClose} pending={note.isPending} act={m.save()} disabled={!reason.trim()} onAct={() => note.mutate()} />}
    >
      <div className={styles.form}>
        {note.error && <Failure error={note.error} />}
        <TextField label={m.mail_bounce_reason()} maxLength={300} value={reason} onChange={(e) => setReason(e.currentTarget.value)} />
      </div>
    </Dialog>
  );
}

/** The offer again, or a reminder of it. */
function MailDialog({ revision, kind, onClose }: { revision: Revision; kind: Letter["kind"]; onClose: () => void }) {
  const [writing, setWriting] = useState(blankLetter(kind));
  const [key] = useState(attempt);
  const letter = letterOf(writing, contactsOf(revision));
  const send = useMailChange(() => post(revision, letter, key), revision.quote.id, m.mail_posted(), onClose);
  return (
    <Dialog
      title={kinds[kind]()}
      open
      onClose={onClose}
      kind="wide"
      foot={
        <Foot
          onClose={onClose}
          pending={send.isPending}
          act={m.action_send()}
          disabled={writing.ticked !== undefined && !letter.to}
          onAct={() => send.mutate()}
        />
      }
    >
      {send.error && <Failure error={send.error} />}
      <MailForm revision={revision} writing={writing} onChange={setWriting} />
    </Dialog>
  );
}

type FootProps = { onClose: () => void; pending: boolean; act: string; disabled?: boolean; onAct: () => void };

function Foot({ onClose, pending, act, disabled, onAct }: FootProps) {
  return (
    <>
      <Button onPress={onClose}>{m.cancel()}</Button>
      <Button look="primary" isPending={pending} isDisabled={disabled} onPress={onAct}>
        {act}
      </Button>
    </>
  );
}
