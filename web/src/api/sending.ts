import { queryOptions } from "@tanstack/react-query";
import { api, body, type Schema } from "./client";
import { Problem } from "./problem";
import type { Revision } from "./quotes";

export type Mail = Schema["Mail"];
export type Recipient = { email: string; name?: string };
/** A mail as it is asked for; without recipients it goes to the quote's contact. */
export type Letter = { kind: "offer" | "reminder"; to?: Recipient[]; subject?: string; text?: string };

const at = (revision: Pick<Revision, "id">) => ({ path: { revision_id: revision.id } });

/** Everything that a send asks for, met or not, of a quote that is not out yet. */
export const checklistQuery = (revision: Pick<Revision, "id" | "version" | "state">) =>
  queryOptions({
    queryKey: ["checklist", revision.id, revision.version],
    queryFn: () => body(api.GET("/v1/revisions/{revision_id}/checklist", { params: at(revision) })),
    enabled: ["draft", "pending_approval", "approved"].includes(revision.state),
  });

/** The mail that a letter becomes, in the customer's language; null where no mails can be sent. */
export const draftQuery = (revision: Pick<Revision, "id" | "version">, letter: Letter) =>
  queryOptions({
    queryKey: ["mail-draft", revision.id, revision.version, letter],
    queryFn: async () => {
      try {
        return await body(api.POST("/v1/revisions/{revision_id}/mails/draft", { params: at(revision), body: letter }));
      } catch (error) {
        if (error instanceof Problem && error.kind === "mail-not-set-up") return null;
        throw error;
      }
    },
    retry: false,
  });

/** The mails about a quote and what has become of them; asked again while one is on its way. */
export const mailsQuery = (quote: string) =>
  queryOptions({
    queryKey: ["mails", quote],
    queryFn: async () => (await body(api.GET("/v1/quotes/{quote_id}/mails", { params: { path: { quote_id: quote } } }))).items,
    refetchInterval: (query) => (query.state.data?.some((mail) => mail.state === "queued") ? 2000 : false),
  });

/** How far the send of a long quote has come; asked again until it is out. */
export const sendingQuery = (revision: string) =>
  queryOptions({
    queryKey: ["sending", revision],
    queryFn: () => body(api.GET("/v1/revisions/{revision_id}/sending", { params: { path: { revision_id: revision } } })),
    refetchInterval: (query) => (query.state.data?.stage === "sent" ? false : 1000),
  });

/** Queues a mail to the customer. */
export function post(revision: Pick<Revision, "id">, letter: Letter, key: string): Promise<unknown> {
  return body(
    api.POST("/v1/revisions/{revision_id}/mails", {
      params: { ...at(revision), header: { "Idempotency-Key": key } },
      body: letter,
    }),
  );
}
