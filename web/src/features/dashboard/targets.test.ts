import { expect, test } from "vitest";
import { parseTargets, targetsFile } from "./targets";

const teams = [
  { id: "t1", name: "Cycles France", members: [{ user_id: "u1", name: "Inès Moreau", from: "2024-01-01" }] },
  { id: "t2", name: "Convoyeurs", members: [{ user_id: "u2", name: "Gone Away", from: "2024-01-01", until: "2025-01-01" }] },
];
const known = { teams, calendar: [{ name: "2026-Q1", from: "2026-01-01", to: "2026-04-01" }] };

test("rows of a French spreadsheet: heading, decimals, days, a period by its name", () => {
  const text =
    "Équipe\tDu\tAu\tObjectif\nCycles France\t01/01/2026\t31/03/2026\t250 000,50 €\nines moreau\t2026-Q1\t90000\n\n\t2026-01-01\t2026-12-31\t1 200 000";
  const rows = parseTargets(text, "fr", known);
  expect(rows.map((r) => [r.number, r.team, r.owner, r.first, r.last, r.amount, r.problem])).toEqual([
    [2, "t1", undefined, "2026-01-01", "2026-03-31", "250000.50", undefined],
    [3, "t1", "u1", "2026-01-01", "2026-03-31", "90000", undefined],
    [5, undefined, undefined, "2026-01-01", "2026-12-31", "1200000", undefined],
  ]);
  expect(targetsFile(rows).split("\n")).toEqual([
    "first_day;last_day;amount;team;owner",
    "2026-01-01;2026-03-31;250000.50;t1;",
    "2026-01-01;2026-03-31;90000;t1;u1",
    "2026-01-01;2026-12-31;1200000;;",
    "",
  ]);
});

test("every row says what is wrong with it", () => {
  const text = [
    "Nobody;2026-Q1;5",
    "Gone Away;2026-Q1;5",
    "Convoyeurs;2026-Q9;5",
    "Convoyeurs;2026-02-30;2026-03-01;5",
    "Convoyeurs;2026-03-01;2026-02-01;5",
    "Convoyeurs;2026-Q1;much 1",
    "Convoyeurs;2026-Q1;-4",
    "Convoyeurs 1",
  ].join("\n");
  expect(parseTargets(text, "en", known).map((r) => r.problem)).toEqual([
    "who",
    "who",
    "days",
    "days",
    "order",
    "amount",
    "amount",
    "columns",
  ]);
});
