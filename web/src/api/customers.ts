import { queryOptions } from "@tanstack/react-query";
import { api, body, page } from "./client";

/** Customers and prospects whose name, number or code holds the words. */
export const customersQuery = (q: string) =>
  queryOptions({
    queryKey: ["customers", q],
    queryFn: async ({ signal }) =>
      (await page(api.GET("/v1/customers", { params: { query: { q: q || undefined, limit: 20 } }, signal }))).items,
  });

/** One customer. */
export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ["customer", id],
    queryFn: () => body(api.GET("/v1/customers/{customer_id}", { params: { path: { customer_id: id } } })),
  });
