import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client";

/** The current version of every product model. */
export const modelsQuery = queryOptions({
  queryKey: ["models"],
  queryFn: async () => (await body(api.GET("/v1/models"))).items,
  staleTime: 5 * 60_000,
});

/** What a model is made of. A version never changes. */
export const modelQuery = (code: string, version?: string) =>
  queryOptions({
    queryKey: ["model", code, version],
    queryFn: () => body(api.GET("/v1/models/{code}", { params: { path: { code }, query: { version } } })),
    staleTime: version ? Infinity : 5 * 60_000,
  });

/** The company's rules for its quotes: currency, reasons, zone. */
export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: () => body(api.GET("/v1/settings")),
  staleTime: 10 * 60_000,
});
