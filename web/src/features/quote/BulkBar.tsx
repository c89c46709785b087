import { useState } from "react";
import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { SelectField, TextField } from "~/components/Field";
import { locale } from "~/lib/locale";
import { parseAdjustment } from "./adjustment";
import type { LineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

type Props = { editor: LineEditor; lines: readonly Schema["Line"][]; sections: readonly Schema["Section"][]; onDone: () => void };

/** What can be done with several lines at once: one edit, one new price. */
export function BulkBar({ editor, lines, sections, onDone }: Props) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const ids = lines.map((l) => l.id);

  async function discount() {
    const adjustment = parseAdjustment(text, locale());
    if (adjustment === undefined) return setWrong(true);
    if (await editor.run({ change: ids.map((id) => ({ id, manual: adjustment })) })) onDone();
  }

  return (
    <div className={styles.bulk} role="toolbar" aria-label={m.bulk_title()}>
      <strong>{m.bulk_count({ count: lines.length })}</strong>
      <TextField
        className={styles.bulkField}
        label={m.line_discount()}
        hideLabel
        placeholder={m.line_discount()}
        size="small"
        value={text}
        error={wrong ? m.discount_wrong() : undefined}
        onChange={(e) => {
          setText(e.currentTarget.value);
          setWrong(false);
        }}
        onKeyDown={(e) => e.key === "Enter" && void discount()}
      />
      <Button size="small" look="primary" onPress={() => void discount()}>
        {m.bulk_discount()}
      </Button>
      <Button
        size="small"
        onPress={() => void editor.run({ change: ids.map((id) => ({ id, optional: true })) }).then((ok) => ok && onDone())}
      >
        {m.line_make_optional()}
      </Button>
      {sections.length > 0 && (
        <SelectField
          className={styles.bulkField}
          label={m.section_edit()}
          hideLabel
          size="small"
          value=""
          onChange={(e) => {
            const to = e.currentTarget.value;
            void editor.run({ change: ids.map((id) => ({ id, section_id: to === "-" ? null : to })) }).then((ok) => ok && onDone());
          }}
        >
          <option value="" disabled>
            {m.section_edit()}
          </option>
          {sections.map((s) => (
            <option key={s.id} value={s.id}>
              {s.title}
            </option>
          ))}
          <option value="-">{m.section_none()}</option>
        </SelectField>
      )}
      <Button size="small" look="danger" icon="trash" onPress={() => void editor.run({ remove: ids }).then((ok) => ok && onDone())}>
        {m.line_remove()}
      </Button>
    </div>
  );
}
