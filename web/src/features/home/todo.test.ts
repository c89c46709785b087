import { expect, test } from "vitest";
import type { QuoteSummary } from "~/api/quotes";
import { todosOf } from "./todo";

const now = new Date("2026-03-10T12:00:00Z");
const quote = (id: string, more: Partial<QuoteSummary>): QuoteSummary => ({ id, ...more }) as QuoteSummary;
const kinds = (...quotes: QuoteSummary[]) => todosOf(quotes, now).map((t) => [t.quote.id, t.kind]);

test("the most urgent reason comes first and each quote stands once", () => {
  expect(
    kinds(
      quote("draft", { state: "draft" }),
      quote("quiet", { state: "sent", sent_at: "2026-03-01T08:00:00Z", valid_until: "2026-04-30" }),
      quote("ends", { state: "sent", sent_at: "2026-02-01T08:00:00Z", valid_until: "2026-03-12" }),
      quote("due", { state: "sent", follow_up: "2026-03-10", valid_until: "2026-03-11" }),
      quote("ready", { state: "approved" }),
    ),
  ).toEqual([
    ["ready", "send"],
    ["due", "follow_up"],
    ["ends", "expiring"],
    ["quiet", "unviewed"],
    ["draft", "draft"],
  ]);
});

test("what needs nothing is not on the list", () => {
  expect(
    kinds(
      quote("fresh", { state: "sent", sent_at: "2026-03-09T08:00:00Z", valid_until: "2026-04-30" }),
      quote("seen", { state: "sent", sent_at: "2026-02-09T08:00:00Z", first_viewed_at: "2026-02-10T08:00:00Z", valid_until: "2026-04-30" }),
      quote("later", { state: "sent", sent_at: "2026-03-09T08:00:00Z", follow_up: "2026-03-11", valid_until: "2026-04-30" }),
      quote("won", { state: "ordered" }),
      quote("lost", { state: "rejected" }),
    ),
  ).toEqual([]);
});
