import type { ErrorComponentProps } from "@tanstack/react-router";
import { m } from "~/paraglide/messages.js";
import { Problem } from "~/api/problem";
import { Button } from "~/components/Button";
import { Page } from "~/components/Page";
import { State } from "~/components/State";
import { NotFound } from "./NotFound";

/** What a failure says to people, in their language where we have the words. */
export function failureText(error: unknown): string {
  if (error instanceof Problem) return error.away ? m.error_network() : error.message;
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
