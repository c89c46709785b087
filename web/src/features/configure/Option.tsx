import { memo, useId, useRef } from "react";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import { Chip } from "~/components/Chip";
import { Icon } from "~/components/Icon";
import type { Status } from "./model";
import styles from "./Option.module.css";

export type OptionProps = {
  kind: "radio" | "checkbox";
  name: string;
  path: string;
  value: string;
  label: string;
  help: string;
  status: Status;
  checked: boolean;
  /** "Not with Diesel engine", or "Required by Safety rule". */
  reason: string;
  /** The price difference in words, or nothing while unknown. */
  delta: string;
  /** Rules have just changed it. */
  fresh: boolean;
  onChoose: (path: string, value: string, on: boolean) => void;
  /** Opens the ways to get an excluded or conflicting value. */
  onResolve: (path: string, value: string) => void;
  /** Opens why a value is forced. */
  onWhy: (path: string, value: string) => void;
};

/**
 * One value that can be chosen. An excluded one stays reachable, says why, and
 * offers the way to get it. Redrawn only when something about it changes.
 */
export const Option = memo(function Option(p: OptionProps) {
  const id = useId();
  const arrow = useRef(false);
  const excluded = p.status === "excluded";
  const locked = p.status === "selected-rule";

  function change(on: boolean) {
    const byArrow = arrow.current;
    arrow.current = false;
    if (locked) return;
    if (!excluded) return p.onChoose(p.path, p.value, on);
    // Arrow keys walk over excluded options so that their reason is heard.
    if (!byArrow) p.onResolve(p.path, p.value);
  }

  return (
    <div className={cx(styles.option, p.fresh && styles.fresh)} data-status={p.status} data-path={p.path} data-value={p.value}>
      <label className={styles.label}>
        <input
          type={p.kind}
          className={styles.input}
          name={p.name}
          value={p.value}
          checked={p.checked}
          aria-disabled={excluded || locked || undefined}
          aria-describedby={p.reason || p.status === "selected-default" ? id : undefined}
          onKeyDown={(e) => {
            arrow.current = e.key.startsWith("Arrow");
          }}
          onChange={(e) => change(e.currentTarget.checked)}
        />
        <span>
          <span className={styles.name}>{p.label}</span>
          {p.help && <span className={styles.help}>{p.help}</span>}
        </span>
        <span className={cx(styles.delta, "num")}>{p.delta}</span>
      </label>
      <Note {...p} id={id} />
    </div>
  );
});

function Note({ id, status, label, path, value, reason, onResolve, onWhy }: OptionProps & { id: string }) {
  switch (status) {
    case "selected-default":
      return (
        <div className={styles.note} id={id}>
          <Chip tone="outline">{m.configure_default()}</Chip>
        </div>
      );
    case "selected-rule":
      return (
        <div className={styles.note}>
          <span className={styles.reason} id={id}>
            <Icon name="lock" size={14} />
            {reason || m.configure_only_possible()}
          </span>
          <button
            type="button"
            className={styles.action}
            aria-label={m.configure_why_value({ value: label })}
            onClick={() => onWhy(path, value)}
          >
            {m.configure_why()}
          </button>
        </div>
      );
    case "excluded":
      return (
        <div className={styles.note}>
          <span className={styles.reason} id={id}>
            <Icon name="ban" size={14} />
            {reason}
          </span>
          <button
            type="button"
            className={styles.action}
            aria-label={m.configure_anyway_value({ value: label })}
            onClick={() => onResolve(path, value)}
          >
            {m.configure_anyway()}
          </button>
        </div>
      );
    case "conflict":
      return (
        <div className={styles.note}>
          <span className={styles.reason} id={id}>
            <Icon name="alert" size={14} />
            {reason || m.configure_conflict()}
          </span>
          <button
            type="button"
            className={styles.action}
            aria-label={m.configure_resolve_value({ value: label })}
            onClick={() => onResolve(path, value)}
          >
            {m.configure_resolve()}
          </button>
        </div>
      );
    default:
      return null;
  }
}
