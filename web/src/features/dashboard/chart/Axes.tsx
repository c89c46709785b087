import { cx } from "~/lib/class";
import type { Scale } from "./scale";
import styles from "./chart.module.css";

/** Where a plot's marks are drawn, in pixels from the top left. */
export type Area = { left: number; right: number; top: number; bottom: number };

type Axis = { steps: readonly number[]; at: Scale; text: (value: number) => string };

/**
 * The axes of a plot: `up` has a line across at each step and its words at the
 * left; `along` has its words at the foot, a line only where it is `ruled`, and
 * the axis' name under its end. The marks say the same, so they are not read out.
 */
export function Axes({ area, up, along }: { area: Area; up?: Axis; along?: Axis & { ruled?: boolean; name?: string } }) {
  const { left, right, top, bottom } = area;
  const line = (step: number) => (step === 0 ? styles.base : styles.grid);
  return (
    <g aria-hidden="true">
      {up?.steps.map((step) => (
        <g key={step}>
          <line x1={left} x2={right} y1={up.at(step)} y2={up.at(step)} className={line(step)} />
          <text x={left - 8} y={up.at(step) + 4} className={cx(styles.tick, styles.end)}>
            {up.text(step)}
          </text>
        </g>
      ))}
      {along?.steps.map((step) => (
        <g key={step}>
          {along.ruled && <line x1={along.at(step)} x2={along.at(step)} y1={top} y2={bottom} className={line(step)} />}
          <text x={along.at(step)} y={bottom + 16} className={cx(styles.tick, styles.middle)}>
            {along.text(step)}
          </text>
        </g>
      ))}
      {along?.name && (
        <text x={right} y={bottom + 31} className={cx(styles.tick, styles.end)}>
          {along.name}
        </text>
      )}
    </g>
  );
}
