import { type KeyboardEvent, memo, type ReactNode, useState } from "react";
import type { Schema } from "~/api/client";
import { m } from "~/paraglide/messages.js";
import { Button } from "~/components/Button";
import { Chip } from "~/components/Chip";
import { Menu } from "~/components/Menu";
import { cx } from "~/lib/class";
import { addDecimals, parseDecimal, ratio } from "~/lib/decimal";
import { amount, day, decimal, percent } from "~/lib/format";
import { locale, say } from "~/lib/locale";
import { adjustmentInput, adjustmentText, parseAdjustment } from "./adjustment";
import type { Cell, Column } from "./grid";
import { lineMenu } from "./lineMenu";
import { columnLabel } from "./LineGrid";
import { isWithdrawn } from "./upgrade";
import styles from "./LineGrid.module.css";

type Line = Schema["Line"];
type Change = Omit<Schema["LineChange"], "id">;

export type RowActions = {
  focus: (cell: Cell) => void;
  edit: (cell: Cell, start: string | null) => void;
  stopEditing: (then?: Cell) => void;
  commit: (line: Line, edits: Change | null, cell: Cell, onward: "down" | "forward" | "back" | null) => void;
  toggle: (id: string) => void;
  duplicate: (line: Line) => void;
  move: (line: Line, by: -1 | 1) => void;
  remove: (line: Line) => void;
  change: (line: Line, edits: Change) => void;
  waterfall: (line: Line) => void;
  term: (line: Line) => void;
  open: (line: Line) => void;
  upgrade: (line: Line) => void;
};

type RowProps = {
  line: Line;
  index: number;
  columns: readonly Column[];
  currency: string;
  editable: boolean;
  /** Changed a moment ago: the prices shown are those from before. */
  unpriced: boolean;
  /** Another version of the line's product is the present one. */
  newer: boolean;
  selected: boolean;
  active: Column | null;
  editing: { cell: Cell; start: string | null } | null;
  actions: RowActions;
};

/** One line: a row of cells, one of which the keyboard can reach. */
export const LineRow = memo(function LineRow(props: RowProps) {
  const { line, index, columns, selected, active, editing, editable, actions } = props;
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={editable ? selected : undefined}
      data-selected={selected || undefined}
      data-row={index}
      data-unpriced={props.unpriced || undefined}
    >
      {columns.map((column) => {
        const cell = { row: index, column };
        const isEditing = editing?.cell.column === column;
        const takesText = editable && (column === "quantity" || column === "discount");
        const widget = column === "select" || column === "menu";
        return (
          <div
            key={column}
            role="gridcell"
            data-col={column}
            className={cx(styles.cell, classOf[column], takesText && styles.editable, isEditing && styles.editing)}
            tabIndex={widget ? undefined : active === column ? 0 : -1}
            aria-readonly={editable && !takesText ? true : undefined}
            onFocus={() => actions.focus(cell)}
            onClick={() => takesText && !isEditing && actions.edit(cell, null)}
          >
            {numbers.has(column) && <span className={styles.caption}>{columnLabel(column)}</span>}
            {isEditing ? (
              <Editor {...props} line={line} cell={cell} start={editing?.start ?? null} />
            ) : (
              <Content {...props} column={column} reachable={active === column} />
            )}
          </div>
        );
      })}
    </div>
  );
});

const numbers: ReadonlySet<Column> = new Set(["quantity", "list", "discount", "unit", "net", "margin"]);

const classOf: Partial<Record<Column, string>> = {
  select: styles.centre,
  number: styles.number,
  quantity: styles.end,
  list: styles.end,
  discount: styles.end,
  unit: styles.end,
  net: cx(styles.end, styles.total),
  margin: styles.end,
  menu: styles.centre,
};

function Content({
  line,
  column,
  currency,
  newer,
  selected,
  editable,
  reachable,
  actions,
}: RowProps & { column: Column; reachable: boolean }): ReactNode {
  const { price } = line;
  const money = (value: string) => amount(value, currency);
  switch (column) {
    case "select":
      return (
        <input
          type="checkbox"
          className={styles.check}
          data-focus
          tabIndex={reachable ? 0 : -1}
          aria-label={m.line_select_one({ number: line.position })}
          checked={selected}
          onChange={() => actions.toggle(line.id)}
        />
      );
    case "number":
      return line.position;
    case "item":
      return <Item line={line} newer={newer} />;
    case "quantity":
      return <span>{decimal(line.quantity)}</span>;
    case "list":
      return price.on_request ? <span className={styles.muted}>{m.configure_on_request()}</span> : <span>{money(price.list)}</span>;
    case "discount":
      return <span>{adjustmentText(line.manual, currency) || <span className={styles.muted}>–</span>}</span>;
    case "unit":
      return (
        <button
          type="button"
          className={styles.amount}
          data-focus
          tabIndex={-1}
          aria-label={m.line_explain({ amount: money(price.unit_net) })}
          onClick={() => actions.waterfall(line)}
        >
          {money(price.unit_net)}
        </button>
      );
    case "net":
      return <span>{money(price.final_net)}</span>;
    case "margin":
      return <Margin line={line} />;
    case "menu":
      return (
        <Menu
          label={m.line_actions({ number: line.position })}
          trigger={
            <Button
              look="quiet"
              size="small"
              icon="more"
              iconOnly
              aria-label={m.line_actions({ number: line.position })}
              excludeFromTabOrder={!reachable}
            >
              {m.actions_more()}
            </Button>
          }
          actions={lineMenu(line, editable, newer, actions)}
        />
      );
  }
}

