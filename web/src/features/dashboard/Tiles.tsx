import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schema } from "~/api/client";
import { figuresQuery } from "~/api/kpi";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Loading, State } from "~/components/State";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import { Definition } from "./Definition";
import { type Answer, basisText, type Figure, gapsText, total, valueText } from "./figure";
import { type Period, yearBefore } from "./period";
import styles from "./Dashboard.module.css";

type Props = { metrics: readonly string[]; period: Period; filter?: Schema["KpiFilter"] };

/** The figures, and the same a year before. */
export function useFigures({ metrics, period, filter }: Props, enabled = true) {
  const present = useQuery({ ...figuresQuery({ metrics: [...metrics], ...period, filter }), enabled });
  const before = useQuery({ ...figuresQuery({ metrics: [...metrics], ...yearBefore(period), filter }), enabled });
  return [present, before] as const;
}

/** The figures as tiles, each with what it rests on and its definition. */
export function Tiles({ metrics, period, filter }: Props) {
  const [present, before] = useFigures({ metrics, period, filter });
  if (present.isPending) return <Loading lines={3} />;
  if (present.isError) return <State icon="alert" title={failureText(present.error)} />;
  return (
    <ul className={styles.tiles} aria-label={m.figures()}>
      {present.data.answers.map((answer) => (
        <Tile
          key={answer.metric.id}
          answer={answer}
          currency={present.data.currency}
          before={total(before.data?.answers.find((a) => a.metric.id === answer.metric.id))}
          period={period}
          owner={filter?.["owner"]?.[0]}
        />
      ))}
    </ul>
  );
}

type TileProps = { answer: Answer; currency: string; before: Figure | undefined; period: Period; owner: string | undefined };

function Tile({ answer, currency, before, period, owner }: TileProps) {
  const [defined, setDefined] = useState(false);
  const { metric } = answer;
  const figure = total(answer);
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
      {figure && (
        <>
          <p className={`${styles.value} num`}>
            <Link to="/dashboard/quotes" search={{ metric: metric.id, ...period, filter: owner ? { owner: [owner] } : undefined }}>
              {valueText(metric, figure, currency, true)}
            </Link>
          </p>
          {figure.low !== undefined && figure.high !== undefined && figure.value !== undefined && (
            <Interval low={figure.low} value={figure.value} high={figure.high} />
          )}
          <p className={styles.basis}>{basisText(metric, figure)}</p>
          {before && <p className={styles.basis}>{m.figure_year_before({ value: valueText(metric, before, currency, true) })}</p>}
          {gapsText(figure).map((text) => (
            <p key={text} className={styles.caveat}>
              {text}
            </p>
          ))}
        </>
      )}
      {defined && <Definition answer={answer} onClose={() => setDefined(false)} />}
    </li>
  );
}

/** The 95 % interval on the scale from nothing to all. */
export function Interval({ low, value, high }: { low: string; value: string; high: string }) {
  return (
    <div className={styles.interval} aria-hidden="true">
      <span style={{ insetInlineStart: `${100 * Number(low)}%`, inlineSize: `${100 * (Number(high) - Number(low))}%` }} />
      <i style={{ insetInlineStart: `${100 * Number(value)}%` }} />
    </div>
  );
}
