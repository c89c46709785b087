import type { Schema } from "./client";

/** One finding of a problem: which field, and what about it. */
export type Issue = Schema["Issue"];

/**
 * A request that was not answered as hoped: an RFC 9457 problem document, or no
 * answer at all (status 0).
 */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly status: number,
    /** The last segment of the problem's type: "stale-version". */
    readonly kind: string,
    message: string,
    readonly issues: readonly Issue[] = [],
    /** Everything else that the document says. */
    readonly details: Readonly<Record<string, unknown>> = {},
    /** What support needs to find the request. */
    readonly requestId: string = "",
  ) {
    super(message);
  }

  /** The server could not be reached, or is not ready. Nothing was done. */
  get away(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Somebody else has changed the thing since it was read. */
  get stale(): boolean {
    return this.status === 412;
  }
}

/** Reads the body of a failed response. */
export function toProblem(response: Response, body: unknown): Problem {
  const doc = (typeof body === "object" && body !== null ? body : {}) as Partial<Schema["Problem"]>;
  return problemOf({
    title: response.statusText,
    request_id: response.headers.get("Request-Id") ?? "",
    ...doc,
    status: response.status,
  });
}

/** Reads a problem document, that of one item among several too. */
export function problemOf(doc: Partial<Schema["Problem"]>): Problem {
  return new Problem(
    doc.status ?? 0,
    doc.type?.split("/").at(-1) ?? "",
    doc.detail ?? doc.title ?? "",
    doc.errors ?? [],
    doc.details ?? {},
    doc.request_id ?? "",
  );
}
