import { expect, test } from "vitest";
import { newsOf } from "./news";

const event = (type: string, by: string, occurred_at: string) => ({ type, actor: { kind: "user" as const, id: by }, occurred_at });

test("others' doings are told, the newest first; one's own and what nobody waits for are not", () => {
  const told = newsOf(
    [
      event("quote.viewed", "buyer", "2026-03-01T10:00:00Z"),
      event("quote.approved", "me", "2026-03-01T11:00:00Z"),
      event("quote.sending", "system", "2026-03-01T12:00:00Z"),
      event("quote.returned", "philippe", "2026-03-02T09:00:00Z"),
    ],
    "me",
  );
  expect(told.map((e) => e.type)).toEqual(["quote.returned", "quote.viewed"]);
});
