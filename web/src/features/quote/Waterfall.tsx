import { useQuery } from "@tanstack/react-query";
import type { Schema } from "~/api/client";
import { type Revision, revisionPriceQuery } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Loading } from "~/components/State";
import { isZero } from "~/lib/decimal";
import { amount, money, signedMoney } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import styles from "./Waterfall.module.css";

/** From list to net: every step of one line's price, with the rule behind it. */
export function WaterfallDialog({ revision, line, onClose }: { revision: Revision; line: Schema["Line"]; onClose: () => void }) {
  const stored = line.price.steps;
  const price = useQuery({ ...revisionPriceQuery(revision), enabled: !stored });
  const steps = stored ?? price.data?.lines.find((l) => l.id === line.id)?.price.steps;
  return (
    <Dialog title={m.waterfall_title()} open onClose={onClose} kind="wide" reading foot={<Button onPress={onClose}>{m.close()}</Button>}>
      {steps ? (
        <Steps steps={steps} line={line} currency={revision.currency} />
      ) : price.isError ? (
        <FailureState error={price.error} retry={() => void price.refetch()} />
      ) : (
        <Loading />
      )}
    </Dialog>
  );
}

function Steps({ steps, line, currency }: { steps: readonly Schema["PriceStep"][]; line: Schema["Line"]; currency: string }) {
  const top = Math.max(...steps.flatMap((s) => [Number(s.before), Number(s.after)]), 0.01);
  const at = (value: string) => `${Math.max(0, (100 * Number(value)) / top)}%`;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{m.waterfall_caption({ name: say(line.resolved.name) })}</caption>
      <thead>
        <tr>
          <th scope="col">{m.waterfall_step()}</th>
          <th scope="col" className={styles.end}>
            {m.waterfall_change()}
          </th>
          <th scope="col" className={styles.end}>
            {m.waterfall_after()}
          </th>
          <td className={styles.chart} aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {steps.map((step, i) => (
          <tr key={i}>
            <th scope="row">
              {say(step.message) || step.code}
              {step.rule && (
                <span className={styles.rule}>
                  {[step.rule, step.version && m.version_short({ version: step.version.slice(-7) })].filter(Boolean).join(" · ")}
                </span>
              )}
            </th>
            <td className={styles.end}>{isZero(step.amount) ? "–" : signedMoney(step.amount, currency)}</td>
            <td className={styles.end}>{amount(step.after, currency)}</td>
            <td className={styles.chart} aria-hidden="true">
              <StepBar step={step} at={at} first={i === 0} />
            </td>
          </tr>
        ))}
        <tr className={styles.result}>
          <th scope="row">{m.line_net()}</th>
          <td className={styles.end} />
          <td className={styles.end}>{money(line.price.final_net, currency)}</td>
          <td className={styles.chart} />
        </tr>
      </tbody>
    </table>
  );
}

function StepBar({ step, at, first }: { step: Schema["PriceStep"]; at: (value: string) => string; first: boolean }) {
  const [before, after] = [Number(step.before), Number(step.after)];
  if (first) {
    return (
      <div className={styles.bar}>
        <span data-level style={{ insetInlineStart: 0, inlineSize: at(step.after) }} />
      </div>
    );
  }
  const less = after < before;
  return (
    <div className={styles.bar}>
      <span
        data-less={less || undefined}
        style={{
          insetInlineStart: at(less ? step.after : step.before),
          inlineSize: `max(2px, calc(${at(less ? step.before : step.after)} - ${at(less ? step.after : step.before)}))`,
        }}
      />
    </div>
  );
}
