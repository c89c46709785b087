import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { settingsQuery } from "~/api/catalogue";
import { api, body, etag } from "~/api/client";
import { adopt, type Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { SelectField, TextField } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { toast } from "~/components/Toast";
import { cx } from "~/lib/class";
import { day, money } from "~/lib/format";
import { say } from "~/lib/locale";
import { Failure } from "./ActionDialog";
import { AddressForm } from "./AddressForm";
import { PreviewButton } from "./Preview";
import { checklist } from "./checklist";
import { useLineEditor } from "./useLineEditor";
import styles from "./Send.module.css";

/** The last look before a quote goes out: what it is, and what it still lacks. */
export function SendDialog({ revision, onClose }: { revision: Revision; onClose: () => void }) {
  const settings = useSuspenseQuery(settingsQuery).data;
  const items = checklist(revision, settings);
  const gaps = items.filter((i) => !i.done);
  const send = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/revisions/{revision_id}/send", {
          params: { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } },
        }),
      ),
    onSuccess: (next) => {
      adopt(next);
      toast({ text: m.action_send_done() });
      onClose();
    },
  });
  return (
    <Dialog
      title={m.send_title({ number: revision.quote.number })}
      open
      onClose={onClose}
      kind="wide"
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" icon="send" isDisabled={gaps.length > 0} isPending={send.isPending} onPress={() => send.mutate()}>
            {m.action_send()}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.stack}>
          {send.error && <Failure error={send.error} />}
          <p>{m.action_send_about()}</p>
          <PreviewButton revision={revision} />
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
          <Terms revision={revision} defaultTerms={say(settings.payment_terms)} />
        </div>
        <div className={styles.stack}>
          <h3>{m.send_checklist()}</h3>
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.id} className={cx(styles.item, !item.done && styles.gap)}>
                <Icon name={item.done ? "check" : "alert"} size={16} />
                <span>
                  {item.label}
                  <span className="visually-hidden"> – {item.done ? m.done() : m.missing()}</span>
                </span>
              </li>
            ))}
          </ul>
          {gaps.some((g) => g.id === "address") && <AddressForm customer={revision.quote.customer} />}
          {gaps.some((g) => g.id === "seller") && <p className={styles.note}>{m.send_seller_note()}</p>}
        </div>
      </div>
    </Dialog>
  );
}

/** What may still change without a new approval or with it: language, validity, terms. */
function Terms({ revision, defaultTerms }: { revision: Revision; defaultTerms: string }) {
  const { patch: store } = useLineEditor(revision.id);
  const patch = useMutation({ mutationFn: store });
  const [terms, setTerms] = useState(revision.payment_terms ?? defaultTerms);
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
      <TextField
        label={m.field_valid_until()}
        type="date"
        hint={revision.valid_until ? day(revision.valid_until) : m.send_validity_hint({ count: revision.validity_days })}
        value={revision.valid_until_given ? (revision.valid_until ?? "") : ""}
        onChange={(e) => patch.mutate({ valid_until: e.currentTarget.value || null })}
      />
      <TextField
        label={m.payment_terms()}
        value={terms}
        maxLength={1000}
        onChange={(e) => setTerms(e.currentTarget.value)}
        onBlur={() => terms !== (revision.payment_terms ?? "") && patch.mutate({ payment_terms: terms || null })}
      />
    </div>
  );
}
