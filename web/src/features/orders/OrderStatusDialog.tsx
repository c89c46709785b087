import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, body, etag, type Schema } from "~/api/client";
import { queries } from "~/api/queries";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { SelectField, TextField } from "~/components/Field";
import { toast } from "~/components/Toast";
import { Failure } from "../quote/ActionDialog";
import form from "../quote/Quote.module.css";

type Next = "completed" | "cancelled";

/** Ends an open order: delivered, or called off with a reason. */
export function OrderStatusDialog({ order, onClose }: { order: Schema["Order"]; onClose: () => void }) {
  const [status, setStatus] = useState<Next>("completed");
  const [reason, setReason] = useState("");
  const [shown, setShown] = useState(false);
  const unexplained = status === "cancelled" && !reason.trim();
  const change = useMutation({
    mutationFn: () =>
      body(
        api.PATCH("/v1/orders/{order_id}", {
          params: { path: { order_id: order.id }, header: { "If-Match": etag(order.version) } },
          headers: { "Content-Type": "application/merge-patch+json" },
          body: status === "cancelled" ? { status, reason: reason.trim() } : { status },
        }),
      ),
    onSuccess: () => {
      toast({ text: m.order_status_done({ number: order.number }) });
      onClose();
    },
    onSettled: () => Promise.all([["orders"], ["quotes"]].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  return (
    <Dialog
      title={m.order_status_of({ number: order.number })}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button
            look={status === "cancelled" ? "danger" : "primary"}
            isPending={change.isPending}
            onPress={() => {
              setShown(true);
              if (!unexplained) change.mutate();
            }}
          >
            {m.save()}
          </Button>
        </>
      }
    >
      <div className={form.form}>
        {change.error && <Failure error={change.error} />}
        <SelectField label={m.state()} value={status} onChange={(e) => setStatus(e.currentTarget.value as Next)}>
          <option value="completed">{m.order_completed()}</option>
          <option value="cancelled">{m.order_cancelled()}</option>
        </SelectField>
        {status === "cancelled" && (
          <TextField
            label={m.field_reason()}
            value={reason}
            maxLength={64}
            error={shown && unexplained ? m.reason_missing() : undefined}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
