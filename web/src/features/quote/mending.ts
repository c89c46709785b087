import type { Schema } from "~/api/client";

/** Where somebody closes a gap of the checklist. */
export type Place = "field" | "customer" | "lines" | "approval" | "administrator";

/** Where what a send asks for is mended, by the pointer that the server gives it. */
export function mendingPlace({ kind, pointer = "" }: Pick<Schema["Requirement"], "kind" | "pointer">): Place {
  if (pointer === "/payment_terms" || pointer === "/validity_days" || kind === "validity-past") return "field";
  if (pointer.startsWith("/customer/")) return "customer";
  if (pointer.startsWith("/seller/") || pointer === "/taxes") return "administrator";
  if (kind === "approval-missing") return "approval";
  return "lines";
}
