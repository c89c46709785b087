import { useEffect, useState } from "react";
import { modelQuery, modelsQuery } from "~/api/catalogue";
import { api, body } from "~/api/client";
import { Problem } from "~/api/problem";
import { queries } from "~/api/queries";
import { type Definition, choiceLabel, toPick } from "./model";
import type { Configuration } from "./useConfiguration";

/**
 * Follows the model while it is configured: where another version has become
 * the present one, because it was published or the one before withdrawn, the
 * decisions are carried over. Gives what was lost on the way, in words, once
 * that has happened. A configuration of a quote stays on the quote's version.
 */
export function usePresentModel(model: Definition, pinned: boolean, c: Configuration): readonly string[] | undefined {
  const [lost, setLost] = useState<readonly string[]>();
  const answered = c.state?.version;
  const refused = c.failure instanceof Problem && (c.failure.status === 409 || c.failure.status === 422);
  useEffect(() => {
    if (pinned || (!refused && (!answered || answered === model.version))) return;
    void follow(model, c)
      .then((words) => words && setLost(words))
      .catch(() => undefined); // the failure stays shown
  }, [pinned, refused, answered, model]); // eslint-disable-line -- the decisions are those of the answer
  return lost;
}

async function follow(model: Definition, { picks, decide }: Configuration): Promise<string[] | undefined> {
  const present = await queries.fetchQuery({ ...modelQuery(model.code), staleTime: 0 });
  if (present.version === model.version) return undefined;
  const request = { version: model.version, to: present.version, picks: [...picks] };
  const upgrade = await body(api.POST("/v1/models/{code}/upgrade", { params: { path: { code: model.code } }, body: request }));
  decide(upgrade.picks.map(toPick));
  void queries.invalidateQueries(modelsQuery);
  return upgrade.lost.map(({ pick }) => choiceLabel(model, pick.path, pick.value));
}
