import { expect, test } from "vitest";
import { columnName } from "./columns";

test.each([
  [1, "A"],
  [26, "Z"],
  [27, "AA"],
  [52, "AZ"],
  [703, "AAA"],
])("column %i is %s", (number, name) => {
  expect(columnName(number)).toBe(name);
});
