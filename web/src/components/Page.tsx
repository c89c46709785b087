import { type ReactNode, useEffect, useRef } from "react";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import styles from "./Page.module.css";

type PageProps = {
  title: string;
  /** Shown in place of the plain title, inside the same heading. */
  heading?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: ReactNode;
  /** For grids: takes more of a large screen. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of a screen: its one h1, what it is about, what can be done. */
export function Page({ title, heading, lead, actions, back, wide, children }: PageProps) {
  const ref = usePageTitle(title);
  return (
    <div className={cx(styles.page, wide && styles.wide)}>
      <div className={styles.head}>
        <div className={styles.titles}>
          {back}
          <h1 ref={ref} tabIndex={-1}>
            {heading ?? title}
          </h1>
          {lead && <div className={styles.lead}>{lead}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

let firstPage = true;

/**
 * Names the tab after the page and, when one page has replaced another, moves
 * the focus to the new heading, so that a screen reader hears where it is.
 */
export function usePageTitle(title: string) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title ? `${title} · ${m.app_name()}` : m.app_name();
  }, [title]);
  useEffect(() => {
    if (!firstPage) ref.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return ref;
}

export const backClass = styles.back;

/** A sheet of paper on the desk, with an optional heading. */
export function Card({
  title,
  actions,
  pad = true,
  children,
  className,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  pad?: boolean;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={cx(styles.card, className)}>
      {(title || actions) && (
        <div className={styles.cardHead}>
          {title && <h2>{title}</h2>}
          {actions}
        </div>
      )}
      {pad ? <div className={styles.pad}>{children}</div> : children}
    </section>
  );
}
