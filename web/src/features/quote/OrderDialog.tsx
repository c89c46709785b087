import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, attempt, body, etag } from "~/api/client";
import { type Revision, revisionQuery, adopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { NumberInput, TextField } from "~/components/Field";
import { toast } from "~/components/Toast";
import { compareDecimals, isZero, parseDecimal } from "~/lib/decimal";
import { decimal } from "~/lib/format";
import { locale, say } from "~/lib/locale";
import { Failure } from "./ActionDialog";
import styles from "./Quote.module.css";

/** Orders all that remains, or stated quantities of it. */
export function OrderDialog({ revision, onClose }: { revision: Revision; onClose: () => void }) {
  const client = useQueryClient();
  const [key] = useState(attempt);
  const [po, setPo] = useState("");
  const open = (revision.balances ?? []).filter((b) => !isZero(b.remaining));
  const [quantities, setQuantities] = useState<Record<string, string>>({});
  const typed = (id: string, remaining: string) => quantities[id] ?? decimal(remaining);
  const wrong = (id: string, remaining: string) => {
    const value = parseDecimal(typed(id, remaining), locale());
    return value === null || value.startsWith("-") || compareDecimals(value, remaining) > 0;
  };
  const bad = open.some((b) => wrong(b.line_id, b.remaining));

  const order = useMutation({
    mutationFn: () => {
      const lines = open
        .map((b) => ({ line_id: b.line_id, quantity: parseDecimal(typed(b.line_id, b.remaining), locale()) ?? "0" }))
        .filter((l) => !isZero(l.quantity));
      const all = Object.keys(quantities).length === 0;
      return body(
        api.POST("/v1/revisions/{revision_id}/order", {
          params: { path: { revision_id: revision.id }, header: { "Idempotency-Key": key, "If-Match": etag(revision.version) } },
          body: { ...(po.trim() && { po_number: po.trim() }), ...(!all && { lines }) },
        }),
      );
    },
    onSuccess: async () => {
      adopt(revision);
      await client.invalidateQueries({ queryKey: revisionQuery(revision.id).queryKey });
      toast({ text: m.action_order_done() });
      onClose();
    },
  });

  return (
    <Dialog
      title={m.action_order()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" icon="truck" isDisabled={bad} isPending={order.isPending} onPress={() => order.mutate()}>
            {m.action_order()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.action_order_about()}</p>
        {order.error && <Failure error={order.error} />}
        <TextField label={m.field_po_number()} optional maxLength={100} value={po} onChange={(e) => setPo(e.currentTarget.value)} />
        {open.map((b) => {
          const line = revision.lines.find((l) => l.id === b.line_id);
          return (
            <NumberInput
              key={b.line_id}
              label={say(line?.resolved.name) || (line?.item ?? b.line_id)}
              hint={m.order_remaining({ remaining: decimal(b.remaining), accepted: decimal(b.accepted) })}
              value={typed(b.line_id, b.remaining)}
              error={wrong(b.line_id, b.remaining) ? m.order_too_many({ remaining: decimal(b.remaining) }) : undefined}
              onChange={(e) => setQuantities({ ...quantities, [b.line_id]: e.currentTarget.value })}
            />
          );
        })}
      </div>
    </Dialog>
  );
}
