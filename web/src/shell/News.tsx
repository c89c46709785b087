import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { queries } from "~/api/queries";
import { eventsQuery, quotesPage } from "~/api/quotes";
import { useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Icon } from "~/components/Icon";
import { Loading, State } from "~/components/State";
import { relative } from "~/lib/format";
import { eventWords } from "~/features/quote/events";
import { FailureState } from "./ErrorScreen";
import { lookedNow, lookedUntil, newsOf } from "./news";
import styles from "./News.module.css";

const span = 14 * 86_400_000;
const quotesTold = 20;
const often = 60_000;

/** A bell: what others did with one's quotes in the last two weeks, and whether some of it is new. */
export function News() {
  const me = useSession().id;
  const [open, setOpen] = useState(false);
  const [looked, setLooked] = useState(() => lookedUntil(me));
  const fresh = useQuery({ queryKey: ["news", "fresh", me, looked], queryFn: () => newsSince(me, looked), refetchInterval: often });
  const count = (fresh.data ?? []).filter((n) => n.occurred_at > looked).length;
  return (
    <>
      <span className={styles.bell}>
        <Button
          look="quiet"
          size="small"
          icon="bell"
          iconOnly
          aria-label={count > 0 ? m.news_count({ count }) : m.news()}
          onPress={() => setOpen(true)}
        >
          {m.news()}
        </Button>
        {count > 0 && (
          <span className={styles.count} aria-hidden="true">
            {count}
          </span>
        )}
      </span>
      <Dialog
        title={m.news()}
        kind="drawer"
        open={open}
        onClose={() => {
          lookedNow(me);
          setLooked(lookedUntil(me));
          setOpen(false);
        }}
      >
        <List me={me} looked={looked} onGo={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function List({ me, looked, onGo }: { me: string; looked: string; onGo: () => void }) {
  const all = useQuery({ queryKey: ["news", "all", me], queryFn: () => newsSince(me, new Date(Date.now() - span).toISOString()) });
  if (all.isPending) return <Loading lines={6} />;
  if (all.isError) return <FailureState error={all.error} retry={() => void all.refetch()} />;
  if (all.data.length === 0) return <State icon="bell" title={m.news_none()} />;
  return (
    <ul className={styles.list}>
      {all.data.map((event) => {
        const [what, icon] = eventWords(event.type);
        return (
          <li key={event.id} data-new={event.occurred_at > looked || undefined}>
            <Link to="/quotes/$id" params={{ id: event.quote.id }} className={styles.item} onClick={onGo}>
              <Icon name={icon} />
              <span>
                {what()}
                {event.occurred_at > looked && <span className="visually-hidden"> ({m.news_new()})</span>}
                <span className={styles.detail}>
                  {event.quote.number} · {event.quote.customer.name}
                </span>
                {(event.comment || event.reason) && <span className={styles.detail}>“{event.comment || event.reason}”</span>}
                <span className={styles.detail}>{[event.actor.name, relative(event.occurred_at)].filter(Boolean).join(" · ")}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The news of the own quotes that were changed since a moment. */
async function newsSince(me: string, since: string) {
  const { items } = await quotesPage({ owner: "me", updated_since: since }, undefined, quotesTold);
  const timelines = await Promise.all(
    items.map(async (quote) => (await queries.fetchQuery(eventsQuery(quote.id))).map((event) => ({ ...event, quote }))),
  );
  return newsOf(timelines.flat(), me).filter((event) => event.occurred_at >= since);
}
