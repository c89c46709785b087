import { cx } from "~/lib/class";
import styles from "./Emblem.module.css";

/** A quiet drawing for what has no picture, always the same for the same code. */
export function Emblem({ code, className }: { code: string; className?: string }) {
  const seed = [...code].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);
  const at = (n: number, range: number) => ((seed >>> (n * 3)) % 97) * (range / 97);
  return (
    <svg
      className={cx(styles.emblem, className)}
      viewBox="0 0 160 90"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <circle className={styles.disc} cx={50 + at(0, 60)} cy={30 + at(1, 34)} r={22 + at(2, 16)} />
      <circle className={styles.ring} cx={40 + at(3, 80)} cy={24 + at(4, 44)} r={16 + at(5, 24)} />
      <path
        className={styles.ring}
        d={`M-4 ${20 + at(6, 50)} C ${40 + at(2, 20)} ${at(1, 90)}, ${90 + at(0, 20)} ${at(4, 90)}, 164 ${15 + at(3, 60)}`}
      />
      <path
        className={styles.ring}
        d={`M-4 ${30 + at(6, 50)} C ${40 + at(2, 20)} ${10 + at(1, 90)}, ${90 + at(0, 20)} ${10 + at(4, 90)}, 164 ${25 + at(3, 60)}`}
      />
    </svg>
  );
}
