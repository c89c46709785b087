import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Schema } from "~/api/client";
import { compareQuery, quoteQuery, type Revision, revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { CheckField, SelectField } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { backClass, Card, Page } from "~/components/Page";
import { Loading } from "~/components/State";
import { isZero } from "~/lib/decimal";
import { signedMoney } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { Changes, LineDifferences, Moves } from "./Differences";
import styles from "./Compare.module.css";

/** Two revisions beside each other: what changed, and why the price moved. */
export default function Compare() {
  const { id } = useParams({ from: "/inside/quotes/$id/compare" });
  const { left, right } = useSearch({ from: "/inside/quotes/$id/compare" });
  const navigate = useNavigate({ from: "/quotes/$id/compare" });
  const quote = useSuspenseQuery(quoteQuery(id)).data;
  const [all, setAll] = useState(false);
  const comparison = useQuery(compareQuery(left, right));
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
  const { currency } = after;
  const header = comparison.header ?? [];
  return (
    <div className={styles.stack}>
      <Card title={m.compare_price()}>
        <p className={`${styles.delta} num`}>
          {isZero(comparison.delta) ? m.compare_same_price() : signedMoney(comparison.delta, currency)}
        </p>
        <Moves moves={comparison.moves} currency={currency} />
      </Card>
      {header.length > 0 && (
        <Card title={m.compare_header()}>
          <Changes changes={header} currency={currency} />
        </Card>
      )}
      <Card title={m.lines()} pad={false}>
        <LineDifferences differences={comparison.lines} lines={[...after.lines, ...before.lines]} currency={currency} all={all} />
      </Card>
    </div>
  );
}
