import type { ReactNode } from "react";
import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Chip } from "~/components/Chip";
import { Emblem } from "~/components/Emblem";
import { Icon } from "~/components/Icon";
import { cx } from "~/lib/class";
import { isZero } from "~/lib/decimal";
import { list, money } from "~/lib/format";
import { say } from "~/lib/locale";
import { type Configure, useConfigure } from "./context";
import { choiceLabel, keyOf, labelAt, ruleText, type State, type Step, stepsOf, valueLabel } from "./model";
import type { Configuration } from "./useConfiguration";
import styles from "./Summary.module.css";

type Props = {
  configuration: Configuration;
  action: ReactNode;
  onJump: (path: string) => void;
};

/** Beside the options: the picture, the price, what is wrong, what was chosen. */
export function Summary({ configuration, action, onJump }: Props) {
  const { state, price, waiting } = configuration;
  const { model } = useConfigure();
  if (!state) return null;
  return (
    <div className={styles.card}>
      <div className={styles.picture}>
        <Emblem code={model.code} />
      </div>
      <Total state={state} price={price} waiting={waiting} />
      <div className={styles.action}>
        {action}
        {!(state.complete && state.valid) && <p className={styles.why}>{m.configure_still_open()}</p>}
      </div>
      <Issues configuration={configuration} onJump={onJump} />
      <Forced configuration={configuration} onJump={onJump} />
      <Chosen state={state} />
    </div>
  );
}

type TotalProps = { state: State; price: Schema["PriceResult"] | undefined; waiting: boolean };

function Total({ state, price, waiting }: TotalProps) {
  return (
    <div className={styles.price}>
      <p className={styles.caption}>
        {m.configure_total()}
        {!state.complete && <Chip>{m.configure_so_far()}</Chip>}
      </p>
      {price && <Amounts price={price} waiting={waiting} />}
    </div>
  );
}

/** Whether the price has to be asked for. */
export function onRequest(price: Schema["PriceResult"]): boolean {
  return price.lines.some((line) => line.on_request);
}

function Amounts({ price, waiting }: { price: Schema["PriceResult"]; waiting: boolean }) {
  const { one_off, month, year } = price.totals;
  return (
    <>
      <p className={cx(styles.total, "num", waiting && styles.waiting)} data-testid="total">
        {onRequest(price) ? m.configure_on_request() : money(one_off.net, price.currency)}
      </p>
      {!isZero(month.net) && (
        <p className={cx(styles.recurring, "num")}>{m.configure_per_month({ amount: money(month.net, price.currency) })}</p>
      )}
      {!isZero(year.net) && (
        <p className={cx(styles.recurring, "num")}>{m.configure_per_year({ amount: money(year.net, price.currency) })}</p>
      )}
    </>
  );
}

/** The same on one line, for the bar at the bottom of small screens. */
export function TotalBar({ configuration: { state, price, waiting } }: { configuration: Configuration }) {
  if (!state) return null;
  const issues = (state.conflicts ?? []).length;
  const open = (state.progress.open ?? []).length;
  const note = issues > 0 ? m.configure_issues({ count: issues }) : open > 0 ? m.configure_open({ count: open }) : m.configure_complete();
  return (
    <span className={styles.bar}>
      <span className={cx(styles.barTotal, "num", waiting && styles.waiting)}>
        {!price ? "" : onRequest(price) ? m.configure_on_request() : money(price.totals.one_off.net, price.currency)}
      </span>
      <span className={styles.barNote}>{note}</span>
    </span>
  );
}

function Issues({ configuration: { state, picks }, onJump }: Omit<Props, "action">) {
  const { model, resolve } = useConfigure();
  const conflicts = state?.conflicts ?? [];
  const findings = state?.findings ?? [];
  const open = state?.progress.open ?? [];
  if (conflicts.length + findings.length + open.length === 0) return null;
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{m.configure_attention()}</h3>
      <ul className={styles.issues}>
        {conflicts.map((c) => (
          <li key={c.index} className={styles.issue} data-tone="danger">
            <Icon name="alert" size={15} />
            <span>
              {choiceLabel(model, c.path, c.value)}
              {": "}
              {c.rules?.[0] ? ruleText(model, c.rules[0]) : m.configure_conflict()}{" "}
              <button type="button" className={styles.jump} onClick={() => resolve(c.path, keyOf(picks[c.index]?.value ?? c.value))}>
                {m.configure_resolve()}
              </button>
            </span>
          </li>
        ))}
        {findings.map((f) => (
          <li key={f.rule + (f.path ?? "")} className={styles.issue} data-tone="rule">
            <Icon name="info" size={15} />
            <span>
              {say(f.message) || ruleText(model, f.rule)}
              {f.severity === "approval" && <> {m.configure_needs_approval()}</>}
            </span>
          </li>
        ))}
        {open.slice(0, 6).map((path) => (
          <li key={path} className={styles.issue}>
            <Icon name="arrowRight" size={15} />
            <button type="button" className={styles.jump} onClick={() => onJump(path)}>
              {m.configure_choose_what({ name: labelAt(model, path) })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the last step changed beyond what was asked for, in words. */
export function forcedText(model: Configure["model"], change: { path: string; before: string; after: string }): string {
  if (change.after === "") return m.configure_forced_gone({ name: labelAt(model, change.path) });
  return choiceLabel(model, change.path, change.after);
}

function Forced({ configuration: { forced }, onJump }: Omit<Props, "action">) {
  const { model } = useConfigure();
  if (forced.length === 0) return null;
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{m.configure_changed_by_rules()}</h3>
      <ul className={styles.issues}>
        {forced.map((change) => (
          <li key={change.path} className={styles.issue} data-tone="rule">
            <Icon name="swap" size={15} />
            <button type="button" className={styles.jump} onClick={() => onJump(change.path)}>
              {forcedText(model, change)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Chosen({ state }: { state: State }) {
  const { model, states } = useConfigure();
  const groups = stepsOf(model).map((step) => ({ step, rows: rowsOf(step, states) }));
  const computed = model.attributes.filter((a) => a.computed && states.get(a.code)?.active && keyOf(states.get(a.code)?.value) !== "");
  return (
    <div className={styles.section}>
      <h3 className={styles.heading}>{m.configure_summary()}</h3>
      <dl className={styles.rows}>
        {groups.map(({ step, rows }) =>
          rows.map(({ path, label, value, status }) => (
            <div key={path} data-step={step.code}>
              <dt>{label}</dt>
              <dd>
                {status === "selected-rule" && <Icon name="lock" size={13} />}
                {value}
              </dd>
            </div>
          )),
        )}
        {computed.map((a) => (
          <div key={a.code}>
            <dt>{say(a.label)}</dt>
            <dd className="num">{valueLabel(a, states.get(a.code)?.value)}</dd>
          </div>
        ))}
      </dl>
      {state.attributes.length === 0 && <p>{m.configure_nothing_yet()}</p>}
    </div>
  );
}

function rowsOf(step: Step, states: Configure["states"]) {
  return step.attributes.flatMap((attribute) => {
    const state = states.get(attribute.code);
    if (!state?.active || !state.visible) return [];
    const several = state.selected ?? [];
    const value =
      attribute.type === "multi"
        ? list(several.map((v) => valueLabel(attribute, v)))
        : keyOf(state.value) === ""
          ? ""
          : valueLabel(attribute, state.value);
    return value && !(attribute.type === "bool" && keyOf(state.value) === "false")
      ? [{ path: attribute.code, label: say(attribute.label) || attribute.code, value, status: state.status }]
      : [];
  });
}
