import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useSession } from "~/api/session";
import { userNamesQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { SelectField, TextField } from "~/components/Field";
import { toast } from "~/components/Toast";
import { Failure } from "../quote/ActionDialog";
import styles from "./Approvals.module.css";

/** Lets a colleague decide in one's place for some days. */
export function DelegateDialog({ onClose }: { onClose: () => void }) {
  const me = useSession();
  const names = useQuery(userNamesQuery).data ?? new Map<string, string>();
  const [to, setTo] = useState("");
  const [start, setStart] = useState("");
  const [end, setEnd] = useState("");
  const ready = to !== "" && start !== "" && end >= start;
  const delegate = useMutation({
    mutationFn: () => api.POST("/v1/me/delegations", { body: { to, start, end } }),
    onSuccess: () => {
      toast({ text: m.delegate_done({ name: names.get(to) ?? "" }) });
      onClose();
    },
  });
  return (
    <Dialog
      title={m.delegate()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isDisabled={!ready} isPending={delegate.isPending} onPress={() => delegate.mutate()}>
            {m.delegate()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.delegate_about()}</p>
        {delegate.error && <Failure error={delegate.error} />}
        <SelectField label={m.delegate_to()} value={to} onChange={(e) => setTo(e.currentTarget.value)}>
          <option value="">{m.choose()}</option>
          {[...names]
            .filter(([id]) => id !== me.id)
            .map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </SelectField>
        <TextField label={m.delegate_start()} type="date" value={start} onChange={(e) => setStart(e.currentTarget.value)} />
        <TextField label={m.delegate_end()} type="date" value={end} min={start} onChange={(e) => setEnd(e.currentTarget.value)} />
      </div>
    </Dialog>
  );
}
