import { memo } from "react";
import { m } from "~/paraglide/messages.js";
import { TextField } from "~/components/Field";
import { cx } from "~/lib/class";
import { say } from "~/lib/locale";
import { ChoiceAttribute } from "./ChoiceAttribute";
import { useConfigure } from "./context";
import { choose, release } from "./decisions";
import { type Attribute as Definition, type AttributeState, keyOf } from "./model";
import { NumberAttribute } from "./NumberAttribute";
import styles from "./Attribute.module.css";

export type AttributeProps = { path: string; attribute: Definition; state: AttributeState };

/** One attribute with its heading, whatever its type. */
export const Attribute = memo(function Attribute(props: AttributeProps) {
  const { fresh } = useConfigure();
  if (!props.state.active || !props.state.visible) return null;
  return (
    <fieldset className={cx(styles.field, fresh.has(props.path) && styles.fresh)} data-attribute={props.path}>
      <Heading {...props} />
      <Body {...props} />
    </fieldset>
  );
});

function Heading({ path, attribute, state }: AttributeProps) {
  const { picks, decide } = useConfigure();
  const open = state.required && !state.decided;
  const picked = picks.some((p) => p.path === path);
  const help = say(attribute.help);
  return (
    <>
      <legend className={styles.head}>
        <span className={styles.legend}>{say(attribute.label) || attribute.code}</span>
        <span className={cx(styles.aside, open && styles.open)}>
          {open ? m.configure_to_choose() : !state.required && m.field_optional()}
        </span>
      </legend>
      {help && <p className={styles.help}>{help}</p>}
      {picked && (
        <button
          type="button"
          className={styles.clear}
          aria-label={m.configure_clear_of({ name: say(attribute.label) || attribute.code })}
          onClick={() => decide(release(picks, path))}
        >
          {m.configure_clear()}
        </button>
      )}
    </>
  );
}

function Body(props: AttributeProps) {
  switch (props.attribute.type) {
    case "choice":
    case "multi":
    case "bool":
      return <ChoiceAttribute {...props} />;
    case "integer":
    case "decimal":
    case "date":
      return <NumberAttribute {...props} />;
    case "text":
      return <TextAttribute {...props} />;
  }
}

function TextAttribute({ path, attribute, state }: AttributeProps) {
  const { picks, decide } = useConfigure();
  const present = picks.find((p) => p.path === path)?.value ?? keyOf(state.value);
  return (
    <TextField
      key={present}
      label={say(attribute.label)}
      hideLabel
      defaultValue={present}
      pattern={attribute.pattern}
      maxLength={500}
      onBlur={(e) => {
        const text = e.currentTarget.value.trim();
        decide(text === "" ? release(picks, path) : choose(picks, path, text));
      }}
    />
  );
}
