import { queryOptions, useQuery } from "@tanstack/react-query";
import { modelQuery, modelsQuery } from "~/api/catalogue";
import { api, body, etag, type Schema } from "~/api/client";
import { queries } from "~/api/queries";
import type { Revision } from "~/api/quotes";

/*
 * A quote uses one version of each product model. Where a newer one has been
 * published, its lines move to it together, once the person has seen what
 * becomes of every decision and of the price.
 */

type Line = Schema["Line"];
type Pick = Schema["Pick"];

/** The models of a revision of which another version is the present one, with that version. */
export function useNewerModels({ pins }: Revision, enabled: boolean): ReadonlyMap<string, string> {
  const models = useQuery({ ...modelsQuery, enabled: enabled && Object.keys(pins.models ?? {}).length > 0 });
  return newerModels(pins.models ?? {}, enabled ? (models.data ?? []) : []);
}

/** The present version of each model that is pinned in another one. */
export function newerModels(
  pinned: Readonly<Record<string, string>>,
  present: readonly { code: string; version: string }[],
): Map<string, string> {
  return new Map(present.filter((p) => pinned[p.code] !== undefined && pinned[p.code] !== p.version).map((p) => [p.code, p.version]));
}

/** Whether the version that a line was configured with can be used no more. */
export function isWithdrawn({ resolved }: Line): boolean {
  return resolved.issues?.some((issue) => issue.kind === "model-unusable") ?? false;
}

/** What becomes of the lines of one model on its present version. */
export type Upgrade = {
  before: Schema["ModelDefinition"];
  after: Schema["ModelDefinition"];
  lines: readonly { line: Line; result: Schema["ModelUpgrade"] }[];
  /** The revision as it would be; nothing has been stored. */
  priced: Revision;
  edits: Schema["LineEdits"];
};

/**
 * Replays the decisions of every line of a model on its present version, and
 * prices the outcome; `picks` are decisions of a line that are not stored yet.
 */
export const upgradeQuery = (revision: Revision, model: string, picks?: { line: string; picks: readonly Pick[] }) =>
  queryOptions({
    queryKey: ["upgrade", revision.id, revision.version, model, picks],
    queryFn: async (): Promise<Upgrade> => {
      const version = revision.pins.models?.[model] ?? "";
      const [before, after] = await Promise.all([
        queries.fetchQuery(modelQuery(model, version)),
        queries.fetchQuery({ ...modelQuery(model), staleTime: 0 }),
      ]);
      const lines = await Promise.all(
        revision.lines
          .filter((line) => line.model === model)
          .map(async (line) => {
            const own = line.id === picks?.line ? [...picks.picks] : (line.picks ?? []);
            const request = { version, to: after.version, picks: own };
            const result = await body(api.POST("/v1/models/{code}/upgrade", { params: { path: { code: model } }, body: request }));
            return { line, result };
          }),
      );
      const change = lines.map(({ line, result }) => ({ id: line.id, picks: result.picks, model_version: after.version }));
      const params = { path: { revision_id: revision.id }, header: { "If-Match": etag(revision.version) }, query: { validate_only: true } };
      const priced = await body(api.POST("/v1/revisions/{revision_id}/edit", { params, body: { change } }));
      return { before, after, lines, priced, edits: { change } };
    },
    gcTime: 0,
  });
