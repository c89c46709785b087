import { m } from "~/paraglide/messages.js";

type Topic = { title: () => string; points: (() => string)[]; keys?: [keys: string, what: () => string][] };

/** What a person may want to know on a screen, by the beginning of its address. */
const topics: [prefix: string, topic: Topic][] = [
  [
    "/configure",
    {
      title: m.help_configure,
      points: [m.help_configure_1, m.help_configure_2, m.help_configure_3, m.help_configure_4],
      keys: [
        ["/", m.configure_search],
        ["Ctrl Z", m.undo],
        ["Ctrl Shift Z", m.redo],
        ["↑ ↓", m.help_key_options],
      ],
    },
  ],
  [
    "/quotes/",
    {
      title: m.help_quote,
      points: [m.help_quote_1, m.help_quote_2, m.help_quote_3, m.help_quote_4],
      keys: [
        ["↑ ↓ ← →", m.help_key_move],
        ["Enter F2", m.help_key_edit],
        ["Esc", m.help_key_cancel],
        ["Tab", m.help_key_next],
        ["Ctrl D", m.line_duplicate],
        ["Ctrl Shift ↑ ↓", m.help_key_reorder],
        ["Delete", m.line_remove],
      ],
    },
  ],
  ["/quotes", { title: m.nav_quotes, points: [m.help_quotes_1, m.help_quotes_2] }],
  ["/approvals", { title: m.nav_approvals, points: [m.help_approvals_1, m.help_approvals_2, m.help_approvals_3] }],
  ["/orders", { title: m.nav_orders, points: [m.help_orders_1, m.help_orders_2] }],
  ["/dashboard", { title: m.nav_dashboard, points: [m.help_dashboard_1, m.help_dashboard_2, m.help_dashboard_3] }],
  ["/catalogue", { title: m.nav_catalogue, points: [m.help_catalogue_1, m.help_catalogue_2] }],
  ["/customers", { title: m.nav_customers, points: [m.help_customers_1, m.help_customers_2] }],
  ["/", { title: m.nav_home, points: [m.help_home_1, m.help_home_2] }],
];

/** The help for the screen at an address. */
export function helpFor(path: string): Topic {
  const found = topics.find(([prefix]) => path.startsWith(prefix));
  return found?.[1] ?? { title: m.nav_home, points: [m.help_home_1] };
}
