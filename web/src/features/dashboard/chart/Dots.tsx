import { cx } from "~/lib/class";
import { percent } from "~/lib/format";
import type { DrillSearch } from "../scope";
import { Axes } from "./Axes";
import { funnelLimits, linear, ticks } from "./scale";
import { Mark } from "./Marks";
import { Plot } from "./Plot";
import styles from "./chart.module.css";

export type DotRow = {
  key: string;
  name: string;
  value?: number;
  low?: number;
  high?: number;
  few?: string;
  basis: string;
  label: string;
  to: DrillSearch;
};

/** Shares with their intervals, a row each; few cases are k/n only. */
export function DotsPlot({ title, rows }: { title: string; rows: readonly DotRow[] }) {
  const steps = ticks(0, Math.min(1, Math.max(...rows.map((r) => r.high ?? 0), 0.2)), 4).filter((s) => s <= 1);
  const row = 34;
  const height = row * rows.length + 26;
  return (
    <Plot title={title} height={() => height}>
      {({ width, narrow }) => {
        const left = Math.max(...rows.map((r) => r.name.length)) * 7.2 + 18;
        const x = linear([0, steps.at(-1) ?? 1], [left, width - (narrow ? 14 : 96)]);
        return (
          <>
            <Axes area={{ left, right: width, top: 0, bottom: row * rows.length }} along={{ steps, at: x, text: percent, ruled: true }} />
            {rows.map((r, i) => {
              const middle = row * (i + 0.5);
              return (
                <Mark
                  key={r.key}
                  label={r.label}
                  to={r.to}
                  text={
                    <>
                      <text x={left - 12} y={middle + 4} className={cx(styles.label, styles.end)}>
                        {r.name}
                      </text>
                      {r.few && (
                        <text x={x(0) + 33} y={middle + 4} className={cx(styles.few, styles.middle)}>
                          {r.few}
                        </text>
                      )}
                      {!narrow && r.value !== undefined && (
                        <text x={width - 2} y={middle + 4} className={cx(styles.value, styles.end)}>
                          {percent(r.value)}
                          <tspan className={styles.tick} dx={6}>
                            {r.basis}
                          </tspan>
                        </text>
                      )}
                    </>
                  }
                >
                  <rect x={0} y={row * i + 1} width={width} height={row - 2} rx={6} className={styles.hit} />
                  {r.low !== undefined && r.high !== undefined && (
                    <line x1={x(r.low)} x2={x(r.high)} y1={middle} y2={middle} className={styles.whisker} />
                  )}
                  {r.value !== undefined && <circle cx={x(r.value)} cy={middle} r={5.5} className={styles.dot} />}
                  {r.few && <rect x={x(0) + 6} y={middle - 10} width={54} height={20} rx={3} className={styles.fewBox} />}
                </Mark>
              );
            })}
          </>
        );
      }}
    </Plot>
  );
}

export type Person = { key: string; name: string; k: number; n: number; outside: boolean; label: string; to: DrillSearch };

const plotHeight = 300;
const foot = 40;

/** A funnel plot: each person's share among the limits that chance alone would keep to. */
export function PeoplePlot({ title, axis, people, overall }: { title: string; axis: string; people: readonly Person[]; overall: number }) {
  const most = Math.max(...people.map((p) => p.n)) * 1.12;
  const top = Math.min(1, Math.max(...people.map((p) => p.k / p.n), funnelLimits(overall, 20).outer[1]) * 1.05);
  const steps = ticks(0, top, 4).filter((s) => s <= 1);
  return (
    <Plot title={title} height={() => plotHeight}>
      {({ width, narrow }) => {
        const left = 42;
        const x = linear([0, most], [left, width - 8]);
        const y = linear([0, steps.at(-1) ?? top], [plotHeight - foot, 8]);
        const sizes = Array.from({ length: 60 }, (_, i) => Math.max(6, (most * (i + 1)) / 60));
        const curve = (of: (n: number) => number) =>
          sizes
            .filter((n) => of(n) <= (steps.at(-1) ?? 1))
            .map((n, i) => `${i === 0 ? "M" : "L"}${x(n).toFixed(1)},${y(of(n)).toFixed(1)}`)
            .join("");
        const labels = place(
          people.map((p) => ({ x: x(p.n), y: y(p.k / p.n), width: nameOf(p, narrow).length * 7.2, leftwards: x(p.n) > width * 0.72 })),
        );
        return (
          <>
            <Axes
              area={{ left, right: width - 8, top: 8, bottom: plotHeight - foot }}
              up={{ steps, at: y, text: percent }}
              along={{ steps: ticks(0, most, narrow ? 3 : 6).filter((n) => n <= most), at: x, text: String, name: axis }}
            />
            <g aria-hidden="true">
              <line x1={left} x2={width - 8} y1={y(overall)} y2={y(overall)} className={styles.overall} />
              {([0, 1] as const).map((side) => (
                <g key={side}>
                  <path d={curve((n) => funnelLimits(overall, n).inner[side])} className={styles.limit} />
                  <path d={curve((n) => funnelLimits(overall, n).outer[side])} className={styles.limitOuter} />
                </g>
              ))}
            </g>
            {people.map((p, i) => {
              const [centre, cy] = [x(p.n), y(p.k / p.n)];
              return (
                <Mark
                  key={p.key}
                  label={p.label}
                  to={p.to}
                  text={
                    <text x={labels[i]!.start} y={labels[i]!.y + 4} className={cx(styles.label, styles.start)}>
                      {nameOf(p, narrow)}
                    </text>
                  }
                >
                  <circle cx={centre} cy={cy} r={13} className={styles.hit} />
                  <circle cx={centre} cy={cy} r={6} className={p.outside ? styles.dotOut : styles.dot} />
                </Mark>
              );
            })}
          </>
        );
      }}
    </Plot>
  );
}

function nameOf({ name }: Person, narrow: boolean): string {
  return narrow ? (name.split(" ")[0] ?? name) : name;
}

type Label = { x: number; y: number; width: number; leftwards: boolean };

const line = 15;

/** Where names stand beside their marks so that none covers another. */
export function place(wanted: readonly Label[]): { start: number; y: number }[] {
  const placed: { start: number; end: number; y: number; of: number }[] = [];
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]!.y - wanted[b]!.y);
  for (const of of order) {
    const { x, width, leftwards, ...label } = wanted[of]!;
    const start = leftwards ? x - 11 - width : x + 11;
    const covers = (y: number) => placed.some((p) => p.start < start + width && start < p.end && Math.abs(p.y - y) < line);
    let y = label.y;
    while (covers(y)) y += 1;
    placed.push({ start, end: start + width, y, of });
  }
  return placed.sort((a, b) => a.of - b.of).map(({ start, y }) => ({ start, y }));
}
