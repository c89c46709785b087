import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { userNamesQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { Chip } from "~/components/Chip";
import { Card } from "~/components/Page";
import { Table } from "~/components/Table";
import { decimal, percent } from "~/lib/format";
import { ChartCard, Key } from "./chart/ChartCard";
import { PeoplePlot } from "./chart/Dots";
import { fewest, type Figure } from "./figure";
import { answerOf, useFigures } from "./figures";
import type { Look } from "./scope";

export type Verdict = "few" | "within" | "above" | "below";

/** Where a raw share lies in the limits that chance keeps to in 95 of 100 cases. */
export function verdictOf(figure: Figure): Verdict {
  if (figure.n < fewest || figure.low === undefined || figure.high === undefined) return "few";
  const share = figure.k / figure.n;
  return share < Number(figure.low) ? "below" : share > Number(figure.high) ? "above" : "within";
}

const verdicts: Record<Verdict, () => string> = {
  few: m.people_few,
  within: m.people_within,
  above: m.people_above,
  below: m.people_below,
};

/** Each person's orders against chance and against what the same kinds of quotes gave: never a ranking. */
export function People({ look }: { look: Look }) {
  const found = useFigures(look, { metrics: ["observed_expected"] });
  const names = useQuery(userNamesQuery).data;
  const answer = answerOf(found.data, "observed_expected");
  const rows = (answer?.figures ?? [])
    .map((figure) => ({ figure, key: figure.key?.[0] ?? "", name: names?.get(figure.key?.[0] ?? "") ?? "–", verdict: verdictOf(figure) }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const [k, n] = rows.reduce(([hits, all], { figure }) => [hits + figure.k, all + figure.n], [0, 0]);
  const drawn = rows.filter((r) => r.verdict !== "few");
  const to = (owner: string) => look.drill({ metric: "win_rate", filter: { owner: [owner] } });
  const outside = rows.filter((r) => r.verdict === "above" || r.verdict === "below");
  return (
    <>
      <ChartCard
        title={m.people_funnel()}
        summary={outside.length === 0 ? m.people_all_within() : m.people_outside({ count: outside.length })}
        source={found}
        answer={answer}
        rows={drawn}
        rowKey={(r) => r.key}
        legend={
          <>
            <Key look="limit">{m.people_limits()}</Key>
            <span>{m.people_overall({ share: percent(n > 0 ? k / n : 0) })}</span>
          </>
        }
        columns={[
          { id: "person", label: m.person(), head: true, cell: (r) => r.name },
          { id: "share", label: m.people_share(), end: true, cell: (r) => percent(r.figure.k / r.figure.n) },
          { id: "cases", label: m.figure_basis(), end: true, cell: (r) => m.figure_k_of_n(r.figure) },
          {
            id: "limits",
            label: m.people_limits_95(),
            end: true,
            cell: (r) => m.figure_range({ low: percent(r.figure.low ?? 0), high: percent(r.figure.high ?? 1) }),
          },
        ]}
      >
        <PeoplePlot
          title={m.people_funnel()}
          axis={m.people_axis()}
          overall={n > 0 ? k / n : 0}
          people={drawn.map((r) => ({
            key: r.key,
            name: r.name,
            k: r.figure.k,
            n: r.figure.n,
            outside: r.verdict !== "within",
            label: `${r.name}: ${percent(r.figure.k / r.figure.n)} · ${m.figure_k_of_n(r.figure)} · ${verdicts[r.verdict]()}`,
            to: to(r.key),
          }))}
        />
      </ChartCard>
      {rows.length > 0 && (
        <Card title={m.people_expected()} pad={false}>
          <Table
            caption={m.people_expected()}
            rows={rows}
            rowKey={(r) => r.key}
            columns={[
              { id: "person", label: m.person(), head: true, cell: (r) => r.name },
              {
                id: "orders",
                label: m.people_orders(),
                end: true,
                cell: (r) => (
                  <Link to="/dashboard/quotes" search={to(r.key)}>
                    {m.figure_k_of_n(r.figure)}
                  </Link>
                ),
              },
              {
                id: "expected",
                label: m.people_expects(),
                end: true,
                cell: (r) => (r.figure.reference === undefined ? "–" : decimal(Number(r.figure.reference).toFixed(1))),
              },
              {
                id: "ratio",
                label: m.people_ratio(),
                end: true,
                cell: (r) => (r.figure.value === undefined ? "–" : decimal(Number(r.figure.value).toFixed(2))),
              },
              {
                id: "verdict",
                label: m.people_verdict(),
                cell: (r) => (
                  <>
                    <Chip tone={r.verdict === "above" || r.verdict === "below" ? "rule" : "outline"}>{verdicts[r.verdict]()}</Chip>{" "}
                    {r.figure.note === "reversed" && <Chip tone="accent">{m.people_reversed()}</Chip>}
                  </>
                ),
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}
