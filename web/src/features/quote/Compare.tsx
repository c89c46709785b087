import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, body, type Schema } from "~/api/client";
import { quoteQuery, type Revision, revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Chip, type Tone } from "~/components/Chip";
import { CheckField, SelectField } from "~/components/Field";
import { Icon, type IconName } from "~/components/Icon";
import { backClass, Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { isZero } from "~/lib/decimal";
import { signedMoney } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import { fieldName, fieldValue, stepName } from "./fields";
import styles from "./Compare.module.css";

type Difference = Schema["LineDifference"];

/** Two revisions beside each other: what changed, and why the price moved. */
export default function Compare() {
  const { id } = useParams({ from: "/inside/quotes/$id/compare" });
  const { left, right } = useSearch({ from: "/inside/quotes/$id/compare" });
  const navigate = useNavigate({ from: "/quotes/$id/compare" });
  const quote = useSuspenseQuery(quoteQuery(id)).data;
  const [all, setAll] = useState(false);
  const comparison = useQuery({
    queryKey: ["compare", left, right],
    queryFn: () =>
      body(api.GET("/v1/revisions/{revision_id}/compare", { params: { path: { revision_id: left }, query: { with: right } } })),
  });
  const before = useQuery(revisionQuery(left));
  const after = useQuery(revisionQuery(right));
  const pick = (label: string, value: string, change: (id: string) => { left?: string; right?: string }) => (
    <SelectField
      className={styles.pick}
      label={label}
      value={value}
      onChange={(e) => void navigate({ search: (s) => ({ ...s, ...change(e.currentTarget.value) }), replace: true })}
    >
      {quote.revisions.map((r) => (
        <option key={r.id} value={r.id}>
          {m.version_name({ variant: r.variant, number: r.number })}
        </option>
      ))}
    </SelectField>
  );
  return (
    <Page
      title={m.compare_title()}
      lead={quote.number ?? quote.reference}
      back={
        <Link to="/quotes/$id" params={{ id }} search={{ revision: right }} className={backClass}>
          <Icon name="arrowLeft" size={15} />
          {quote.number ?? quote.reference}
        </Link>
      }
    >
      <div className={styles.scope}>
        {pick(m.compare_left(), left, (next) => ({ left: next }))}
        {pick(m.compare_right(), right, (next) => ({ right: next }))}
        <CheckField label={m.compare_all()} checked={all} onChange={(e) => setAll(e.currentTarget.checked)} />
      </div>
      {comparison.isError ? (
        <FailureState error={comparison.error} retry={() => void comparison.refetch()} />
      ) : !comparison.data || !before.data || !after.data ? (
        <Loading />
      ) : (
        <Result comparison={comparison.data} before={before.data} after={after.data} all={all} />
      )}
    </Page>
  );
}

type ResultProps = { comparison: Schema["Comparison"]; before: Revision; after: Revision; all: boolean };

function Result({ comparison, before, after, all }: ResultProps) {
  const lines = comparison.lines.filter((l) => all || l.kind !== "unchanged");
  const currency = after.currency;
  return (
    <div className={styles.stack}>
      <Card title={m.compare_price()}>
        <p className={`${styles.delta} num`}>
          {isZero(comparison.delta) ? m.compare_same_price() : signedMoney(comparison.delta, currency)}
        </p>
        <Moves moves={comparison.moves} currency={currency} />
      </Card>
      {(comparison.header?.length ?? 0) > 0 && (
        <Card title={m.compare_header()}>
          <Changes changes={comparison.header ?? []} currency={currency} />
        </Card>
      )}
      <Card title={m.lines()} pad={lines.length === 0}>
        {lines.length === 0 ? (
          <State icon="check" title={m.compare_no_lines()} />
        ) : (
          <ul>
            {lines.map((line, i) => (
              <LineChange key={i} difference={line} before={before} after={after} currency={currency} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

const looks: Record<Difference["kind"], [Tone, IconName, () => string]> = {
  added: ["good", "plus", m.compare_added],
  removed: ["danger", "minus", m.compare_removed],
  changed: ["accent", "pencil", m.compare_changed],
  unchanged: ["neutral", "check", m.compare_unchanged],
};

function LineChange({
  difference,
  before,
  after,
  currency,
}: {
  difference: Difference;
  before: Revision;
  after: Revision;
  currency: string;
}) {
  const [tone, icon, words] = looks[difference.kind];
  const line = after.lines.find((l) => l.id === difference.right) ?? before.lines.find((l) => l.id === difference.left);
  return (
    <li className={styles.line}>
      <div className={styles.lineHead}>
        <Chip tone={tone} icon={icon}>
          {words()}
        </Chip>
        <strong>{say(line?.resolved.name) || difference.sku}</strong>
        <span className={`${styles.amount} num`}>{isZero(difference.delta) ? "" : signedMoney(difference.delta, currency)}</span>
      </div>
      <Changes changes={difference.changes ?? []} currency={currency} />
      <Moves moves={difference.moves} currency={currency} />
    </li>
  );
}

function Changes({ changes, currency }: { changes: readonly Schema["FieldChange"][]; currency: string }) {
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
function Moves({ moves = [], currency }: { moves?: readonly Schema["StepMove"][]; currency: string }) {
  if (moves.length === 0) return null;
  return (
    <ul className={styles.moves}>
      {moves.map((move) => (
        <li key={move.code}>
          {stepName(move.code)}: <span className="num">{signedMoney(move.left, currency)}</span>
          <Icon name="arrowRight" size={13} />
          <span className="num">{signedMoney(move.right, currency)}</span>
        </li>
      ))}
    </ul>
  );
}
