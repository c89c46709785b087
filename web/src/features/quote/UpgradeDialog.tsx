import { useMutation, useQuery } from "@tanstack/react-query";
import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { Loading, Notice } from "~/components/State";
import { toast } from "~/components/Toast";
import { amount, list } from "~/lib/format";
import { issueText } from "~/lib/issues";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import { choiceLabel, type Definition, labelAt, ruleText, valueLabel, partAt } from "../configure/model";
import { Failure } from "./ActionDialog";
import { editsOf } from "./revisionEdits";
import { isWithdrawn, type Upgrade, upgradeQuery } from "./upgrade";
import compare from "./Compare.module.css";
import styles from "./Quote.module.css";

type Props = {
  revision: Revision;
  model: string;
  /** Decisions of a line that are not stored yet; they go along. */
  picks?: { line: string; picks: readonly Schema["Pick"][] };
  onClose: () => void;
  onDone?: () => void;
};

/** What becomes of the lines of a product on its present version, before they move to it. */
export function UpgradeDialog({ revision, model, picks, onClose, onDone }: Props) {
  const upgrade = useQuery(upgradeQuery(revision, model, picks));
  const move = useMutation({
    mutationFn: (edits: Schema["LineEdits"]) => editsOf(revision.id).run({ edits }),
    onSuccess: () => {
      toast({ text: m.upgrade_done() });
      onDone?.();
      onClose();
    },
  });
  const edits = upgrade.data?.edits;
  return (
    <Dialog
      title={m.upgrade_title({ product: upgrade.data ? say(upgrade.data.after.label) : model })}
      open
      onClose={onClose}
      kind="wide"
      reading
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isDisabled={!edits} isPending={move.isPending} onPress={() => edits && move.mutate(edits)}>
            {m.upgrade_apply()}
          </Button>
        </>
      }
    >
      {move.error && <Failure error={move.error} />}
      {upgrade.isPending ? (
        <Loading lines={5} />
      ) : upgrade.isError ? (
        <FailureState error={upgrade.error} retry={() => void upgrade.refetch()} />
      ) : (
        <Outcome revision={revision} upgrade={upgrade.data} />
      )}
    </Dialog>
  );
}

function Outcome({ revision, upgrade }: { revision: Revision; upgrade: Upgrade }) {
  const { lines, priced } = upgrade;
  const withdrawn = lines.some(({ line }) => isWithdrawn(line));
  return (
    <div className={styles.form}>
      {withdrawn && <Notice tone="rule">{m.upgrade_withdrawn()}</Notice>}
      <p>{m.upgrade_about({ count: lines.length })}</p>
      <Moved
        name={m.total_net()}
        before={withdrawn ? undefined : revision.totals.one_off.net}
        after={priced.totals.one_off.net}
        currency={revision.currency}
      />
      <ul className={compare.lines}>
        {lines.map(({ line, result }) => (
          <LineOutcome
            key={line.id}
            line={line}
            after={priced.lines.find((l) => l.id === line.id)}
            result={result}
            upgrade={upgrade}
            currency={revision.currency}
          />
        ))}
      </ul>
    </div>
  );
}

type LineProps = {
  line: Schema["Line"];
  after: Schema["Line"] | undefined;
  result: Schema["ModelUpgrade"];
  upgrade: Upgrade;
  currency: string;
};

function LineOutcome({ line, after, result, upgrade, currency }: LineProps) {
  const { before: old, after: present } = upgrade;
  const moved = isWithdrawn(line) ? undefined : line.price.unit_net;
  const quiet = result.lost.length + result.renamed.length + result.changes.length === 0;
  return (
    <li className={compare.line}>
      <div className={compare.lineHead}>
        <strong>{m.issue_on_line({ number: line.position, words: say(after?.resolved.name) || say(present.label) })}</strong>
        {after && !after.resolved.valid && (
          <Chip tone="danger" icon="alert">
            {m.configure_status_conflict()}
          </Chip>
        )}
        {after?.resolved.valid && !after.resolved.complete && <Chip tone="rule">{m.line_incomplete()}</Chip>}
      </div>
      {after && <Moved name={m.line_unit_net()} before={moved} after={after.price.unit_net} currency={currency} />}
      {quiet && <p>{m.upgrade_same()}</p>}
      <Part
        title={m.upgrade_lost()}
        rows={result.lost.map((lost) => [choiceLabel(old, lost.pick.path, lost.pick.value), lostWhy(present, lost)])}
      />
      <Part
        title={m.upgrade_renamed()}
        rows={result.renamed.map(({ before, after: to }) => [
          choiceLabel(old, before.path, before.value),
          choiceLabel(present, to.path, to.value),
        ])}
      />
      <Part
        title={m.upgrade_changed()}
        rows={result.changes.map((c) => [
          labelAt(present, c.path),
          `${valueAt(old, c.path, c.before)} → ${valueAt(present, c.path, c.after)}`,
        ])}
      />
      {after?.price.issues?.map((issue, i) => (
        <Notice key={i} tone="rule">
          {issueText(issue)}
        </Notice>
      ))}
    </li>
  );
}

function Part({ title, rows }: { title: string; rows: [string, string][] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <h3 className={styles.partTitle}>{title}</h3>
      <ul className={compare.changes}>
        {rows.map(([what, how]) => (
          <li key={what}>
            <span className={compare.field}>{what}</span>
            <span>{how}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Moved({ name, before, after, currency }: { name: string; before: string | undefined; after: string; currency: string }) {
  return (
    <p className="num">
      {name}{" "}
      {before !== undefined && before !== after && (
        <>
          <del>{amount(before, currency)}</del> →{" "}
        </>
      )}
      <strong>{amount(after, currency)}</strong>
    </p>
  );
}

function valueAt(model: Definition, path: string, value: Schema["Value"] | undefined): string {
  const part = partAt(model, path.split("=")[0] ?? path);
  return value === undefined ? "–" : valueLabel(part?.kind === "attribute" ? part.attribute : undefined, value);
}

/** Why a decision does not carry over. */
function lostWhy(model: Definition, { kind, nearest = [], rules = [], with: others = [] }: Schema["LostPick"]): string {
  if (nearest.length > 0) return m.upgrade_why_nearest({ values: list(nearest.map(String)) });
  if (kind === "unknown-path" || kind === "unknown-option") return m.upgrade_why_gone();
  if (rules[0]) return ruleText(model, rules[0]);
  if (others.length > 0) return m.configure_not_with({ what: list(others.map((path) => labelAt(model, path))) });
  return m.upgrade_why_impossible();
}
