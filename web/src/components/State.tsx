import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import type { Tone } from "./Chip";
import { Icon, type IconName } from "./Icon";
import styles from "./State.module.css";

type StateProps = { icon: IconName; title: ReactNode; children?: ReactNode; actions?: ReactNode; role?: "alert" };

/** What stands where content would be: nothing yet, nothing found, or a failure. */
export function State({ icon, title, children, actions, role }: StateProps) {
  return (
    <div className={styles.state} role={role}>
      <Icon name={icon} size={32} />
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Grey bars in the shape of what is coming; appears only after a moment. */
export function Loading({ lines = 6 }: { lines?: number }) {
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{m.loading()}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className={styles.skeleton} style={{ inlineSize: `${90 - ((i * 23) % 45)}%` }} />
      ))}
    </div>
  );
}

const icons: Partial<Record<Tone, IconName>> = { danger: "alert", rule: "lock", good: "check" };

/** A remark inside a page. */
export function Notice({
  tone = "neutral",
  icon,
  role,
  children,
}: {
  tone?: Tone;
  icon?: IconName;
  role?: "status" | "alert";
  children: ReactNode;
}) {
  return (
    <div className={cx(styles.notice, styles[tone])} role={role}>
      <Icon name={icon ?? icons[tone] ?? "info"} size={18} />
      <div>{children}</div>
    </div>
  );
}
