import { useState } from "react";
import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { NumberInput, TextField } from "~/components/Field";
import type { LineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

/** The days of service of a recurring line, and its own term. */
export function TermDialog({ line, editor, onClose }: { line: Schema["Line"]; editor: LineEditor; onClose: () => void }) {
  const [start, setStart] = useState(line.start ?? "");
  const [end, setEnd] = useState(line.end ?? "");
  const [months, setMonths] = useState(line.term_months ? String(line.term_months) : "");
  const [shown, setShown] = useState(false);
  const wrongMonths = !/^\d{0,3}$/.test(months.trim()) || Number(months) > 600;
  const wrongOrder = start !== "" && end !== "" && end < start;

  async function save() {
    setShown(true);
    if (wrongMonths || wrongOrder) return;
    const change = { id: line.id, start: start || null, end: end || null, term_months: Number(months) || null };
    if (await editor.run({ change: [change] })) onClose();
  }

  return (
    <Dialog
      title={m.term_title()}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isPending={editor.busy} onPress={() => void save()}>
            {m.save()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{m.term_lead()}</p>
        <TextField label={m.field_start()} optional type="date" autoFocus value={start} onChange={(e) => setStart(e.currentTarget.value)} />
        <TextField
          label={m.field_end()}
          optional
          type="date"
          value={end}
          min={start || undefined}
          error={shown && wrongOrder ? m.term_order() : undefined}
          onChange={(e) => setEnd(e.currentTarget.value)}
        />
        <NumberInput
          label={m.field_term_months()}
          optional
          value={months}
          hint={m.term_hint()}
          error={shown && wrongMonths ? m.term_wrong() : undefined}
          onChange={(e) => setMonths(e.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
