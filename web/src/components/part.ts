import { type ComponentType, useEffect, useSyncExternalStore } from "react";

const drawnAfter = 1000;

/**
 * A part of pages whose code is not needed to draw one: it comes a second
 * after the start, or when it is wanted if that is earlier. Unlike a lazy
 * component it is there in the very render in which it is asked for, once it
 * has come.
 */
export function part<P>(load: () => Promise<{ default: ComponentType<P> }>) {
  const listeners = new Set<() => void>();
  let state: { component?: ComponentType<P>; failure?: unknown } = {};
  const set = (next: typeof state) => {
    state = next;
    listeners.forEach((notify) => notify());
  };
  const fetch = async () => {
    if (!state.component) set({ component: (await load()).default });
  };
  setTimeout(() => void fetch().catch(() => undefined), drawnAfter); // it is fetched again when it is wanted
  const subscribe = (notify: () => void) => {
    listeners.add(notify);
    return () => void listeners.delete(notify);
  };

  /** The part, as soon as it is there; throws where it is wanted and cannot be fetched. */
  return function usePart(wanted: boolean): ComponentType<P> | undefined {
    const { component, failure } = useSyncExternalStore(subscribe, () => state);
    useEffect(() => {
      if (wanted) fetch().catch((failure: unknown) => set({ failure }));
    }, [wanted]);
    if (wanted && failure) {
      state = {}; // the next attempt begins anew
      throw failure;
    }
    return component;
  };
}
