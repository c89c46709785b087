import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api, body, etag, type Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextField } from "~/components/Field";
import { Failure } from "./ActionDialog";
import styles from "./Send.module.css";

/** The customer's address, asked for where a document cannot do without it. */
export function AddressForm({ customer }: { customer: Schema["Customer"] }) {
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (address: Schema["Address"]) =>
      body(
        api.PATCH("/v1/customers/{customer_id}", {
          params: { path: { customer_id: customer.id }, header: { "If-Match": etag(customer.version) } },
          body: { addresses: [...(customer.addresses ?? []), address] },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      ),
    onSuccess: () =>
      Promise.all([["revision"], ["checklist"], ["buyer-page"], ["preview"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    save.mutate({
      code: "main",
      street: text("street"),
      postal_code: text("postal_code"),
      city: text("city"),
      country: text("country").toUpperCase(),
    });
  }

  return (
    <form className={styles.stack} onSubmit={submit}>
      {save.error && <Failure error={save.error} />}
      <TextField label={m.address_street()} name="street" required autoComplete="off" />
      <div className={styles.two}>
        <TextField label={m.address_postal_code()} name="postal_code" required autoComplete="off" />
        <TextField label={m.address_city()} name="city" required autoComplete="off" />
      </div>
      <TextField
        label={m.address_country()}
        name="country"
        required
        pattern="[A-Za-z]{2}"
        maxLength={2}
        hint={m.address_country_hint()}
        autoComplete="off"
      />
      <Button type="submit" isPending={save.isPending}>
        {m.address_save()}
      </Button>
    </form>
  );
}
