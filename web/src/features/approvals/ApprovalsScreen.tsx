import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, body, etag, page, type Schema } from "~/api/client";
import { revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { toast } from "~/components/Toast";
import { money, relative } from "~/lib/format";
import { say } from "~/lib/locale";
import { failureText, FailureState } from "~/shell/ErrorScreen";
import { ApprovalDetail } from "./ApprovalDetail";
import { DelegateDialog } from "./DelegateDialog";
import styles from "./Approvals.module.css";

type Approval = Schema["Approval"];

/** What waits for the person's yes, the longest waiting first. */
export default function ApprovalsScreen() {
  const { revision } = useSearch({ from: "/inside/approvals" });
  const navigate = useNavigate({ from: "/approvals" });
  const [delegating, setDelegating] = useState(false);
  const inbox = useQuery({
    queryKey: ["approvals"],
    queryFn: async () => (await page(api.GET("/v1/approvals", { params: { query: { limit: 200 } } }))).items,
    refetchInterval: 60_000,
  });
  const items = byRevision(inbox.data ?? []);
  const current = items.find((a) => a.quote.revision_id === revision) ?? items[0];
  return (
    <Page
      title={m.nav_approvals()}
      lead={m.approvals_lead()}
      wide
      actions={
        <Button icon="user" onPress={() => setDelegating(true)}>
          {m.delegate()}
        </Button>
      }
    >
      {inbox.isPending ? (
        <Loading />
      ) : inbox.isError ? (
        <FailureState error={inbox.error} retry={() => void inbox.refetch()} />
      ) : !current ? (
        <Card>
          <State icon="check" title={m.approvals_none()} />
        </Card>
      ) : (
        <div className={styles.layout}>
          <Inbox
            items={items}
            current={current.quote.revision_id}
            onOpen={(id) => void navigate({ search: { revision: id }, replace: true, resetScroll: false })}
          />
          <ApprovalDetail key={current.quote.revision_id} approval={current} />
        </div>
      )}
      {delegating && <DelegateDialog onClose={() => setDelegating(false)} />}
    </Page>
  );
}

/** One entry per revision, however many of its steps wait for the person. */
function byRevision(all: readonly Approval[]): Approval[] {
  const seen = new Set<string>();
  return all.filter((a) => !seen.has(a.quote.revision_id) && seen.add(a.quote.revision_id));
}

type InboxProps = { items: readonly Approval[]; current: string; onOpen: (revision: string) => void };

function Inbox({ items, current, onOpen }: InboxProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Card pad={false} title={m.approvals_count({ count: items.length })}>
      <ul className={styles.list}>
        {items.map(({ quote, step }) => (
          <li key={quote.revision_id} className={styles.row} data-current={quote.revision_id === current || undefined}>
            <input
              type="checkbox"
              className={styles.check}
              aria-label={m.approvals_choose({ number: quote.number })}
              checked={chosen.has(quote.revision_id)}
              onChange={() => toggle(quote.revision_id)}
            />
            <button
              type="button"
              className={styles.open}
              aria-current={quote.revision_id === current || undefined}
              onClick={() => onOpen(quote.revision_id)}
            >
              <span className={styles.name}>{quote.customer.name}</span>
              <span className="num">{money(quote.tcv, quote.currency)}</span>
              <span className={styles.why}>{say(step.message)}</span>
              <span className={styles.when}>
                {quote.number} · {quote.owner.name}
              </span>
              <span className={styles.when}>{relative(step.asked_at)}</span>
            </button>
          </li>
        ))}
      </ul>
      {chosen.size > 0 && <Batch ids={[...chosen]} onDone={() => setChosen(new Set())} />}
    </Card>
  );
}

/** Approves several at once; each stays its own decision on its own version. */
function Batch({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const client = useQueryClient();
  const approve = useMutation({
    mutationFn: async () => {
      for (const id of ids) {
        const { version } = await client.fetchQuery({ ...revisionQuery(id), staleTime: 0 });
        await body(
          api.POST("/v1/revisions/{revision_id}/approve", {
            params: { path: { revision_id: id }, header: { "If-Match": etag(version) } },
            body: {},
          }),
        );
      }
    },
    onSuccess: () => {
      toast({ text: m.approvals_batch_done({ count: ids.length }) });
      onDone();
    },
    onError: (error) => toast({ text: failureText(error), tone: "failed" }),
    onSettled: () => Promise.all([["approvals"], ["revision"], ["quotes"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <div className={styles.batch}>
      <strong>{m.approvals_chosen({ count: ids.length })}</strong>
      <Button look="primary" size="small" icon="check" isPending={approve.isPending} onPress={() => approve.mutate()}>
        {m.approvals_batch({ count: ids.length })}
      </Button>
    </div>
  );
}
