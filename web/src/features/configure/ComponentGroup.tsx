import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { say } from "~/lib/locale";
import { Attribute } from "./Attribute";
import { useConfigure } from "./context";
import { releaseUnder } from "./decisions";
import { addInstance, copyInstance, freshInstance, instancesOf } from "./instances";
import { type Component, keyOf, labelAt } from "./model";
import styles from "./ComponentGroup.module.css";

/** A part that a product has several of: its instances, and adding one. */
export function ComponentGroup({ path, component }: { path: string; component: Component }) {
  const { picks, states, decide } = useConfigure();
  const count = states.get(path);
  if (count && (!count.active || !count.visible)) return null;
  const present = instancesOf(states, path);
  const most = Number(keyOf((count?.replacing ?? count?.intervals)?.at(-1)?.max)) || component.max;
  const name = say(component.label) || component.code;
  const add = (next: (id: string) => ReturnType<typeof addInstance>) => decide(next(freshInstance(path, present, picks)));
  return (
    <section className={styles.group} aria-label={name} data-component={path}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {name}
          <span className={styles.count}>{m.component_count({ count: present.length, most })}</span>
        </h3>
        <Button
          size="small"
          icon="plus"
          isDisabled={present.length >= most}
          onPress={() => add((id) => addInstance(picks, path, id, present))}
        >
          {m.component_add({ name })}
        </Button>
      </div>
      {say(component.help) && <p>{say(component.help)}</p>}
      {present.length === 0 && <p className={styles.empty}>{m.component_none({ name })}</p>}
      {present.map((id) => (
        <Instance
          key={id}
          path={`${path}/${id}`}
          component={component}
          onCopy={present.length < most ? () => add((to) => copyInstance(picks, path, id, to, present)) : undefined}
          onRemove={() => decide(releaseUnder(picks, `${path}/${id}`))}
        />
      ))}
    </section>
  );
}

type InstanceProps = { path: string; component: Component; onCopy?: () => void; onRemove: () => void };

function Instance({ path, component, onCopy, onRemove }: InstanceProps) {
  const { model, states, picks } = useConfigure();
  const label = labelAt(model, path);
  const own = picks.some((p) => p.path === path || p.path.startsWith(path + "/"));
  return (
    <div className={styles.instance} role="group" aria-label={label}>
      <div className={styles.instanceHead}>
        <h4>{label}</h4>
        <div className={styles.instanceTools}>
          {onCopy && (
            <Button size="small" look="quiet" icon="copy" onPress={onCopy} aria-label={m.component_copy({ name: label })}>
              {m.copy()}
            </Button>
          )}
          {own && (
            <Button size="small" look="quiet" icon="trash" onPress={onRemove} aria-label={m.component_remove({ name: label })}>
              {m.remove()}
            </Button>
          )}
        </div>
      </div>
      {component.attributes
        .filter((a) => !a.computed)
        .map((attribute) => {
          const at = `${path}/${attribute.code}`;
          const state = states.get(at);
          return state && <Attribute key={at} path={at} attribute={attribute} state={state} />;
        })}
      {component.components.map((inner) => (
        <ComponentGroup key={inner.code} path={`${path}/${inner.code}`} component={inner} />
      ))}
    </div>
  );
}
