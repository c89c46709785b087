import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Schema } from "~/api/client";
import type { Revision } from "~/api/quotes";
import { m } from "~/paraglide/messages.js";
import { cx } from "~/lib/class";
import { type Cell, type Column, move, nextTyped, reorder, startsTyping, typed } from "./grid";
import { LineRow, type RowActions } from "./LineRow";
import { copyOf, foreseen } from "./merge";
import type { LineEditor } from "./useLineEditor";
import { useNewerModels } from "./upgrade";
import styles from "./LineGrid.module.css";

type Line = Schema["Line"];

type Props = {
  revision: Revision;
  editor: LineEditor;
  editable: boolean;
  showMargin: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onWaterfall: (line: Line) => void;
  onTerm: (line: Line) => void;
  onOpen: (line: Line) => void;
  onUpgrade: (line: Line) => void;
};

/** From how many lines on only those in view are drawn. */
const virtualFrom = 60;

/** The lines of a quote as a grid for the keyboard; cards on small screens. */
export function LineGrid({ revision, editor, editable, showMargin, selected, onSelect, onWaterfall, onTerm, onOpen, onUpgrade }: Props) {
  const lines = useMemo(() => foreseen(revision.lines, editor.pending), [revision.lines, editor.pending]);
  const unpriced = useMemo(() => new Set(editor.pending.flatMap((c) => c.edits?.change?.map((l) => l.id) ?? [])), [editor.pending]);
  const newer = useNewerModels(revision, editable);
  const columns = useMemo(() => columnsOf(editable, showMargin), [editable, showMargin]);
  const [active, setActive] = useState<Cell>({ row: 0, column: "item" });
  const [editing, setEditing] = useState<{ cell: Cell; start: string | null } | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => 54,
    overscan: 12,
    enabled: lines.length >= virtualFrom,
    scrollMargin: root.current?.offsetTop ?? 0,
  });

  const present: Cell = {
    row: Math.min(active.row, Math.max(lines.length - 1, 0)),
    column: columns.includes(active.column) ? active.column : "item",
  };

  function go(cell: Cell) {
    wantsFocus.current = true;
    setActive(cell);
    if (lines.length >= virtualFrom) virtual.scrollToIndex(cell.row);
  }

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return;
    wantsFocus.current = false;
    const cell = root.current?.querySelector<HTMLElement>(`[data-row="${present.row}"] [data-col="${present.column}"]`);
    (cell?.querySelector<HTMLElement>("[data-focus]") ?? cell)?.focus();
  });

  function edit(cell: Cell, start: string | null) {
    if (editable && typed.has(cell.column)) setEditing({ cell, start });
  }

  function stopEditing(then?: Cell) {
    setEditing(null);
    if (then) go(then);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing || !(event.target instanceof HTMLElement) || event.target.closest("[role=menu]")) return;
    const line = lines[present.row];
    const command = event.ctrlKey || event.metaKey;
    if (!line) return;
    if (editable && command && runCommand(event, line)) return event.preventDefault();
    const to = move(present, event.key, command, lines.length, columns);
    if (to) {
      event.preventDefault();
      go(to);
    } else if (event.key === "F2" || (event.key === "Enter" && typed.has(present.column))) {
      event.preventDefault();
      edit(present, null);
    } else if (typed.has(present.column) && startsTyping(event.key, command)) {
      event.preventDefault();
      edit(present, event.key);
    } else if (event.key === "Delete" && editable && !typed.has(present.column)) {
      void editor.run({ remove: [line.id] });
    } else if (event.key === " " && editable && present.column !== "select" && event.target.matches("[role=gridcell]")) {
      event.preventDefault();
      actions.toggle(line.id);
    }
  }

  /** Ctrl+D duplicates, Ctrl+Shift+arrows move the line. */
  function runCommand(event: KeyboardEvent, line: Line): boolean {
    if (event.key.toLowerCase() === "d") {
      actions.duplicate(line);
      return true;
    }
    if (event.shiftKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      actions.move(line, event.key === "ArrowUp" ? -1 : 1);
      return true;
    }
    return false;
  }

  const actions: RowActions = {
    focus: (cell) => setActive(cell),
    edit,
    stopEditing,
    commit: (line, edits, cell, onward) => {
      if (edits) void editor.run({ change: [{ id: line.id, ...edits }] });
      const next =
        onward === "down"
          ? { row: Math.min(cell.row + 1, lines.length - 1), column: cell.column }
          : onward
            ? nextTyped(cell, onward === "back", lines.length, columns)
            : undefined;
      if (next && onward !== "down") {
        setActive(next);
        setEditing({ cell: next, start: null });
      } else stopEditing(next ?? cell);
    },
    toggle: (id) => {
      const next = new Set(selected);
      if (!next.delete(id)) next.add(id);
      onSelect(next);
    },
    duplicate: (line) => void editor.run({ add: [{ ...copyOf(line), after: line.id }] }),
    move: (line, by) => {
      const order = reorder(
        lines.map((l) => l.id),
        line.id,
        by,
      );
      if (!order) return;
      void editor.run({ order });
      go({ row: present.row + by, column: present.column });
    },
    remove: (line) => void editor.run({ remove: [line.id] }),
    change: (line, edits) => void editor.run({ change: [{ id: line.id, ...edits }] }),
    waterfall: onWaterfall,
    term: onTerm,
    open: onOpen,
    upgrade: onUpgrade,
  };

  // Rows are drawn again only when they change, so what they call stays the same.
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  const [stable] = useState<RowActions>(() => ({
    focus: (...given) => latest.current.focus(...given),
    edit: (...given) => latest.current.edit(...given),
    stopEditing: (...given) => latest.current.stopEditing(...given),
    commit: (...given) => latest.current.commit(...given),
    toggle: (...given) => latest.current.toggle(...given),
    duplicate: (...given) => latest.current.duplicate(...given),
    move: (...given) => latest.current.move(...given),
    remove: (...given) => latest.current.remove(...given),
    change: (...given) => latest.current.change(...given),
    waterfall: (...given) => latest.current.waterfall(...given),
    term: (...given) => latest.current.term(...given),
    open: (...given) => latest.current.open(...given),
    upgrade: (...given) => latest.current.upgrade(...given),
  }));

  const sections = new Map(revision.sections?.map((s) => [s.id, s.title]));
  const rows = lines.length < virtualFrom ? lines.map((_, index) => ({ index, start: 0, key: index })) : virtual.getVirtualItems();
  const isVirtual = lines.length >= virtualFrom;

  return (
    <div className={styles.box}>
      <div
        ref={root}
        role="grid"
        className={styles.grid}
        aria-label={m.lines()}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable={editable || undefined}
        aria-busy={editor.busy || undefined}
        data-plain={editable ? undefined : ""}
        data-costless={showMargin ? undefined : ""}
        onKeyDown={onKeyDown}
      >
        <Header
          columns={columns}
          allSelected={selected.size > 0 && selected.size === lines.length}
          onSelectAll={(on) => onSelect(new Set(on ? lines.map((l) => l.id) : []))}
        />
        <div role="rowgroup" className={styles.rows} style={isVirtual ? { blockSize: virtual.getTotalSize() } : undefined}>
          {rows.map(({ index, start }) => {
            const line = lines[index]!;
            const opens = line.section_id && line.section_id !== lines[index - 1]?.section_id ? sections.get(line.section_id) : undefined;
            return (
              <div
                key={line.id}
                role="presentation"
                data-index={index}
                ref={isVirtual ? virtual.measureElement : undefined}
                className={cx(isVirtual && styles.virtual)}
                style={isVirtual ? { transform: `translateY(${start - virtual.options.scrollMargin}px)` } : undefined}
              >
                {opens && (
                  <div role="row" className={styles.section}>
                    <span role="rowheader">{opens}</span>
                  </div>
                )}
                <LineRow
                  line={line}
                  index={index}
                  columns={columns}
                  currency={revision.currency}
                  editable={editable}
                  unpriced={unpriced.has(line.id)}
                  newer={newer.has(line.model ?? "")}
                  selected={selected.has(line.id)}
                  active={present.row === index ? present.column : null}
                  editing={editing?.cell.row === index ? editing : null}
                  actions={stable}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function columnsOf(editable: boolean, margin: boolean): Column[] {
  return [
    ...(editable ? (["select"] as const) : []),
    "number",
    "item",
    "quantity",
    "list",
    "discount",
    "unit",
    "net",
    ...(margin ? (["margin"] as const) : []),
    "menu",
  ];
}

const labels: Record<Column, () => string> = {
  select: m.line_select,
  number: m.line_number,
  item: m.line_item,
  quantity: m.quantity,
  list: m.line_list,
  discount: m.line_discount,
  unit: m.line_unit_net,
  net: m.line_net,
  margin: m.line_margin,
  menu: m.actions_more,
};

/** The word over a column; cards show it beside the value. */
export function columnLabel(column: Column): string {
  return labels[column]();
}

const ends: ReadonlySet<Column> = new Set(["quantity", "list", "discount", "unit", "net", "margin"]);
const hidden: ReadonlySet<Column> = new Set(["menu"]);

function Header({
  columns,
  allSelected,
  onSelectAll,
}: {
  columns: readonly Column[];
  allSelected: boolean;
  onSelectAll: (on: boolean) => void;
}) {
  return (
    <div role="rowgroup">
      <div role="row" className={cx(styles.row, styles.header)}>
        {columns.map((column) => (
          <div key={column} role="columnheader" className={cx(ends.has(column) && styles.end)}>
            {column === "select" ? (
              <input
                type="checkbox"
                className={styles.check}
                aria-label={m.line_select_all()}
                checked={allSelected}
                onChange={(e) => onSelectAll(e.currentTarget.checked)}
              />
            ) : hidden.has(column) ? (
              <span className="visually-hidden">{labels[column]()}</span>
            ) : (
              labels[column]()
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
