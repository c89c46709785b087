import { useMutation } from "@tanstack/react-query";
import { verifyReceipt } from "~/api/kpi";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { day, moment } from "~/lib/format";
import { say } from "~/lib/locale";
import { failureText } from "~/shell/ErrorScreen";
import type { Answer } from "./figure";
import { daysOf, lastDay } from "./period";
import styles from "./Dashboard.module.css";

/** What a figure means, how it is counted, and what to do when it is bad. */
export function Definition({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const { metric, receipt } = answer;
  const check = useMutation({ mutationFn: () => verifyReceipt(receipt) });
  const asked = daysOf(receipt.query);
  const rows: [string, string][] = [
    [m.figure_plain(), say(metric.plain)],
    [m.figure_objective(), say(metric.objective)],
    [m.figure_decision(), say(metric.decision_if_bad)],
    [m.figure_formula(), metric.formula],
    [m.figure_events(), metric.source_events.join(", ")],
    [m.figure_attribution(), metric.attribution],
    [m.figure_version(), String(metric.version)],
    [m.figure_period(), m.period_range({ from: day(asked.from), to: day(lastDay(asked)) })],
    [m.figure_as_of(), moment(receipt.as_of)],
    [m.figure_counted(), m.figure_k_of_n_rows({ k: receipt.k, n: receipt.n })],
    [m.figure_watermark(), String(receipt.watermark)],
    [m.figure_receipt(), receipt.hash],
  ];
  if (answer.window_days) rows.splice(7, 0, [m.figure_window(), m.validity_days({ count: answer.window_days })]);
  return (
    <Dialog title={say(metric.name)} open onClose={onClose} kind="drawer">
      <dl className={styles.definition}>
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.verify}>
        <Button size="small" icon="check" isPending={check.isPending} onPress={() => check.mutate()}>
          {m.receipt_verify()}
        </Button>
        <span role="status">
          {check.isError ? failureText(check.error) : check.data ? (check.data.same ? m.receipt_same() : m.receipt_changed()) : ""}
        </span>
      </p>
    </Dialog>
  );
}
