import type { Schema } from "~/api/client";
import { parseDecimal } from "~/lib/decimal";
import type { Locale } from "~/paraglide/runtime.js";
import type { Fiscal } from "./period";

type Team = Schema["Team"];

/** A row of targets from a spreadsheet. */
export type TargetRow = {
  /** Its place in what was pasted, from 1. */
  number: number;
  who: string;
  team?: string;
  owner?: string;
  /** Both days included. */
  first?: string;
  last?: string;
  amount?: string;
  problem?: "who" | "days" | "order" | "amount" | "columns";
};

/** What names in a row may mean. */
export type Known = { teams: readonly Team[]; calendar: readonly Fiscal[] };

/**
 * Reads rows of "who, period, amount" or "who, first day, last day, amount"
 * between tabs or semicolons. Who is a team, a person or, left empty, the
 * company; a period is one of the fiscal calendar; amounts are as people of the
 * language type them. A first row without any digit is a heading.
 */
export function parseTargets(text: string, language: Locale, known: Known): TargetRow[] {
  return text
    .split(/\r?\n/)
    .map((line, i) => ({ number: i + 1, cells: line.split(line.includes("\t") ? "\t" : ";").map((c) => c.trim()) }))
    .filter(({ number, cells }) => cells.some(Boolean) && !(number === 1 && !/\d/.test(cells.join(""))))
    .map(({ number, cells }) => readRow(number, cells, language, known));
}

function readRow(number: number, cells: readonly string[], language: Locale, known: Known): TargetRow {
  const who = cells[0] ?? "";
  if (cells.length < 3 || cells.length > 4) return { number, who, problem: "columns" };
  const period = known.calendar.find((p) => same(p.name, cells[1] ?? ""));
  const [first, last] = cells.length === 3 ? [period?.from, period && dayBefore(period.to)] : [readDay(cells[1]), readDay(cells[2])];
  const amount = parseDecimal((cells.at(-1) ?? "").replace(/[€$£]|[A-Z]{3}$/g, ""), language) ?? undefined;
  const row = { number, who, ...whose(who, known.teams), first, last, amount };
  const problem = !row.found
    ? "who"
    : !first || !last
      ? "days"
      : last < first
        ? "order"
        : amount === undefined || amount.startsWith("-")
          ? "amount"
          : undefined;
  const { found: _, ...read } = row;
  return { ...read, problem };
}

/** The team, or the person with their present team, that a name means. */
function whose(who: string, teams: readonly Team[]): { found: boolean; team?: string; owner?: string } {
  if (who === "" || same(who, "company") || same(who, "société")) return { found: true };
  const team = teams.find((t) => same(t.name, who));
  if (team) return { found: true, team: team.id };
  for (const t of teams) {
    const member = t.members.find((p) => same(p.name, who) && !p.until);
    if (member) return { found: true, team: t.id, owner: member.user_id };
  }
  return { found: false };
}

function same(a: string, b: string): boolean {
  return a.localeCompare(b.trim(), undefined, { sensitivity: "base" }) === 0;
}

/** A day as 2026-03-31 or 31/03/2026. */
function readDay(cell = ""): string | undefined {
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(cell);
  const iso = french ? `${french[3]}-${french[2]!.padStart(2, "0")}-${french[1]!.padStart(2, "0")}` : cell;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** The rows as the service takes them. */
export function targetsFile(rows: readonly TargetRow[]): string {
  const lines = rows.map((r) => [r.first, r.last, r.amount, r.team ?? "", r.owner ?? ""].join(";"));
  return ["first_day;last_day;amount;team;owner", ...lines, ""].join("\n");
}
