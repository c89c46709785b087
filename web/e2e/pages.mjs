import assert from "node:assert/strict";
import { launch } from "./browser.mjs";
import { readContract } from "./contract.mjs";

export const base = process.env.BASE_URL ?? "";
export const password = "quotient-demo";

/** How long a test waits, in milliseconds: a busy machine is late, not wrong. */
const patience = Number(process.env.PATIENCE ?? 90_000);

/** People of the example company. */
export const people = {
  rep: "julie@fontaine.example",
  colleague: "karim@fontaine.example",
  manager: "sarah@fontaine.example",
  director: "nicolas@fontaine.example",
  approver: "philippe@fontaine.example",
  orderDesk: "nadia@fontaine.example",
  admin: "claire@fontaine.example",
};

/**
 * A browser whose pages are watched: whatever they say on the console as a
 * warning or error, every request to another host, and every request or answer
 * that is not as the contract says is kept and fails the test that calls `clean`.
 */
export async function openBrowser() {
  const browser = await launch();
  const complaints = [];
  const wire = watchContract();
  return {
    browser,
    /** Forgets complaints that a test has provoked and looked at. */
    expected(pattern) {
      const found = complaints.filter((c) => pattern.test(c));
      for (const c of found) complaints.splice(complaints.indexOf(c), 1);
      return found;
    },
    async clean() {
      assert.deepEqual([...complaints, ...(await wire.breaches())], []);
    },
    async page({ width = 1440, height = 900, theme = "light", language = "en", signedIn } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: "reduce" });
      await context.addInitScript(
        ([t, l]) => {
          localStorage.setItem("quotient.theme", t);
          localStorage.setItem("quotient.language", l);
        },
        [theme, language],
      );
      context.setDefaultTimeout(patience);
      wire.watch(context);
      const page = await context.newPage();
      watchTraffic(page);
      page.on("console", (m) => ["error", "warning"].includes(m.type()) && complaints.push(`${m.text()} ${m.location().url}`));
      page.on("pageerror", (e) => complaints.push(String(e.stack ?? e)));
      page.on(
        "request",
        (r) =>
          !r.url().startsWith(base) &&
          !/^(data|blob|chrome|chrome-extension):/.test(r.url()) &&
          complaints.push(`foreign request: ${r.url()}`),
      );
      if (signedIn) await signIn(page, signedIn);
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * Checks what the pages of a context and the service say to each other against
 * the contract. What a test answers in the service's place is checked too: a
 * screen shall be shown what it can get. No test can expect a breach.
 */
function watchContract() {
  const contract = readContract();
  const breaches = new Set();
  const reading = new Set();
  const keep = (request, wrong) => {
    for (const w of wrong) breaches.add(`breach of the contract: ${request.method()} ${request.url()}: ${w}`);
  };
  const call = (request) => ({ method: request.method(), url: request.url(), headers: request.headers(), body: request.postData() });
  async function read(response) {
    // The answer to a page that has gone on cannot be read any more.
    const body = await response.text().catch(() => undefined);
    if (body === undefined) return;
    const answer = { status: response.status(), type: response.headers()["content-type"], body };
    keep(response.request(), contract.answer(call(response.request()), answer));
  }
  return {
    watch(context) {
      context.on("request", (request) => contract.covers(request.url()) && keep(request, contract.request(call(request))));
      context.on("response", (response) => {
        if (!contract.covers(response.url())) return;
        const done = read(response).finally(() => reading.delete(done));
        reading.add(done);
      });
    },
    /** What was found, once the answers that have come are read. */
    async breaches() {
      await Promise.all(reading);
      return [...breaches];
    },
  };
}

/** Logs in through the page, as a person does. */
export async function signIn(page, email) {
  await page.goto(`${base}/login`);
  await page.fill("input[type=email]", email);
  await page.fill("input[type=password]", password);
  await Promise.all([page.waitForURL((url) => url.pathname !== "/login"), page.press("input[type=password]", "Enter")]);
  await settled(page);
}

const cookies = new Map();

/**
 * Logs in without the form, for tests about other things. Each person logs in
 * once and shares the session: the service limits how often one may try.
 */
export async function enter(page, email) {
  const context = page.context();
  if (!cookies.has(email)) {
    const answer = await context.request.post(`${base}/v1/session`, { data: { email, password } });
    assert.equal(answer.status(), 200);
    cookies.set(email, await context.cookies());
  }
  await context.addCookies(cookies.get(email));
  await context.addInitScript(() => localStorage.setItem("quotient.signed-in", "1"));
}

/** The requests of a page that wait for an answer, and since when there is none. */
const traffic = new WeakMap();

function watchTraffic(page) {
  const state = { open: new Set(), quietSince: performance.now() };
  traffic.set(page, state);
  const ended = (request) => {
    state.open.delete(request);
    if (state.open.size === 0) state.quietSince = performance.now();
  };
  page.on("request", (request) => state.open.add(request));
  page.on("response", (response) => ended(response.request()));
  page.on("requestfailed", ended);
}

/** Waits until nothing is loading any more: a tenth of a second without a request, and nothing marked as pending. */
export async function settled(page) {
  const state = traffic.get(page);
  const from = performance.now();
  for (;;) {
    assert.ok(performance.now() - from < patience, `${page.url()} is still loading`);
    const since = Math.max(from, state.quietSince);
    if (state.open.size > 0 || performance.now() - since < 100) await page.waitForTimeout(20);
    else if (await page.evaluate(drawn)) return;
    else await page.waitForTimeout(50);
  }
}

/** Reports, in a page, whether a screen stands there and waits for nothing. */
function drawn() {
  return document.querySelector("h1") !== null && document.querySelector("[data-pending]:not([data-sample] *), [aria-busy=true]") === null;
}

/** Calls the service as the person of a page, to prepare what a test needs. */
export async function client(page) {
  const { request } = page.context();
  const session = await (await request.get(`${base}/v1/session`)).json();
  return async (method, path, data, more = {}) => {
    const headers = { ...more, "X-CSRF-Token": session.csrf_token, ...(method === "POST" && { "Idempotency-Key": crypto.randomUUID() }) };
    const answer = await request.fetch(base + path, { method, data, headers });
    const body = await answer.json();
    assert.ok(answer.ok(), `${method} ${path}: ${JSON.stringify(body)}`);
    return body;
  };
}
