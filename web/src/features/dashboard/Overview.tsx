import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { Loading } from "~/components/State";
import { cx } from "~/lib/class";
import { compactMoney, decimal, percent, signedPercent } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import { Answer } from "./Answer";
import { Definition } from "./Definition";
import { type Answer as Told, basisText, type Figure, gapsText, total, valueText } from "./figure";
import { answerOf, change, drawn, useFigures } from "./figures";
import { yearBefore } from "./period";
import type { Look } from "./scope";
import { Spark } from "./Spark";
import { Interval } from "./Tiles";
import styles from "./Dashboard.module.css";

/** Figures of flows have a history by month; stocks are compared with what was known a year ago. */
const flows = ["order_intake", "quotes_sent", "conversion_within"];
const stocks = ["open_pipeline"];

/** The answer, and the figures it stands on. */
export function Overview({ look }: { look: Look }) {
  const costs = can(useSession(), "see_cost");
  const last = costs ? "margin" : "discount_depth";
  const shown = ["order_intake", "landing_forecast", "conversion_within", "quotes_sent", "open_pipeline", last];
  const now = useFigures(look, { metrics: [...shown, "target_attainment"] });
  const before = useFigures(look, { metrics: [...flows, last], period: look.earlier, enabled: !!look.earlier });
  const yearAgo = new Date(look.asOf ?? new Date().setMinutes(0, 0, 0));
  yearAgo.setFullYear(yearAgo.getFullYear() - 1);
  const stockBefore = useFigures(look, {
    metrics: stocks,
    period: yearBefore(look.period),
    asOf: yearAgo.toISOString(),
    enabled: look.scope.compare !== "none",
  });
  const months = useFigures(look, { metrics: [...flows, last], slices: ["month"], period: look.passed });
  if (now.isPending) return <Loading lines={5} />;
  if (now.isError) return <FailureState error={now.error} retry={() => void now.refetch()} />;
  const { currency } = now.data;
  const of = (metric: string) => total(answerOf(now.data, metric));
  const earlier = (metric: string) => total(answerOf(stocks.includes(metric) ? stockBefore.data : before.data, metric));
  const attainment = of("target_attainment");
  return (
    <>
      <Answer
        intake={of("order_intake")}
        before={earlier("order_intake")}
        landing={of("landing_forecast")}
        attainment={attainment}
        currency={currency}
        compare={look.scope.compare ?? "year"}
        over={look.passed.to === look.period.to}
      />
      <ul className={cx(styles.tiles, styles.six)} aria-label={m.figures()}>
        {shown.map((metric) => {
          const answer = answerOf(now.data, metric);
          return (
            answer && (
              <Tile
                key={metric}
                look={look}
                answer={answer}
                currency={currency}
                before={earlier(metric)}
                target={metric === "order_intake" || metric === "landing_forecast" ? attainment : undefined}
                months={answerOf(months.data, metric)?.figures}
              />
            )
          );
        })}
      </ul>
    </>
  );
}

type TileProps = {
  look: Look;
  answer: Told;
  currency: string;
  before: Figure | undefined;
  target: Figure | undefined;
  months: readonly Figure[] | undefined;
};

function Tile({ look, answer, currency, before, target, months }: TileProps) {
  const [defined, setDefined] = useState(false);
  const { metric } = answer;
  const figure = total(answer);
  if (!figure) return null;
  return (
    <li className={styles.tile} data-metric={metric.id}>
      <h2 className={styles.name}>
        {say(metric.name)}
        <Button
          look="quiet"
          size="small"
          icon="info"
          iconOnly
          aria-label={m.figure_definition_of({ name: say(metric.name) })}
          onPress={() => setDefined(true)}
        >
          {m.figure_definition()}
        </Button>
      </h2>
      <p className={`${styles.value} num`}>
        <Link to="/dashboard/quotes" search={look.drill({ metric: metric.id })}>
          {valueText(metric, figure, currency, true)}
        </Link>
      </p>
      {metric.unit === "rate" && figure.value !== undefined && figure.low !== undefined && figure.high !== undefined && (
        <Interval low={figure.low} value={figure.value} high={figure.high} />
      )}
      <p className={styles.basis}>{metric.interval === "band80" ? bandText(figure, currency) : basisText(metric, figure)}</p>
      <Change unit={metric.unit} figure={figure} before={before} currency={currency} />
      {target && <Target attainment={target} value={figure.value} currency={currency} />}
      {gapsText(figure).map((text) => (
        <p key={text} className={styles.caveat}>
          {text}
        </p>
      ))}
      {months && <Spark figures={months} />}
      {defined && <Definition answer={answer} onClose={() => setDefined(false)} />}
    </li>
  );
}

function bandText(figure: Figure, currency: string): string {
  if (figure.low === undefined || figure.high === undefined) return m.figures_none();
  return m.figure_band({ low: compactMoney(figure.low, currency), high: compactMoney(figure.high, currency) });
}

/** The difference to what it is compared with: percent of amounts and counts, points of shares. */
function Change({
  unit,
  figure,
  before,
  currency,
}: {
  unit: Told["metric"]["unit"];
  figure: Figure;
  before: Figure | undefined;
  currency: string;
}) {
  const [a, b] = [drawn(before?.value), drawn(figure.value)];
  if (!before || a === undefined || b === undefined) return null;
  const by = unit === "rate" ? b - a : change(before.value, figure.value);
  if (by === undefined) return null;
  const words = unit === "rate" ? m.figure_points({ value: signedNumber(100 * by) }) : signedPercent(by);
  return (
    <p className={styles.change}>
      <Icon name={by < 0 ? "arrowDown" : "arrowUp"} size={13} />
      <span className="num">{words}</span> <span>{m.figure_against({ value: valueText({ unit }, before, currency, true) })}</span>
    </p>
  );
}

function signedNumber(value: number): string {
  const words = decimal(Math.abs(value).toFixed(1));
  return value < 0 ? `−${words}` : `+${words}`;
}

function Target({ attainment, value, currency }: { attainment: Figure; value: string | undefined; currency: string }) {
  if (attainment.reference === undefined || value === undefined) return null;
  const share = Number(value) / Number(attainment.reference);
  return (
    <div className={styles.target}>
      <p>{m.figure_of_target({ share: percent(share, 0), target: compactMoney(attainment.reference, currency) })}</p>
      <span aria-hidden="true">
        <i style={{ inlineSize: `${Math.min(100, 100 * share)}%` }} />
      </span>
    </div>
  );
}
