import { queryOptions } from "@tanstack/react-query";
import { api, body, page } from "./client";

/** The names of the company's people by id. */
export const userNamesQuery = queryOptions({
  queryKey: ["users", "names"],
  queryFn: async () => {
    const names = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const { items, next } = await page(api.GET("/v1/users", { params: { query: { cursor, limit: 200 } } }));
      for (const user of items) names.set(user.id, user.name);
      cursor = next;
    } while (cursor);
    return names;
  },
  staleTime: 10 * 60_000,
});

/** The company's teams. */
export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: async () => (await body(api.GET("/v1/teams"))).items,
  staleTime: 10 * 60_000,
});
