import { createContext, useContext } from "react";
import type { Schema } from "~/api/client";
import type { Pick } from "./decisions";
import type { AttributeState, Definition } from "./model";

/** What every part of the configurator screen works with. */
export type Configure = {
  model: Definition;
  picks: readonly Pick[];
  states: ReadonlyMap<string, AttributeState>;
  deltas: ReadonlyMap<string, Schema["PriceDelta"]>;
  conflicts: readonly Schema["PickConflict"][];
  currency: string;
  waiting: boolean;
  /** The paths that rules changed a moment ago. */
  fresh: ReadonlySet<string>;
  decide: (picks: readonly Pick[]) => void;
  choose: (path: string, value: string, on: boolean) => void;
  resolve: (path: string, value: string) => void;
  why: (path: string, value: string) => void;
};

const Context = createContext<Configure | null>(null);

export const ConfigureProvider = Context.Provider;

export function useConfigure(): Configure {
  const value = useContext(Context);
  if (!value) throw new Error("used outside of the configurator");
  return value;
}
