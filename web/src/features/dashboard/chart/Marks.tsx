import { useLinkProps } from "@tanstack/react-router";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import type { DrillSearch } from "../scope";
import styles from "./chart.module.css";

const marks = "[data-mark]";

/**
 * The marks of a chart are one stop of the Tab key; arrows, Home and End move
 * among them and Enter opens the quotes behind one.
 */
export function useMarks<E extends Element>() {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const all = [...(ref.current?.querySelectorAll(marks) ?? [])];
    const held = Math.max(0, all.indexOf(document.activeElement ?? all[0]!));
    all.forEach((mark, i) => mark.setAttribute("tabindex", i === held ? "0" : "-1"));
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(ref.current?.querySelectorAll<SVGAElement>(marks) ?? [])];
    const at = all.indexOf(document.activeElement as SVGAElement);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const mark = next === undefined ? undefined : all[next];
    if (at < 0 || !mark) return;
    event.preventDefault();
    all.forEach((other) => other.setAttribute("tabindex", other === mark ? "0" : "-1"));
    mark.focus();
  };
  return { ref, onKeyDown };
}

type MarkProps = {
  label: string;
  to?: DrillSearch;
  /** Words drawn beside the shapes; the label already says them. */
  text?: ReactNode;
  children: ReactNode;
};

/** A mark that opens the quotes it stands for, or without any only says what it is. */
export function Mark({ label, to, text, children }: MarkProps) {
  const shapes = (
    <>
      <title>{label}</title>
      {children}
    </>
  );
  return (
    <>
      {to ? (
        <LinkMark label={label} to={to}>
          {shapes}
        </LinkMark>
      ) : (
        <g data-mark="" role="img" aria-label={label} className={styles.mark}>
          {shapes}
        </g>
      )}
      {text && (
        <g aria-hidden="true" className={styles.words}>
          {text}
        </g>
      )}
    </>
  );
}

function LinkMark({ label, to, children }: { label: string; to: DrillSearch; children: ReactNode }) {
  const { className: _, ...link } = useLinkProps({ to: "/dashboard/quotes", search: to, preload: false });
  return (
    <a {...(link as object)} data-mark="" aria-label={label} className={styles.mark}>
      {children}
    </a>
  );
}
