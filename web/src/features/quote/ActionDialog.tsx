import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { attempt } from "~/api/client";
import { settingsQuery } from "~/api/catalogue";
import { Problem } from "~/api/problem";
import { type Revision, revisionQuery, adopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { CheckField, SelectField, TextArea, TextField } from "~/components/Field";
import { Notice } from "~/components/State";
import { toast } from "~/components/Toast";
import { issueTexts } from "~/lib/issues";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { type Answers, type FieldName, missing, type PlainAction } from "./actions";
import styles from "./Quote.module.css";

/** Asks what an action needs to know, takes it, and says what came of it. */
export function ActionDialog({ spec, revision, onClose }: { spec: PlainAction; revision: Revision; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { revision_reasons: reasons } = useSuspenseQuery(settingsQuery).data;
  // The first reason is the usual one.
  const [answers, setAnswers] = useState<Answers>(spec.fields.includes("reason_revision") ? { reason_revision: reasons[0]?.code } : {});
  const [shown, setShown] = useState(false);
  const [key] = useState(attempt);
  const gaps = missing(spec.fields, answers);
  const take = useMutation({
    mutationFn: () => spec.run(revision, answers, key),
    onSuccess: async (result) => {
      const next = result as Partial<Revision> | undefined;
      if (next?.quote && next.id) {
        adopt(next as Revision);
        if (next.id !== revision.id) {
          await navigate({ to: "/quotes/$id", params: { id: revision.quote.id }, search: { revision: next.id } });
        }
      } else adopt(revision);
      await client.invalidateQueries({ queryKey: revisionQuery(revision.id).queryKey });
      toast({ text: spec.done() });
      onClose();
    },
    onError: (error) => {
      if (error instanceof Problem && (error.stale || error.status === 409))
        void client.invalidateQueries({ queryKey: revisionQuery(revision.id).queryKey });
    },
  });
  const late = take.error instanceof Problem && take.error.kind.includes("late");

  return (
    <Dialog
      title={spec.label()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button
            look={spec.look === "danger" ? "danger" : "primary"}
            isPending={take.isPending}
            onPress={() => {
              setShown(true);
              if (gaps.length === 0) take.mutate();
            }}
          >
            {spec.label()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {spec.about && <p>{spec.about()}</p>}
        {take.error && <Failure error={take.error} />}
        {[...spec.fields, ...(late ? (["confirm_late"] as const) : [])].map((field) => (
          <ActionField
            key={field}
            name={field}
            value={answers[field] ?? ""}
            error={shown && gaps.includes(field) ? m.reason_missing() : undefined}
            onChange={(value) => setAnswers((a) => ({ ...a, [field]: value }))}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** Why an action was refused: every finding, not only the first. */
export function Failure({ error }: { error: unknown }) {
  const issues = error instanceof Problem ? error.issues : [];
  return (
    <Notice tone="danger" role="alert">
      <p>{failureText(error)}</p>
      {issues.length > 0 && (
        <ul>
          {issueTexts(issues).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

type FieldProps = { name: FieldName; value: string; error?: string; onChange: (value: string) => void };

function ActionField({ name, value, error, onChange }: FieldProps) {
  const settings = useSuspenseQuery(settingsQuery).data;
  const common = { value, error, onChange: (e: { currentTarget: { value: string } }) => onChange(e.currentTarget.value) };
  switch (name) {
    case "comment":
      return <TextArea {...common} label={m.field_comment()} optional maxLength={2000} />;
    case "text":
      return <TextArea {...common} label={m.field_message()} maxLength={2000} />;
    case "reason":
      return <TextField {...common} label={m.field_reason()} maxLength={64} />;
    case "reason_loss":
      return <Reasons {...common} label={m.field_reason()} reasons={settings.loss_reasons} />;
    case "reason_revision":
      return <Reasons {...common} label={m.field_reason()} reasons={settings.revision_reasons} />;
    case "purchase_reason":
      return <Reasons {...common} label={m.field_motive()} reasons={settings.purchase_reasons} optional />;
    case "competitor":
      return <TextField {...common} label={m.field_competitor()} optional maxLength={200} />;
    case "po_number":
      return <TextField {...common} label={m.field_po_number()} optional maxLength={100} />;
    case "signer":
      return <TextField {...common} label={m.field_signer()} optional maxLength={200} />;
    case "received":
      return <TextField {...common} type="date" label={m.field_received_on()} optional />;
    case "confirm_late":
      return (
        <CheckField label={m.field_confirm_late()} checked={value === "true"} onChange={(e) => onChange(String(e.currentTarget.checked))} />
      );
  }
}

type ReasonsProps = {
  label: string;
  value: string;
  error?: string;
  optional?: boolean;
  reasons: readonly { code: string; label: { [language: string]: string } }[];
  onChange: (e: { currentTarget: { value: string } }) => void;
};

function Reasons({ reasons, ...rest }: ReasonsProps) {
  return (
    <SelectField {...rest}>
      <option value="">{m.choose()}</option>
      {reasons.map((r) => (
        <option key={r.code} value={r.code}>
          {say(r.label)}
        </option>
      ))}
    </SelectField>
  );
}
