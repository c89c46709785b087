import { useState } from "react";
import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextField } from "~/components/Field";
import { locale } from "~/lib/locale";
import { parseAdjustment } from "./adjustment";
import type { LineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

/** What can be done with several lines at once: one edit, one new price. */
export function BulkBar({ editor, lines, onDone }: { editor: LineEditor; lines: readonly Schema["Line"][]; onDone: () => void }) {
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
      <Button size="small" look="danger" icon="trash" onPress={() => void editor.run({ remove: ids }).then((ok) => ok && onDone())}>
        {m.line_remove()}
      </Button>
    </div>
  );
}
