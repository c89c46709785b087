import { type KeyboardEvent, useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { NumberInput, TextField } from "~/components/Field";
import { addDecimals, compareDecimals, neighbours, parseDecimal } from "~/lib/decimal";
import { day, list } from "~/lib/format";
import { locale, say } from "~/lib/locale";
import type { AttributeProps } from "./Attribute";
import { useConfigure } from "./context";
import { choose, release } from "./decisions";
import { type Attribute, type AttributeState, keyOf, possible, quantityText, ruleLabel, type Value } from "./model";
import styles from "./Attribute.module.css";

/** A number or a date: what is possible is shown before anything is typed. */
export function NumberAttribute({ path, attribute, state }: AttributeProps) {
  const { picks, decide, resolve } = useConfigure();
  const present = picks.find((p) => p.path === path)?.value ?? keyOf(state.value);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = draft ?? (attribute.type === "date" ? present : typed(present));

  function commit(text: string) {
    const raw = text.trim();
    setDraft(null);
    setProblem(null);
    if (raw === "") return decide(release(picks, path));
    const value = attribute.type === "date" ? raw : parseDecimal(raw, locale());
    if (value === null) return fail(text, { text: m.configure_number_wrong() });
    if (keyOf(state.value) === value && state.status !== "selected-default") return;
    const found = check(attribute, state, value);
    if (found) return fail(text, found);
    decide(choose(picks, path, value));
  }

  function fail(text: string, found: Problem) {
    setDraft(text);
    setProblem(found);
  }

  function take(value: string) {
    setDraft(null);
    setProblem(null);
    decide(choose(picks, path, value));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter") commit(event.currentTarget.value);
    if (event.key === "Escape") {
      setDraft(null);
      setProblem(null);
    }
    const step = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (step && attribute.type !== "date") {
      event.preventDefault();
      const next = neighbour(attribute, present, step);
      if (next !== null && !check(attribute, state, next)) take(next);
    }
  }

  const field = {
    label: say(attribute.label) || attribute.code,
    hideLabel: true,
    value: shown,
    hint: hintOf(attribute, state),
    error: problem?.text,
    onChange: (e: { currentTarget: { value: string } }) => setDraft(e.currentTarget.value),
    onBlur: (e: { currentTarget: { value: string } }) => draft !== null && problem === null && commit(e.currentTarget.value),
    onKeyDown,
  };

  return (
    <>
      <div className={styles.numbers}>
        {attribute.type === "date" ? (
          <TextField {...field} type="date" className={styles.number} />
        ) : (
          <>
            <NumberInput {...field} unit={attribute.unit} className={styles.number} />
            <Steppers attribute={attribute} state={state} present={present} take={take} />
          </>
        )}
        <Mark path={path} state={state} />
      </div>
      {problem?.nearest && (
        <div className={styles.suggestions}>
          {problem.nearest.map((value) => (
            <Button key={value} size="small" onPress={() => take(value)}>
              {m.configure_take({ value: quantityText(value, attribute.unit) })}
            </Button>
          ))}
        </div>
      )}
      {problem?.wanted && (
        <div className={styles.suggestions}>
          <Button size="small" onPress={() => resolve(path, problem.wanted!)}>
            {m.configure_anyway()}
          </Button>
        </div>
      )}
      {attribute.type !== "date" && <Scale attribute={attribute} state={state} present={present} />}
    </>
  );
}

type Problem = { text: string; nearest?: string[]; wanted?: string };

/** What is wrong with a number before it is sent: step, bounds, rules. */
function check(attribute: Attribute, state: AttributeState, value: string): Problem | null {
  const [min, max, step] = [attribute.min, attribute.max, attribute.step].map(keyOf) as [string, string, string];
  if (attribute.type === "date") return inside(state, value, (a, b) => (a < b ? -1 : a > b ? 1 : 0)) ? null : ruledOut(value);
  if (min !== "" && compareDecimals(value, min) < 0)
    return { text: m.configure_number_least({ value: quantityText(min, attribute.unit) }), nearest: [min] };
  if (max !== "" && compareDecimals(value, max) > 0)
    return { text: m.configure_number_most({ value: quantityText(max, attribute.unit) }), nearest: [max] };
  if (step !== "") {
    const near = neighbours(value, min || "0", step);
    if (near[0] !== near[1]) {
      const fitting = near.filter((n) => max === "" || compareDecimals(n, max) <= 0);
      return { text: m.configure_number_step({ step: quantityText(step, attribute.unit) }), nearest: fitting };
    }
  }
  return inside(state, value, compareDecimals) ? null : ruledOut(value);
}

function ruledOut(value: string): Problem {
  return { text: m.configure_number_ruled_out(), wanted: value };
}

function inside(state: AttributeState, value: string, compare: (a: string, b: string) => number): boolean {
  const spans = possible(state);
  return !spans || spans.some((i) => compare(keyOf(i.min), value) <= 0 && compare(value, keyOf(i.max)) <= 0);
}

/** The number one step up or down, kept on the grid. */
function neighbour(attribute: Attribute, present: string, direction: 1 | -1): string | null {
  const step = keyOf(attribute.step) || "1";
  const min = keyOf(attribute.min) || "0";
  if (present === "") return min;
  const beside = direction > 0 ? addDecimals(present, step) : addDecimals(present, `-${step}`);
  const [low, high] = neighbours(beside, min, step);
  return direction > 0 ? low : high;
}

function Steppers({
  attribute,
  state,
  present,
  take,
}: {
  attribute: Attribute;
  state: AttributeState;
  present: string;
  take: (value: string) => void;
}) {
  const options = ([-1, 1] as const).map((direction) => {
    const next = neighbour(attribute, present, direction);
    return { direction, next, fits: next !== null && check(attribute, state, next) === null };
  });
  return (
    <div className={styles.stepper}>
      {options.map(({ direction, next, fits }) => (
        <Button
          key={direction}
          icon={direction < 0 ? "minus" : "plus"}
          iconOnly
          isDisabled={!fits}
          onPress={() => next !== null && take(next)}
        >
          {direction < 0 ? m.configure_less({ name: say(attribute.label) }) : m.configure_more({ name: say(attribute.label) })}
        </Button>
      ))}
    </div>
  );
}

/** Whether the value stands by default, by a rule, or in conflict. */
function Mark({ path, state }: { path: string; state: AttributeState }) {
  const { model, resolve, why } = useConfigure();
  const value = keyOf(state.value);
  switch (state.status) {
    case "selected-default":
      return (
        <span className={styles.state}>
          <Chip tone="outline">{m.configure_default()}</Chip>
        </span>
      );
    case "selected-rule":
      return (
        <span className={styles.state}>
          <Chip tone="rule" icon="lock">
            {state.by?.[0] ? m.configure_required_by({ what: ruleLabel(model, state.by[0]) }) : m.configure_only_possible()}
          </Chip>
          <Button size="small" look="quiet" onPress={() => why(path, value)}>
            {m.configure_why()}
          </Button>
        </span>
      );
    case "conflict":
      return (
        <span className={styles.state}>
          <Chip tone="danger" icon="alert">
            {m.configure_conflict()}
          </Chip>
          <Button size="small" onPress={() => resolve(path, value)}>
            {m.configure_resolve()}
          </Button>
        </span>
      );
    default:
      return null;
  }
}

/** "500 to 3,000 mm in steps of 10 mm. Possible now: 500 to 1,200 mm." */
function hintOf(attribute: Attribute, state: AttributeState): string {
  const words = (value: Value | undefined) => (attribute.type === "date" ? day(keyOf(value)) : quantityText(keyOf(value), attribute.unit));
  const range = m.configure_range({ min: words(attribute.min), max: words(attribute.max) });
  const step = keyOf(attribute.step);
  const steps = step && attribute.type !== "date" ? m.configure_steps_of({ step: quantityText(step, attribute.unit) }) : "";
  const now = (state.replacing ?? state.intervals ?? []).map((i) =>
    keyOf(i.min) === keyOf(i.max) ? words(i.min) : m.configure_range({ min: words(i.min), max: words(i.max) }),
  );
  const whole = now.length === 1 && now[0] === range;
  const possible = now.length === 0 || whole ? "" : m.configure_possible_now({ ranges: list(now) });
  return [[range, steps].filter(Boolean).join(", ") + ".", possible].filter(Boolean).join(" ");
}

/** A picture of the range: what is possible now, and where the value stands. */
function Scale({ attribute, state, present }: { attribute: Attribute; state: AttributeState; present: string }) {
  const min = Number(keyOf(attribute.min));
  const max = Number(keyOf(attribute.max));
  if (keyOf(attribute.min) === "" || keyOf(attribute.max) === "" || max <= min) return null;
  const at = (value: string) => `${(100 * (Number(value) - min)) / (max - min)}%`;
  const spans = state.replacing ?? state.intervals ?? [];
  return (
    <div className={styles.scale} aria-hidden="true">
      {spans.map((i) => (
        <span
          key={keyOf(i.min)}
          className={styles.span}
          style={{
            insetInlineStart: at(keyOf(i.min)),
            inlineSize: `max(4px, ${(100 * (Number(keyOf(i.max)) - Number(keyOf(i.min)))) / (max - min)}%)`,
          }}
        />
      ))}
      {present !== "" && <span className={styles.mark} style={{ insetInlineStart: at(present) }} />}
    </div>
  );
}

/** A decimal as the person would type it. */
function typed(value: string): string {
  return locale() === "fr" ? value.replace(".", ",") : value;
}
