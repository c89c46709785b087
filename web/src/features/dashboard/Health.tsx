import { Link } from "@tanstack/react-router";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/components/Icon";
import { percent } from "~/lib/format";
import { say } from "~/lib/locale";
import { answerOf, type Result, useFigures } from "./figures";
import { type Figure, total } from "./figure";
import type { DrillSearch, Look } from "./scope";
import styles from "./Dashboard.module.css";

type Check = {
  metric: string;
  /** The concern is about the cases that are not among the k. */
  misses?: boolean;
  name?: () => string;
  /** From which share on it is worth a look before believing the rest. */
  notable: number;
};

const checks: Check[] = [
  { metric: "immature_share", notable: 0.3 },
  { metric: "loss_reasons", misses: true, name: m.health_no_reason, notable: 0.2 },
  { metric: "stale_quotes", notable: 0.1 },
  { metric: "costed_orders", misses: true, name: m.health_no_cost, notable: 0.05 },
  { metric: "split_quotes", notable: 0.1 },
  { metric: "recreated_quotes", notable: 0.1 },
  { metric: "quarter_end_orders", notable: 0.15 },
];

/** How far the figures can be trusted; each concern opens its quotes. */
export function Health({ look }: { look: Look }) {
  const found = useFigures(look, { metrics: checks.map((c) => c.metric), period: look.passed });
  if (!found.data) return null;
  return (
    <section className={styles.health} aria-labelledby="health">
      <h2 id="health">{m.health()}</h2>
      <ul className={styles.concerns}>
        {checks.map((check) => (
          <Concern
            key={check.metric}
            check={check}
            found={found.data}
            to={look.drill({ metric: check.metric, part: check.misses ? "misses" : "hits", ...look.passed })}
          />
        ))}
      </ul>
    </section>
  );
}

function Concern({ check, found, to }: { check: Check; found: Result; to: DrillSearch }) {
  const answer = answerOf(found, check.metric);
  const figure = total(answer);
  if (!answer || !figure || figure.n === 0) return null;
  const { k, share } = concernOf(figure, check.misses);
  const notable = share !== undefined && share >= check.notable;
  return (
    <li>
      <Link
        to="/dashboard/quotes"
        search={to}
        className={styles.concern}
        data-notable={notable || undefined}
        title={say(answer.metric.plain)}
      >
        <Icon name={notable ? "alert" : "check"} size={14} />
        <span>{check.name?.() ?? say(answer.metric.name)}</span>
        <strong className="num">{share === undefined ? m.figure_k_of_n({ k, n: figure.n }) : percent(share, 0)}</strong>
        {share !== undefined && <span className={`${styles.cases} num`}>{m.figure_k_of_n({ k, n: figure.n })}</span>}
      </Link>
    </li>
  );
}

/** The cases of concern and, of enough cases, their share. */
export function concernOf(figure: Figure, misses = false): { k: number; share: number | undefined } {
  const share = figure.value === undefined ? undefined : Number(figure.value);
  return misses ? { k: figure.n - figure.k, share: share === undefined ? undefined : 1 - share } : { k: figure.k, share };
}
