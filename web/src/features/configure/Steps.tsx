import { m } from "~/paraglide/messages.js";
import { Icon } from "~/components/Icon";
import { progressOf, type State, type Step } from "./model";
import styles from "./Configurator.module.css";

/** The steps with how far each is; a strip that scrolls on narrow screens. */
export function Steps({ steps, at, state, onGo }: { steps: Step[]; at: number; state: State; onGo: (step: Step) => void }) {
  return (
    <nav className={styles.steps} aria-label={m.configure_steps()}>
      <ol className={styles.stepList}>
        {steps.map((step, i) => (
          <li key={step.code}>
            <StepButton step={step} number={i + 1} current={i === at} state={state} onGo={onGo} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepButton({
  step,
  number,
  current,
  state,
  onGo,
}: {
  step: Step;
  number: number;
  current: boolean;
  state: State;
  onGo: (step: Step) => void;
}) {
  const { open, issues } = progressOf(step, state);
  const words = issues > 0 ? m.configure_issues({ count: issues }) : open > 0 ? m.configure_open({ count: open }) : m.configure_complete();
  return (
    <button type="button" className={styles.step} aria-current={current ? "step" : undefined} onClick={() => onGo(step)}>
      <span className={styles.dot} data-done={open + issues === 0 || undefined} data-issues={issues > 0 || undefined} aria-hidden="true">
        {issues > 0 ? "!" : open === 0 ? <Icon name="check" size={13} /> : number}
      </span>
      <span className={styles.stepName}>{step.label}</span>
      <span className={styles.stepState} data-issues={issues > 0 || undefined}>
        {words}
      </span>
    </button>
  );
}
