import { expect, test } from "vitest";
import { mendingPlace } from "./mending";

test("every gap leads to where it is mended", () => {
  const place = (kind: string, pointer?: string) => mendingPlace({ kind, pointer });
  expect(place("mention-missing", "/payment_terms")).toBe("field");
  expect(place("mention-missing", "/validity_days")).toBe("field");
  expect(place("validity-past")).toBe("field");
  expect(place("mention-missing", "/customer/vat_number")).toBe("customer");
  expect(place("mention-missing", "/seller/rcs")).toBe("administrator");
  expect(place("mention-missing", "/taxes")).toBe("administrator");
  expect(place("approval-missing")).toBe("approval");
  expect(place("content-issues")).toBe("lines");
  expect(place("empty-quote")).toBe("lines");
  expect(place("mention-missing", "/delivery_terms")).toBe("lines");
});
