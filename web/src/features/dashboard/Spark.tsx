import type { Figure } from "./figure";
import { drawn } from "./figures";
import { linear } from "./chart/scale";
import styles from "./Dashboard.module.css";

const [width, height] = [100, 36];

/** How the figure went month by month; months with too few cases leave a gap. */
export function Spark({ figures }: { figures: readonly Figure[] }) {
  const values = figures.filter((f) => f.key?.[0]).map((f) => drawn(f.value));
  const known = values.filter((v) => v !== undefined);
  if (known.length < 3) return null;
  const x = linear([0, values.length - 1], [3, width - 3]);
  const y = linear([Math.min(0, ...known), Math.max(...known)], [height - 3, 3]);
  const path = values
    .map((v, i) => (v === undefined ? "" : `${i === 0 || values[i - 1] === undefined ? "M" : "L"}${x(i)},${y(v)}`))
    .join("");
  return (
    <svg className={styles.spark} height={height} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
