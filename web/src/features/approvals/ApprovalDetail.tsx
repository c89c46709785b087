import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api, body, type Schema } from "~/api/client";
import { eventsQuery, quotesPage, type Revision, revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button, buttonClass } from "~/components/Button";
import { Card } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { Table } from "~/components/Table";
import { addDecimals, isZero, ratio } from "~/lib/decimal";
import { amount, decimal, moment, money, percent, signedMoney } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import { ActionFor } from "../quote/Actions";
import { actionSpecs, offered } from "../quote/actions";
import { adjustmentText } from "../quote/adjustment";
import { Changes, LineDifferences } from "../quote/Differences";
import { variableName, variableValue } from "../quote/fields";
import { StateChip } from "../quote/StateChip";
import { WaterfallDialog } from "../quote/Waterfall";
import compare from "../quote/Compare.module.css";
import styles from "./Approvals.module.css";

/** Everything needed to decide on one quote, and the ways to decide. */
export function ApprovalDetail({ approval }: { approval: Schema["Approval"] }) {
  const { quote } = approval;
  const revision = useQuery(revisionQuery(quote.revision_id));
  if (revision.isError) return <FailureState error={revision.error} retry={() => void revision.refetch()} />;
  if (!revision.data) {
    return (
      <Card>
        <Loading />
      </Card>
    );
  }
  return (
    <div className={styles.detail}>
      <Card title={`${quote.number} · ${quote.customer.name}`} actions={<OpenLink quote={quote} />}>
        <div className={styles.asks}>
          <Asks revision={revision.data} />
          <Figures revision={revision.data} />
          <Decide revision={revision.data} />
        </div>
      </Card>
      <Since quote={quote} revision={revision.data} />
      <Card title={m.lines()} pad={false}>
        <Lines revision={revision.data} />
      </Card>
      <Similar revision={revision.data} />
    </div>
  );
}

function OpenLink({ quote }: { quote: Schema["QuoteSummary"] }) {
  return (
    <Link to="/quotes/$id" params={{ id: quote.id }} search={{ revision: quote.revision_id }} className={buttonClass({ size: "small" })}>
      {m.approvals_open()}
    </Link>
  );
}

/** Which rule asks, and what it read. */
function Asks({ revision }: { revision: Revision }) {
  const open = (revision.approvals ?? []).filter((s) => s.state === "open");
  return open.map((step) => (
    <div key={step.id} className={styles.ask}>
      <strong>{say(step.message) || step.rule}</strong>
      <dl className={styles.values}>
        {Object.entries(step.values ?? {}).map(([name, value]) => (
          <div key={name}>
            <dt>{variableName(name)}</dt>
            <dd className="num">{variableValue(name, value, revision.currency)}</dd>
          </div>
        ))}
      </dl>
    </div>
  ));
}

function Figures({ revision }: { revision: Revision }) {
  const { totals, currency } = revision;
  const given = ratio(addDecimals(totals.before_manual, negated(totals.tcv)), totals.before_manual);
  const base = totals.costed_net ?? totals.tcv;
  const margin = totals.cost === undefined ? null : ratio(addDecimals(base, negated(totals.cost)), base);
  const facts: [string, string][] = [
    [m.total_tcv(), money(totals.tcv, currency)],
    [m.total_list(), money(totals.list, currency)],
    ...(given === null ? [] : [[m.variable_discretionary(), percent(given)] as [string, string]]),
    ...(margin === null ? [] : [[m.line_margin(), percent(margin)] as [string, string]]),
    [m.owner(), revision.quote.owner.name],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function negated(value: string): string {
  return value.startsWith("-") ? value.slice(1) : `-${value}`;
}

const decisions = ["approve", "approve_up_to", "ask", "return"];

function Decide({ revision }: { revision: Revision }) {
  const [open, setOpen] = useState<string | null>(null);
  const names = offered(revision.actions).filter((name) => decisions.includes(name));
  return (
    <div className={styles.actions}>
      {decisions
        .filter((name) => names.includes(name))
        .map((name) => (
          <Button
            key={name}
            look={name === "approve" ? "primary" : "secondary"}
            icon={actionSpecs[name]?.icon}
            onPress={() => setOpen(name)}
          >
            {actionSpecs[name]?.label()}
          </Button>
        ))}
      {open && <ActionFor key={open} name={open} revision={revision} onClose={() => setOpen(null)} />}
    </div>
  );
}

/** What is different from what was approved last. */
function Since({ quote, revision }: { quote: Schema["QuoteSummary"]; revision: Revision }) {
  const events = useQuery(eventsQuery(quote.id)).data ?? [];
  const approved = events.some((e) => e.type === "quote.approved" && e.variant === revision.variant);
  const since = useQuery({
    queryKey: ["since-approval", revision.id, revision.version],
    queryFn: () => body(api.GET("/v1/revisions/{revision_id}/since_approval", { params: { path: { revision_id: revision.id } } })),
    enabled: approved,
  });
  if (!since.data) return null;
  const { approved_at, changes } = since.data;
  return (
    <Card title={m.approvals_since_day({ date: moment(approved_at) })}>
      <p className={`${compare.amount} num`}>
        {isZero(changes.delta) ? m.compare_same_price() : signedMoney(changes.delta, revision.currency)}
      </p>
      <Changes changes={changes.header ?? []} currency={revision.currency} />
      <LineDifferences differences={changes.lines} lines={revision.lines} currency={revision.currency} />
    </Card>
  );
}

function Lines({ revision }: { revision: Revision }) {
  const [explained, setExplained] = useState<Schema["Line"] | null>(null);
  return (
    <>
      <Table
        caption={m.lines()}
        rows={revision.lines}
        rowKey={(l) => l.id}
        columns={[
          { id: "item", label: m.line_item(), head: true, cell: (l) => say(l.resolved.name) || l.special || l.item },
          { id: "quantity", label: m.quantity(), end: true, cell: (l) => decimal(l.quantity) },
          { id: "discount", label: m.line_discount(), end: true, cell: (l) => adjustmentText(l.manual, revision.currency) || "–" },
          { id: "net", label: m.line_net(), end: true, cell: (l) => amount(l.price.final_net, revision.currency) },
          {
            id: "why",
            label: m.waterfall_title(),
            hideLabel: true,
            cell: (l) => (
              <Button
                size="small"
                look="quiet"
                icon="chart"
                iconOnly
                aria-label={m.line_explain({ amount: amount(l.price.unit_net, revision.currency) })}
                onPress={() => setExplained(l)}
              >
                {m.waterfall_step()}
              </Button>
            ),
          },
        ]}
      />
      {explained && <WaterfallDialog revision={revision} line={explained} onClose={() => setExplained(null)} />}
    </>
  );
}

/** What became of other quotes for the same customer. */
function Similar({ revision }: { revision: Revision }) {
  const customer = revision.quote.customer.id;
  const found = useQuery({
    queryKey: ["quotes", "decided", customer],
    queryFn: async () => (await quotesPage({ customer, state: ["ordered", "accepted", "rejected", "expired"] }, undefined, 6)).items,
  });
  return (
    <Card title={m.approvals_similar()}>
      {found.isPending ? (
        <Loading lines={3} />
      ) : (found.data ?? []).length === 0 ? (
        <State icon="file" title={m.approvals_similar_none()} />
      ) : (
        <ul className={styles.similar}>
          {found.data?.map((q) => (
            <li key={q.id}>
              <Link to="/quotes/$id" params={{ id: q.id }}>
                {q.number}
              </Link>
              <StateChip state={q.state} />
              <span className={`${styles.amount} num`}>{money(q.tcv, q.currency)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
