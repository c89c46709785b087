import type { ErrorComponentProps } from "@tanstack/react-router";
import { m } from "~/paraglide/messages.js";
import { Problem } from "~/api/problem";
import { Button } from "~/components/Button";
import { Page } from "~/components/Page";
import { State } from "~/components/State";
import { NotFound } from "./NotFound";

/** Our own words for the refusals that people meet most. */
const words: Record<string, () => string> = {
  unauthenticated: m.problem_unauthenticated,
  "wrong-credentials": m.login_failed,
  "permission-missing": m.problem_permission,
  "stale-version": m.problem_stale,
  "illegal-transition": m.problem_transition,
  "already-ordered": m.problem_ordered,
  "version-withdrawn": m.problem_withdrawn,
  "content-issues": m.problem_content,
  "rate-limited": m.problem_rate,
};

/** What a failure says to people, in their language where we have the words. */
export function failureText(error: unknown): string {
  if (error instanceof Problem) {
    if (error.away) return m.error_network();
    return words[error.kind]?.() ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

/** A screen that could not be drawn, with the way to try again. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  return (
    <Page title={m.error_title()}>
      <FailureState error={error} retry={reset} />
    </Page>
  );
}

/** The same where no screen's frame is around it: the server is away at the start. */
export function BareErrorScreen(props: ErrorComponentProps) {
  return (
    <main>
      <ErrorScreen {...props} />
    </main>
  );
}

/** The same inside a part of a screen. */
export function FailureState({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Problem ? error.requestId : "";
  return (
    <State
      icon="alert"
      role="alert"
      title={failureText(error)}
      actions={
        <Button look="primary" onPress={retry}>
          {m.error_retry()}
        </Button>
      }
    >
      {id && m.error_reference({ id })}
    </State>
  );
}
