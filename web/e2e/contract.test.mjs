// The check of the contract finds what is wrong: a test of the browser's own
// requests is worth as much as this.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readContract } from "./contract.mjs";

const contract = readContract();
const host = "http://here";
const id = "0198f2c4-7d1e-7000-8000-000000000001";
const fresh = { "content-type": "application/json", "idempotency-key": "1" };
const problem = { type: "/problems/test", title: "Refused", status: 409, detail: "Refused" };

const ask = (method, path, { headers = {}, body } = {}) =>
  contract.request({ method, url: host + path, headers, body: typeof body === "object" ? JSON.stringify(body) : body });
const answer = (path, status, body, type = "application/json") =>
  contract.answer({ method: "GET", url: host + path }, { status, type, body: typeof body === "object" ? JSON.stringify(body) : body });

describe("the contract", () => {
  test("speaks of the paths of the interface to programs only", () => {
    assert.ok(contract.covers(`${host}/v1/quotes?limit=1`));
    assert.ok(!contract.covers(`${host}/quotes`));
  });

  test("has nothing against what it documents", () => {
    const quote = { customer: { name: "Ateliers Brun" }, lines: [{ item: "EX-PUMP", quantity: "2" }] };
    assert.deepEqual(ask("POST", "/v1/quotes", { headers: fresh, body: quote }), []);
    assert.deepEqual(ask("GET", "/v1/quotes?state=sent,accepted&limit=20&template=true"), []);
    assert.deepEqual(
      ask("PATCH", `/v1/customers/${id}`, { headers: { "content-type": "application/merge-patch+json", "if-match": "1" }, body: {} }),
      [],
    );
    const bytes = { "content-type": "application/octet-stream", "idempotency-key": "1", "if-match": "1" };
    assert.deepEqual(ask("POST", `/v1/revisions/${id}/attachments?name=plan.txt`, { headers: bytes }), []);
    assert.deepEqual(answer("/v1/quotes", 200, { items: [] }, "application/json; charset=utf-8"), []);
    assert.deepEqual(answer(`/v1/quotes/${id}`, 404, { ...problem, status: 404 }, "application/problem+json"), []);
  });

  const wrong = {
    "an operation that is not there": [ask("GET", "/v1/quots"), /no such operation/],
    "a method that is not there": [ask("DELETE", "/v1/quotes"), /no such operation/],
    "a query parameter that is not there": [ask("GET", "/v1/quotes?colour=red"), /query colour: unknown/],
    "a query parameter of another type": [ask("GET", "/v1/quotes?limit=many"), /query limit: .*must be integer/],
    "a query parameter given twice": [ask("GET", "/v1/quotes?limit=1&limit=2"), /query limit: given 2 times/],
    "an item that is none of a list": [ask("GET", "/v1/quotes?state=sent,lost"), /query state: \/1 must be equal/],
    "an id that is none": [ask("GET", "/v1/quotes/7"), /path quote_id: .*uuid/],
    "a header that is missing": [ask("POST", `/v1/revisions/${id}/edit`, { headers: fresh, body: {} }), /header If-Match: missing/],
    "a field that is not there": [ask("POST", "/v1/quotes", { headers: fresh, body: { client: "Brun" } }), /body .*properties: client/],
    "a field of another type": [
      ask("POST", "/v1/quotes", { headers: fresh, body: { customer_id: id, lines: [{ item: "EX-PUMP", quantity: 2 }] } }),
      /body \/lines\/0\/quantity must be string/,
    ],
    "a body of another kind": [
      ask("POST", "/v1/quotes", { headers: { ...fresh, "content-type": "text/plain" }, body: "Brun" }),
      /content type text\/plain/,
    ],
    "a body that is missing": [ask("POST", "/v1/quotes", { headers: fresh }), /no body/],
    "no body and no type of one": [ask("POST", "/v1/quotes", { headers: { "idempotency-key": "1" } }), /no body/],
    "a body that is cut off": [ask("POST", "/v1/quotes", { headers: fresh, body: '{"title":' }), /body is not JSON/],
    "an answer without a field it must have": [answer("/v1/quotes", 200, {}), /must have required property 'items'/],
    "an answer with a field that is not there": [answer("/v1/quotes", 200, { items: [], total: 3 }), /properties: total/],
    "an answer with a status that is not there": [answer("/v1/quotes", 418, problem), /status 418/],
    "an answer of another kind": [answer("/v1/quotes", 200, "<html>", "text/html"), /content type text\/html/],
  };
  for (const [name, [said, expected]] of Object.entries(wrong)) test(`finds ${name}`, () => assert.match(said.join("\n"), expected));
});
