import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { CheckField } from "~/components/Field";
import { Loading, Notice } from "~/components/State";
import { list, money } from "~/lib/format";
import { FailureState } from "~/shell/ErrorScreen";
import { useConfigure } from "./context";
import type { Pick } from "./decisions";
import { type AttributeState, keyOf, labelAt, partAt, valueLabel } from "./model";
import { onRequest } from "./Summary";
import { type Configuration, configurationQuery, type Pricing } from "./useConfiguration";
import { compareStates, freeLetter, loadVariants, mostVariants, saveVariants, type Variant } from "./variants";
import styles from "./Variants.module.css";

type Props = {
  code: string;
  version: string | undefined;
  pricing: Pricing;
  configuration: Configuration;
  onClose: () => void;
};

/** The present choices beside up to three kept variants: what differs, and what each costs. */
export function VariantsDialog({ code, version, pricing, configuration, onClose }: Props) {
  const [variants, setVariants] = useState(() => loadVariants(code));
  const full = variants.length >= mostVariants;
  const store = (next: Variant[]) => {
    saveVariants(code, next);
    setVariants(next);
  };
  const keep = () => store([...variants, { letter: freeLetter(variants), picks: configuration.picks }]);
  return (
    <Dialog
      title={m.variants_compare()}
      open
      onClose={onClose}
      kind="wide"
      foot={
        <>
          <Button onPress={onClose}>{m.close()}</Button>
          <Button look="primary" icon="plus" isDisabled={full} onPress={keep}>
            {m.variants_keep()}
          </Button>
        </>
      }
    >
      <p>{full ? m.variants_full() : m.variants_about()}</p>
      {variants.length > 0 && (
        <Comparison
          code={code}
          version={version}
          pricing={pricing}
          present={configuration.picks}
          variants={variants}
          onForget={(letter) => store(variants.filter((v) => v.letter !== letter))}
          onTake={(picks) => {
            configuration.decide(picks);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

type ComparisonProps = Omit<Props, "configuration" | "onClose"> & {
  present: readonly Pick[];
  variants: readonly Variant[];
  onForget: (letter: string) => void;
  onTake: (picks: readonly Pick[]) => void;
};

function Comparison({ code, version, pricing, present, variants, onForget, onTake }: ComparisonProps) {
  const { model } = useConfigure();
  const [only, setOnly] = useState(true);
  const answers = useQueries({
    queries: [present, ...variants.map((v) => v.picks)].map((p) => configurationQuery(code, version, p, pricing)),
  });
  const failed = answers.find((a) => a.isError);
  if (failed) return <FailureState error={failed.error} retry={() => void failed.refetch()} />;
  if (answers.some((a) => !a.data)) return <Loading lines={5} />;
  const rows = compareStates(answers.map((a) => a.data?.state.attributes ?? [])).filter((r) => !only || r.differs);
  return (
    <>
      <CheckField label={m.variants_only()} checked={only} onChange={(e) => setOnly(e.currentTarget.checked)} />
      {rows.length === 0 && <Notice>{m.variants_same()}</Notice>}
      <div className={styles.scroll} role="region" aria-label={m.variants_compare()} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{m.variants_present()}</th>
              {variants.map((v) => (
                <th key={v.letter} scope="col">
                  <span className={styles.name}>
                    {m.variants_name({ letter: v.letter })}
                    <Button
                      size="small"
                      look="quiet"
                      icon="trash"
                      iconOnly
                      aria-label={m.variants_forget({ letter: v.letter })}
                      onPress={() => onForget(v.letter)}
                    >
                      {m.variants_forget({ letter: v.letter })}
                    </Button>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr className={styles.total}>
              <th scope="row">{m.configure_total()}</th>
              {answers.map(({ data }, i) => (
                <td key={i} className="num">
                  {!data?.price
                    ? "–"
                    : onRequest(data.price)
                      ? m.configure_on_request()
                      : money(data.price.totals.one_off.net, data.price.currency)}
                </td>
              ))}
            </tr>
            {rows.map((row) => (
              <tr key={row.path}>
                <th scope="row">{labelAt(model, row.path)}</th>
                {row.states.map((state, i) => (
                  <td key={i}>{held(model, state)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td />
              {variants.map((v) => (
                <td key={v.letter}>
                  <Button size="small" onPress={() => onTake(v.picks)}>
                    {m.variants_take({ letter: v.letter })}
                  </Button>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function held(model: Parameters<typeof partAt>[0], state: AttributeState | undefined): string {
  if (!state) return "–";
  const part = partAt(model, state.path);
  const attribute = part?.kind === "attribute" ? part.attribute : undefined;
  if (state.selected) return list(state.selected.map((v) => valueLabel(attribute, v))) || "–";
  return keyOf(state.value) === "" ? "–" : valueLabel(attribute, state.value);
}
