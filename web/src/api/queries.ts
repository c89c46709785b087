import { QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem";

/** What the server has said, kept for a while. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof Problem && error.away && count < 4,
      retryDelay: (count) => Math.min(500 * 2 ** count, 5000),
    },
    mutations: { retry: false },
  },
});
