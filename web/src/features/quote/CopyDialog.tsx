import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, attempt, body } from "~/api/client";
import { type Revision, adopt } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { type Chosen, CustomerField } from "~/components/CustomerField";
import { Dialog } from "~/components/Dialog";
import { CheckField, TextField } from "~/components/Field";
import { toast } from "~/components/Toast";
import { Failure } from "./ActionDialog";
import styles from "./Quote.module.css";

/** A new quote with the same content, or a variant beside this one. */
export function CopyDialog({ kind, revision, onClose }: { kind: "clone" | "variant"; revision: Revision; onClose: () => void }) {
  const navigate = useNavigate();
  const [key] = useState(attempt);
  const [name, setName] = useState("");
  const [customer, setCustomer] = useState<Chosen | null>(null);
  const [reprice, setReprice] = useState(true);
  const known = customer && "id" in customer ? customer : null;
  const copy = useMutation({
    mutationFn: () =>
      kind === "variant"
        ? body(
            api.POST("/v1/revisions/{revision_id}/add_variant", {
              params: { path: { revision_id: revision.id }, header: { "Idempotency-Key": key } },
              body: name.trim() ? { name: name.trim() } : {},
            }),
          )
        : body(
            api.POST("/v1/revisions/{revision_id}/clone", {
              params: { path: { revision_id: revision.id }, header: { "Idempotency-Key": key } },
              body: { reprice, ...(name.trim() && { title: name.trim() }), ...(known && { customer_id: known.id }) },
            }),
          ),
    onSuccess: async (next) => {
      adopt(next);
      toast({ text: kind === "variant" ? m.variant_done() : m.clone_done() });
      onClose();
      await navigate({ to: "/quotes/$id", params: { id: next.quote.id }, search: { revision: next.id } });
    },
  });
  const title = kind === "variant" ? m.action_variant() : m.action_clone();
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isPending={copy.isPending} onPress={() => copy.mutate()}>
            {title}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{kind === "variant" ? m.variant_about() : m.clone_about()}</p>
        {copy.error && <Failure error={copy.error} />}
        {kind === "clone" && <CustomerField onChoose={setCustomer} />}
        <TextField label={m.field_title()} optional maxLength={200} value={name} onChange={(e) => setName(e.currentTarget.value)} />
        {kind === "clone" && <CheckField label={m.reprice()} checked={reprice} onChange={(e) => setReprice(e.currentTarget.checked)} />}
      </div>
    </Dialog>
  );
}
