import { useEffect, useSyncExternalStore } from "react";
import { m } from "~/paraglide/messages.js";
import { Icon } from "./Icon";
import styles from "./Toast.module.css";

export type Toast = {
  text: string;
  tone?: "done" | "failed";
  /** One thing to do about it, such as undo. */
  action?: { label: string; run: () => void };
};

type Shown = Toast & { id: number };

let shown: readonly Shown[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function publish(next: readonly Shown[]) {
  shown = next;
  listeners.forEach((notify) => notify());
}

/** Says in passing what has happened; the newest replaces the one before. */
export function toast(message: Toast): void {
  publish([{ ...message, id: nextId++ }]);
}

function dismiss(id: number) {
  publish(shown.filter((t) => t.id !== id));
}

const restAfter = 8000;

function ToastView({ toast: t }: { toast: Shown }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(t.id), restAfter);
    return () => clearTimeout(timer);
  }, [t.id]);
  return (
    <div className={styles.toast}>
      <Icon name={t.tone === "failed" ? "alert" : "check"} size={18} />
      <span className={styles.text}>{t.text}</span>
      {t.action && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            t.action?.run();
            dismiss(t.id);
          }}
        >
          {t.action.label}
        </button>
      )}
      <button type="button" className={styles.action} aria-label={m.close()} onClick={() => dismiss(t.id)}>
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}

/** Where toasts appear; a polite live region, once per page. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(
    (notify) => {
      listeners.add(notify);
      return () => listeners.delete(notify);
    },
    () => shown,
  );
  return (
    <div className={styles.region} role="status" aria-live="polite">
      {toasts.map((t) => (
        <ToastView key={t.id} toast={t} />
      ))}
    </div>
  );
}
