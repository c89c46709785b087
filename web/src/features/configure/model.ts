import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { day, decimal, list } from "~/lib/format";
import { say } from "~/lib/locale";
import type { Pick } from "./decisions";

/*
 * What the screen needs to know about a model and the server's answer: the
 * steps, the parts by path, and the words for values and reasons.
 */

export type Definition = Schema["ModelDefinition"];
export type Attribute = Schema["AttributeDefinition"];
export type Component = Schema["ComponentDefinition"];
export type State = Schema["State"];
export type AttributeState = Schema["AttributeState"];
export type Value = Schema["Value"];
export type Status = Schema["ValueStatus"];

type Body = { groups: Definition["groups"]; attributes: Definition["attributes"]; components: Definition["components"] };

/** The text under which a value is compared and sent; none is "". */
export function keyOf(value: Value | undefined): string {
  return value === null || value === undefined ? "" : String(value);
}

/** A decision as the browser keeps it. */
export function toPick(pick: Schema["Pick"]): Pick {
  return { path: pick.path, op: pick.op ?? "set", value: keyOf(pick.value) };
}

/** What stands at a path: an attribute, or a component (its count or one instance). */
export type Part = { kind: "attribute"; attribute: Attribute } | { kind: "component"; component: Component; instance?: string };

/** Finds the part at "motor", "boxes", "boxes/b1", "boxes/b1/size" or "needs/climb". */
export function partAt(model: Definition, path: string): Part | undefined {
  const segments = path.split("/");
  if (segments[0] === "needs") {
    const need = model.needs.find((n) => n.code === segments[1]);
    return need && { kind: "attribute", attribute: { ...need, type: "choice", required: false, options: need.answers } };
  }
  let body: Body = model;
  for (let i = 0; i < segments.length;) {
    const attribute = body.attributes.find((a) => a.code === segments[i]);
    if (attribute) return i === segments.length - 1 ? { kind: "attribute", attribute } : undefined;
    const component = body.components.find((c) => c.code === segments[i]);
    if (!component) break;
    if (i === segments.length - 1) return { kind: "component", component };
    if (i === segments.length - 2) return { kind: "component", component, instance: segments[i + 1] };
    body = component;
    i += 2;
  }
  const context = model.context.find((a) => a.code === path);
  return context && { kind: "attribute", attribute: context };
}

/** The words for the part at a path, its instance included: "Box 2: Size". */
export function labelAt(model: Definition, path: string): string {
  const part = partAt(model, path);
  if (!part) return path;
  const own = part.kind === "attribute" ? say(part.attribute.label) || part.attribute.code : instanceLabel(part.component, part.instance);
  const parent = path
    .split("/")
    .slice(0, part.kind === "attribute" ? -1 : -2)
    .join("/");
  return parent && parent !== "needs" ? m.configure_inside({ outer: labelAt(model, parent), inner: own }) : own;
}

function instanceLabel(component: Component, instance?: string): string {
  const label = say(component.label) || component.code;
  return instance ? `${label} ${instance.replace(/^\D+/, "") || instance}` : label;
}

/** The words for a value of an attribute: "Diesel engine", "1,200 mm", "yes". */
export function valueLabel(attribute: Attribute | undefined, value: Value | undefined): string {
  const key = keyOf(value);
  if (key === "") return m.configure_none();
  switch (attribute?.type) {
    case "choice":
    case "multi": {
      const option = attribute.options.find((o) => o.code === key);
      return option ? say(option.label) || option.code : key;
    }
    case "bool":
      return key === "true" ? m.yes() : m.no();
    case "integer":
    case "decimal":
      return quantityText(key, attribute.unit);
    case "date":
      return day(key);
    default:
      return key;
  }
}

/** A number with its unit: "1,200 mm". */
export function quantityText(value: string, unit?: string): string {
  const number = /^-?\d+(\.\d+)?$/.test(value) ? decimal(value) : value;
  return unit ? `${number}\u00a0${unit}` : number;
}

/** The words for a decision or value at a path: "Motor: 500 W". */
export function choiceLabel(model: Definition, path: string, value: Value | undefined): string {
  const part = partAt(model, path);
  if (part?.kind === "component") {
    return part.instance ? labelAt(model, path) : m.configure_pair({ name: labelAt(model, path), value: keyOf(value) });
  }
  return m.configure_pair({ name: labelAt(model, path), value: valueLabel(part?.attribute, value) });
}

/**
 * Only the value where it speaks for itself (an option's name), name and value
 * where it does not ("Width: 1,200 mm").
 */
export function shortLabel(model: Definition, path: string, value: Value | undefined): string {
  const part = partAt(model, path);
  if (part?.kind === "attribute" && (part.attribute.type === "choice" || part.attribute.type === "multi") && keyOf(value) !== "") {
    return valueLabel(part.attribute, value);
  }
  if (part?.kind === "attribute" && part.attribute.type === "bool" && keyOf(value) === "true") return labelAt(model, path);
  return choiceLabel(model, path, value);
}

