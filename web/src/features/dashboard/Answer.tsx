import { m } from "~/paraglide/messages.js";
import { compactMoney, percent } from "~/lib/format";
import { change } from "./figures";
import type { Figure } from "./figure";
import type { Compare } from "./scope";
import styles from "./Dashboard.module.css";

type Parts = {
  intake: Figure | undefined;
  before: Figure | undefined;
  landing: Figure | undefined;
  attainment: Figure | undefined;
  currency: string;
  compare: Compare;
  /** Whether the period is over: then it does not end at anything but what was taken. */
  over: boolean;
};

/** Under this the difference is not worth a word. */
const same = 0.005;

/** The state of the period in one sentence. */
export function answerText({ intake, before, landing, attainment, currency, compare, over }: Parts): string {
  if (!intake || (intake.n === 0 && intake.value === undefined)) return m.answer_nothing();
  const brief = (value: string | undefined) => (value === undefined ? "–" : compactMoney(value, currency));
  const value = brief(intake.value);
  const reference = compare === "year" ? m.answer_last_year() : m.answer_previous();
  const by = change(before?.value, intake.value);
  const first =
    by === undefined || compare === "none"
      ? m.answer_alone({ value })
      : Math.abs(by) < same
        ? m.answer_same({ value, reference })
        : by > 0
          ? m.answer_above({ value, change: percent(by), reference })
          : m.answer_below({ value, change: percent(-by), reference });
  return `${first}${tail()}${"."}`;

  function tail(): string {
    const goal = attainment?.reference;
    const share = over ? attainment?.value : goal && landing?.value ? String(Number(landing.value) / Number(goal)) : undefined;
    if (over) return share === undefined ? "" : m.answer_attained({ share: percent(share), target: brief(goal) });
    if (landing?.value === undefined) return "";
    const band = { value: brief(landing.value), low: brief(landing.low), high: brief(landing.high) };
    return share === undefined ? m.answer_landing(band) : m.answer_landing_target({ ...band, share: percent(share), target: brief(goal) });
  }
}

export function Answer(parts: Parts) {
  return <p className={styles.answer}>{answerText(parts)}</p>;
}
