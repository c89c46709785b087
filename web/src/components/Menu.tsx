import type { ReactElement, ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon, type IconName } from "./Icon";
import styles from "./Menu.module.css";

export type MenuAction = {
  id: string;
  label: ReactNode;
  /** The words of the label, where the label is more than text. */
  text?: string;
  detail?: ReactNode;
  icon?: IconName;
  danger?: boolean;
  run: () => void;
};

/** A button, given as `trigger`, that opens a list of actions. */
export function Menu({
  trigger,
  label,
  heading,
  actions,
}: {
  trigger: ReactElement;
  label: string;
  heading?: ReactNode;
  actions: MenuAction[];
}) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} placement="bottom end" offset={4}>
        {heading && <div className={styles.heading}>{heading}</div>}
        <AriaMenu className={styles.menu} aria-label={label} onAction={(key) => actions.find((a) => a.id === key)?.run()}>
          {actions.map((a) => (
            <MenuItem
              key={a.id}
              id={a.id}
              className={styles.item ?? ""}
              textValue={a.text ?? (typeof a.label === "string" ? a.label : a.id)}
              data-danger={a.danger || undefined}
            >
              {a.icon && <Icon name={a.icon} size={16} />}
              <span>
                {a.label}
                {a.detail && <span className={styles.detail}>{a.detail}</span>}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
