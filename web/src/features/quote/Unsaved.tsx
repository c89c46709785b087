import { useId, useState } from "react";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Notice } from "~/components/State";
import { decimal, list, moment } from "~/lib/format";
import { say } from "~/lib/locale";
import { type Adjustment, adjustmentText } from "./adjustment";
import { fieldName, fieldValue } from "./fields";
import type { Clash } from "./merge";
import { editsOf, type Question } from "./revisionEdits";
import { useLineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

/** What keeps changes from being stored: a server that is away, or a colleague's. */
export function UnsavedNotice({ revision }: { revision: Revision }) {
  const { pending, hindrance, question } = useLineEditor(revision.id);
  return (
    <>
      {hindrance && pending.length > 0 && (
        <Notice tone="rule" icon="alert" role="status">
          <div className={styles.noticeRow}>
            {hindrance === "away" ? m.unsaved_away({ count: pending.length }) : m.unsaved_session({ count: pending.length })}
            {hindrance === "away" && (
              <Button size="small" onPress={editsOf(revision.id).retry}>
                {m.unsaved_retry()}
              </Button>
            )}
          </div>
        </Notice>
      )}
      {question && <MergeDialog key={question.clashes.map((c) => c.key).join()} revision={revision} question={question} />}
    </>
  );
}

/** Both have changed the same: the person says which holds, field by field. */
function MergeDialog({ revision, question }: { revision: Revision; question: Question }) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const all = () => new Set(question.clashes.map((c) => c.key));
  const who = question.who.length > 0 ? list([...question.who]) : m.merge_somebody();
  return (
    <Dialog
      title={m.merge_title()}
      open
      role="alertdialog"
      kind="wide"
      onClose={() => question.answer(all())}
      foot={
        <>
          <Button onPress={() => question.answer(all())}>{m.merge_all_theirs()}</Button>
          <Button look="primary" onPress={() => question.answer(theirs)}>
            {m.merge_apply()}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{question.when ? m.merge_about_when({ who, when: moment(question.when) }) : m.merge_about({ who })}</p>
        {question.clashes.map((clash) => (
          <Sides
            key={clash.key}
            clash={clash}
            revision={revision}
            who={who}
            theirs={theirs.has(clash.key)}
            onChoose={(taken) => {
              const next = new Set(theirs);
              if (taken) next.add(clash.key);
              else next.delete(clash.key);
              setTheirs(next);
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}

type SidesProps = { clash: Clash; revision: Revision; who: string; theirs: boolean; onChoose: (theirs: boolean) => void };

function Sides({ clash, revision, who, theirs, onChoose }: SidesProps) {
  const name = useId();
  const { line, field } = clash;
  const what = field === "removed" ? m.merge_removed() : fieldName(field);
  const place =
    line && `${m.line_number_is({ number: line.position })} · ${say(line.resolved.name) || line.special || line.item || line.model}`;
  const sides = [
    { side: "mine", owner: m.merge_mine(), value: clash.mine, taken: !theirs },
    { side: "theirs", owner: who, value: clash.theirs, taken: theirs },
  ];
  return (
    <fieldset className={styles.sides}>
      <legend>{[place, what].filter(Boolean).join(" – ")}</legend>
      {sides.map(({ side, owner, value, taken }) => (
        <label key={side} className={styles.side}>
          <input type="radio" name={name} value={side} checked={taken} onChange={() => onChoose(side === "theirs")} />
          <span className={styles.owner}>{owner}</span>
          <strong>{field === "removed" ? removalText(value) : valueText(field, value, revision)}</strong>
        </label>
      ))}
    </fieldset>
  );
}

function removalText(value: unknown): string {
  return value === undefined ? m.merge_remove() : m.merge_keep();
}

/** A field's value as people read it. */
function valueText(field: string, value: unknown, { currency, sections = [] }: Revision): string {
  switch (field) {
    case "manual":
    case "discount":
      return adjustmentText((value as Adjustment | null) ?? undefined, currency) || m.merge_none();
    case "quantity":
      return decimal(String(value));
    case "section_id":
      return sections.find((s) => s.id === value)?.title ?? m.section_none();
    default:
      if (Array.isArray(value)) return m.merge_entries({ count: value.length });
      return fieldValue(field, value === undefined || value === null ? undefined : String(value), currency);
  }
}
