import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { fiscalQuery, figuresQuery, importRecords, targetsQuery } from "~/api/kpi";
import { Problem } from "~/api/problem";
import { queries } from "~/api/queries";
import { can, useSession } from "~/api/session";
import { teamsQuery } from "~/api/users";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { TextArea } from "~/components/Field";
import { Icon } from "~/components/Icon";
import { backClass, Card, Page } from "~/components/Page";
import { Loading, Notice, State } from "~/components/State";
import { Table } from "~/components/Table";
import { toast } from "~/components/Toast";
import { day, money } from "~/lib/format";
import { useLocale } from "~/lib/locale";
import { failureText, FailureState } from "~/shell/ErrorScreen";
import { lastDay, periodOf } from "./period";
import { parseTargets, type TargetRow, targetsFile } from "./targets";
import styles from "./Dashboard.module.css";

const problems: Record<TargetRow["problem"] & string, () => string> = {
  who: m.target_who_unknown,
  days: m.target_days_wrong,
  order: m.target_days_order,
  amount: m.target_amount_wrong,
  columns: m.target_columns_wrong,
};

/** What is to be reached, by whom and when; new targets are pasted from a spreadsheet. */
export default function Targets() {
  const user = useSession();
  const teams = useQuery(teamsQuery);
  const sets = can(user, "admin") || user.roles.includes("manager");
  const year = new Date().getFullYear();
  const days = { from: `${year - 1}-01-01`, to: `${year + 2}-01-01` };
  const targets = useQuery(targetsQuery(days.from, days.to));
  const currency = useQuery(figuresQuery({ metrics: ["order_intake"], ...periodOf("month", new Date()) })).data?.currency;
  const who = (team: string | undefined, owner: string | undefined) => {
    const members = teams.data?.flatMap((t) => t.members) ?? [];
    return owner
      ? (members.find((p) => p.user_id === owner)?.name ?? "–")
      : team
        ? (teams.data?.find((t) => t.id === team)?.name ?? "–")
        : m.target_company();
  };
  return (
    <Page
      title={m.targets()}
      lead={m.targets_lead()}
      back={
        <Link to="/dashboard" className={backClass}>
          <Icon name="arrowLeft" size={15} />
          {m.nav_dashboard()}
        </Link>
      }
    >
      <div className={styles.sections}>
        {sets && currency && <PasteTargets currency={currency} who={who} />}
        <Card title={m.targets_set()} pad={!targets.data?.length}>
          {targets.isPending || !currency ? (
            <Loading lines={4} />
          ) : targets.isError ? (
            <FailureState error={targets.error} retry={() => void targets.refetch()} />
          ) : targets.data.length === 0 ? (
            <State icon="chart" title={m.targets_none()} />
          ) : (
            <Table
              caption={m.targets_set()}
              rows={targets.data}
              rowKey={(t) => [t.owner, t.team, t.from].join()}
              columns={[
                { id: "who", label: m.target_who(), head: true, cell: (t) => who(t.team, t.owner) },
                { id: "days", label: m.figure_period(), cell: (t) => m.period_range({ from: day(t.from), to: day(lastDay(t)) }) },
                { id: "amount", label: m.amount(), end: true, cell: (t) => money(t.amount, currency) },
              ]}
            />
          )}
        </Card>
      </div>
    </Page>
  );
}

function PasteTargets({ currency, who }: { currency: string; who: (team?: string, owner?: string) => string }) {
  const [text, setText] = useState("");
  const language = useLocale();
  const teams = useQuery(teamsQuery).data ?? [];
  const calendar = useQuery(fiscalQuery).data ?? [];
  const rows = parseTargets(text, language, { teams, calendar });
  const wrong = rows.filter((r) => r.problem).length;
  const save = useMutation({
    mutationFn: () => importRecords("targets", targetsFile(rows)),
    onSuccess: async (count) => {
      toast({ text: m.targets_saved({ count }) });
      setText("");
      await queries.invalidateQueries({ queryKey: ["kpi"] });
    },
  });
  return (
    <Card title={m.targets_paste()}>
      <div className={styles.sections}>
        <TextArea
          label={m.targets_rows()}
          hint={m.targets_hint({ example: calendar[0]?.name ?? "2026-Q1" })}
          rows={5}
          spellCheck={false}
          value={text}
          onChange={(e) => {
            setText(e.currentTarget.value);
            save.reset();
          }}
        />
        {rows.length > 0 && (
          <Table
            caption={m.targets_paste()}
            rows={rows}
            rowKey={(r) => String(r.number)}
            columns={[
              { id: "row", label: m.target_row(), head: true, cell: (r) => r.number },
              {
                id: "who",
                label: m.target_who(),
                cell: (r) => (r.problem === "who" || r.problem === "columns" ? r.who : who(r.team, r.owner)),
              },
              {
                id: "days",
                label: m.figure_period(),
                cell: (r) => (r.first && r.last ? m.period_range({ from: day(r.first), to: day(r.last) }) : "–"),
              },
              { id: "amount", label: m.amount(), end: true, cell: (r) => (r.amount === undefined ? "–" : money(r.amount, currency)) },
              {
                id: "problem",
                label: m.state(),
                cell: (r) =>
                  r.problem ? (
                    <span className={styles.problem}>
                      <Icon name="alert" size={14} />
                      {problems[r.problem]()}
                    </span>
                  ) : (
                    <span className={styles.fine}>
                      <Icon name="check" size={14} />
                      {m.target_fine()}
                    </span>
                  ),
              },
            ]}
          />
        )}
        {save.isError && (
          <Notice tone="danger" role="alert">
            {failureText(save.error)}
            {save.error instanceof Problem && save.error.issues.length > 0 && (
              <ul>
                {save.error.issues.map((issue) => (
                  <li key={`${issue.pointer} ${issue.message}`}>{issue.message}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        {rows.length > 0 && (
          <p className={styles.saving}>
            <Button look="primary" isDisabled={wrong > 0} isPending={save.isPending} onPress={() => save.mutate()}>
              {m.targets_save({ count: rows.length })}
            </Button>
            {wrong > 0 && <span role="status">{m.targets_wrong({ count: wrong })}</span>}
          </p>
        )}
      </div>
    </Card>
  );
}
