import { expect, test } from "vitest";
import { drillOf, instantOf, lookOf, scopeOf } from "./scope";

const now = new Date(2026, 10, 23, 12);

test("an address says what is shown, and nonsense in it is dropped", () => {
  const search = { span: "quarter", team: "t1", compare: "previous", as_of: "2026-03-31" };
  expect(scopeOf(search)).toEqual(search);
  expect(scopeOf({ span: "aeon", compare: "moon", as_of: "yesterday", team: "" })).toEqual({});
  expect(
    drillOf({ metric: "quotes_sent", from: "2026-01-01", to: "x", filter: { owner: ["a"], region: [] }, part: "k", days: -3 }),
  ).toEqual({
    metric: "quotes_sent",
    from: "2026-01-01",
    to: "",
    filter: { owner: ["a"] },
  });
});

test("the part of the period that has passed is compared with the same days a year before", () => {
  const look = lookOf({ span: "quarter" }, now);
  expect(look.period).toEqual({ from: "2026-10-01", to: "2027-01-01" });
  expect(look.passed).toEqual({ from: "2026-10-01", to: "2026-11-24" });
  expect(look.earlier).toEqual({ from: "2025-10-01", to: "2025-11-24" });
  expect(lookOf({ span: "quarter", compare: "previous" }, now).earlier).toEqual({ from: "2026-08-08", to: "2026-10-01" });
  expect(lookOf({ compare: "none" }, now).earlier).toBeUndefined();
});

test("the year before of a fiscal period is the same fiscal period", () => {
  const calendar = [
    { name: "2025-Q4", from: "2025-09-29", to: "2026-01-05" }, // of 14 weeks
    { name: "2026-P10", from: "2026-10-05", to: "2026-11-02" },
    { name: "2026-Q4", from: "2026-10-05", to: "2027-01-04" },
  ];
  const look = lookOf({ period: "2026-Q4", compare: "previous" }, now, calendar);
  expect(look.passed).toEqual({ from: "2026-10-05", to: "2026-11-24" });
  expect(look.yearBefore).toEqual({
    period: { from: "2025-09-29", to: "2026-01-05" },
    passed: { from: "2025-09-29", to: "2025-11-18" }, // 50 days of each
  });
  expect(look.earlier).toEqual({ from: "2026-08-16", to: "2026-10-05" });
  const over = lookOf({ period: "2026-Q4" }, new Date(2027, 1, 1), calendar);
  expect(over.earlier).toEqual({ from: "2025-09-29", to: "2026-01-05" });
  expect(lookOf({ period: "2026-P10" }, now, calendar).earlier).toEqual({ from: "2025-10-05", to: "2025-11-02" });
});

test("as-of moves today, and never into the future", () => {
  const look = lookOf({ span: "month", as_of: "2026-03-10" }, now);
  expect(look.asOf).toBe("2026-03-10T23:59:59.000Z");
  expect(look.passed.from).toBe("2026-03-01");
  expect(instantOf("2026-11-23", now)).toBeUndefined();
});

test("figures can be narrowed further than the page says", () => {
  expect(lookOf({ team: "t1" }, now, [], { owner: ["u"] }).filter).toEqual({ team: ["t1"], owner: ["u"] });
  expect(lookOf({}, now, [], { owner: ["u"] }).drill({ metric: "quotes_sent" }).filter).toEqual({ owner: ["u"] });
});

test("a mark keeps the team of the page in its filter", () => {
  const look = lookOf({ team: "t1", span: "year" }, now);
  expect(look.drill({ metric: "win_rate", filter: { owner: ["u"] } })).toEqual({
    team: "t1",
    span: "year",
    metric: "win_rate",
    from: "2026-01-01",
    to: "2027-01-01",
    filter: { team: ["t1"], owner: ["u"] },
  });
});
