import { useEffect, useMemo, useState } from "react";
import { api, body, type Schema } from "~/api/client";
import type { Pick } from "./decisions";
import { keyOf } from "./model";

type Delta = Schema["PriceDelta"];
type Known = { picks: readonly Pick[]; paths: ReadonlySet<string>; deltas: ReadonlyMap<string, Delta> };

type Asked = {
  code: string;
  version: string | undefined;
  picks: readonly Pick[];
  pricing: Schema["PriceContext"];
  /** What is in view: each value's difference is a configuration to complete and price. */
  paths: readonly string[];
  /** The states that belong to the picks are known. */
  ready: boolean;
};

/** The key of a value's price difference. */
export function deltaKey(path: string, value: string): string {
  return `${path}=${value}`;
}

const scrollPause = 60;

/**
 * The price differences of what is in view, fetched as it comes into view. Until
 * those of newer decisions are there the last ones stay, so that nothing
 * flickers; one that cannot be fetched is left out, the price itself is not.
 */
export function useDeltas({ code, version, picks, pricing, paths, ready }: Asked): ReadonlyMap<string, Delta> {
  const [known, setKnown] = useState<Known>({ picks, paths: new Set(), deltas: new Map() });
  const present = known.picks === picks;
  const missing = useMemo(() => paths.filter((p) => !present || !known.paths.has(p)), [paths, present, known.paths]);

  useEffect(() => {
    if (!ready || missing.length === 0) return;
    const away = new AbortController();
    const fetchThem = async () => {
      const request = { picks: [...picks], version, price: { ...pricing, deltas: missing } };
      const answer = await body(
        api.POST("/v1/models/{code}/configure", { params: { path: { code } }, body: request, signal: away.signal }),
      ).catch(() => undefined);
      if (away.signal.aborted) return;
      setKnown((last) => merged(last, picks, missing, answer?.deltas ?? []));
    };
    const timer = setTimeout(() => void fetchThem(), scrollPause);
    return () => {
      clearTimeout(timer);
      away.abort();
    };
  }, [code, version, picks, pricing, missing, ready]);

  return known.deltas;
}

/** Adds differences to those of the same decisions; those of others go, seen or not. */
function merged(last: Known, picks: readonly Pick[], paths: readonly string[], found: readonly Delta[]): Known {
  const same = last.picks === picks;
  const deltas = new Map(same ? last.deltas : []);
  for (const delta of found) deltas.set(deltaKey(delta.path, keyOf(delta.value)), delta);
  return { picks, paths: new Set(same ? [...last.paths, ...paths] : paths), deltas };
}
