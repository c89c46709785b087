import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Attribute } from "./Attribute";
import { ComponentGroup } from "./ComponentGroup";
import { useConfigure } from "./context";
import type { Step } from "./model";
import styles from "./Configurator.module.css";

/** Above so many options those out of view are not laid out. */
const longFrom = 120;

function isLong(step: Step): boolean {
  return step.attributes.reduce((sum, a) => sum + a.options.length, 0) > longFrom;
}

type Props = { step: Step; previous?: Step; next?: Step; onGo: (step: Step) => void };

/** What is decided in one step. */
export function StepContent({ step, previous, next, onGo }: Props) {
  const { states } = useConfigure();
  return (
    <section className={styles.options} aria-labelledby="step-title" data-long={isLong(step) || undefined}>
      <div className={styles.stepHead}>
        <h2 id="step-title" tabIndex={-1}>
          {step.label}
        </h2>
        {step.help && <p className={styles.stepHelp}>{step.help}</p>}
      </div>
      {step.attributes.map((attribute) => {
        const state = states.get(attribute.code);
        return state && <Attribute key={attribute.code} path={attribute.code} attribute={attribute} state={state} />;
      })}
      {step.components.map((component) => (
        <ComponentGroup key={component.code} path={component.code} component={component} />
      ))}
      <div className={styles.stepFoot}>
        {previous ? (
          <Button look="quiet" icon="arrowLeft" onPress={() => onGo(previous)}>
            {previous.label}
          </Button>
        ) : (
          <span />
        )}
        {next && (
          <span className={styles.nextStep}>
            <Button look="primary" onPress={() => onGo(next)}>
              {m.configure_next_step({ name: next.label })}
            </Button>
          </span>
        )}
      </div>
    </section>
  );
}
