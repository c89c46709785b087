import { api, body, etag, type Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import type { ButtonLook } from "~/components/Button";
import type { IconName } from "~/components/Icon";
import { m } from "~/paraglide/messages.js";

/** The questions an action asks before it is taken. */
export type FieldName =
  | "comment"
  | "reason_loss"
  | "reason_revision"
  | "reason"
  | "text"
  | "competitor"
  | "po_number"
  | "signer"
  | "received"
  | "purchase_reason"
  | "confirm_late";

export type Answers = Partial<Record<FieldName, string>>;

type ActionLook = {
  label: () => string;
  icon: IconName;
  look: ButtonLook;
  /** Has a button of its own beside the main one. */
  shown?: boolean;
};

/** An action that the common dialog can ask for and take. */
export type PlainAction = ActionLook & {
  fields: FieldName[];
  /** What it does, said before it is done. */
  about?: () => string;
  done: () => string;
  run: (revision: Revision, answers: Answers, key: string) => Promise<unknown>;
};

/** The others have a dialog of their own. */
type ActionSpec = ActionLook | PlainAction;

/** Whether the common dialog takes the action. */
export function isPlain(spec: ActionSpec | undefined): spec is PlainAction {
  return spec !== undefined && "run" in spec;
}

const at = (revision: Revision) => ({ path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) } });

const once = (revision: Revision, key: string) => ({ ...at(revision), header: { ...at(revision).header, "Idempotency-Key": key } });

/** Leaves out what was not answered. */
function said<T extends Record<string, unknown>>(answers: T): T {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined && value !== "")) as T;
}

/**
 * Every action of the revision's life that a person takes on the quote's page.
 * Whether one is offered is decided by the server's list of allowed actions.
 */
export const actionSpecs: Record<string, ActionSpec> = {
  submit: {
    label: m.action_submit,
    icon: "arrowRight",
    look: "primary",
    fields: [],
    about: m.action_submit_about,
    done: m.action_submit_done,
    run: (r) => body(api.POST("/v1/revisions/{revision_id}/submit", { params: at(r) })),
  },
  approve: {
    label: m.action_approve,
    icon: "check",
    look: "primary",
    fields: ["comment"],
    done: m.action_approve_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/approve", { params: at(r), body: said({ comment: a.comment }) })),
  },
  return: {
    label: m.action_return,
    icon: "undo",
    look: "secondary",
    fields: ["reason"],
    done: m.action_return_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/return", { params: at(r), body: { comment: a.reason ?? "" } })),
  },
  ask: {
    label: m.action_ask,
    icon: "help",
    look: "secondary",
    fields: ["text"],
    done: m.action_ask_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/ask", { params: at(r), body: { text: a.text ?? "" } })),
  },
  answer: {
    label: m.action_answer,
    icon: "help",
    look: "secondary",
    fields: ["text"],
    done: m.action_answer_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/answer", { params: at(r), body: { text: a.text ?? "" } })),
  },
  reply: {
    label: m.action_reply,
    icon: "help",
    look: "primary",
    fields: ["text"],
    done: m.action_reply_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/reply", { params: at(r), body: { text: a.text ?? "" } })),
  },
  approve_up_to: {
    label: m.action_up_to,
    icon: "check",
    look: "secondary",
  },
  send: {
    label: m.action_send,
    icon: "send",
    look: "primary",
  },
  record_acceptance: {
    label: m.action_accept,
    icon: "check",
    look: "primary",
    fields: ["po_number", "signer", "received", "purchase_reason"],
    about: m.action_accept_about,
    done: m.action_accept_done,
    run: (r, a, key) =>
      body(
        api.POST("/v1/revisions/{revision_id}/record_acceptance", {
          params: once(r, key),
          body: said({
            po_number: a.po_number,
            signer: a.signer,
            received: a.received,
            purchase_reason: a.purchase_reason,
            confirm_late: a.confirm_late === "true" || undefined,
          }),
        }),
      ),
  },
  order: {
    label: m.action_order,
    icon: "truck",
    look: "primary",
  },
  revise: {
    label: m.action_revise,
    icon: "pencil",
    look: "secondary",
    shown: true,
    fields: ["reason_revision"],
    about: m.action_revise_about,
    done: m.action_revise_done,
    run: (r, a, key) =>
      body(api.POST("/v1/revisions/{revision_id}/revise", { params: once(r, key), body: { reason: a.reason_revision ?? "" } })),
  },
  recall: {
    label: m.action_recall,
    icon: "undo",
    look: "secondary",
    fields: [],
    done: m.action_recall_done,
    run: (r) => body(api.POST("/v1/revisions/{revision_id}/recall", { params: at(r) })),
  },
  reject: {
    label: m.action_reject,
    icon: "close",
    look: "secondary",
    fields: ["reason_loss", "competitor", "comment"],
    done: m.action_reject_done,
    run: (r, a) =>
      body(
        api.POST("/v1/revisions/{revision_id}/reject", {
          params: at(r),
          body: said({ reason: a.reason_loss ?? "", competitor: a.competitor, text: a.comment }),
        }),
      ),
  },
  withdraw: {
    label: m.action_withdraw,
    icon: "undo",
    look: "danger",
    fields: ["reason"],
    about: m.action_withdraw_about,
    done: m.action_withdraw_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/withdraw", { params: at(r), body: { reason: a.reason ?? "" } })),
  },
  close_remaining: {
    label: m.action_close_remaining,
    icon: "close",
    look: "secondary",
    fields: ["reason"],
    done: m.action_close_remaining_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/close_remaining", { params: at(r), body: { reason: a.reason ?? "" } })),
  },
  cancel_acceptance: {
    label: m.action_cancel_acceptance,
    icon: "undo",
    look: "danger",
    fields: ["reason"],
    done: m.action_cancel_acceptance_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/cancel_acceptance", { params: at(r), body: { reason: a.reason ?? "" } })),
  },
  discard: {
    label: m.action_discard,
    icon: "trash",
    look: "danger",
    fields: ["comment"],
    about: m.action_discard_about,
    done: m.action_discard_done,
    run: (r, a) => body(api.POST("/v1/revisions/{revision_id}/discard", { params: at(r), body: said({ reason: a.comment }) })),
  },
};

/** The actions the person may take now, the main ones first. */
export function offered(actions: readonly Schema["Action"][]): string[] {
  const allowed = new Set(actions.map((a) => a.action));
  return Object.keys(actionSpecs).filter((name) => allowed.has(name));
}

/** What has to be answered before an action can be taken. */
export function missing(fields: readonly FieldName[], answers: Answers): FieldName[] {
  return fields.filter((f) => (f.startsWith("reason") || f === "text") && !answers[f]?.trim());
}
