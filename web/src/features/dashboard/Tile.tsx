import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { compactMoney, decimal, percent, signedPercent } from "~/lib/format";
import { say } from "~/lib/locale";
import { Definition } from "./Definition";
import { type Answer, basisText, type Figure, gapsText, total, valueText } from "./figure";
import { change, drawn } from "./figures";
import type { Look } from "./scope";
import { Spark } from "./Spark";
import styles from "./Dashboard.module.css";

type TileProps = {
  look: Look;
  answer: Answer;
  currency: string;
  before: Figure | undefined;
  /** The attainment of the target, where the figure has one. */
  target?: Figure | undefined;
  /** The figure month by month. */
  months?: readonly Figure[] | undefined;
};

/** A figure: what it rests on, how it changed, and one click from its quotes and its definition. */
export function Tile({ look, answer, currency, before, target, months }: TileProps) {
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
  unit: Answer["metric"]["unit"];
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

/** The 95 % interval on the scale from nothing to all. */
function Interval({ low, value, high }: { low: string; value: string; high: string }) {
  return (
    <div className={styles.interval} aria-hidden="true">
      <span style={{ insetInlineStart: `${100 * Number(low)}%`, inlineSize: `${100 * (Number(high) - Number(low))}%` }} />
      <i style={{ insetInlineStart: `${100 * Number(value)}%` }} />
    </div>
  );
}
