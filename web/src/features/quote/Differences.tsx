import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Chip, type Tone } from "~/components/Chip";
import { Icon, type IconName } from "~/components/Icon";
import { State } from "~/components/State";
import { isZero } from "~/lib/decimal";
import { signedMoney } from "~/lib/format";
import { say } from "~/lib/locale";
import { fieldName, fieldValue, stepName } from "./fields";
import styles from "./Compare.module.css";

type Difference = Schema["LineDifference"];
type Line = Schema["Line"];

type LinesProps = {
  differences: readonly Difference[];
  /** The lines that the differences are about, to name them. */
  lines: readonly Line[];
  currency: string;
  /** The unchanged ones too. */
  all?: boolean;
};

/** Line by line what is different, and which steps of the price made it so. */
export function LineDifferences({ differences, lines, currency, all = false }: LinesProps) {
  const shown = differences.filter((d) => all || d.kind !== "unchanged");
  if (shown.length === 0) return <State icon="check" title={m.compare_no_lines()} />;
  const names = new Map(lines.map((l) => [l.id, say(l.resolved.name)]));
  return (
    <ul className={styles.lines}>
      {shown.map((d, i) => (
        <LineChange key={i} difference={d} name={names.get(d.right ?? "") || names.get(d.left ?? "") || d.sku} currency={currency} />
      ))}
    </ul>
  );
}

const looks: Record<Difference["kind"], [Tone, IconName, () => string]> = {
  added: ["good", "plus", m.compare_added],
  removed: ["danger", "minus", m.compare_removed],
  changed: ["accent", "pencil", m.compare_changed],
  unchanged: ["neutral", "check", m.compare_unchanged],
};

function LineChange({ difference, name, currency }: { difference: Difference; name: string | undefined; currency: string }) {
  const [tone, icon, words] = looks[difference.kind];
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <Chip tone={tone} icon={icon}>
          {words()}
        </Chip>
        <strong>{name}</strong>
        <span className={`${styles.amount} num`}>{isZero(difference.delta) ? "" : signedMoney(difference.delta, currency)}</span>
      </div>
      <Changes changes={difference.changes ?? []} currency={currency} />
      <Moves moves={difference.moves} currency={currency} />
    </li>
  );
}

/** The fields that differ, each before and after. */
export function Changes({ changes, currency }: { changes: readonly Schema["FieldChange"][]; currency: string }) {
  if (changes.length === 0) return null;
  return (
    <ul className={styles.changes}>
      {changes.map((c) => (
        <li key={c.field}>
          <span className={styles.field}>{fieldName(c.field)}</span> <del>{fieldValue(c.field, c.before, currency)}</del>
          <Icon name="arrowRight" size={14} />
          <ins>{fieldValue(c.field, c.after, currency)}</ins>
        </li>
      ))}
    </ul>
  );
}

/** Which steps of the price made the difference. */
export function Moves({ moves = [], currency }: { moves?: readonly Schema["StepMove"][]; currency: string }) {
  if (moves.length === 0) return null;
  return (
    <ul className={styles.moves}>
      {moves.map((move) => (
        <li key={`${move.code} ${move.rule ?? ""}`}>
          {stepName(move.code)}
          {move.rule ? ` (${move.rule})` : ""}: <span className="num">{signedMoney(move.left, currency)}</span>
          <Icon name="arrowRight" size={13} />
          <span className="num">{signedMoney(move.right, currency)}</span>
        </li>
      ))}
    </ul>
  );
}