const picksShown = 5;

/** The first decisions of a configuration in words, and how many more there are. */
export function picksText(model: Definition, picks: readonly Schema["Pick"][] = []): string {
  const words = picks.slice(0, picksShown).map((p) => choiceLabel(model, p.path, p.value));
  return [...words, picks.length > picksShown && `+${picks.length - picksShown}`].filter(Boolean).join(" · ");
}

/** The message of a rule, its label, or its name. */
export function ruleText(model: Definition, name: string): string {
  const rule = model.rules.find((r) => r.name === name);
  return say(rule?.message) || say(rule?.label) || name;
}

/** The short name of a rule for "Required by …". */
export function ruleLabel(model: Definition, name: string): string {
  const rule = model.rules.find((r) => r.name === name);
  return say(rule?.label) || say(rule?.message) || name;
}

/**
 * The status to show of a value. Where only one value fits, what nothing but
 * the present one excludes can take its place.
 */
export function statusOf({ path, type }: AttributeState, { status, by = [], because = [] }: Schema["ValueState"]): Status {
  const replaces = type !== "multi" && status === "excluded" && by.length === 0 && because.length === 1 && because[0] === path;
  return replaces ? "available" : status;
}

/** The numbers or dates that may be picked now, in place of the present one if there is one. */
export function possible({ intervals, replacing, unresolved = [] }: AttributeState): Schema["Interval"][] | undefined {
  return intervals && [...(replacing ?? intervals), ...unresolved];
}

/**
 * Why a value is excluded, in a few words: "Not with Diesel engine", or the
 * rule's own message where no decision of the person is involved.
 */
export function exclusionText(
  model: Definition,
  states: ReadonlyMap<string, AttributeState>,
  reason: { by?: string[]; because?: string[] },
): string {
  const culprits = (reason.because ?? []).map((path) => shortLabel(model, path, presentValue(states.get(path))));
  if (culprits.length > 0) return m.configure_not_with({ what: list([...new Set(culprits)]) });
  if (reason.by?.[0]) return ruleText(model, reason.by[0]);
  return m.configure_never();
}

function presentValue(state: AttributeState | undefined): Value | undefined {
  return state?.selected?.[0] ?? state?.value;
}

/** One step of the configurator: a group of the model with what stands in it. */
export type Step = {
  code: string;
  label: string;
  help: string;
  attributes: readonly Attribute[];
  components: readonly Component[];
};

const restCode = "-";

/** The steps in declared order; what has no group stands in a step of its own. */
export function stepsOf(model: Body): Step[] {
  const known = new Set(model.groups.map((g) => g.code));
  const shown = model.attributes.filter((a) => !a.computed);
  const inGroup = (code: string) => ({
    attributes: shown.filter((a) => (a.group && known.has(a.group) ? a.group : restCode) === code),
    components: model.components.filter((c) => (c.group && known.has(c.group) ? c.group : restCode) === code),
  });
  const steps: Step[] = model.groups.map((g) => ({ code: g.code, label: say(g.label) || g.code, help: say(g.help), ...inGroup(g.code) }));
  const rest: Step = { code: restCode, label: m.configure_step_rest(), help: "", ...inGroup(restCode) };
  const all = model.groups.length > 0 ? [...steps, rest] : [rest];
  return all.filter((s) => s.attributes.length + s.components.length > 0);
}

/** How far a step is: decisions taken, still open, and in conflict. */
export type Progress = { done: number; open: number; issues: number };

export function progressOf(step: Step, state: State): Progress {
  const codes = new Set([...step.attributes.map((a) => a.code), ...step.components.map((c) => c.code)]);
  const here = state.attributes.filter((a) => a.active && a.visible && codes.has(a.path.split("/")[0] ?? ""));
  const open = new Set(state.progress.open ?? []);
  return {
    done: here.filter((a) => a.required && !open.has(a.path)).length,
    open: here.filter((a) => open.has(a.path)).length,
    issues: (state.conflicts ?? []).filter((c) => codes.has(c.path.split("/")[0] ?? "")).length,
  };
}

/** What is different between two answers and was not asked for by the person. */
export type Forced = { path: string; before: string; after: string };

export function forcedChanges(before: State, after: State, decided: ReadonlySet<string>): Forced[] {
  const old = new Map(before.attributes.map((a) => [a.path, a]));
  return after.attributes.flatMap((a) => {
    const was = old.get(a.path);
    if (!was || a.computed || a.context || decided.has(a.path) || !a.visible || !a.active || a.type === "text") return [];
    const [x, y] = [held(was), held(a)];
    return x === y ? [] : [{ path: a.path, before: x, after: y }];
  });
}

function held(state: AttributeState): string {
  return state.type === "multi" ? (state.selected ?? []).join(", ") : keyOf(state.value);
}
