import { cx } from "~/lib/class";
import type { DrillSearch } from "../scope";
import { Axes } from "./Axes";
import { linear, ticks } from "./scale";
import { Mark } from "./Marks";
import { Plot } from "./Plot";
import styles from "./chart.module.css";

export type BarPoint = {
  key: string;
  /** Under the axis, and what stands under it on the first of a year. */
  name: string;
  year?: string;
  /** Nothing where there are too few cases for a value; then `few` says k/n. */
  value?: number;
  few?: string;
  low?: number;
  high?: number;
  /** The same, a year before. */
  before?: number;
  hatched?: boolean;
  label: string;
  to: DrillSearch;
};

const plotHeight = 220;
const foot = 36;

/** Bars over time; young cohorts are hatched, cohorts of few cases are k/n in a dashed box and no bar. */
export function BarsPlot({ title, points, tick }: { title: string; points: readonly BarPoint[]; tick: (value: number) => string }) {
  const top = Math.max(...points.flatMap((p) => [p.value ?? 0, p.high ?? 0, p.before ?? 0]), Number.EPSILON);
  const low = Math.min(0, ...points.map((p) => p.value ?? 0));
  const steps = ticks(low, top, 4);
  return (
    <Plot title={title} height={() => plotHeight}>
      {({ width, hatch }) => {
        const left = Math.max(...steps.map((s) => tick(s).length)) * 7.4 + 12;
        const y = linear([steps[0] ?? 0, steps.at(-1) ?? top], [plotHeight - foot, 10]);
        const slot = (width - left) / points.length;
        const size = Math.min(slot * 0.68, 34);
        const every = Math.ceil(30 / slot);
        return (
          <>
            <Axes area={{ left, right: width, top: 10, bottom: plotHeight - foot }} up={{ steps, at: y, text: tick }} />
            {points.map((p, i) => {
              const centre = left + slot * (i + 0.5);
              const [a, b] = [y(0), y(p.value ?? 0)];
              return (
                <Mark
                  key={p.key}
                  label={p.label}
                  to={p.to}
                  text={
                    p.few && (
                      <text
                        x={centre}
                        y={y(0) - 17}
                        dy={4}
                        className={cx(styles.few, styles.middle)}
                        transform={slot < 34 ? `rotate(-90 ${centre} ${y(0) - 17})` : undefined}
                      >
                        {p.few}
                      </text>
                    )
                  }
                >
                  <rect x={left + slot * i + 0.5} y={2} width={slot - 1} height={plotHeight - foot + 2} rx={4} className={styles.hit} />
                  {p.value !== undefined && (
                    <rect
                      x={centre - size / 2}
                      y={Math.min(a, b)}
                      width={size}
                      height={Math.max(Math.abs(a - b), 1.5)}
                      rx={2}
                      className={p.hatched ? styles.outlined : styles.now}
                      fill={p.hatched ? hatch : undefined}
                    />
                  )}
                  {p.low !== undefined && p.high !== undefined && (
                    <line x1={centre} x2={centre} y1={y(p.low)} y2={y(p.high)} className={styles.whisker} />
                  )}
                  {p.before !== undefined && (
                    <line x1={centre - slot * 0.42} x2={centre + slot * 0.42} y1={y(p.before)} y2={y(p.before)} className={styles.before} />
                  )}
                  {p.few && <rect x={centre - size / 2} y={y(0) - 34} width={size} height={34} rx={2} className={styles.fewBox} />}
                </Mark>
              );
            })}
            <g aria-hidden="true">
              {points.map((p, i) => (
                <text key={p.key} x={left + slot * (i + 0.5)} y={plotHeight - foot + 16} className={cx(styles.tick, styles.middle)}>
                  {i % every === 0 && p.name}
                  {p.year && (
                    <tspan x={left + slot * (i + 0.5)} dy={14}>
                      {p.year}
                    </tspan>
                  )}
                </text>
              ))}
            </g>
          </>
        );
      }}
    </Plot>
  );
}
