import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, page, type Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { Dialog } from "~/components/Dialog";
import { SelectField, TextArea } from "~/components/Field";
import { Loading } from "~/components/State";
import { Table } from "~/components/Table";
import { decimal } from "~/lib/format";
import { locale, say } from "~/lib/locale";
import { adjustmentText } from "./adjustment";
import { type PastedRow, parsePaste } from "./paste";
import { RowProblem } from "./RowProblem";
import type { LineEditor } from "./useLineEditor";
import styles from "./Quote.module.css";

type Item = Pick<Schema["Item"], "sku" | "name">;
type Props = { editor: LineEditor; currency: string; start: string; onClose: () => void };

/** Rows from a spreadsheet: paste, see what each became, add what is right. */
export function PasteDialog({ editor, currency, start, onClose }: Props) {
  const [text, setText] = useState(start);
  const [chosen, setChosen] = useState<ReadonlyMap<number, string>>(new Map());
  const rows = parsePaste(text, locale());
  const codes = [...new Set(rows.filter((r) => !r.problem).map((r) => r.code))];
  const found = useQuery({ queryKey: ["paste", codes], queryFn: () => lookUp(codes), enabled: codes.length > 0, staleTime: 60_000 });
  const skuOf = (row: PastedRow) => {
    const items = found.data?.get(row.code) ?? [];
    return chosen.get(row.number) ?? (items.length === 1 ? items[0]?.sku : undefined);
  };
  const ready = rows.filter((r) => !r.problem && skuOf(r));

  async function add() {
    const lines = ready.map((r) => ({ item: skuOf(r), quantity: r.quantity, manual: r.adjustment }));
    if (await editor.run({ add: lines })) onClose();
  }

  return (
    <Dialog
      title={m.paste_title()}
      open
      onClose={onClose}
      kind="wide"
      foot={
        <>
          <Button onPress={onClose}>{m.cancel()}</Button>
          <Button look="primary" isDisabled={ready.length === 0} isPending={editor.busy} onPress={() => void add()}>
            {m.paste_add({ count: ready.length })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextArea
          label={m.paste_label()}
          hint={m.paste_hint()}
          rows={rows.length > 0 ? 3 : 8}
          value={text}
          autoFocus
          onChange={(e) => setText(e.currentTarget.value)}
        />
        {codes.length > 0 && found.isPending ? (
          <Loading lines={3} />
        ) : (
          rows.length > 0 && (
            <Table
              caption={m.paste_title()}
              rows={rows}
              rowKey={(r) => String(r.number)}
              columns={[
                { id: "row", label: m.paste_row(), cell: (r) => r.number },
                { id: "code", label: m.paste_code(), head: true, cell: (r) => r.code || "–" },
                {
                  id: "quantity",
                  label: m.quantity(),
                  end: true,
                  cell: (r) => (r.problem === "quantity" ? r.quantity : decimal(r.quantity)),
                },
                { id: "discount", label: m.line_discount(), end: true, cell: (r) => adjustmentText(r.adjustment, currency) },
                {
                  id: "result",
                  label: m.paste_result(),
                  cell: (r) => (
                    <Result
                      row={r}
                      items={found.data?.get(r.code) ?? []}
                      sku={skuOf(r)}
                      onChoose={(sku) => setChosen(new Map(chosen).set(r.number, sku))}
                    />
                  ),
                },
              ]}
            />
          )
        )}
      </div>
    </Dialog>
  );
}

const problems = { code: m.paste_no_code, quantity: m.quantity_wrong, discount: m.discount_wrong };

function Result({
  row,
  items,
  sku,
  onChoose,
}: {
  row: PastedRow;
  items: readonly Item[];
  sku: string | undefined;
  onChoose: (sku: string) => void;
}) {
  if (row.problem) {
    return <RowProblem>{problems[row.problem]()}</RowProblem>;
  }
  if (items.length === 0) {
    return <RowProblem>{m.paste_unknown()}</RowProblem>;
  }
  if (items.length === 1) {
    return (
      <Chip tone="good" icon="check">
        {say(items[0]?.name)}
      </Chip>
    );
  }
  return (
    <SelectField
      label={m.paste_which({ code: row.code })}
      hideLabel
      size="small"
      value={sku ?? ""}
      onChange={(e) => onChoose(e.currentTarget.value)}
    >
      <option value="">{m.paste_ambiguous({ count: items.length })}</option>
      {items.map((i) => (
        <option key={i.sku} value={i.sku}>
          {i.sku} · {say(i.name)}
        </option>
      ))}
    </SelectField>
  );
}

const atOnce = 6;

/** The items that each code may mean: the one with this SKU, or what a search finds. */
async function lookUp(codes: readonly string[]): Promise<Map<string, Item[]>> {
  const found = new Map<string, Item[]>();
  const queue = [...codes];
  const worker = async () => {
    for (let code = queue.shift(); code !== undefined; code = queue.shift()) {
      const { items } = await page(api.GET("/v1/items", { params: { query: { q: code, limit: 8 } } }));
      const same = items.filter((i) => i.sku.toLowerCase() === code?.toLowerCase());
      found.set(code, same.length > 0 ? same : items);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, codes.length) }, worker));
  return found;
}
