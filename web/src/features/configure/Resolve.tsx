import { useQuery } from "@tanstack/react-query";
import { api, body, type Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Icon, type IconName } from "~/components/Icon";
import { Loading, Notice } from "~/components/State";
import { cx } from "~/lib/class";
import { isZero } from "~/lib/decimal";
import { money, signedMoney } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import type { Pick } from "./decisions";
import { choiceLabel, type Definition, keyOf, labelAt, ruleText, shortLabel, toPick } from "./model";
import type { Pricing } from "./useConfiguration";
import styles from "./Resolve.module.css";

type Question = { path: string; value: string };
type Common = {
  model: Definition;
  version?: string;
  picks: readonly Pick[];
  pricing: Pricing;
  question: Question;
  onClose: () => void;
};

/**
 * The ways to get a value that the present decisions exclude: what each gives
 * up, what comes along, and what it costs. Nothing changes until one is taken.
 */
export function ResolveDialog(props: Common & { onApply: (picks: Pick[], repair: Schema["Repair"]) => void; onKeepBoth: () => void }) {
  const { model, question, onClose } = props;
  const wanted = shortLabel(model, question.path, question.value);
  return (
    <Dialog
      title={m.resolve_title({ what: wanted })}
      open
      onClose={onClose}
      kind="wide"
      foot={
        <>
          <Button look="quiet" onPress={props.onKeepBoth}>
            {m.resolve_both()}
          </Button>
          <Button onPress={onClose}>{m.resolve_keep()}</Button>
        </>
      }
    >
      <Reasons {...props} />
      <Repairs {...props} />
    </Dialog>
  );
}

/** Why a value is forced, and nothing to decide. */
export function WhyDialog(props: Common) {
  const wanted = shortLabel(props.model, props.question.path, props.question.value);
  return (
    <Dialog title={m.why_title({ what: wanted })} open onClose={props.onClose} foot={<Button onPress={props.onClose}>{m.close()}</Button>}>
      <Reasons {...props} />
    </Dialog>
  );
}

function request({ version, picks, pricing, question }: Common) {
  return { version, picks: [...picks], path: question.path, value: question.value, price: pricing };
}

function Reasons(props: Common) {
  const { model, question, picks } = props;
  const explanation = useQuery({
    queryKey: ["explain", model.code, question, picks],
    queryFn: ({ signal }) =>
      body(api.POST("/v1/models/{code}/explain", { params: { path: { code: model.code } }, body: request(props), signal })),
    staleTime: Infinity,
  });
  if (explanation.isPending) return <Loading lines={2} />;
  if (explanation.isError) return <FailureState error={explanation.error} retry={() => void explanation.refetch()} />;
  return (
    <ul className={styles.reasons}>
      {explanation.data.reasons.map((reason, i) => (
        <li key={i} className={styles.reason}>
          <Icon name={reasonIcons[reason.kind]} size={16} />
          <Reason model={model} reason={reason} />
        </li>
      ))}
    </ul>
  );
}

const reasonIcons: Record<Schema["Reason"]["kind"], IconName> = { pick: "user", context: "info", rule: "lock", structure: "grid" };

function Reason({ model, reason }: { model: Definition; reason: Schema["Reason"] }) {
  switch (reason.kind) {
    case "rule":
      return (
        <span>
          {say(reason.message) || say(reason.label) || ruleText(model, reason.rule ?? "")}
          {say(reason.message) && say(reason.label) && <span className={styles.what}>{m.why_rule({ name: say(reason.label) })}</span>}
        </span>
      );
    case "pick":
      return <span>{m.why_pick({ what: choiceLabel(model, reason.path ?? "", reason.value) })}</span>;
    case "context":
      return <span>{m.why_context({ what: choiceLabel(model, reason.path ?? "", reason.value) })}</span>;
    case "structure":
      return <span>{structureText(model, reason)}</span>;
  }
}

function structureText(model: Definition, reason: Schema["Reason"]): string {
  const name = reason.path ? labelAt(model, reason.path) : "";
  switch (reason.rule) {
    case "one-of":
      return m.why_one_of({ name });
    case "bounds":
      return m.why_bounds({ name });
    case "step":
      return m.why_step({ name });
    case "cardinality":
      return m.why_cardinality({ name });
    case "active":
      return m.why_active({ name });
    case "required":
      return m.why_required({ name });
    case "effectivity":
      return m.why_effectivity({ name });
    default:
      return say(reason.message) || name;
  }
}

