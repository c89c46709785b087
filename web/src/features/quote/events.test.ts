import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { knownEvents } from "./events";

test("every event of the service has words", () => {
  const source = readFileSync("../quotes/event.go", "utf8");
  const types = [...source.matchAll(/"((?:quote|order)\.[a-z_]+)"/g)].map((hit) => hit[1] ?? "");
  expect(types.length).toBeGreaterThan(25);
  expect(types.filter((type) => !knownEvents.includes(type))).toEqual([]);
});
