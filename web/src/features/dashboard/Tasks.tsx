import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schema } from "~/api/client";
import { tasksQuery } from "~/api/kpi";
import { userNamesQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { buttonClass } from "~/components/Button";
import { Icon, type IconName } from "~/components/Icon";
import { Card } from "~/components/Page";
import { Loading, State } from "~/components/State";
import { type Column, Table } from "~/components/Table";
import { percent, relative, wholeMoney } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import quotes from "../quotes/Quotes.module.css";
import type { Look } from "./scope";
import styles from "./Dashboard.module.css";

type Task = Schema["KpiTask"];
type Row = Schema["KpiQuote"];

type Kind = {
  icon: IconName;
  name: () => string;
  /** The figure whose quotes are all of them. */
  metric: string;
  part?: "hits";
  head: () => string;
  when: (row: Row) => string | undefined;
  action: () => string;
};

const kinds: Record<Task["kind"], Kind> = {
  expiring: {
    icon: "clock",
    name: m.task_expiring,
    metric: "expiring_quotes",
    part: "hits",
    head: m.task_expires,
    when: (r) => r.lapses_at,
    action: m.task_follow_up,
  },
  waiting: {
    icon: "inbox",
    name: m.task_waiting,
    metric: "awaiting_approval",
    part: "hits",
    head: m.task_submitted,
    when: (r) => r.submitted_at,
    action: m.task_review,
  },
  to_order: {
    icon: "truck",
    name: m.task_to_order,
    metric: "open_pipeline",
    part: "hits",
    head: m.task_accepted,
    when: (r) => r.accepted_at,
    action: m.task_order,
  },
  promising: {
    icon: "arrowUp",
    name: m.task_promising,
    metric: "open_pipeline",
    head: m.task_sent,
    when: (r) => r.sent_at,
    action: m.task_follow_up,
  },
  stale: {
    icon: "alert",
    name: m.task_stale,
    metric: "stale_quotes",
    part: "hits",
    head: m.task_sent,
    when: (r) => r.sent_at,
    action: m.task_decide,
  },
};

/** What to do now, in the order in which it presses. */
export function Tasks({ look, currency }: { look: Look; currency: string }) {
  const tasks = useQuery(tasksQuery(look.filter));
  const [picked, setPicked] = useState<Task["kind"]>();
  const open = tasks.data?.filter((t) => t.n > 0) ?? [];
  const shown = open.find((t) => t.kind === picked) ?? open[0];
  return (
    <Card title={m.tasks()} pad={!shown}>
      {tasks.isPending ? (
        <Loading lines={4} />
      ) : tasks.isError ? (
        <FailureState error={tasks.error} retry={() => void tasks.refetch()} />
      ) : !shown ? (
        <State icon="check" title={m.tasks_none()} />
      ) : (
        <>
          <div className={styles.kinds} role="group" aria-label={m.tasks()}>
            {open.map((t) => (
              <button key={t.kind} type="button" className={styles.kind} aria-pressed={t === shown} onClick={() => setPicked(t.kind)}>
                <Icon name={kinds[t.kind].icon} size={15} />
                {kinds[t.kind].name()}
                <span className="num">{t.n}</span>
              </button>
            ))}
          </div>
          <TaskTable task={shown} look={look} currency={currency} />
        </>
      )}
    </Card>
  );
}

function TaskTable({ task, look, currency }: { task: Task; look: Look; currency: string }) {
  const kind = kinds[task.kind];
  const names = useQuery(userNamesQuery).data;
  const columns: Column<Row>[] = [
    {
      id: "quote",
      label: m.quote(),
      head: true,
      cell: (r) => (
        <Link to="/quotes/$id" params={{ id: r.family }} className={quotes.link}>
          {r.reference}
        </Link>
      ),
    },
    { id: "customer", label: m.customer(), cell: (r) => r.customer_name ?? "–" },
    { id: "owner", label: m.owner(), cell: (r) => names?.get(r.owner) ?? "–" },
    { id: "when", label: kind.head(), nowrap: true, cell: (r) => relativeTo(kind.when(r)) },
  ];
  if (task.kind !== "waiting") {
    columns.push({
      id: "amount",
      label: m.amount(),
      end: true,
      cell: (r) => (r.value === undefined ? wholeMoney(r.net, r.currency) : wholeMoney(r.value, currency)),
    });
  }
  if (task.quotes.some((r) => r.chance !== undefined)) {
    columns.push({
      id: "expected",
      label: m.task_expected(),
      end: true,
      cell: (r) =>
        r.expected === undefined ? (
          "–"
        ) : (
          <>
            {wholeMoney(r.expected, currency)} <span className={styles.chance}>{percent(r.chance ?? 0, 0)}</span>
          </>
        ),
    });
  }
  columns.push({
    id: "action",
    label: m.action(),
    hideLabel: true,
    end: true,
    cell: (r) => (
      <Link
        to="/quotes/$id"
        params={{ id: r.family }}
        className={buttonClass({ size: "small" })}
        aria-label={m.task_action_of({ action: kind.action(), quote: r.reference })}
      >
        {kind.action()}
      </Link>
    ),
  });
  return (
    <>
      <Table caption={kind.name()} rows={task.quotes} rowKey={(r) => r.family} columns={columns} />
      {task.n > task.quotes.length && (
        <p className={styles.all}>
          <Link to="/dashboard/quotes" search={look.drill({ metric: kind.metric, part: kind.part })}>
            {m.task_all({ count: task.n })}
          </Link>
        </p>
      )}
    </>
  );
}

function relativeTo(instant: string | undefined): string {
  return instant ? relative(instant) : "–";
}
