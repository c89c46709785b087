import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { cx } from "~/lib/class";
import { Icon, type IconName } from "./Icon";
import styles from "./Button.module.css";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";

type Look = {
  look?: ButtonLook;
  size?: "small" | "medium";
  icon?: IconName;
  /** Only the icon is drawn; the children become the accessible name. */
  iconOnly?: boolean;
  block?: boolean;
};

/** The classes of a button, for links that look like one. */
export function buttonClass({ look = "secondary", size = "medium", iconOnly, block }: Look): string {
  return cx(styles.button, styles[look], size === "small" && styles.small, iconOnly && styles.icon, block && styles.block);
}

type Props = Omit<ButtonProps, "className" | "children"> & Look & { children: ReactNode };

/** A button. While `isPending` it keeps its width and focus and takes no press. */
export function Button({ look, size, icon, iconOnly, block, children, ...props }: Props) {
  const label = iconOnly && typeof children === "string" ? { "aria-label": children } : {};
  return (
    <AriaButton {...label} {...props} className={buttonClass({ look, size, iconOnly, block })}>
      {props.isPending ? <span className={styles.spinner} /> : icon && <Icon name={icon} size={size === "small" ? 16 : 18} />}
      {!iconOnly && children}
    </AriaButton>
  );
}
