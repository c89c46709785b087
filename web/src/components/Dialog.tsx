import { type ReactNode, useState } from "react";
import { part } from "./part";

export type DialogProps = {
  title: ReactNode;
  open: boolean;
  onClose: () => void;
  /** "drawer" slides in from the side and keeps the page's context. */
  kind?: "narrow" | "wide" | "full" | "drawer";
  children: ReactNode;
  /** Buttons, the main one last. */
  foot?: ReactNode;
  /** Text to read: it can be scrolled by keyboard although nothing in it takes the focus. */
  reading?: boolean;
  /** "alertdialog" for questions that must not be passed over. */
  role?: "dialog" | "alertdialog";
};

const usePart = part<DialogProps>(() => import("./OpenDialog"));

/**
 * A question or a task above the page. Escape and a press outside close it.
 * Its code is not needed to draw a page and comes after it.
 */
export function Dialog(props: DialogProps) {
  const [used, setUsed] = useState(props.open);
  if (props.open && !used) setUsed(true);
  const OpenDialog = usePart(used);
  return used && OpenDialog ? <OpenDialog {...props} /> : null;
}
