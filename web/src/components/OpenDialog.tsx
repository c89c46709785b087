import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import { Button } from "./Button";
import type { DialogProps } from "./Dialog";
import styles from "./Dialog.module.css";

/** A dialog with what moves, holds and gives back the focus. */
export default function OpenDialog({ title, open, onClose, kind = "narrow", children, foot, reading, role = "dialog" }: DialogProps) {
  return (
    <ModalOverlay
      className={cx(styles.scrim, kind === "drawer" && styles.drawer)}
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={role === "dialog"}
    >
      <Modal className={cx(styles.modal, kind === "wide" && styles.wide, kind === "full" && styles.full)}>
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
