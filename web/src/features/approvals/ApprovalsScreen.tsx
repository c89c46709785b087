import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, body, page, type Schema } from "~/api/client";
import { problemOf } from "~/api/problem";
import { revisionQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Card, Page } from "~/components/Page";
import { Loading, Notice, State } from "~/components/State";
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
  const picked = items.filter((a) => chosen.has(a.quote.revision_id));
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
      {picked.length > 0 && <Batch items={picked} onDone={(left) => setChosen(new Set(left))} />}
    </Card>
  );
}

type Refusal = { number: string; why: string };

/** Approves several at once; each is a decision of its own, and those refused say why. */
function Batch({ items, onDone }: { items: readonly Approval[]; onDone: (left: readonly string[]) => void }) {
  const client = useQueryClient();
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const approve = useMutation({
    mutationFn: async () => {
      const decisions = await Promise.all(
        items.map(async ({ quote }) => {
          const { version } = await client.fetchQuery({ ...revisionQuery(quote.revision_id), staleTime: 0 });
          return { revision_id: quote.revision_id, version };
        }),
      );
      const answers = await body(api.POST("/v1/approvals/decide", { body: { decisions } }));
      return answers.items.flatMap(({ revision_id: id, problem }): (Refusal & { id: string })[] => {
        const number = items.find((a) => a.quote.revision_id === id)?.quote.number ?? "";
        return problem ? [{ id, number, why: failureText(problemOf(problem)) }] : [];
      });
    },
    onError: (error) => toast({ text: failureText(error), tone: "failed" }),
    onSuccess: (failures) => {
      const done = items.length - failures.length;
      if (done > 0) toast({ text: m.approvals_batch_done({ count: done }) });
      setRefused(failures);
      onDone(failures.map((f) => f.id));
    },
    onSettled: () => Promise.all([["approvals"], ["revision"], ["quotes"]].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <div className={styles.batch}>
      {refused.length > 0 && (
        <Notice tone="danger" role="alert">
          <ul>
            {refused.map((r) => (
              <li key={r.number}>
                {r.number}: {r.why}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <strong>{m.approvals_chosen({ count: items.length })}</strong>
      <Button look="primary" size="small" icon="check" isPending={approve.isPending} onPress={() => approve.mutate()}>
        {m.approvals_batch({ count: items.length })}
      </Button>
    </div>
  );
}
