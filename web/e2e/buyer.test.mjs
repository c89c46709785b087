// The customer's page: without JavaScript, on a phone, in both languages and both
// themes, from the mail with the link to the receipt.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { get } from "node:http";
import { after, before, describe, test } from "node:test";
import { base, people } from "./pages.mjs";
import { launch } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const phone = { viewport: { width: 375, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const shots = process.env.BUYER_SHOTS;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Calls the API as a rep who is signed in. */
async function rep() {
  const signIn = await fetch(`${base}/v1/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: people.rep, password: "quotient-demo" }),
  });
  assert.equal(signIn.status, 200);
  const cookie = signIn.headers.get("set-cookie").split(";")[0];
  const { csrf_token } = await signIn.json();
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(base + path, {
      method,
      headers: {
        cookie,
        "X-CSRF-Token": csrf_token,
        "Content-Type": "application/json",
        "Idempotency-Key": crypto.randomUUID(),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return { etag: answer.headers.get("etag"), body: text ? JSON.parse(text) : null };
  };
}

/** A sent quote with an option and an alternative, and a link to it. */
async function offered(call, language = "fr") {
  const customer = {
    name: "Ateliers Brun",
    addresses: [{ code: "billing", street: "3 rue des Forges", postal_code: "69003", city: "Lyon", country: "FR" }],
    contacts: [{ name: "Jeanne Roux", email: "jeanne@brun.example" }],
  };
  let r = await call("POST", "/v1/quotes", {
    title: language === "fr" ? "Vélos de service pour l’atelier" : "Service bikes for the workshop",
    customer,
    language,
    lines: [
      { item: "EX-HELMET", quantity: "12" },
      { item: "EX-PUMP", quantity: "4", note: language === "fr" ? "Livraison avec les casques" : "Delivered with the helmets" },
      { item: "EX-LOCK", quantity: "12", optional: true },
      { item: "EX-SEAT", quantity: "2", alternative: "a", proposed: true },
      { item: "TY-WINT", quantity: "24", alternative: "a" },
      { item: "SV-BIKE-YEAR", quantity: "12" },
    ],
  });
  const path = `/v1/revisions/${r.body.id}`;
  r = await call("POST", `${path}/submit`, undefined, { "If-Match": r.etag });
  await call("POST", `${path}/send`, undefined, { "If-Match": r.etag });
  const link = (await call("POST", `${path}/links`)).body.url;
  return { path, link };
}

/** The newest code among the mails of the demonstration. */
async function code() {
  for (let i = 0; i < 100; i++) {
    const found = /^(\d{6})$/m.exec((await (await fetch(`${base}/letters`)).text()).replace(/<[^>]*>/g, "\n"));
    if (found) return found[1];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("no code came");
}

async function clean(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), rules);
  assert.deepEqual(
    found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(", ")}`),
    [],
    name,
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${name} scrolls sideways by ${wide}`);
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

describe("the customer's page", () => {
  test("is accepted in five actions on a phone without JavaScript", async () => {
    const call = await rep();
    const { path, link } = await offered(call);
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await context.newPage();
    const foreign = [];
    page.on("request", (r) => r.url().startsWith(base) || r.url().startsWith("data:") || foreign.push(r.url()));
    await page.goto(link);
    // The address is filled in from the quote's contact.
    await page.getByLabel("Vos nom et qualité").fill("Jeanne Roux, responsable des achats"); // 1
    await page.getByRole("checkbox", { name: /Bon pour accord/ }).check(); // 2
    await page.getByRole("button", { name: "Continuer" }).click(); // 3
    await page.getByLabel("Code à six chiffres").fill(await code()); // 4
    if (shots) await page.screenshot({ path: `${shots}/confirm.png`, fullPage: true });
    await page.getByRole("button", { name: "Accepter définitivement" }).click(); // 5
    await page.getByText("C’est accepté, merci !").waitFor();
    if (shots) await page.screenshot({ path: `${shots}/accepted.png`, fullPage: true });
    assert.deepEqual(foreign, []);
    assert.equal((await call("GET", path)).body.state, "accepted");
    await context.close();
  });

  test("has nothing for axe to find, in both languages and both themes", async () => {
    const { link } = await offered(await rep());
    for (const language of ["fr", "en"]) {
      for (const colorScheme of ["light", "dark"]) {
        for (const [size, options] of [
          ["phone", phone],
          ["desk", { viewport: { width: 1280, height: 900 } }],
        ]) {
          // The page's policy forbids the script of the checker.
          const context = await browser.newContext({ ...options, colorScheme, bypassCSP: true });
          const page = await context.newPage();
          await page.goto(`${link}/?lang=${language}`);
          await clean(page, `offer-${language}-${colorScheme}-${size}`);
          await context.close();
        }
      }
    }
    const context = await browser.newContext({ ...phone, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${base}/b/${"A".repeat(43)}`);
    await clean(page, "nothing");
    await context.close();
  });

  test("counts the total live with JavaScript, without a console error", async () => {
    const { link } = await offered(await rep());
    const page = await browser.newPage();
    const errors = [];
    page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
    page.on("pageerror", (e) => errors.push(String(e)));
    await page.goto(link);
    const before = await page.locator("#total .gross dd").first().textContent();
    await page.getByRole("checkbox", { name: /Antivol/ }).check();
    await page.waitForFunction((was) => document.querySelector("#total .gross dd").textContent !== was, before);
    assert.ok(await page.locator(".update").isHidden());
    assert.deepEqual(errors, []);
    await page.close();
  });

  test("is light: at most 40 kB of everything, compressed", async () => {
    const { link } = await offered(await rep());
    const page = await fetchRaw(`${link}/`);
    const names = [
      ...gunzipSync(page)
        .toString()
        .matchAll(/\/b\/assets\/[^"]+/g),
    ].map(([name]) => name);
    assert.equal(names.length, 3);
    let bytes = page.length;
    for (const name of names) bytes += (await fetchRaw(base + name)).length;
    assert.ok(bytes <= 40_000, `${bytes} bytes`);
  });
});

/** The body as it travels. */
function fetchRaw(url) {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "Accept-Encoding": "gzip" } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve(Buffer.concat(parts)));
    }).on("error", reject);
  });
}
