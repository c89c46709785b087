import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, body, etag, type Schema } from "~/api/client";
import { customerQuery } from "~/api/customers";
import { quotesPage } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { TextField } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { backClass, Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { toast } from "~/components/Toast";
import { Failure } from "../quote/ActionDialog";
import { QuoteTable } from "../quotes/QuoteTable";
import styles from "./Customer.module.css";

type Customer = Schema["Customer"];

/** One customer: who, where, and every quote made for them. */
export default function CustomerScreen() {
  const { id } = useParams({ from: "/inside/customers/$id" });
  const user = useSession();
  const customer = useSuspenseQuery(customerQuery(id)).data;
  const [editing, setEditing] = useState(false);
  const quotes = useQuery({
    queryKey: ["quotes", "customer", id],
    queryFn: async () => (await quotesPage({ customer: id }, undefined, 100)).items,
  });
  return (
    <Page
      title={customer.name}
      lead={customer.prospect && <Chip tone="outline">{m.prospect()}</Chip>}
      back={
        <Link to="/customers" className={backClass}>
          <Icon name="arrowLeft" size={15} />
          {m.nav_customers()}
        </Link>
      }
      actions={
        can(user, "quotes:write") && (
          <Button icon="pencil" onPress={() => setEditing(true)}>
            {m.edit()}
          </Button>
        )
      }
    >
      <div className={styles.layout}>
        <Card title={m.nav_quotes()} pad={quotes.isPending}>
          {quotes.isPending ? (
            <Loading />
          ) : (quotes.data ?? []).length === 0 ? (
            <State icon="file" title={m.quotes_none()} />
          ) : (
            <QuoteTable caption={m.nav_quotes()} rows={quotes.data ?? []} ofOne />
          )}
        </Card>
        <Facts customer={customer} />
      </div>
      {editing && <EditDialog customer={customer} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function Facts({ customer }: { customer: Customer }) {
  const rows: [string, string | undefined][] = [
    [m.legal_name(), customer.legal_name],
    [m.vat_number(), customer.vat_number],
    [m.registration_number(), customer.registration_number],
    [m.segment(), customer.segment],
    [m.region(), customer.region],
    [m.payment_terms(), customer.payment_terms],
    ...(customer.addresses ?? []).map((a): [string, string] => [
      a.name || m.address(),
      [a.street, a.street2, [a.postal_code, a.city].filter(Boolean).join(" "), a.country].filter(Boolean).join(", "),
    ]),
    ...(customer.contacts ?? []).map((c): [string, string] => [
      c.role || m.contact(),
      [c.name, c.email, c.phone].filter(Boolean).join(" · "),
    ]),
  ];
  return (
    <Card title={m.details()}>
      <dl className={styles.facts}>
        {rows.map(
          ([name, value], i) =>
            value && (
              <div key={i}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}

function EditDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const client = useQueryClient();
  const address = customer.addresses?.[0];
  const save = useMutation({
    mutationFn: (patch: Schema["CustomerPatch"]) =>
      body(
        api.PATCH("/v1/customers/{customer_id}", {
          params: { path: { customer_id: customer.id }, header: { "If-Match": etag(customer.version) } },
          body: patch,
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      ),
    onSuccess: (next) => {
      client.setQueryData(customerQuery(customer.id).queryKey, next);
      void client.invalidateQueries({ queryKey: ["customers"] });
      toast({ text: m.saved() });
      onClose();
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const street = text("street");
    const next = {
      ...address,
      code: address?.code ?? "main",
      street,
      postal_code: text("postal_code"),
      city: text("city"),
      country: text("country").toUpperCase(),
    };
    save.mutate({
      name: text("name"),
      legal_name: text("legal_name") || null,
      vat_number: text("vat_number") || null,
      ...(next.country && { addresses: [next, ...(customer.addresses ?? []).slice(1)] }),
    });
  }

  return (
    <Dialog
      title={m.edit()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" type="submit" form="customer" isPending={save.isPending}>
            {m.save()}
          </Button>
        </>
      }
    >
      <form id="customer" className={styles.form} onSubmit={submit}>
        {save.error && <Failure error={save.error} />}
        <TextField label={m.name()} name="name" defaultValue={customer.name} required maxLength={200} />
        <TextField label={m.legal_name()} name="legal_name" defaultValue={customer.legal_name} optional maxLength={200} />
        <TextField label={m.vat_number()} name="vat_number" defaultValue={customer.vat_number} optional maxLength={40} />
        <TextField label={m.address_street()} name="street" defaultValue={address?.street} />
        <div className={styles.two}>
          <TextField label={m.address_postal_code()} name="postal_code" defaultValue={address?.postal_code} />
          <TextField label={m.address_city()} name="city" defaultValue={address?.city} />
        </div>
        <TextField
          label={m.address_country()}
          name="country"
          defaultValue={address?.country}
          pattern="[A-Za-z]{2}"
          maxLength={2}
          hint={m.address_country_hint()}
        />
      </form>
    </Dialog>
  );
}
