import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, etag, type Schema } from "~/api/client";
import { type Revision, adopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { NumberInput, TextArea } from "~/components/Field";
import { toast } from "~/components/Toast";
import { parseDecimal } from "~/lib/decimal";
import { decimal } from "~/lib/format";
import { locale, say } from "~/lib/locale";
import { Failure } from "./ActionDialog";
import { isShare, variableName, variableValue } from "./fields";
import { fromPercent, toPercent } from "./percent";
import styles from "./Quote.module.css";

/** Gives a quote back with ceilings: an edit within them needs no new approval. */
export function UpToDialog({ revision, step, onClose }: { revision: Revision; step: Schema["ApprovalStep"]; onClose: () => void }) {
  const [comment, setComment] = useState("");
  const [ceilings, setCeilings] = useState<Record<string, string>>({});
  const names = Object.entries(step.values ?? {}).filter(([, value]) => /^-?\d/.test(value));
  const read = (name: string) => {
    const value = parseDecimal(ceilings[name] ?? "", locale());
    return value === null ? null : isShare(name) ? fromPercent(value) : value;
  };
  const given = names.flatMap(([name]) => {
    const value = read(name);
    return value === null ? [] : [[name, value] as const];
  });
  const back = useMutation({
    mutationFn: () =>
      body(
        api.POST("/v1/revisions/{revision_id}/approve_up_to", {
          params: { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } },
          body: { step_id: step.id, up_to: Object.fromEntries(given), ...(comment.trim() && { comment: comment.trim() }) },
        }),
      ),
    onSuccess: (next) => {
      adopt(next);
      toast({ text: m.up_to_done() });
      onClose();
    },
  });
  return (
    <Dialog
      title={m.action_up_to()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isDisabled={given.length === 0} isPending={back.isPending} onPress={() => back.mutate()}>
            {m.action_up_to()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.up_to_about()}</p>
        <p>{say(step.message)}</p>
        {back.error && <Failure error={back.error} />}
        {names.map(([name, value]) => (
          <NumberInput
            key={name}
            label={variableName(name)}
            unit={isShare(name) ? "%" : undefined}
            hint={m.up_to_now({ value: variableValue(name, value, revision.currency) })}
            placeholder={isShare(name) ? decimal(toPercent(value)) : decimal(value)}
            value={ceilings[name] ?? ""}
            onChange={(e) => setCeilings({ ...ceilings, [name]: e.currentTarget.value })}
          />
        ))}
        <TextArea label={m.field_comment()} optional maxLength={2000} value={comment} onChange={(e) => setComment(e.currentTarget.value)} />
      </div>
    </Dialog>
  );
}
