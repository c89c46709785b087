import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { eventsQuery, quotesPage } from "~/api/quotes";
import { can, useSession } from "~/api/session";
import { m } from "~/paraglide/messages.js";
import { buttonClass } from "~/components/Button";
import { Icon } from "~/components/Icon";
import { Card, Page } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { day, money, relative } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { lookOf } from "../dashboard/scope";
import { Tiles, useTiles } from "../dashboard/Tiles";
import { QuoteTable } from "../quotes/QuoteTable";
import { type Todo, todoIcons, todosOf } from "./todo";
import styles from "./Home.module.css";

/** Where a day begins: what to do first, how the month goes, the own quotes. */
export default function Home() {
  const user = useSession();
  const writes = can(user, "quotes:write");
  const own = writes && !user.roles.includes("manager") ? { owner: [user.id] } : undefined;
  const figures = { metrics: monthMetrics, look: lookOf({ span: "month" }, new Date(), [], own) };
  // Everything appears at once: what comes later would push the rest away.
  const parts = [useQuery({ ...todoQuery, enabled: can(user, "quotes:read") && writes }), ...useTiles(figures, can(user, "kpi:read"))];
  const loading = parts.some((part) => part.isLoading);
  return (
    <Page
      title={m.home_title({ name: user.name.split(" ")[0] ?? user.name })}
      lead={m.home_lead()}
      actions={
        writes && (
          <Link to="/catalogue" className={buttonClass({ look: "primary" })}>
            <Icon name="plus" size={18} />
            {m.quote_new()}
          </Link>
        )
      }
    >
      {loading ? (
        <Loading lines={12} />
      ) : (
        <div className={styles.columns}>
          {can(user, "quotes:read") && writes && <Todos />}
          {can(user, "kpi:read") && <Tiles {...figures} />}
          {can(user, "quotes:read") && <Recent mine={writes} />}
        </div>
      )}
    </Page>
  );
}

const monthMetrics = ["quotes_sent", "order_intake", "conversion_within"];
const shownTodos = 8;

const todoQuery = queryOptions({
  queryKey: ["quotes", "todo"],
  queryFn: async () => (await quotesPage({ owner: "me", state: ["approved", "sent", "draft"] }, undefined, 200)).items,
});

function Todos() {
  const open = useQuery(todoQuery);
  const todos = todosOf(open.data ?? [], new Date());
  return (
    <Card title={m.todo_title()} pad={open.isPending}>
      {open.isPending ? (
        <Loading lines={3} />
      ) : open.isError ? (
        <FailureState error={open.error} retry={() => void open.refetch()} />
      ) : todos.length === 0 ? (
        <State icon="check" title={m.todo_none()} />
      ) : (
        <ul className={styles.todo}>
          {todos.slice(0, shownTodos).map((todo) => (
            <li key={todo.quote.id}>
              <TodoLink todo={todo} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function TodoLink({ todo: { kind, quote } }: { todo: Todo }) {
  const returned = useReturned(quote, kind === "draft");
  const [icon, tone] = todoIcons[returned ? "returned" : kind];
  const what = {
    send: () => m.todo_send(),
    follow_up: () => m.todo_follow_up({ date: day(quote.follow_up) }),
    expiring: () => m.todo_expiring({ date: day(quote.valid_until) }),
    unviewed: () => m.todo_unviewed({ when: relative(quote.sent_at ?? quote.updated_at) }),
    draft: () => m.todo_draft({ when: relative(quote.updated_at) }),
  }[kind]();
  return (
    <Link to="/quotes/$id" params={{ id: quote.id }} className={styles.item} data-tone={tone}>
      <Icon name={icon} />
      <span className={styles.what}>
        {returned ? m.todo_returned({ who: returned.actor.name ?? "", why: returned.comment ?? returned.reason ?? "–" }) : what}
        <span className={styles.detail}>
          {quote.number} · {quote.customer.name}
        </span>
      </span>
      <span className={`${styles.amount} num`}>{money(quote.tcv, quote.currency)}</span>
    </Link>
  );
}

/** The approver's return, when that is why the quote is a draft again. */
function useReturned(quote: Todo["quote"], isDraft: boolean) {
  const events = useQuery({ ...eventsQuery(quote.id), enabled: isDraft });
  const last = events.data?.findLast((e) => ["quote.returned", "quote.recalled", "quote.revised", "quote.submitted"].includes(e.type));
  return last?.type === "quote.returned" ? last : undefined;
}

function Recent({ mine }: { mine: boolean }) {
  const recent = useQuery({
    queryKey: ["quotes", "recent", mine],
    queryFn: async () => (await quotesPage({ owner: mine ? "me" : undefined }, undefined, 12)).items,
  });
  return (
    <Card
      pad={recent.isPending}
      title={mine ? m.home_recent_mine() : m.home_recent()}
      actions={
        <Link to="/quotes" search={{ owner: mine ? "me" : undefined }}>
          {m.show_all()}
        </Link>
      }
    >
      {recent.isPending ? (
        <Loading />
      ) : recent.isError ? (
        <FailureState error={recent.error} retry={() => void recent.refetch()} />
      ) : recent.data.length === 0 ? (
        <State icon="file" title={m.quotes_none()} />
      ) : (
        <QuoteTable caption={m.home_recent()} rows={recent.data} />
      )}
    </Card>
  );
}
