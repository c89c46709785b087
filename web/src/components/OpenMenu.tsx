import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "./Icon";
import type { MenuProps } from "./Menu";
import styles from "./Menu.module.css";

/** A menu with its list, and whether the list is open at first. */
export default function OpenMenu({ trigger, label, heading, actions, defaultOpen }: MenuProps & { defaultOpen: boolean }) {
  return (
    <MenuTrigger defaultOpen={defaultOpen}>
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
