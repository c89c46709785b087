import { queryOptions } from "@tanstack/react-query";
import { api, attempt, body, type Schema } from "./client";

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

/** The fiscal calendar. */
export const fiscalQuery = queryOptions({
  queryKey: ["kpi", "periods"],
  queryFn: async () => (await body(api.GET("/v1/kpi/periods"))).items,
  staleTime: 10 * 60_000,
});

/** The views of the dashboard that were saved. */
export const viewsQuery = queryOptions({
  queryKey: ["kpi", "views"],
  queryFn: async () => (await body(api.GET("/v1/kpi/views"))).items,
  staleTime: 60_000,
});

/** Saves a new view. */
export function saveView(view: Schema["KpiViewContent"]) {
  return body(api.POST("/v1/kpi/views", { params: { header: { "Idempotency-Key": attempt() } }, body: view }));
}

/** Removes a view of one's own. */
export function deleteView(id: string) {
  return api.DELETE("/v1/kpi/views/{view_id}", { params: { path: { view_id: id } } });
}

/** Recomputes a receipt: whether the log still gives the same figures. */
export function verifyReceipt(receipt: Schema["KpiReceipt"]) {
  return body(api.POST("/v1/kpi/verify", { body: receipt }));
}

export type TableFormat = "csv" | "xlsx";

/** Figures as a file. */
export async function exportFigures(query: Schema["KpiQuery"], format: TableFormat): Promise<Blob> {
  return (await body(api.POST("/v1/kpi/export", { params: { query: { format } }, body: query, parseAs: "blob" }))) as unknown as Blob;
}

/** The quotes behind a figure as a file. */
export async function exportQuotes(drill: Schema["KpiDrill"], format: TableFormat): Promise<Blob> {
  return (await body(
    api.POST("/v1/kpi/quotes/export", { params: { query: { format } }, body: drill, parseAs: "blob" }),
  )) as unknown as Blob;
}

/** Imports records, all or none; the rows of a table with a heading. */
export async function importRecords(records: Schema["KpiRecords"], csv: string): Promise<number> {
  const sent = api.PUT("/v1/kpi/records/{records}", {
    params: { path: { records } },
    body: csv,
    bodySerializer: (text) => text as string,
    headers: { "Content-Type": "application/octet-stream" },
  });
  return (await body(sent)).records;
}

/** The targets whose days overlap those given. */
export const targetsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ["kpi", "targets", from, to],
    queryFn: async () => (await body(api.GET("/v1/kpi/targets", { params: { query: { from, to } } }))).items,
  });
