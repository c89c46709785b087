// What screens look like when all is not well or something is asked: empty,
// loading, failed, refused, gone, offline, signed out, and their dialogs. axe
// finds nothing in them, and nothing scrolls sideways.
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { inspect } from "./inspect.mjs";
import { base, enter, openBrowser, people, settled } from "./pages.mjs";

const words = Object.fromEntries(
  ["en", "fr"].map((l) => [l, JSON.parse(readFileSync(new URL(`../messages/${l}.json`, import.meta.url), "utf8"))]),
);

let desk;
before(async () => {
  desk = await openBrowser();
});
after(() => desk.close());

const go = (path) => (page) => page.goto(base + path);

/** Answers requests in the service's place. */
const answer = (pattern, status, body) => (page) =>
  page.route(pattern, (route) =>
    route.fulfill({
      status,
      contentType: status < 400 ? "application/json" : "application/problem+json",
      body: JSON.stringify(body ?? { type: "/problems/test", title: "Refused", status, detail: "Refused", request_id: "0-1" }),
    }),
  );

/** Requests that wait for ever. */
const never = (pattern) => (page) => page.route(pattern, () => {});

const alert = (page) => page.getByRole("alert").first().waitFor();
const empty = { items: [] };
const lists = "**/v1/quotes?*";

/** The first quote of one's own in a state. */
const quote = (state) => async (page) => {
  await page.goto(`${base}/quotes?state=${state}&owner=me`);
  await page.locator('a[href^="/quotes/"]').first().click();
  await page.locator("[role=grid]").waitFor();
  await settled(page);
};

/** An action of the page's menu, or the button that it has of its own. */
const act = (name) => async (page, t) => {
  const own = page.getByRole("button", { name: t(name), exact: true });
  const more = page.getByRole("button", { name: t("actions_more"), exact: true });
  await own.or(more).first().waitFor();
  if ((await own.count()) > 0) await own.first().click();
  else {
    await more.first().click();
    await page.getByRole("menuitem", { name: t(name), exact: true }).click();
  }
  await page.getByRole("dialog").first().waitFor();
};

const tool = (name) => async (page, t) => {
  await page.getByRole("button", { name: t("line_add_more"), exact: true }).click();
  await page.getByRole("menuitem", { name: t(name), exact: true }).click();
  await page.getByRole("dialog").waitFor();
};

/** Each opens with its steps, one after the other. */
const states = {
  "home, empty": { who: people.rep, steps: [answer(lists, 200, empty), go("/")] },
  "home, loading": { who: people.rep, waiting: true, steps: [never(lists), go("/")] },
  "quotes, empty": { who: people.rep, steps: [answer(lists, 200, empty), go("/quotes")] },
  "quotes, loading": { who: people.rep, waiting: true, steps: [never(lists), go("/quotes")] },
  "quotes, failed": { who: people.rep, steps: [answer(lists, 500), go("/quotes"), alert] },
  "quotes, forbidden": { who: people.rep, steps: [answer(lists, 403), go("/quotes"), alert] },
  "quote, gone": { who: people.rep, steps: [go("/quotes/00000000-0000-7000-8000-000000000000")] },
  "customers, empty": { who: people.rep, steps: [answer("**/v1/customers?*", 200, empty), go("/customers")] },
  "catalogue, failed": { who: people.rep, steps: [answer("**/v1/models*", 500), go("/catalogue"), alert] },
  "orders, empty": { who: people.orderDesk, steps: [answer("**/v1/orders?*", 200, empty), go("/orders")] },
  "approvals, empty": { who: people.manager, steps: [answer("**/v1/approvals*", 200, empty), go("/approvals")] },
  "dashboard, failed": { who: people.director, steps: [answer("**/v1/kpi/*", 500), go("/dashboard"), alert] },
  "dashboard, nothing in the period": { who: people.director, steps: [go("/dashboard?as_of=2020-01-01")] },
  offline: { who: people.rep, steps: [go("/quotes"), settled, (page) => page.context().setOffline(true)] },
  "session ended": {
    who: people.rep,
    steps: [
      quote("draft"),
      answer("**/v1/**", 401),
      (page) => page.locator('nav a[href="/customers"]').first().click(),
      (page) => page.locator("[role=alertdialog], [role=dialog]").waitFor(),
    ],
  },
  "quote, copy": { who: people.rep, steps: [quote("draft"), act("action_clone")] },
  "quote, discard": { who: people.rep, steps: [quote("draft"), act("action_discard")] },
  "quote, revise": { who: people.rep, steps: [quote("sent"), act("action_revise")] },
  "quote, refusal": { who: people.rep, steps: [quote("sent"), act("action_reject")] },
  "quote, acceptance": { who: people.rep, steps: [quote("sent"), act("action_accept")] },
  "quote, section": { who: people.rep, steps: [quote("draft"), tool("section_add")] },
  "quote, lines selected": {
    who: people.rep,
    steps: [quote("draft"), (page) => page.locator("[data-col=select] input").first().check()],
  },
  "quote, file with mistakes": {
    who: people.rep,
    steps: [
      quote("draft"),
      tool("import_title"),
      (page) => {
        const file = { name: "lines.csv", mimeType: "text/csv", buffer: Buffer.from("item;quantity\nNO-SUCH;many\n") };
        return page.getByRole("dialog").locator("input[type=file]").setInputFiles(file);
      },
      (page) => page.getByRole("dialog").locator("table").waitFor(),
    ],
  },
  "approval, refusal to decide at once": { who: people.manager, steps: [go("/approvals"), settled, act("action_return")] },
  "approval, up to": { who: people.manager, steps: [go("/approvals"), settled, act("action_up_to")] },
  "approvals, delegation": { who: people.manager, steps: [go("/approvals"), settled, act("delegate")] },
  "order, status": {
    who: people.orderDesk,
    steps: [go("/orders"), (page) => page.locator("td button").first().click(), (page) => page.getByRole("dialog").waitFor()],
  },
  news: {
    who: people.rep,
    steps: [go("/"), settled, (page) => page.locator("header [class*=bell] button").click(), (page) => page.getByRole("dialog").waitFor()],
  },
  "former configurations and favourites": {
    who: people.rep,
    steps: [
      go("/configure/city-bike"),
      (page) => page.locator("[data-attribute]").first().waitFor(),
      (page, t) => page.getByRole("button", { name: t("former_title"), exact: true }).click(),
      (page) => page.getByRole("dialog").waitFor(),
    ],
  },
  "configurator, failed": { who: people.rep, steps: [answer("**/v1/models/**", 503), go("/configure/city-bike"), alert] },
};

describe("every state", { concurrency: 4 }, () => {
  for (const [name, { who, steps, waiting }] of Object.entries(states)) {
    for (const language of ["en", "fr"]) {
      test(`${name}, ${language}`, async () => {
        const page = await desk.page({ language });
        await enter(page, who);
        for (const step of steps) await step(page, (key) => words[language][key]);
        await inspect(page, language, { waiting });
        await page.context().close();
        desk.expected(/status of (401|403|404|422|500|503)|ERR_INTERNET_DISCONNECTED|^Problem: /);
        await desk.clean();
      });
    }
  }
});
