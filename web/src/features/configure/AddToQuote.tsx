import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { attempt, type Schema } from "~/api/client";
import { quotesPage, useCreateQuote } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { type Chosen, CustomerField } from "~/components/CustomerField";
import { Dialog } from "~/components/Dialog";
import { NumberInput, SelectField } from "~/components/Field";
import { Notice } from "~/components/State";
import { parseDecimal } from "~/lib/decimal";
import { locale } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { editsOf } from "../quote/revisionEdits";
import styles from "./AddToQuote.module.css";

type Props = {
  configuration: Pick<Schema["LineInput"], "model" | "picks">;
  onClose: () => void;
  /** The configuration is now part of a quote. */
  onAdded: () => void;
};

const newQuote = "new";

/** Puts the configuration into a new quote, or into one of the open drafts. */
export function AddToQuote({ configuration, onClose, onAdded }: Props) {
  const navigate = useNavigate();
  const create = useCreateQuote();
  const edit = useMutation({
    mutationFn: ({ id, line }: { id: string; line: Schema["LineInput"] }) => editsOf(id).run({ edits: { add: [line] } }),
  });
  const [key] = useState(attempt);
  const [target, setTarget] = useState(newQuote);
  const [customer, setCustomer] = useState<Chosen | null>(null);
  const [quantity, setQuantity] = useState("1");
  const [shown, setShown] = useState(false);
  const drafts = useQuery({
    queryKey: ["quotes", "own-drafts"],
    queryFn: async () => (await quotesPage({ state: ["draft"], owner: "me" }, undefined, 20)).items,
  });

  const count = parseDecimal(quantity, locale());
  const missingCustomer = target === newQuote && !customer;
  const busy = create.isPending || edit.isPending;
  const failure = create.error ?? edit.error;

  async function add() {
    setShown(true);
    if (count === null || count === "0" || missingCustomer) return;
    const line: Schema["LineInput"] = { ...configuration, quantity: count };
    const revision = target === newQuote ? await createWith(line) : await addTo(target, line);
    onAdded();
    await navigate({ to: "/quotes/$id", params: { id: revision.quote.id }, search: { revision: undefined } });
  }

  async function createWith(line: Schema["LineInput"]) {
    const whom = customer && "id" in customer ? { customer_id: customer.id } : { customer: { name: customer?.name ?? "" } };
    return create.mutateAsync({ quote: { ...whom, lines: [line] }, key });
  }

  async function addTo(id: string, line: Schema["LineInput"]) {
    const { revision } = await edit.mutateAsync({ id, line: { id: crypto.randomUUID(), ...line } });
    return revision;
  }

  return (
    <Dialog
      title={m.add_title()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isPending={busy} onPress={() => void add().catch(() => undefined)}>
            {target === newQuote ? m.add_create() : m.add_to_draft()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {failure && (
          <Notice tone="danger" role="alert">
            {failureText(failure)}
          </Notice>
        )}
        {(drafts.data?.length ?? 0) > 0 && (
          <SelectField label={m.add_where()} value={target} onChange={(e) => setTarget(e.currentTarget.value)}>
            <option value={newQuote}>{m.add_new_quote()}</option>
            {drafts.data?.map((q) => (
              <option key={q.id} value={q.revision_id}>
                {q.number} · {q.customer.name}
              </option>
            ))}
          </SelectField>
        )}
        {target === newQuote && (
          <CustomerField onChoose={setCustomer} error={shown && missingCustomer ? m.customer_missing() : undefined} />
        )}
        <NumberInput
          label={m.quantity()}
          value={quantity}
          onChange={(e) => setQuantity(e.currentTarget.value)}
          error={shown && (count === null || count === "0") ? m.quantity_wrong() : undefined}
        />
      </div>
    </Dialog>
  );
}
