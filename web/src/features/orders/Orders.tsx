import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, page, type Schema } from "~/api/client";
import { quotesPage } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip, type Tone } from "~/components/Chip";
import { Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { isZero } from "~/lib/decimal";
import { money, moment } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { periodWords } from "../quote/Totals";
import { QuoteTable } from "../quotes/QuoteTable";
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
  const rows = orders.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Page title={m.nav_orders()}>
      {(waiting.data?.length ?? 0) > 0 && (
        <Card pad={false} title={m.orders_waiting()} className={styles.tools}>
          <QuoteTable caption={m.orders_waiting()} rows={waiting.data ?? []} />
        </Card>
      )}
      <Card pad={false} title={m.orders_placed()}>
        {orders.isPending ? (
          <div className={styles.more}>
            <Loading />
          </div>
        ) : orders.isError ? (
          <FailureState error={orders.error} retry={() => void orders.refetch()} />
        ) : rows.length === 0 ? (
          <State icon="truck" title={m.orders_none()} />
        ) : (
          <>
            <Table caption={m.orders_placed()} columns={columns()} rows={rows} rowKey={(o) => o.id} />
            {orders.hasNextPage && (
              <div className={styles.more}>
                <Button isPending={orders.isFetchingNextPage} onPress={() => void orders.fetchNextPage()}>
                  {m.show_more()}
                </Button>
              </div>
            )}
          </>
        )}
      </Card>
    </Page>
  );
}

const looks: Record<Schema["OrderStatus"], [Tone, () => string]> = {
  open: ["accent", m.order_open],
  completed: ["good", m.order_completed],
  cancelled: ["neutral", m.order_cancelled],
};

function columns(): Column<Order>[] {
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
  ];
}
