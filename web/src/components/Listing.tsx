import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { FailureState } from "~/shell/ErrorScreen";
import { Button } from "./Button";
import { Card } from "./Page";
import { Loading } from "./State";
import styles from "./Listing.module.css";

type Page<Row> = { items: readonly Row[] };

/**
 * A list that comes in pages: what stands for it while it is loading, empty or
 * could not be had, its rows, and more of them.
 */
export function Listing<Row>({
  list,
  title,
  actions,
  empty,
  children,
}: {
  list: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  title?: string;
  /** What can be done with the list, once it has rows. */
  actions?: ReactNode;
  empty: ReactNode;
  children: (rows: Row[]) => ReactNode;
}) {
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Card pad={false} title={title} actions={rows.length > 0 && actions}>
      {list.isPending ? (
        <div className={styles.more}>
          <Loading />
        </div>
      ) : list.isError ? (
        <FailureState error={list.error} retry={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        empty
      ) : (
        <>
          {children(rows)}
          {list.hasNextPage && (
            <div className={styles.more}>
              <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
                {m.show_more()}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  );
}
