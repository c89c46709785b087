import type { Schema } from "~/api/client";
import type { MenuAction } from "~/components/Menu";
import { m } from "~/paraglide/messages.js";
import type { RowActions } from "./LineRow";

/** What can be done with one line. */
export function lineMenu(line: Schema["Line"], editable: boolean, newer: boolean, actions: RowActions): MenuAction[] {
  const explain: MenuAction = { id: "waterfall", label: m.waterfall_title(), icon: "chart", run: () => actions.waterfall(line) };
  const look: MenuAction[] = line.model
    ? [{ id: "open", label: editable ? m.line_configure() : m.line_show_options(), icon: "grid", run: () => actions.open(line) }]
    : [];
  if (!editable) return [...look, explain];
  const upgrade: MenuAction[] = newer
    ? [{ id: "upgrade", label: m.line_upgrade(), icon: "arrowUp", run: () => actions.upgrade(line) }]
    : [];
  return [
    ...look,
    ...upgrade,
    explain,
    { id: "duplicate", label: m.line_duplicate(), detail: "Ctrl+D", icon: "copy", run: () => actions.duplicate(line) },
    { id: "up", label: m.line_up(), detail: "Ctrl+Shift+↑", icon: "arrowUp", run: () => actions.move(line, -1) },
    { id: "down", label: m.line_down(), detail: "Ctrl+Shift+↓", icon: "arrowDown", run: () => actions.move(line, 1) },
    {
      id: "optional",
      label: line.optional ? m.line_make_firm() : m.line_make_optional(),
      icon: "check",
      run: () => actions.change(line, { optional: !line.optional }),
    },
    ...(isRecurring(line) ? [{ id: "term", label: m.term_title(), icon: "clock" as const, run: () => actions.term(line) }] : []),
    { id: "remove", label: m.line_remove(), icon: "trash", danger: true, run: () => actions.remove(line) },
  ];
}

/** Only what recurs has days of service and a term. */
function isRecurring({ price, start, end, term_months }: Schema["Line"]): boolean {
  return Boolean(price.months || start || end || term_months);
}
