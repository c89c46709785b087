import { afterEach, expect, test } from "vitest";
import { issueText } from "./issues";
import { switchLocale } from "./locale";

afterEach(() => switchLocale("en"));

test("a known kind speaks the reader's language and names the line", () => {
  switchLocale("fr");
  expect(issueText({ kind: "configuration-incomplete", pointer: "/lines/2/picks", message: "the configuration is not complete" })).toBe(
    "Ligne 3 : la configuration est incomplète",
  );
});

test("a missing mention is told by its field", () => {
  expect(issueText({ kind: "mention-missing", pointer: "/payment_terms", message: "x" })).toBe("The payment terms are missing");
});

test("an unknown kind keeps the server's words", () => {
  expect(issueText({ kind: "new-kind", message: "something new" })).toBe("something new");
});
