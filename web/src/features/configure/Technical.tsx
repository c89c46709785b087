import { useQuery } from "@tanstack/react-query";
import type { CSSProperties, ReactNode } from "react";
import { api, body, type Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Dialog } from "~/components/Dialog";
import { Loading, State } from "~/components/State";
import { Table } from "~/components/Table";
import { decimal } from "~/lib/format";
import { say } from "~/lib/locale";
import { FailureState } from "~/shell/ErrorScreen";
import { useConfigure } from "./context";
import { keyOf, labelAt, quantityText } from "./model";
import styles from "./Variants.module.css";

type Item = Schema["BomItem"];

type Props = { code: string; version: string | undefined; complete: boolean; onClose: () => void };

/** What the present choices are made of, and what they are technically. */
export function TechnicalDialog({ code, version, complete, onClose }: Props) {
  const { picks } = useConfigure();
  const bom = useQuery({
    queryKey: ["bom", code, version, picks],
    queryFn: () => body(api.POST("/v1/models/{code}/bom", { params: { path: { code } }, body: { picks: [...picks], version } })),
    staleTime: Infinity,
    enabled: complete,
  });
  return (
    <Dialog title={m.technical_title()} open onClose={onClose} kind="wide" reading foot={<Button onPress={onClose}>{m.close()}</Button>}>
      {!complete ? (
        <State icon="box" title={m.technical_open()} />
      ) : bom.isPending ? (
        <Loading />
      ) : bom.isError ? (
        <FailureState error={bom.error} retry={() => void bom.refetch()} />
      ) : (
        <Content bom={bom.data} />
      )}
    </Dialog>
  );
}

function Content({ bom }: { bom: Schema["BillOfMaterials"] }) {
  const { model } = useConfigure();
  const technical = bom.technical ?? [];
  const { operations } = bom.routing;
  if (bom.sales.length + bom.manufacturing.length + technical.length + operations.length === 0)
    return <State icon="box" title={m.bom_none()} />;
  return (
    <>
      {bom.lead_time_days !== undefined && <p>{m.bom_lead_time({ days: bom.lead_time_days })}</p>}
      {technical.length > 0 && (
        <Section title={m.technical()}>
          <Table
            caption={m.technical()}
            rows={technical}
            rowKey={(d) => d.path}
            columns={[
              { id: "name", label: m.characteristic(), head: true, cell: (d) => say(d.label) || labelAt(model, d.path) },
              { id: "value", label: m.value(), end: true, cell: (d) => say(d.text) || quantityText(keyOf(d.value), d.unit) },
            ]}
          />
        </Section>
      )}
      <Parts title={m.bom_sales()} items={bom.sales} />
      <Parts title={m.bom_manufacturing()} items={bom.manufacturing} />
      {operations.length > 0 && (
        <Section title={m.bom_routing()}>
          <Table
            caption={m.bom_routing()}
            rows={operations}
            rowKey={(o) => (o.path ?? "") + o.code}
            columns={[
              { id: "name", label: m.bom_routing(), head: true, cell: (o) => say(o.label) || o.code },
              { id: "centre", label: m.bom_centre(), cell: (o) => o.centre },
              { id: "setup", label: m.bom_setup(), end: true, cell: (o) => decimal(o.setup) },
              { id: "run", label: m.bom_run(), end: true, cell: (o) => decimal(o.run) },
            ]}
          />
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

type Part = Item & { depth: number; key: string };

function Parts({ title, items }: { title: string; items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <Table
        caption={title}
        rows={flatten(items)}
        rowKey={(p) => p.key}
        columns={[
          {
            id: "name",
            label: m.bom_part(),
            head: true,
            cell: (p) => (
              <span className={styles.indent} style={{ "--depth": p.depth } as CSSProperties}>
                {say(p.label) || p.item}
              </span>
            ),
          },
          { id: "item", label: m.paste_code(), cell: (p) => p.item },
          { id: "quantity", label: m.quantity(), end: true, cell: (p) => quantityText(p.quantity, p.unit) },
          { id: "total", label: m.bom_total(), end: true, cell: (p) => quantityText(p.total, p.unit) },
        ]}
      />
    </Section>
  );
}

/** The parts with those they are made of below them. */
function flatten(items: readonly Item[], depth = 0, above = ""): Part[] {
  return items.flatMap((item, i) => {
    const key = `${above}${i}.`;
    return [{ ...item, depth, key }, ...flatten(item.children ?? [], depth + 1, key)];
  });
}
