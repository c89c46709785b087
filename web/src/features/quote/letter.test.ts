import { expect, test } from "vitest";
import { addressesIn } from "./addresses";
import { blankLetter, letterOf } from "./MailForm";

const contacts = [
  { name: "Jeanne", email: "jeanne@acme.example" },
  { name: "Paul", email: "paul@acme.example" },
];

test("addresses are read however they are separated, each once", () => {
  expect(addressesIn(" a@x.example, b@x.example;a@x.example\n")).toEqual(["a@x.example", "b@x.example"]);
});

test("an untouched letter leaves recipient, subject and words to the server", () => {
  expect(letterOf(blankLetter("offer"), contacts)).toEqual({ kind: "offer" });
});

test("a letter names the contacts ticked, then the other addresses", () => {
  const writing = {
    ...blankLetter("offer"),
    ticked: ["paul@acme.example"],
    others: "x@y.example",
    subject: " Your bikes ",
    text: " Hello ",
  };
  expect(letterOf(writing, contacts)).toEqual({
    kind: "offer",
    to: [{ name: "Paul", email: "paul@acme.example" }, { email: "x@y.example" }],
    subject: "Your bikes",
    text: "Hello",
  });
});