function Repairs(props: Common & { onApply: (picks: Pick[], repair: Schema["Repair"]) => void }) {
  const { model, question, picks, pricing } = props;
  const repairs = useQuery({
    queryKey: ["repair", model.code, question, picks, pricing],
    queryFn: ({ signal }) =>
      body(api.POST("/v1/models/{code}/repair", { params: { path: { code: model.code } }, body: { ...request(props), limit: 3 }, signal })),
    staleTime: Infinity,
  });
  if (repairs.isPending) return <Loading lines={4} />;
  if (repairs.isError) return <FailureState error={repairs.error} retry={() => void repairs.refetch()} />;
  if (repairs.data.repairs.length === 0) {
    return <Notice icon="ban">{repairs.data.possible ? m.resolve_not_found() : m.resolve_impossible()}</Notice>;
  }
  return (
    <>
      <h3 className={styles.title}>{m.resolve_ways({ what: shortLabel(model, question.path, question.value) })}</h3>
      <ol className={styles.repairs}>
        {repairs.data.repairs.map((repair, i) => (
          <RepairCard key={i} {...props} repair={repair} first={i === 0} />
        ))}
      </ol>
    </>
  );
}

function RepairCard({
  model,
  picks,
  pricing,
  question,
  repair,
  first,
  onApply,
}: Common & { repair: Schema["Repair"]; first: boolean; onApply: (picks: Pick[], repair: Schema["Repair"]) => void }) {
  const dropped = repair.drop.map((index) => picks[index]).filter((p) => p !== undefined);
  const paths = new Set([question.path, ...dropped.map((p) => p.path)]);
  const others = repair.changes.filter((c) => !paths.has(c.path));
  const replaced = new Map(repair.changes.map((c) => [c.path, c.after]));
  return (
    <li className={styles.repair}>
      <ul className={styles.changes}>
        {dropped.map((pick) => (
          <li key={pick.path + pick.value} className={cx(styles.change, styles.drop)}>
            <Icon name="minus" size={15} />
            <span>
              {m.resolve_gives_up({ what: choiceLabel(model, pick.path, pick.value) })}{" "}
              {pick.path !== question.path && keyOf(replaced.get(pick.path)) !== "" && (
                <span className={styles.yours}>{m.resolve_instead({ what: shortLabel(model, pick.path, replaced.get(pick.path)) })}</span>
              )}
            </span>
          </li>
        ))}
        {others.map((change) => (
          <li key={change.path} className={cx(styles.change, styles.add)}>
            <Icon name="lock" size={15} />
            <span>
              {keyOf(change.after) === ""
                ? m.resolve_without({ what: shortLabel(model, change.path, change.before) })
                : m.resolve_needs({ what: choiceLabel(model, change.path, change.after) })}
            </span>
          </li>
        ))}
        {dropped.length + others.length === 0 && <li className={styles.change}>{m.resolve_nothing_else()}</li>}
      </ul>
      {repair.price && repair.delta && (
        <p className={cx(styles.price, "num")}>
          <PriceChange price={repair.price} delta={repair.delta} currency={pricing.currency ?? "EUR"} />
        </p>
      )}
      <div className={styles.apply}>
        <Button look={first ? "primary" : "secondary"} size="small" onPress={() => onApply(repair.picks.map(toPick), repair)}>
          {m.resolve_apply()}
        </Button>
      </div>
    </li>
  );
}

type PriceChangeProps = { price: Schema["Amounts"]; delta: Schema["Amounts"]; currency: string };

function PriceChange({ price, delta, currency }: PriceChangeProps) {
  if (price.on_request) return m.configure_on_request();
  return (
    <>
      <span className={styles.difference}>{signedMoney(delta.one_off, currency)}</span>
      {!isZero(delta.month) && (
        <span className={styles.total}>{m.configure_per_month({ amount: signedMoney(delta.month, currency) })}</span>
      )}
      {!isZero(delta.year) && <span className={styles.total}>{m.configure_per_year({ amount: signedMoney(delta.year, currency) })}</span>}
      <span className={styles.total}>{m.resolve_total({ amount: money(price.one_off, currency) })}</span>
    </>
  );
}
