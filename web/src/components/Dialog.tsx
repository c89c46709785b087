import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import { Button } from "./Button";
import styles from "./Dialog.module.css";

type Props = {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  /** "drawer" slides in from the side and keeps the page's context. */
  kind?: "narrow" | "wide" | "drawer";
  children: ReactNode;
  /** Buttons, the main one last. */
  foot?: ReactNode;
  /** Text to read: it can be scrolled by keyboard although nothing in it takes the focus. */
  reading?: boolean;
  /** "alertdialog" for questions that must not be passed over. */
  role?: "dialog" | "alertdialog";
};

/** A question or a task above the page. Escape and a press outside close it. */
export function Dialog({ title, open, onClose, kind = "narrow", children, foot, reading, role = "dialog" }: Props) {
  return (
    <ModalOverlay
      className={cx(styles.scrim, kind === "drawer" && styles.drawer)}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={role === "dialog"}
    >
      <Modal className={cx(styles.modal, kind === "wide" && styles.wide)}>
        <AriaDialog className={styles.dialog} role={role}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            <Button look="quiet" size="small" icon="close" iconOnly onPress={onClose}>
              {m.close()}
            </Button>
          </div>
          <div className={styles.body} tabIndex={reading ? 0 : undefined}>
            {children}
          </div>
          {foot && <div className={styles.foot}>{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
