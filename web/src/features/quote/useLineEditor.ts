import { useMemo, useSyncExternalStore } from "react";
import type { Schema } from "~/api/client";
import { Problem } from "~/api/problem";
import type { Revision } from "~/api/quotes";
import { toast } from "~/components/Toast";
import { issueText } from "~/lib/issues";
import { m } from "~/paraglide/messages.js";
import { failureText } from "~/shell/ErrorScreen";
import { type EditsState, editsOf } from "./revisionEdits";

export type Edits = Schema["LineEdits"];

export type LineEditor = EditsState & {
  /** Stores changes of lines; resolves with whether that succeeded, and says so when not. */
  run: (edits: Edits) => Promise<boolean>;
  /** Stores changes of the header; rejects with the problem when that fails. */
  patch: (patch: Schema["RevisionPatch"]) => Promise<Revision>;
  /** Tries at once what waits for the server. */
  retry: () => void;
  /** Changes are on their way. */
  busy: boolean;
};

/** Changes of one revision, kept until they are stored. */
export function useLineEditor(id: string): LineEditor {
  const edits = editsOf(id);
  const state = useSyncExternalStore(edits.subscribe, edits.snapshot);
  return useMemo(
    () => ({
      ...state,
      run: async (change) => {
        try {
          const { merged } = await edits.run({ edits: named(change) });
          if (merged) toast({ text: m.edit_merged() });
          return true;
        } catch (error) {
          const issue = error instanceof Problem ? error.issues[0] && issueText(error.issues[0]) : undefined;
          toast({ text: issue ?? failureText(error), tone: "failed" });
          return false;
        }
      },
      patch: async (patch) => (await edits.run({ patch })).revision,
      retry: edits.retry,
      busy: state.pending.length > 0,
    }),
    [edits, state],
  );
}

/** Gives new lines their ids here, so that sending them again does not add them twice. */
function named(edits: Edits): Edits {
  return edits.add ? { ...edits, add: edits.add.map((line) => ({ id: crypto.randomUUID(), ...line })) } : edits;
}
