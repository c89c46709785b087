import { cloneElement, type ReactElement, type ReactNode, useState } from "react";
import type { ButtonProps } from "react-aria-components";
import type { IconName } from "./Icon";
import { part } from "./part";

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

export type MenuProps = {
  trigger: ReactElement<Pick<ButtonProps, "onPress" | "aria-haspopup">>;
  label: string;
  heading?: ReactNode;
  actions: MenuAction[];
};

const usePart = part<MenuProps & { defaultOpen: boolean }>(() => import("./OpenMenu"));

/**
 * A button, given as `trigger`, that opens a list of actions. The code of the
 * list is not needed to draw a page and comes after it; who presses before
 * that sees the list as soon as it is there.
 */
export function Menu(props: MenuProps) {
  const [pressed, setPressed] = useState(false);
  const OpenMenu = usePart(pressed);
  if (OpenMenu) return <OpenMenu {...props} defaultOpen={pressed} />;
  return cloneElement(props.trigger, { onPress: () => setPressed(true), "aria-haspopup": "menu" });
}
