import type { ReactNode } from "react";
import { cx } from "~/lib/class";
import { Icon, type IconName } from "./Icon";
import styles from "./Chip.module.css";

export type Tone = "neutral" | "accent" | "rule" | "danger" | "good" | "outline";

/** A short word about the state of something. The word carries the meaning. */
export function Chip({ tone = "neutral", icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={cx(styles.chip, tone !== "neutral" && styles[tone])}>
      {icon && <Icon name={icon} size={13} />}
      {children}
    </span>
  );
}
