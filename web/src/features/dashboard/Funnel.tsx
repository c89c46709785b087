import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Card } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { Table } from "~/components/Table";
import { decimal, percent, wholeMoney } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { Definition } from "./Definition";
import { fewest, type Figure } from "./figure";
import { answerOf, byKey, useFigures } from "./figures";
import type { Look } from "./scope";
import styles from "./Dashboard.module.css";

type Stage = {
  key: string;
  name: () => string;
  metric: string;
  /** The stage that must come before: a customer can accept without having opened the page. */
  after?: string;
};

const stages: Stage[] = [
  { key: "sent", name: m.funnel_sent, metric: "quotes_sent" },
  { key: "viewed", name: m.funnel_viewed, metric: "quotes_viewed", after: "sent" },
  { key: "accepted", name: m.funnel_accepted, metric: "quotes_accepted", after: "sent" },
  { key: "ordered", name: m.funnel_ordered, metric: "cohort_conversion", after: "accepted" },
];

/** The share of one stage that reached the next; few cases stay k of n. */
export function stepText(figure: Figure, before: Figure | undefined): string {
  if (!before) return "–";
  return before.k < fewest ? m.figure_k_of_n({ k: figure.k, n: before.k }) : percent(figure.k / before.k);
}

/** From sent to ordered, as a table: the numbers are the point. */
export function Funnel({ look }: { look: Look }) {
  const funnel = useFigures(look, { metrics: ["funnel"] });
  const [defined, setDefined] = useState(false);
  const answer = answerOf(funnel.data, "funnel");
  const figures = byKey(answer);
  const rows = stages.flatMap((stage) => {
    const figure = figures.get(stage.key);
    return figure && figure.n > 0 ? [{ ...stage, figure }] : [];
  });
  const currency = funnel.data?.currency ?? "";
  return (
    <Card
      title={m.funnel()}
      pad={rows.length === 0}
      actions={
        answer && (
          <Button look="quiet" size="small" icon="info" iconOnly onPress={() => setDefined(true)}>
            {m.figure_definition_of({ name: m.funnel() })}
          </Button>
        )
      }
    >
      {funnel.isPending ? (
        <Loading lines={4} />
      ) : funnel.isError ? (
        <FailureState error={funnel.error} retry={() => void funnel.refetch()} />
      ) : rows.length === 0 ? (
        <State icon="chart" title={m.figures_none()} />
      ) : (
        <Table
          caption={m.funnel()}
          rows={rows}
          rowKey={(r) => r.key}
          columns={[
            { id: "stage", label: m.funnel_stage(), head: true, cell: (r) => r.name() },
            {
              id: "count",
              label: m.funnel_count(),
              end: true,
              cell: (r) => (
                <Link to="/dashboard/quotes" search={look.drill({ metric: r.metric, part: r.key === "sent" ? undefined : "hits" })}>
                  {decimal(r.figure.k)}
                </Link>
              ),
            },
            {
              id: "value",
              label: m.funnel_value(),
              end: true,
              cell: (r) => (r.figure.amount === undefined ? "–" : wholeMoney(r.figure.amount, currency)),
            },
            { id: "step", label: m.funnel_step(), end: true, cell: (r) => stepText(r.figure, r.after ? figures.get(r.after) : undefined) },
            {
              id: "all",
              label: m.funnel_all(),
              end: true,
              cell: (r) => (
                <span className={styles.share}>
                  <span aria-hidden="true">
                    <i style={{ inlineSize: `${(100 * r.figure.k) / r.figure.n}%` }} />
                  </span>
                  {r.figure.value === undefined ? m.figure_k_of_n(r.figure) : percent(r.figure.value)}
                </span>
              ),
            },
            { id: "days", label: m.funnel_days(), end: true, cell: (r) => (r.figure.days === undefined ? "–" : decimal(r.figure.days)) },
          ]}
        />
      )}
      {defined && answer && <Definition answer={answer} onClose={() => setDefined(false)} />}
    </Card>
  );
}
