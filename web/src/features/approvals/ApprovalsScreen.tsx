import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, page, type Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { money, relative } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import styles from "../quotes/Quotes.module.css";

type Approval = Schema["Approval"];

/** What waits for the person's yes, the longest waiting first. */
export default function ApprovalsScreen() {
  const inbox = useQuery({
    queryKey: ["approvals"],
    queryFn: async () => (await page(api.GET("/v1/approvals", { params: { query: { limit: 200 } } }))).items,
  });
  return (
    <Page title={m.nav_approvals()} lead={m.approvals_lead()}>
      <Card pad={false}>
        {inbox.isPending ? (
          <div className={styles.more}>
            <Loading />
          </div>
        ) : inbox.isError ? (
          <FailureState error={inbox.error} retry={() => void inbox.refetch()} />
        ) : inbox.data.length === 0 ? (
          <State icon="check" title={m.approvals_none()} />
        ) : (
          <Table caption={m.nav_approvals()} columns={columns()} rows={inbox.data} rowKey={(a) => a.step.id} />
        )}
      </Card>
    </Page>
  );
}

function columns(): Column<Approval>[] {
  return [
    {
      id: "quote",
      label: m.quote(),
      head: true,
      cell: ({ quote }) => (
        <>
          <Link to="/quotes/$id" params={{ id: quote.id }} search={{ revision: quote.revision_id }} className={styles.link}>
            {quote.number}
          </Link>
          <span className={styles.sub}>{quote.customer.name}</span>
        </>
      ),
    },
    { id: "why", label: m.field_reason(), cell: ({ step }) => say(step.message) || step.rule },
    { id: "tcv", label: m.total_tcv(), end: true, cell: ({ quote }) => money(quote.tcv, quote.currency) },
    { id: "owner", label: m.owner(), cell: ({ quote }) => quote.owner.name },
    { id: "waiting", label: m.waiting_since(), cell: ({ step }) => relative(step.asked_at) },
  ];
}
