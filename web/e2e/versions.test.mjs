import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { base, client, enter, openBrowser, people, settled } from "./pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Of its own, so that the tests may run again in front of the same company. */
const code = `trolley-${Date.now().toString(36)}`;

/** A product whose versions differ in what is offered. */
const trolley = (...colours) =>
  [
    `model: ${code}`,
    "label: {en: Trolley, fr: Chariot}",
    "item: BA-400",
    "attributes:",
    "  - code: colour",
    "    type: choice",
    "    required: true",
    "    label: {en: Colour, fr: Couleur}",
    "    options:",
    ...colours.map((colour) => `      - ${colour}`),
    "  - {code: bell, type: bool, label: {en: Bell, fr: Sonnette}}",
    "",
  ].join("\n");

const red = "{code: red, label: {en: Red, fr: Rouge}}";
const blue = "{code: blue, label: {en: Blue, fr: Bleu}}";
const green = "{code: green, label: {en: Green, fr: Vert}}";
const crimson = "{code: crimson, was: [red], item: EX-LOCK, label: {en: Crimson, fr: Cramoisi}}";

describe("a product changes while it is sold", () => {
  let desk;
  let publish;
  let withdraw;
  let page;
  let draft;
  before(async () => {
    desk = await openBrowser();
    const admin = await desk.page();
    await enter(admin, people.admin);
    const call = await client(admin);
    publish = async (...colours) => {
      const files = { "trolley.yaml": trolley(...colours) };
      return (await call("POST", `/v1/models/${code}/versions`, { entry: "trolley.yaml", files })).version;
    };
    withdraw = (version) => call("POST", `/v1/models/${code}/versions/${version}/withdraw`);
  });
  after(() => desk.close());

  test("a line says that its product has a new version, and moves to it once its effect has been seen", async () => {
    await publish(red, blue);
    page = await desk.page();
    await enter(page, people.rep);
    const call = await client(page);
    const customer = (await call("GET", "/v1/customers?limit=1")).items[0];
    const line = (value) => ({
      model: code,
      quantity: "1",
      picks: [
        { path: "colour", value },
        { path: "bell", value: true },
      ],
    });
    draft = await call("POST", "/v1/quotes", { customer_id: customer.id, lines: [line("red"), line("blue")] });
    await publish(crimson, green);

    await page.goto(`${base}/quotes/${draft.quote.id}`);
    await page.getByText("New version").nth(1).waitFor();
    const net = page.getByTestId("net");
    const was = await net.innerText();
    await page.getByRole("button", { name: "Actions of line 1" }).click();
    await page.getByRole("menuitem", { name: "Upgrade to the new version" }).click();
    const dialog = page.getByRole("dialog");
    const words = await dialog.locator("li", { hasText: "Not taken over" }).innerText();
    assert.match(words, /Colour: Blue\s+no longer offered/);
    assert.match(await dialog.innerText(), /these 2 lines move.*Renamed\s+Colour: Red\s+Colour: Crimson/s);
    assert.equal(await net.innerText(), was, "nothing has changed yet");
    await page.evaluate(axe);
    assert.deepEqual((await page.evaluate(() => globalThis.axe.run())).violations, []);

    await dialog.getByRole("button", { name: "Upgrade" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("New version").first().waitFor({ state: "detached" });
    const after = await call("GET", `/v1/revisions/${draft.id}`);
    assert.deepEqual(
      after.lines.map((l) => l.picks.map((p) => String(p.value))),
      [["crimson", "true"], ["true"]],
    );
  });

  test("a version is withdrawn while a line is configured: that is said, and the decisions go along", async () => {
    const { pins, lines } = await (await client(page))("GET", `/v1/revisions/${draft.id}`);
    await page.goto(`${base}/configure/${code}?revision=${draft.id}&line=${lines[1].id}`);
    await page.locator("[data-attribute=colour]").waitFor();
    await publish(crimson, green, blue);
    await withdraw(pins.models[code]);
    await page.locator("[data-value=green] label").click();
    await page.getByText("The version of this product in the quote has been withdrawn").waitFor();
    await page.getByRole("button", { name: "Upgrade to the new version" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Upgrade" }).click();
    await page.locator("[data-value=green][data-status=selected-user]").waitFor();
    const after = await (await client(page))("GET", `/v1/revisions/${draft.id}`);
    assert.deepEqual(
      after.lines[1].picks.map((p) => String(p.value)),
      ["true", "green"],
    );
    await settled(page);
    assert.ok(desk.expected(/409/).length > 0);
  });

  test("a version is published while a product is configured: its decisions are carried over, and what is lost is named", async () => {
    await page.goto(`${base}/configure/${code}`);
    await page.locator("[data-value=blue] label").click();
    await page.locator("[data-value=blue][data-status=selected-user]").waitFor();
    await publish(green);
    await page.locator("[data-path=bell][data-value=true] label").click();
    await page.getByText("A new version of this product has been published").waitFor();
    await page.getByText("Not taken over: Colour: Blue").waitFor();
    await settled(page);
    assert.equal(await page.locator("[data-value=blue]").count(), 0);
    desk.expected(/422/);
  });

  test("nothing was complained about on the way", () => desk.clean());
});
