import { infiniteQueryOptions, queryOptions, useMutation } from "@tanstack/react-query";
import { api, body, page, type Schema } from "./client";
import { queries } from "./queries";

export type Revision = Schema["Revision"];
export type RevisionState = Schema["RevisionState"];
export type QuoteSummary = Schema["QuoteSummary"];

/** One quote with its variants and the list of their revisions. */
export const quoteQuery = (id: string) =>
  queryOptions({
    queryKey: ["quote", id],
    queryFn: () => body(api.GET("/v1/quotes/{quote_id}", { params: { path: { quote_id: id } } })),
  });

/** One revision with lines, prices and what may be done next. */
export const revisionQuery = (id: string) =>
  queryOptions({
    queryKey: ["revision", id],
    queryFn: () => body(api.GET("/v1/revisions/{revision_id}", { params: { path: { revision_id: id } } })),
  });

/** The price of a revision with every step of every line. */
export const revisionPriceQuery = (revision: Pick<Revision, "id" | "version">) =>
  queryOptions({
    queryKey: ["revision-price", revision.id, revision.version],
    queryFn: () => body(api.GET("/v1/revisions/{revision_id}/price", { params: { path: { revision_id: revision.id } } })),
    staleTime: Infinity,
  });

/** What is different from one revision to another. */
export const compareQuery = (left: string, right: string) =>
  queryOptions({
    queryKey: ["compare", left, right],
    queryFn: () =>
      body(api.GET("/v1/revisions/{revision_id}/compare", { params: { path: { revision_id: left }, query: { with: right } } })),
  });

/** Who did what with a quote, and when; oldest first. */
export const eventsQuery = (quote: string) =>
  queryOptions({
    queryKey: ["events", quote],
    queryFn: async () => {
      const all: Schema["Event"][] = [];
      let cursor: string | undefined;
      do {
        const { items, next } = await page(
          api.GET("/v1/quotes/{quote_id}/events", { params: { path: { quote_id: quote }, query: { cursor, limit: 200 } } }),
        );
        all.push(...items);
        cursor = next;
      } while (cursor);
      return all;
    },
  });

export type QuoteFilter = {
  q?: string;
  state?: RevisionState[];
  owner?: string;
  customer?: string;
  product?: string;
  updated_since?: string;
};

/** A page of quotes; the last changed first. */
export function quotesPage(filter: QuoteFilter, cursor: string | undefined, limit = 50) {
  return page(api.GET("/v1/quotes", { params: { query: { ...filter, cursor, limit } } }));
}

/** Every quote that passes a filter, page by page. */
export const quotesQuery = (filter: QuoteFilter) =>
  infiniteQueryOptions({
    queryKey: ["quotes", filter],
    queryFn: ({ pageParam }) => quotesPage(filter, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });

/** The filter of the list of quotes that an address asks for. */
export function listed({ q, state, owner }: { q?: string; state?: RevisionState; owner?: string }): QuoteFilter {
  return { q, state: state ? [state] : undefined, owner };
}

/** Puts a newer revision in place of the one shown, and forgets what hangs on it. */
export function adopt(revision: Revision): void {
  queries.setQueryData(revisionQuery(revision.id).queryKey, revision);
  for (const key of [["quote", revision.quote.id], ["events", revision.quote.id], ["quotes"], ["approvals"], ["orders"], ["kpi"]]) {
    void queries.invalidateQueries({ queryKey: key });
  }
}

/** Starts a quote; the answer is its first revision. */
export function useCreateQuote() {
  return useMutation({
    mutationFn: ({ quote, key }: { quote: Schema["NewQuote"]; key: string }) =>
      body(api.POST("/v1/quotes", { params: { header: { "Idempotency-Key": key } }, body: quote })),
    onSuccess: adopt,
  });
}
