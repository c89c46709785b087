import type { RevisionState } from "~/api/quotes";
import { Chip } from "~/components/Chip";
import { stateLook } from "./state";

/** The state of a quote in one word. */
export function StateChip({ state }: { state: RevisionState }) {
  const { words, tone, icon } = stateLook(state);
  return (
    <Chip tone={tone} icon={icon}>
      {words()}
    </Chip>
  );
}
