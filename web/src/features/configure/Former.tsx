import { useQuery } from "@tanstack/react-query";
import type { Schema } from "~/api/client";
import { queries } from "~/api/queries";
import { quotesPage, revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Loading, State } from "~/components/State";
import { day, money } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import type { Pick } from "./decisions";
import { Favourites } from "./Favourites";
import { type Definition, picksText, toPick } from "./model";
import styles from "./Former.module.css";

type Former = { quote: Schema["QuoteSummary"]; line: Schema["Line"] };

const quotesLookedAt = 6;

type Props = { model: Definition; picks: readonly Pick[]; onTake: (picks: Pick[]) => void; onClose: () => void };

/** Begins from a favourite, or from what was quoted before by oneself and one's colleagues. */
export function FormerDialog({ model, picks, onTake, onClose }: Props) {
  const found = useQuery({ queryKey: ["former", model.code], queryFn: () => formerOf(model.code) });
  return (
    <Dialog title={m.former_title()} open onClose={onClose} kind="wide" foot={<Button onPress={onClose}>{m.cancel()}</Button>}>
      <Favourites model={model} picks={picks} onTake={onTake} />
      <h3 className={styles.heading}>{m.former_quoted()}</h3>
      <p>{m.former_about()}</p>
      {found.isPending ? (
        <Loading lines={5} />
      ) : found.isError ? (
        <FailureState error={found.error} retry={() => void found.refetch()} />
      ) : found.data.length === 0 ? (
        <State icon="file" title={m.former_none()} />
      ) : (
        <ul className={styles.list}>
          {found.data.map(({ quote, line }) => (
            <li key={line.id} className={styles.item}>
              <div>
                <strong>{quote.customer.name}</strong>
                <span className={styles.what}>{picksText(model, line.picks)}</span>
                <span className={styles.when}>
                  {[quote.number, day(quote.updated_at), money(line.price.unit_net, quote.currency)].join(" · ")}
                </span>
              </div>
              <Button
                size="small"
                aria-label={m.former_take_of({ number: quote.number, position: line.position })}
                onPress={() => onTake((line.picks ?? []).map(toPick))}
              >
                {m.former_take()}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** The lines of the last quotes that hold the product, each way to configure it once. */
async function formerOf(code: string): Promise<Former[]> {
  const { items } = await quotesPage({ product: code }, undefined, quotesLookedAt);
  const revisions = await Promise.all(items.map((q) => queries.fetchQuery(revisionQuery(q.revision_id))));
  const seen = new Set<string>();
  return items.flatMap((quote, i) =>
    (revisions[i]?.lines ?? []).flatMap((line) => {
      const same = JSON.stringify(line.picks);
      if (line.model !== code || !line.picks?.length || seen.has(same)) return [];
      seen.add(same);
      return [{ quote, line }];
    }),
  );
}
