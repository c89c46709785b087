import type { IconName } from "~/components/Icon";
import { m } from "~/paraglide/messages.js";

const words: Record<string, [() => string, IconName]> = {
  "quote.created": [m.event_created, "plus"],
  "quote.edited": [m.event_edited, "pencil"],
  "quote.submitted": [m.event_submitted, "arrowRight"],
  "quote.step_approved": [m.event_step_approved, "check"],
  "quote.approved": [m.event_approved, "check"],
  "quote.approval_carried": [m.event_approval_carried, "check"],
  "quote.approved_up_to": [m.event_approved_up_to, "check"],
  "quote.asked": [m.event_asked, "help"],
  "quote.answered": [m.event_answered, "help"],
  "quote.escalated": [m.event_escalated, "alert"],
  "quote.inquired": [m.event_inquired, "help"],
  "quote.replied": [m.event_replied, "send"],
  "quote.variant_added": [m.event_variant_added, "plus"],
  "quote.returned": [m.event_returned, "undo"],
  "quote.recalled": [m.event_recalled, "undo"],
  "quote.sending": [m.event_sending, "clock"],
  "quote.send_abandoned": [m.event_send_abandoned, "alert"],
  "quote.sent": [m.event_sent, "send"],
  "quote.viewed": [m.event_viewed, "user"],
  "quote.accepted": [m.event_accepted, "check"],
  "quote.rejected": [m.event_rejected, "close"],
  "quote.withdrawn": [m.event_withdrawn, "undo"],
  "quote.expired": [m.event_expired, "clock"],
  "quote.revised": [m.event_revised, "pencil"],
  "quote.superseded": [m.event_superseded, "swap"],
  "quote.acceptance_cancelled": [m.event_acceptance_cancelled, "undo"],
  "quote.discarded": [m.event_discarded, "trash"],
  "quote.imported": [m.event_imported, "download"],
  "quote.reassigned": [m.event_reassigned, "user"],
  "quote.updated": [m.event_updated, "pencil"],
  "quote.commented": [m.event_commented, "pencil"],
  "order.placed": [m.event_ordered, "truck"],
  "order.cancelled": [m.event_order_cancelled, "close"],
  "order.completed": [m.event_order_completed, "check"],
  "order.updated": [m.event_order_updated, "truck"],
  "order.remaining_closed": [m.event_remaining_closed, "close"],
};

/** The types of events that there are words for. */
export const knownEvents: readonly string[] = Object.keys(words);

/** What an event is called, and its picture. */
export function eventWords(type: string): [() => string, IconName] {
  return words[type] ?? [() => type, "info"];
}
