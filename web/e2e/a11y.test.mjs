// Every screen in both languages and both themes: axe finds nothing, there is
// one h1, and nothing scrolls sideways down to 360 px.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { inspect } from "./inspect.mjs";
import { base, client, enter, openBrowser, people, settled } from "./pages.mjs";

let desk;
before(async () => {
  desk = await openBrowser();
});
after(() => desk.close());

/** Opens the first quote in a state, by its link in the list. */
const firstQuote = (state) => async (page) => {
  await page.goto(`${base}/quotes?state=${state}`);
  await page.locator('a[href^="/quotes/"]').first().click();
  await page.locator("[role=grid]").waitFor();
};

const go = (path) => async (page) => {
  await page.goto(base + path);
};

const screens = {
  "log-in": { who: null, open: go("/login") },
  design: { who: null, open: go("/design") },
  home: { who: people.rep, open: go("/") },
  catalogue: { who: people.rep, open: go("/catalogue") },
  "configurator, fresh": { who: people.rep, open: go("/configure/city-bike") },
  "configurator, numbers": { who: people.rep, open: go("/configure/belt-conveyor") },
  "configurator, excluded option and repair": {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/configure/city-bike`);
      await excludeSomething(page);
      await page.locator("[data-status=excluded] button").first().click();
      await page.getByRole("dialog").locator("ol, [class*=notice]").first().waitFor();
    },
  },
  "configurator, search": {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/configure/city-bike`);
      await page.locator("[data-attribute]").first().waitFor();
      await page.keyboard.press("/");
      await page.getByRole("dialog").getByRole("searchbox").fill("a");
    },
  },
  "add to quote": {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/configure/city-bike`);
      await page.locator("[data-attribute]").first().waitFor();
      const add = page.locator("button", { hasText: /^(Add to quote|Ajouter au devis)$/ });
      if (!(await add.first().isVisible())) await page.locator("button", { hasText: /€/ }).last().click();
      await add.filter({ visible: true }).first().click();
      await page.getByRole("dialog").getByRole("combobox").first().waitFor();
    },
  },
  "configurator, variants": {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/configure/city-bike`);
      await page.locator("[data-attribute]").first().waitFor();
      await page.getByRole("button", { name: /^(Compare variants|Comparer des variantes)$/ }).click();
      await page.getByRole("button", { name: /^(Keep as a variant|Garder comme variante)$/ }).click();
      await page.getByRole("dialog").locator("table").waitFor();
    },
  },
  "configurator, technical data": {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/configure/city-bike`);
      await page.locator("[data-attribute=size] [data-value=m] label").click();
      await settled(page);
      await page.getByRole("button", { name: /^(Parts and technical data|Nomenclature et données techniques)$/ }).click();
      await page.getByRole("dialog").locator("table").first().waitFor();
    },
  },
  quotes: { who: people.rep, open: go("/quotes") },
  "quote, draft": { who: people.rep, open: firstQuote("draft") },
  "quote, sent": { who: people.rep, open: firstQuote("sent") },
  "quote, ordered": { who: people.manager, open: firstQuote("ordered") },
  "quote, price steps": {
    who: people.manager,
    open: async (page) => {
      await firstQuote("draft")(page);
      await page.locator("[data-col=unit] button").first().click();
      await page.getByRole("dialog").locator("table").waitFor();
    },
  },
  customers: { who: people.rep, open: go("/customers") },
  customer: {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/customers`);
      await page.locator('a[href^="/customers/"]').first().click();
      await page.waitForURL(/customers\/[0-9a-f-]{36}/);
    },
  },
  "send, with a gap": {
    who: people.rep,
    open: async (page) => {
      await sendDialog(page);
      await page.getByRole("dialog").locator("details").waitFor();
    },
  },
  "send, the customer's page": {
    who: people.rep,
    open: async (page) => {
      await sendDialog(page);
      await page.getByRole("tab").last().click();
      await page.frameLocator("iframe").locator("h1").waitFor();
    },
  },
  "e-mail of a sent quote": {
    who: people.rep,
    open: async (page) => {
      await firstQuote("sent")(page);
      await page.getByRole("button", { name: /^(E-mail|Écrire)$/ }).click();
      await page.getByRole("menuitem").first().click();
      await page.getByRole("dialog").getByRole("figure").waitFor();
    },
  },
  "paste from a spreadsheet": {
    who: people.rep,
    open: async (page) => {
      await firstQuote("draft")(page);
      await page.getByRole("button", { name: /^(More|Plus)$/ }).click();
      await page.getByRole("menuitem", { name: /spreadsheet|tableur/ }).click();
      await page.getByRole("dialog").locator("textarea").fill("NO-SUCH-SKU\t2\nX\tmany");
      await page.getByRole("dialog").locator("table").waitFor();
    },
  },
  help: {
    who: people.rep,
    open: async (page) => {
      await page.goto(`${base}/configure/city-bike`);
      await page.locator("[data-attribute]").first().waitFor();
      await page.getByRole("button", { name: /^(Help|Aide)$/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  approvals: { who: people.manager, open: go("/approvals") },
  orders: { who: people.orderDesk, open: go("/orders") },
  dashboard: {
    who: people.director,
    open: async (page) => {
      await page.goto(`${base}/dashboard`);
      await page.locator("figure svg").nth(6).waitFor();
    },
  },
  "dashboard, tables": {
    who: people.director,
    open: async (page) => {
      await page.goto(`${base}/dashboard`);
      await page.locator("figure svg").nth(6).waitFor();
      const tables = page.getByRole("button", { name: /^(As a table|En tableau)$/ });
      while ((await tables.count()) > 0) await tables.first().click();
    },
  },
  "dashboard, targets": {
    who: people.director,
    open: async (page) => {
      await page.goto(`${base}/dashboard/targets`);
      await page.locator("textarea").fill("Nobody\t2026-Q1\t5\nConvoyeurs\t2026-01-01\t2026-03-31\t5000");
      await page.locator("table").nth(1).waitFor();
    },
  },
  "quotes behind a figure": { who: people.manager, open: go("/dashboard/quotes?metric=quotes_sent&from=2026-01-01&to=2026-12-01") },
  "nothing here": { who: people.rep, open: go("/no/such/page") },
};

/** Opens the send dialog of a fresh quote, to a customer without an address. */
async function sendDialog(page) {
  await page.goto(`${base}/`);
  const call = await client(page);
  const customer = { name: "Ateliers Brun", contacts: [{ name: "Jeanne Roux", email: "jeanne@brun.example" }] };
  const draft = await call("POST", "/v1/quotes", { customer, title: "Service bikes", lines: [{ item: "EX-HELMET", quantity: "12" }] });
  await call("POST", `/v1/revisions/${draft.id}/submit`, undefined, { "If-Match": `"${draft.version}"` });
  await page.goto(`${base}/quotes/${draft.quote.id}`);
  await page.getByRole("button", { name: /^(Send|Envoyer)$/ }).click();
}

/** Chooses values until one of the step's options is excluded. */
async function excludeSomething(page) {
  await page.locator("[data-attribute]").first().waitFor();
  for (const step of await page.locator("nav ol button").all()) {
    await step.click();
    await settled(page);
    if ((await page.locator("[data-status=excluded]").count()) > 0) return;
    const free = page.locator("[data-status=available] label");
    if ((await free.count()) > 0) await free.last().click();
    await settled(page);
    if ((await page.locator("[data-status=excluded]").count()) > 0) return;
  }
  assert.fail("no option became excluded");
}

// Pages mostly wait for the service: several are looked at side by side.
describe("every screen", { concurrency: 4 }, () => {
  for (const [name, { who, open }] of Object.entries(screens)) {
    for (const language of ["en", "fr"]) {
      test(`${name}, ${language}`, async () => {
        const page = await desk.page({ language });
        if (who) await enter(page, who);
        await open(page);
        await inspect(page, language);
        await page.context().close();
        await desk.clean();
      });
    }
  }
});
