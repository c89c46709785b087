import createClient, { type Middleware } from "openapi-fetch";
import { Problem, toProblem } from "./problem";
import type { components, paths } from "./schema";

/** The types of the contract: `Schema["Revision"]`. */
export type Schema = components["schemas"];

let csrf = "";
let onEnded: () => void = () => {};

/** Sets the token that every change made with the session cookie carries. */
export function setCsrf(token: string): void {
  csrf = token;
}

/** Sets what happens when the server says that the session has ended. */
export function whenSessionEnds(then: () => void): void {
  onEnded = then;
}

const guard: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && csrf) request.headers.set("X-CSRF-Token", csrf);
  },
  async onResponse({ request, response }) {
    if (response.ok || response.status === 304) return;
    if (response.status === 401 && new URL(request.url).pathname !== "/v1/session") onEnded();
    const body: unknown = await response.json().catch(() => undefined);
    throw toProblem(response, body);
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === "AbortError") return;
    return new Problem(0, "unreachable", error instanceof Error ? error.message : String(error));
  },
};

/** The typed client of the API; a failed request throws a Problem. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  querySerializer: { array: { style: "form", explode: false } },
});
api.use(guard);

/** The body of an answer that has one. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data } = await answer;
  return data as T;
}

/** The body and the cursor of the page after it, from the Link header. */
export async function page<T>(
  answer: Promise<{ data?: { items: T[] }; response: Response }>,
): Promise<{ items: T[]; next: string | undefined }> {
  const { data, response } = await answer;
  return { items: data?.items ?? [], next: nextCursor(response.headers.get("Link")) };
}

/** The cursor in a Link header of the form `</v1/quotes?cursor=abc>; rel="next"`. */
export function nextCursor(link: string | null): string | undefined {
  const target = /<([^>]+)>\s*;\s*rel="?next"?/.exec(link ?? "")?.[1];
  return target ? (new URL(target, "http://here").searchParams.get("cursor") ?? undefined) : undefined;
}

/** The ETag of a version, as If-Match wants it. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** A fresh name for one attempt to create something. */
export function attempt(): string {
  return crypto.randomUUID();
}
