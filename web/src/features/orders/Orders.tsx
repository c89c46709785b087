import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { api, page, type Schema } from "~/api/client";
import { quotesPage } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip, type Tone } from "~/components/Chip";
import { TextField } from "~/components/Field";
import { Listing } from "~/components/Listing";
import { Card, Page } from "~/components/Page";
import { State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { isZero } from "~/lib/decimal";
import { money, moment } from "~/lib/format";
import { periodWords } from "../quote/Totals";
import { QuoteTable } from "../quotes/QuoteTable";
import { OrderStatusDialog } from "./OrderStatusDialog";
import styles from "../quotes/Quotes.module.css";

type Order = Schema["Order"];

/** The order desk: what was accepted and waits, then what was ordered. */
export default function Orders() {
  const waiting = useQuery({
    queryKey: ["quotes", "accepted"],
    queryFn: async () => (await quotesPage({ state: ["accepted"] }, undefined, 50)).items,
  });
  const orders = useInfiniteQuery({
    queryKey: ["orders"],
    queryFn: ({ pageParam }) => page(api.GET("/v1/orders", { params: { query: { cursor: pageParam, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const [changed, setChanged] = useState<Order | null>(null);
  const writes = can(useSession(), "orders:write");
  return (
    <Page title={m.nav_orders()}>
      <Offers />
      {(waiting.data?.length ?? 0) > 0 && (
        <Card pad={false} title={m.orders_waiting()} className={styles.block}>
          <QuoteTable caption={m.orders_waiting()} rows={waiting.data ?? []} />
        </Card>
      )}
      <Listing list={orders} title={m.orders_placed()} empty={<State icon="truck" title={m.orders_none()} />}>
        {(rows) => (
          <Table caption={m.orders_placed()} columns={columns(writes ? setChanged : undefined)} rows={rows} rowKey={(o) => o.id} />
        )}
      </Listing>
      {changed && <OrderStatusDialog order={changed} onClose={() => setChanged(null)} />}
    </Page>
  );
}

/** Finds the offer that a purchase order has come for. */
function Offers() {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const found = useQuery({
    queryKey: ["quotes", "offers", asked],
    queryFn: async () => (await quotesPage({ q: asked, state: ["sent", "expired", "accepted"] }, undefined, 20)).items,
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const rows = asked.length > 1 ? found.data : undefined;
  return (
    <>
      <div className={styles.tools} role="search">
        <TextField
          className={styles.search}
          label={m.orders_find()}
          hint={m.orders_find_hint()}
          type="search"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
      </div>
      {rows && (
        <Card pad={false} title={m.orders_found()} className={styles.block}>
          {rows.length === 0 ? <State icon="search" title={m.nothing_found()} /> : <QuoteTable caption={m.orders_found()} rows={rows} />}
        </Card>
      )}
    </>
  );
}

const looks: Record<Schema["OrderStatus"], [Tone, () => string]> = {
  open: ["accent", m.order_open],
  completed: ["good", m.order_completed],
  cancelled: ["neutral", m.order_cancelled],
};

function columns(change: ((order: Order) => void) | undefined): Column<Order>[] {
  return [
    {
      id: "number",
      label: m.order(),
      head: true,
      cell: (o) => (
        <Link to="/quotes/$id" params={{ id: o.quote_id }} search={{ revision: o.revision_id }} className={styles.link}>
          {o.number}
        </Link>
      ),
    },
    {
      id: "status",
      label: m.state(),
      cell: (o) => <Chip tone={looks[o.status][0]}>{looks[o.status][1]()}</Chip>,
    },
    { id: "po", label: m.field_po_number(), cell: (o) => o.po_number },
    {
      id: "net",
      label: m.total_net(),
      end: true,
      cell: (o) =>
        (["one_off", "month", "year"] as const)
          .filter((p) => p === "one_off" || !isZero(o.net[p]))
          .map((p) => (p === "one_off" ? money(o.net[p], o.currency) : `${money(o.net[p], o.currency)} ${periodWords(p)}`))
          .join(" + "),
    },
    { id: "placed", label: m.order_placed_at(), cell: (o) => moment(o.placed_at) },
    ...(change
      ? [
          {
            id: "change",
            label: m.order_status_change(),
            hideLabel: true,
            end: true,
            cell: (o: Order) =>
              o.status === "open" && (
                <Button size="small" aria-label={m.order_status_of({ number: o.number })} onPress={() => change(o)}>
                  {m.order_status_change()}
                </Button>
              ),
          },
        ]
      : []),
  ];
}
