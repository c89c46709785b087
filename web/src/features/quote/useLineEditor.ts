import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { Schema } from "~/api/client";
import { Problem } from "~/api/problem";
import { revisionQuery, useEditLines } from "~/api/quotes";
import { toast } from "~/components/Toast";
import { issueText } from "~/lib/issues";
import { m } from "~/paraglide/messages.js";
import { failureText } from "~/shell/ErrorScreen";
import { conflicting } from "./merge";

export type Edits = Schema["LineEdits"];

export type LineEditor = {
  /** Sends edits after those already under way; resolves when they are stored. */
  run: (edits: Edits) => Promise<boolean>;
  /** Edits are on their way. */
  busy: boolean;
};

/**
 * Edits of one revision's lines, one after the other: each is based on the
 * version that the one before it made. When somebody else has changed the
 * revision meanwhile, edits that touch other lines are applied on top.
 */
export function useLineEditor(id: string): LineEditor {
  const client = useQueryClient();
  const { mutateAsync } = useEditLines();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);

  const send = useCallback(
    async (edits: Edits) => {
      const before = client.getQueryData(revisionQuery(id).queryKey);
      if (!before) return;
      try {
        await mutateAsync({ id, version: before.version, edits });
      } catch (error) {
        if (!(error instanceof Problem) || !error.stale) throw error;
        const now = await client.fetchQuery({ ...revisionQuery(id), staleTime: 0 });
        const clash = conflicting(before, now, edits);
        if (clash.length > 0) throw new Problem(412, "stale-line", m.edit_conflict({ lines: clash.join(", ") }));
        await mutateAsync({ id, version: now.version, edits });
        toast({ text: m.edit_merged() });
      }
    },
    [client, id, mutateAsync],
  );

  const run = useCallback(
    async (edits: Edits) => {
      setWaiting((n) => n + 1);
      const job = queue.current.then(() => send(edits));
      queue.current = job.catch(() => undefined);
      try {
        await job;
        return true;
      } catch (error) {
        const issue = error instanceof Problem ? error.issues[0] && issueText(error.issues[0]) : undefined;
        toast({ text: issue ?? failureText(error), tone: "failed" });
        return false;
      } finally {
        setWaiting((n) => n - 1);
      }
    },
    [send],
  );

  return { run, busy: waiting > 0 };
}
