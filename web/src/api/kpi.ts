import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "./client";

/** The definitions of all figures. */
export const metricsQuery = queryOptions({
  queryKey: ["kpi", "metrics"],
  queryFn: async () => (await body(api.GET("/v1/kpi/metrics"))).items,
  staleTime: 10 * 60_000,
});

/** Figures for a period, whole or in slices. */
export const figuresQuery = (query: Schema["KpiQuery"]) =>
  queryOptions({
    queryKey: ["kpi", "figures", query],
    queryFn: ({ signal }) => body(api.POST("/v1/kpi/query", { body: query, signal })),
    staleTime: 60_000,
  });

/** The very quotes behind a figure. */
export function kpiQuotes(drill: Schema["KpiDrill"]) {
  return body(api.POST("/v1/kpi/quotes", { body: drill }));
}

/** What there is to do now, with the first quotes of each kind. */
export const tasksQuery = (filter: Schema["KpiFilter"] | undefined) =>
  queryOptions({
    queryKey: ["kpi", "tasks", filter],
    queryFn: async ({ signal }) => (await body(api.POST("/v1/kpi/tasks", { body: { filter, limit: 5 }, signal }))).items,
    staleTime: 60_000,
  });
