import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { TextField } from "~/components/Field";
import { locale } from "~/lib/locale";
import { Failure } from "./ActionDialog";
import { adjustmentInput, parseAdjustment } from "./adjustment";
import { useLineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

type Section = NonNullable<Revision["sections"]>[number];

/** Names a section of the quote, gives it a discount, or takes it away. */
export function SectionDialog({ revision, section, onClose }: { revision: Revision; section?: Section; onClose: () => void }) {
  const editor = useLineEditor(revision.id);
  const patch = useMutation({ mutationFn: editor.patch });
  const [title, setTitle] = useState(section?.title ?? "");
  const [discount, setDiscount] = useState(adjustmentInput(section?.discount, locale()));
  const [shown, setShown] = useState(false);
  const adjustment = parseAdjustment(discount, locale());
  const others = (revision.sections ?? []).filter((s) => s.id !== section?.id);

  async function store(sections: Section[]) {
    await patch.mutateAsync({ sections });
    onClose();
  }

  function save() {
    setShown(true);
    if (!title.trim() || adjustment === undefined) return;
    const next: Section = { id: section?.id ?? crypto.randomUUID(), title: title.trim(), discount: adjustment ?? undefined };
    const sections = section ? (revision.sections ?? []).map((s) => (s.id === section.id ? next : s)) : [...others, next];
    void store(sections).catch(() => undefined);
  }

  return (
    <Dialog
      title={section ? m.section_edit() : m.section_add()}
      open
      onClose={onClose}
      foot={
        <>
          {section && !revision.lines.some((l) => l.section_id === section.id) && (
            <Button look="danger" onPress={() => void store(others).catch(() => undefined)}>
              {m.section_remove()}
            </Button>
          )}
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isPending={patch.isPending} onPress={save}>
            {m.save()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {patch.error && <Failure error={patch.error} />}
        <TextField
          label={m.section_title()}
          value={title}
          maxLength={200}
          autoFocus
          error={shown && !title.trim() ? m.section_title_missing() : undefined}
          onChange={(e) => setTitle(e.currentTarget.value)}
        />
        <TextField
          label={m.section_discount()}
          optional
          value={discount}
          hint={m.discount_hint({ currency: revision.currency })}
          error={shown && adjustment === undefined ? m.discount_wrong() : undefined}
          onChange={(e) => setDiscount(e.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
