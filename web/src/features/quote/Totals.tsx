import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Card } from "~/components/Page";
import { TextField } from "~/components/Field";
import { cx } from "~/lib/class";
import { addDecimals, isZero, ratio } from "~/lib/decimal";
import { decimal, money, percent } from "~/lib/format";
import { locale, say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { adjustmentInput, parseAdjustment } from "./adjustment";
import { useLineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

const periods = ["one_off", "month", "year"] as const;

/** What the customer pays, per period, with VAT as the server computed it. */
export function Totals({ revision, editable }: { revision: Revision; editable: boolean }) {
  const { totals, currency } = revision;
  const shown = periods.filter((p) => p === "one_off" || !isZero(totals[p].net));
  return (
    <Card title={m.totals()}>
      <p className={styles.caption}>{m.total_net()}</p>
      <p className={cx(styles.big, "num")} data-testid="net">
        {money(totals.one_off.net, currency)}
      </p>
      <dl className={styles.totals}>
        <Row label={m.total_list()} value={money(totals.list, currency)} />
        {(revision.charges ?? [])
          .filter((c) => c.counted)
          .map((charge) => (
            <Row key={charge.code + (charge.line_id ?? "")} label={say(charge.name)} value={money(charge.net, currency)} />
          ))}
        {shown.map((period) => (
          <Period key={period} period={period} revision={revision} several={shown.length > 1} />
        ))}
        {totals.tcv !== totals.one_off.net && <Row label={m.total_tcv()} value={money(totals.tcv, currency)} />}
        {totals.cost !== undefined && <MarginRow totals={totals} currency={currency} />}
      </dl>
      {editable && <QuoteDiscount key={`${revision.discount?.kind} ${revision.discount?.value}`} revision={revision} />}
    </Card>
  );
}

function Row({ label, value, grand }: { label: string; value: string; grand?: boolean }) {
  return (
    <div className={grand ? styles.grand : undefined}>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}

function Period({ period, revision, several }: { period: Schema["Period"]; revision: Revision; several: boolean }) {
  const total = revision.totals[period];
  const suffix = several ? ` ${periodWords(period)}` : "";
  const taxes = (revision.taxes ?? []).filter((t) => t.period === period);
  return (
    <>
      {several && <Row label={m.total_net() + suffix} value={money(total.net, revision.currency)} />}
      {taxes.map((tax) => (
        <Row
          key={tax.category + tax.rate}
          label={m.total_vat({ rate: decimal(tax.rate) }) + (tax.reason ? ` (${say(tax.reason)})` : "")}
          value={money(tax.amount, revision.currency)}
        />
      ))}
      <Row label={m.total_gross() + suffix} value={money(total.gross, revision.currency)} grand />
    </>
  );
}

/** "once", "per month", "per year". */
export function periodWords(period: Schema["Period"]): string {
  return { one_off: m.period_once, month: m.period_month, year: m.period_year }[period]();
}

function MarginRow({ totals, currency }: { totals: Schema["Totals"]; currency: string }) {
  const base = totals.costed_net ?? totals.tcv;
  const margin = addDecimals(base, `-${totals.cost ?? "0"}`.replace("--", ""));
  const share = ratio(margin, base);
  return <Row label={m.line_margin()} value={share === null ? "–" : `${percent(share)} · ${money(margin, currency)}`} />;
}

/** The discount on the whole quote, typed like one on a line. */
function QuoteDiscount({ revision }: { revision: Revision }) {
  const editor = useLineEditor(revision.id);
  const patch = useMutation({ mutationFn: editor.patch });
  const [text, setText] = useState(adjustmentInput(revision.discount, locale()));
  const [wrong, setWrong] = useState(false);

  function commit() {
    const discount = parseAdjustment(text, locale());
    if (discount === undefined) return setWrong(true);
    if (discount?.kind === revision.discount?.kind && discount?.value === revision.discount?.value) return;
    patch.mutate({ discount });
  }

  return (
    <TextField
      className={styles.discount}
      label={m.quote_discount()}
      hint={m.discount_hint({ currency: revision.currency })}
      error={wrong ? m.discount_wrong() : patch.error ? failureText(patch.error) : undefined}
      value={text}
      disabled={patch.isPending}
      onChange={(e) => {
        setText(e.currentTarget.value);
        setWrong(false);
      }}
      onBlur={commit}
      onKeyDown={(e) => e.key === "Enter" && commit()}
    />
  );
}
