import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { api, body, type Schema } from "~/api/client";
import { useDeltas } from "./useDeltas";
import { type History, type Pick, redo, samePicks, start, step, undo } from "./decisions";
import { loadDraft, saveDraft } from "./draft";
import { type AttributeState, type Forced, forcedChanges, type State } from "./model";

export type Pricing = Schema["PriceContext"];
type Answer = Schema["Configuration"] & { picks: readonly Pick[] };

type Options = {
  code: string;
  version?: string;
  /** For whom and in what to price. */
  pricing: Pricing;
  /** Where the work is kept between visits. */
  draftKey: string;
  /** What to start with, in place of a kept draft. */
  initial?: readonly Pick[];
  /** The paths whose values are in view and are to show their price difference. */
  deltasFor: readonly string[];
};

/** One configuration in progress: the decisions, the answer, and the way back. */
export type Configuration = {
  picks: readonly Pick[];
  state: State | undefined;
  states: ReadonlyMap<string, AttributeState>;
  price: Schema["PriceResult"] | undefined;
  /** By path and value; those of the decisions before until the new ones are known. */
  deltas: ReadonlyMap<string, Schema["PriceDelta"]>;
  /** The answer shown is that to earlier decisions. */
  waiting: boolean;
  failure: unknown;
  retry: () => void;
  /** What rules changed in the last step. */
  forced: readonly Forced[];
  decide: (picks: readonly Pick[]) => void;
  undo: (() => void) | undefined;
  redo: (() => void) | undefined;
  restart: () => void;
  resumed: string | undefined;
};

/** The server's answer to decisions: every value's state, and the price. */
export const configurationQuery = (code: string, version: string | undefined, picks: readonly Pick[], pricing: Pricing) =>
  queryOptions({
    queryKey: ["configure", code, version, picks, pricing],
    queryFn: async ({ signal }): Promise<Answer> => {
      const request = { picks: [...picks], version, reasons: true, price: pricing };
      return { ...(await body(api.POST("/v1/models/{code}/configure", { params: { path: { code } }, body: request, signal }))), picks };
    },
    staleTime: Infinity,
  });

export function useConfiguration({ code, version, pricing, draftKey, initial, deltasFor }: Options): Configuration {
  const [kept] = useState(() => (initial ? undefined : loadDraft(draftKey)));
  const [history, setHistory] = useState<History>(() => start(initial ?? kept?.picks ?? []));
  const picks = history.present;

  useEffect(() => saveDraft(draftKey, picks), [draftKey, picks]);

  const answer = useQuery({ ...configurationQuery(code, version, picks, pricing), placeholderData: keepPreviousData });

  const waiting = answer.isPlaceholderData || answer.isPending;
  const deltas = useDeltas({ code, version, picks, pricing, paths: deltasFor, ready: !waiting });

  const forced = useForced(answer.data, waiting);
  const states = useMemo(() => new Map(answer.data?.state.attributes.map((a) => [a.path, a])), [answer.data]);
  const decide = useCallback((next: readonly Pick[]) => setHistory((h) => step(h, next)), []);

  return {
    picks,
    state: answer.data?.state,
    states,
    price: answer.data?.price,
    deltas,
    waiting,
    failure: answer.error,
    retry: () => void answer.refetch(),
    forced,
    decide,
    undo: history.past.length > 0 ? () => setHistory(undo) : undefined,
    redo: history.future.length > 0 ? () => setHistory(redo) : undefined,
    restart: () => setHistory((h) => step(h, [])),
    resumed: kept && kept.picks.length > 0 ? kept.at : undefined,
  };
}

const nothing: readonly Forced[] = [];

/** Compares each new answer with the one before it. */
function useForced(answer: Answer | undefined, waiting: boolean): readonly Forced[] {
  const last = useRef<Answer | undefined>(undefined);
  const [forced, setForced] = useState<readonly Forced[]>(nothing);
  useEffect(() => {
    if (waiting || !answer) return;
    const before = last.current;
    last.current = answer;
    if (!before || samePicks(before.picks, answer.picks)) return;
    setForced(forcedChanges(before.state, answer.state, touched(before.picks, answer.picks)));
  }, [answer, waiting]);
  return forced;
}

/** The paths that the person decided differently between two lists. */
function touched(a: readonly Pick[], b: readonly Pick[]): Set<string> {
  const text = (p: Pick) => JSON.stringify([p.path, p.op, p.value]);
  const [x, y] = [new Set(a.map(text)), new Set(b.map(text))];
  return new Set([...a.filter((p) => !y.has(text(p))), ...b.filter((p) => !x.has(text(p)))].map((p) => p.path));
}
