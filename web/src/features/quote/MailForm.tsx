import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Revision } from "~/api/quotes";
import { draftQuery, type Letter, type Recipient } from "~/api/sending";
import { m } from "~/paraglide/messages.js";
import { CheckField, TextArea, TextField } from "~/components/Field";
import { Loading, Notice } from "~/components/State";
import { Failure } from "./ActionDialog";
import { addressesIn } from "./addresses";
import styles from "./Send.module.css";

/** A letter while it is written. */
export type Writing = {
  kind: Letter["kind"];
  /** The contacts ticked; undefined for the one that the quote names. */
  ticked?: readonly string[];
  others: string;
  subject?: string;
  text: string;
};

export const blankLetter = (kind: Letter["kind"]): Writing => ({ kind, others: "", text: "" });

/** The letter as it is asked for. */
export function letterOf(writing: Writing, contacts: readonly Recipient[]): Letter {
  const to =
    writing.ticked === undefined && !writing.others.trim()
      ? undefined
      : [...contacts.filter((c) => writing.ticked?.includes(c.email)), ...addressesIn(writing.others).map((email) => ({ email }))];
  return {
    kind: writing.kind,
    ...(to && to.length > 0 && { to }),
    ...(writing.subject?.trim() && { subject: writing.subject.trim() }),
    ...(writing.text.trim() && { text: writing.text.trim() }),
  };
}

/** The customer's contacts that a mail can reach. */
export function contactsOf(revision: Revision): Recipient[] {
  return (revision.quote.customer.contacts ?? []).flatMap((c) => (c.email ? [{ name: c.name, email: c.email }] : []));
}

/** To whom the mail goes and what it says; below it, the mail as the customer reads it. */
export function MailForm({ revision, writing, onChange }: { revision: Revision; writing: Writing; onChange: (next: Writing) => void }) {
  const contacts = contactsOf(revision);
  // What is typed is sent to the server when the field is left.
  const [settled, setSettled] = useState(writing);
  const draft = useQuery({ ...draftQuery(revision, letterOf(settled, contacts)), placeholderData: (before) => before });
  const legend = useId();
  const change = (part: Partial<Writing>, now = false) => {
    onChange({ ...writing, ...part });
    if (now) setSettled({ ...writing, ...part });
  };
  if (draft.isPending) return <Loading lines={8} />;
  if (draft.data === null) return <Notice icon="info">{m.mail_not_set_up()}</Notice>;
  const proposed = draft.data?.to.map((to) => to.email) ?? [];
  const ticked = writing.ticked ?? (writing.others.trim() ? [] : proposed);
  return (
    <div className={styles.stack}>
      <fieldset className={styles.recipients} aria-describedby={`${legend}-hint`}>
        <legend>{m.mail_to()}</legend>
        {contacts.map((contact) => (
          <CheckField
            key={contact.email}
            label={`${contact.name ?? ""} <${contact.email}>`}
            checked={ticked.includes(contact.email)}
            onChange={(e) => {
              const rest = ticked.filter((email) => email !== contact.email);
              change({ ticked: e.currentTarget.checked ? [...rest, contact.email] : rest }, true);
            }}
          />
        ))}
        <TextField
          label={m.mail_others()}
          type="text"
          inputMode="email"
          autoComplete="off"
          optional={contacts.length > 0}
          hint={m.mail_others_hint()}
          value={writing.others}
          maxLength={2000}
          onChange={(e) => change({ others: e.currentTarget.value, ticked })}
          onBlur={() => setSettled(writing)}
        />
      </fieldset>
      {draft.error && <Failure error={draft.error} />}
      <TextField
        label={m.mail_subject()}
        hint={revision.sent_at ? undefined : m.mail_number_hint()}
        value={writing.subject ?? draft.data?.subject ?? ""}
        maxLength={300}
        onChange={(e) => change({ subject: e.currentTarget.value })}
      />
      <TextArea
        label={m.mail_text()}
        hint={m.mail_text_hint()}
        optional
        rows={4}
        maxLength={10_000}
        value={writing.text}
        onChange={(e) => change({ text: e.currentTarget.value })}
        onBlur={() => setSettled(writing)}
      />
      {draft.data && (
        <figure className={styles.letter}>
          <figcaption>{m.mail_preview()}</figcaption>
          <p lang={draft.data.language}>{draft.data.text}</p>
        </figure>
      )}
    </div>
  );
}
