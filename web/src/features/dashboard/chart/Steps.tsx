import { cx } from "~/lib/class";
import type { DrillSearch } from "../scope";
import { linear } from "./scale";
import { Mark } from "./Marks";
import { Plot } from "./Plot";
import styles from "./chart.module.css";

export type Step = {
  key: string;
  label: string;
  amount: number;
  /** A total stands on the base line; other steps start where the one before ended. */
  kind: "total" | "step" | "expected";
  text: string;
  /** What the amount is of the whole. */
  share?: string;
  to?: DrillSearch;
};

/** Where each bar begins and ends. */
export function spansOf(steps: readonly Pick<Step, "amount" | "kind">[]): [number, number][] {
  let at = 0;
  return steps.map(({ amount, kind }) => {
    const from = kind === "total" ? 0 : at;
    at = from + amount;
    return [from, at];
  });
}

const bar = 18;

/** A bridge from one total to another, a row for each step. */
export function StepsPlot({ title, steps }: { title: string; steps: readonly Step[] }) {
  const spans = spansOf(steps);
  const all = spans.flat();
  const domain = [Math.min(0, ...all), Math.max(...all, 1)] as const;
  const rowOf = (narrow: boolean) => (narrow ? 46 : 34);
  return (
    <Plot title={title} height={({ narrow }) => rowOf(narrow) * steps.length + 4}>
      {({ width, narrow, hatch }) => {
        const row = rowOf(narrow);
        const left = narrow ? 0 : Math.min(190, width * 0.3);
        const x = linear(domain, [left, width - (narrow ? 2 : steps.some((s) => s.share) ? 152 : 100)]);
        return steps.map((step, i) => {
          const [from, to] = spans[i]!;
          const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
          const top = i * row + (narrow ? 22 : (row - bar) / 2);
          const look = step.kind === "total" ? styles.total : step.amount < 0 ? styles.loss : styles.gain;
          const next = spans[i + 1];
          return (
            <Mark
              key={step.key}
              label={[step.label, step.text, step.share].filter(Boolean).join(", ")}
              to={step.to}
              text={
                <>
                  <text
                    x={narrow ? 0 : left - 12}
                    y={narrow ? i * row + 14 : top + bar - 5}
                    className={cx(styles.label, narrow ? styles.start : styles.end)}
                  >
                    {step.label}
                  </text>
                  <text
                    x={narrow ? width - 2 : Math.min(end + 8, width - 2)}
                    y={narrow ? i * row + 14 : top + bar - 5}
                    className={cx(styles.value, narrow ? styles.end : styles.start)}
                  >
                    {step.text}
                    {step.share && (
                      <tspan className={styles.tick} dx={6}>
                        {step.share}
                      </tspan>
                    )}
                  </text>
                </>
              }
            >
              <rect x={0} y={i * row} width={width} height={row} rx={6} className={styles.hit} />
              <rect
                x={start}
                y={top}
                width={Math.max(end - start, 2)}
                height={bar}
                rx={2}
                className={step.kind === "expected" ? styles.outlined : look}
                fill={step.kind === "expected" ? hatch : undefined}
              />
              {next && <line x1={x(to)} x2={x(to)} y1={top + bar} y2={top + row} className={styles.link} />}
            </Mark>
          );
        });
      }}
    </Plot>
  );
}
