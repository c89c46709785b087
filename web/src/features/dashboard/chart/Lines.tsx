import { percent } from "~/lib/format";
import type { DrillSearch } from "../scope";
import { Axes } from "./Axes";
import { linear, stairs, ticks } from "./scale";
import { Mark } from "./Marks";
import { Plot } from "./Plot";
import styles from "./chart.module.css";

export type CurvePoint = { day: number; value: number; low: number; high: number };
export type CurveMark = { day: number; value: number; label: string; to: DrillSearch };

const plotHeight = 260;
const foot = 34;

/** A staircase with its band, an earlier one behind it, and days to stop at. */
export function CurvesPlot({
  title,
  axis,
  days,
  now,
  before,
  marks,
}: {
  title: string;
  axis: string;
  days: number;
  now: readonly CurvePoint[];
  before: readonly CurvePoint[];
  marks: readonly CurveMark[];
}) {
  const top = Math.max(...now.map((p) => p.high), ...before.map((p) => p.value), 0.05);
  const steps = ticks(0, top, 4);
  return (
    <Plot title={title} height={() => plotHeight}>
      {({ width, narrow }) => {
        const left = 38;
        const x = linear([0, days], [left, width - 8]);
        const y = linear([0, steps.at(-1) ?? top], [plotHeight - foot, 8]);
        const line = (points: readonly CurvePoint[], of: (p: CurvePoint) => number) => stairs(points.map((p) => [x(p.day), y(of(p))]));
        const back = [...now].reverse();
        const band = `${line(now, (p) => p.high)}L${back.map((p) => `${x(p.day)},${y(p.low)}`).join("L")}Z`;
        return (
          <>
            <Axes
              area={{ left, right: width - 8, top: 8, bottom: plotHeight - foot }}
              up={{ steps, at: y, text: percent }}
              along={{ steps: ticks(0, days, narrow ? 3 : 6).filter((d) => d <= days), at: x, text: String, name: axis }}
            />
            <g aria-hidden="true">
              {now.length > 0 && <path d={band} className={styles.band} />}
              {before.length > 0 && <path d={line(before, (p) => p.value)} className={styles.before} />}
              {now.length > 0 && <path d={line(now, (p) => p.value)} className={styles.line} />}
            </g>
            {marks.map((mark, i) => {
              const from = i === 0 ? x(0) : (x(mark.day) + x(marks[i - 1]!.day)) / 2;
              const to = i === marks.length - 1 ? x(days) : (x(mark.day) + x(marks[i + 1]!.day)) / 2;
              return (
                <Mark key={mark.day} label={mark.label} to={mark.to}>
                  <rect x={from} y={4} width={to - from} height={plotHeight - foot - 2} rx={4} className={styles.hit} />
                  <circle cx={x(mark.day)} cy={y(mark.value)} r={5} className={styles.dot} />
                </Mark>
              );
            })}
          </>
        );
      }}
    </Plot>
  );
}
