import { m } from "~/paraglide/messages.js";
import { isZero } from "~/lib/decimal";
import { briefDifference, list } from "~/lib/format";
import { say } from "~/lib/locale";
import type { Schema } from "~/api/client";
import type { AttributeProps } from "./Attribute";
import { type Configure, useConfigure } from "./context";
import { type AttributeState, exclusionText, keyOf, ruleLabel, shortLabel, type Status, statusOf } from "./model";
import { Option } from "./Option";
import { deltaKey } from "./useDeltas";
import styles from "./Option.module.css";

type Entry = { value: string; label: string; help: string };

/** A choice, a set of options, or a yes or no: native inputs in a grid. */
export function ChoiceAttribute({ path, attribute, state }: AttributeProps) {
  const configure = useConfigure();
  const entries = entriesOf(attribute, state);
  const found = new Map(state.values?.map((v) => [keyOf(v.value), v]));
  return (
    <div className={styles.grid}>
      {entries.map(({ value, label, help }) => {
        const answer = found.get(value);
        const status = shownStatus(configure, path, attribute.type === "multi", value, answer && statusOf(state, answer));
        return (
          <Option
            key={value}
            kind={attribute.type === "multi" ? "checkbox" : "radio"}
            name={path}
            path={path}
            value={value}
            label={label}
            help={help}
            status={status}
            checked={status.startsWith("selected") || status === "conflict"}
            reason={reasonOf(configure, path, value, status, answer)}
            delta={deltaText(configure, path, value, status)}
            fresh={false}
            onChoose={configure.choose}
            onResolve={configure.resolve}
            onWhy={configure.why}
          />
        );
      })}
    </div>
  );
}

function entriesOf(attribute: AttributeProps["attribute"], state: AttributeState): Entry[] {
  const none = state.values?.some((v) => v.value === null) ? [{ value: "", label: m.configure_none(), help: "" }] : [];
  if (attribute.type === "bool") {
    return [
      { value: "true", label: m.yes_option(), help: "" },
      { value: "false", label: m.no_option(), help: "" },
    ];
  }
  return [...attribute.options.map((o) => ({ value: o.code, label: say(o.label) || o.code, help: say(o.help) })), ...none];
}

/**
 * The state to draw. While the answer to the newest decision is under way, the
 * decision itself is already shown, and everything else keeps its old look.
 */
function shownStatus({ picks, waiting }: Configure, path: string, several: boolean, value: string, answered: Status | undefined): Status {
  const status = answered ?? "available";
  if (!waiting) return status === "unknown" ? "available" : status;
  const own = picks.filter((p) => p.path === path && (!several || p.value === value));
  const pick = own.at(-1);
  if (!pick) return status === "unknown" ? "available" : status;
  const chosen = pick.op === "set" && pick.value === value;
  if (chosen) return status === "selected-rule" ? status : "selected-user";
  return status.startsWith("selected") ? "available" : status;
}

function reasonOf(c: Configure, path: string, value: string, status: Status, answer: Schema["ValueState"] | undefined): string {
  switch (status) {
    case "excluded":
      return exclusionText(c.model, c.states, answer ?? {});
    case "selected-rule": {
      const because = answer?.because?.map((p) => shortLabel(c.model, p, c.states.get(p)?.value)) ?? [];
      const by =
        answer?.by?.map((rule) => ruleLabel(c.model, rule)) ?? c.states.get(path)?.by?.map((rule) => ruleLabel(c.model, rule)) ?? [];
      const what = because.length > 0 ? because : by;
      return what.length > 0 ? m.configure_required_by({ what: list([...new Set(what)]) }) : "";
    }
    case "conflict":
      return conflictText(c, path, value);
    default:
      return "";
  }
}

function conflictText(c: Configure, path: string, value: string): string {
  const conflict = c.conflicts.find((x) => x.path === path && keyOf(x.value) === value);
  const others = (conflict?.with ?? []).map((p) => shortLabel(c.model, p, c.states.get(p)?.value));
  return others.length > 0 ? m.configure_conflict_with({ what: list(others) }) : m.configure_conflict();
}

function deltaText({ deltas, currency }: Configure, path: string, value: string, status: Status): string {
  if (status.startsWith("selected") || status === "excluded") return "";
  const delta = deltas.get(deltaKey(path, value));
  return delta ? differenceText(delta, currency) : "";
}

/** "+€1,200", "-€300", "included", "on request"; months and years apart. */
export function differenceText(delta: Pick<Schema["PriceDelta"], "one_off" | "month" | "year" | "on_request">, currency: string): string {
  if (delta.on_request) return m.configure_on_request();
  const parts = [
    isZero(delta.one_off) ? "" : briefDifference(delta.one_off, currency),
    isZero(delta.month) ? "" : m.configure_per_month({ amount: briefDifference(delta.month, currency) }),
    isZero(delta.year) ? "" : m.configure_per_year({ amount: briefDifference(delta.year, currency) }),
  ].filter(Boolean);
  return parts.join(" ") || m.configure_included();
}
