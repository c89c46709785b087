import type { RevisionState } from "~/api/quotes";
import type { Tone } from "~/components/Chip";
import type { IconName } from "~/components/Icon";
import { m } from "~/paraglide/messages.js";

type Look = { words: () => string; tone: Tone; icon: IconName };

const looks: Record<RevisionState, Look> = {
  draft: { words: m.state_draft, tone: "outline", icon: "pencil" },
  pending_approval: { words: m.state_pending_approval, tone: "rule", icon: "clock" },
  approved: { words: m.state_approved, tone: "accent", icon: "check" },
  sent: { words: m.state_sent, tone: "accent", icon: "send" },
  accepted: { words: m.state_accepted, tone: "good", icon: "check" },
  ordered: { words: m.state_ordered, tone: "good", icon: "truck" },
  rejected: { words: m.state_rejected, tone: "danger", icon: "close" },
  expired: { words: m.state_expired, tone: "neutral", icon: "clock" },
  withdrawn: { words: m.state_withdrawn, tone: "neutral", icon: "undo" },
  superseded: { words: m.state_superseded, tone: "neutral", icon: "swap" },
  cancelled: { words: m.state_cancelled, tone: "neutral", icon: "trash" },
};

/** How a state is called and drawn. */
export function stateLook(state: RevisionState): Look {
  return looks[state];
}

/** The states in the order of a quote's life. */
export const revisionStates = Object.keys(looks) as RevisionState[];

/** The way of a quote that goes well. */
export const mainPath = [
  "draft",
  "pending_approval",
  "approved",
  "sent",
  "accepted",
  "ordered",
] as const satisfies readonly RevisionState[];

/** Whether the content may still be edited. */
export function isOpen(state: RevisionState): boolean {
  return state === "draft" || state === "approved";
}
