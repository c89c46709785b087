import { type ComponentProps, type ReactNode, useId } from "react";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import { Icon } from "./Icon";
import styles from "./Field.module.css";

type Common = {
  label: ReactNode;
  /** Shown under the control; read out with it. */
  hint?: ReactNode;
  /** What is wrong with the value, or nothing. */
  error?: ReactNode;
  /** Says "optional" beside the label. */
  optional?: boolean;
  /** The label is read out but not drawn. */
  hideLabel?: boolean;
  size?: "small" | "medium";
  className?: string;
};

function Frame({ id, label, hint, error, optional, hideLabel, className, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : styles.label}>
        {label}
        {optional && <span className={styles.optional}>{m.field_optional()}</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={14} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}

function described(id: string, { hint, error }: Common) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined } as const;
}

function split<P extends Common>(props: P) {
  const { label, hint, error, optional, hideLabel, size, className, ...rest } = props;
  return { frame: { label, hint, error, optional, hideLabel, className }, small: size === "small" && styles.small, rest };
}

/** One line of text. */
export function TextField(props: Common & Omit<ComponentProps<"input">, "size" | "id">) {
  const id = useId();
  const { frame, small, rest } = split(props);
  return (
    <Frame id={id} {...frame}>
      <input type="text" {...rest} {...described(id, frame)} className={cx(styles.control, small)} />
    </Frame>
  );
}

/** Several lines of text. */
export function TextArea(props: Common & Omit<ComponentProps<"textarea">, "id">) {
  const id = useId();
  const { frame, small, rest } = split(props);
  return (
    <Frame id={id} {...frame}>
      <textarea {...rest} {...described(id, frame)} className={cx(styles.control, small)} />
    </Frame>
  );
}

/** One of a few values; the browser's own list, which phones do best. */
export function SelectField(props: Common & Omit<ComponentProps<"select">, "size" | "id">) {
  const id = useId();
  const { frame, small, rest } = split(props);
  return (
    <Frame id={id} {...frame}>
      <span className={styles.select}>
        <select {...rest} {...described(id, frame)} className={cx(styles.control, small)} />
        <Icon name="chevronDown" size={16} />
      </span>
    </Frame>
  );
}

/** A number as text, with its unit beside it; the caller parses it. */
export function NumberInput(props: Common & { unit?: string } & Omit<ComponentProps<"input">, "size" | "id">) {
  const id = useId();
  const { unit, ...others } = props;
  const { frame, small, rest } = split(others);
  return (
    <Frame id={id} {...frame}>
      <span className={unit ? styles.affix : undefined}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          {...described(id, frame)}
          className={cx(styles.control, small)}
        />
        {unit && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
    </Frame>
  );
}

/** A yes or no with its words beside it. */
export function CheckField({ label, ...rest }: { label: ReactNode } & Omit<ComponentProps<"input">, "type">) {
  return (
    <label className={styles.check}>
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