function Item({ line, newer }: { line: Line; newer: boolean }) {
  const { resolved } = line;
  const options = resolved.options?.length ?? 0;
  return (
    <>
      <span className={styles.name}>{say(resolved.name) || line.special || line.item || line.model}</span>
      <span className={styles.under}>
        <span>
          {[resolved.sku ?? line.item, options > 0 && m.line_options({ count: options }), ...termWords(line), line.note]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <Flags line={line} newer={newer} />
      </span>
    </>
  );
}

/** The days of service and the term that are the line's own. */
function termWords({ start, end, term_months }: Line): string[] {
  const days = start && end ? m.period_range({ from: day(start), to: day(end) }) : start ? m.term_from({ date: day(start) }) : "";
  return [days || (end ? m.term_until({ date: day(end) }) : ""), term_months ? m.term_months({ count: term_months }) : ""];
}

function Flags({ line, newer }: { line: Line; newer: boolean }) {
  return (
    <>
      {line.optional && <Chip tone="outline">{m.line_optional()}</Chip>}
      {line.alternative && (
        <Chip tone={line.proposed ? "accent" : "outline"}>{line.proposed ? m.line_proposed() : m.line_alternative()}</Chip>
      )}
      {line.special && <Chip tone="rule">{m.line_special()}</Chip>}
      {isWithdrawn(line) ? (
        <Chip tone="danger" icon="alert">
          {m.line_withdrawn()}
        </Chip>
      ) : (
        newer && (
          <Chip tone="accent" icon="arrowUp">
            {m.line_newer()}
          </Chip>
        )
      )}
      {!line.resolved.valid && (
        <Chip tone="danger" icon="alert">
          {m.configure_status_conflict()}
        </Chip>
      )}
      {line.resolved.valid && !line.resolved.complete && <Chip tone="rule">{m.line_incomplete()}</Chip>}
      {line.price.below_floor && (
        <Chip tone="rule" icon="alert">
          {m.line_below_floor()}
        </Chip>
      )}
    </>
  );
}

function Margin({ line }: { line: Line }) {
  const { cost, final_net, on_request } = line.price;
  const share = cost === undefined || on_request ? null : ratio(marginOf(final_net, cost), final_net);
  return share === null ? <span className={styles.muted}>–</span> : <span>{percent(share)}</span>;
}

type EditorProps = RowProps & { cell: Cell; start: string | null };

/** The value of a cell while it is typed. */
function Editor({ line, currency, cell, start, actions }: EditorProps) {
  const isDiscount = cell.column === "discount";
  const [text, setText] = useState(start ?? (isDiscount ? adjustmentInput(line.manual, locale()) : typedDecimal(line.quantity)));
  const [wrong, setWrong] = useState(false);

  function finish(onward: "down" | "forward" | "back" | null) {
    const change = isDiscount ? discountChange(line, text) : quantityChange(line, text);
    if (change === undefined) return setWrong(true);
    actions.commit(line, change, cell, onward);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === "Escape") actions.stopEditing(cell);
    else if (event.key === "Enter") finish("down");
    else if (event.key === "Tab") finish(event.shiftKey ? "back" : "forward");
    else return;
    event.preventDefault();
  }

  return (
    <input
      className={styles.input}
      value={text}
      autoFocus
      autoComplete="off"
      inputMode={isDiscount ? "text" : "decimal"}
      aria-label={`${columnLabel(cell.column)}, ${m.line_number_is({ number: line.position })}`}
      aria-invalid={wrong || undefined}
      title={isDiscount ? m.discount_hint({ currency: currency }) : undefined}
      onFocus={(e) => start === null && e.currentTarget.select()}
      onChange={(e) => {
        setText(e.currentTarget.value);
        setWrong(false);
      }}
      onBlur={() => !wrong && finish(null)}
      onKeyDown={onKeyDown}
    />
  );
}

/** null is no change, undefined cannot be read. */
function quantityChange(line: Line, text: string): Change | null | undefined {
  const value = parseDecimal(text, locale());
  if (value === null || value.startsWith("-") || !/[1-9]/.test(value)) return undefined;
  return value === line.quantity ? null : { quantity: value };
}

function discountChange(line: Line, text: string): Change | null | undefined {
  const adjustment = parseAdjustment(text, locale());
  if (adjustment === undefined) return undefined;
  const same = adjustment?.kind === line.manual?.kind && adjustment?.value === line.manual?.value;
  return same ? null : { manual: adjustment };
}

function typedDecimal(value: string): string {
  return locale() === "fr" ? value.replace(".", ",") : value;
}

function marginOf(net: string, cost: string): string {
  return addDecimals(net, cost.startsWith("-") ? cost.slice(1) : `-${cost}`);
}
