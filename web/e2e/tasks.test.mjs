// What people do most, with the number of actions it takes: a click, a typed
// value, a key or a paste each count as one.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, client, enter, openBrowser, people, settled } from "./pages.mjs";

let desk;
before(async () => {
  desk = await openBrowser();
});
after(() => desk.close());

/** A page of a person, and a counter of what is done on it. */
async function sitDown(who) {
  const page = await desk.page();
  await enter(page, who);
  let actions = 0;
  const count =
    (act) =>
    async (...given) => {
      actions++;
      await act(...given);
      await settled(page);
    };
  return {
    page,
    click: count((locator) => locator.first().click()),
    fill: count((locator, text) => locator.first().fill(text)),
    press: count((key) => page.keyboard.press(key)),
    paste: count((text) =>
      page.evaluate((t) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", t);
        document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }, text),
    ),
    taken: () => actions,
  };
}

/** A draft with so many plain lines, made behind the scenes. */
async function draftWith(page, count) {
  const call = await client(page);
  const customer = (await call("GET", "/v1/customers?limit=1")).items[0];
  const lines = Array.from({ length: count }, () => ({ item: "BA-400", quantity: "1" }));
  const draft = await call("POST", "/v1/quotes", { customer_id: customer.id, lines });
  await page.goto(`${base}/quotes/${draft.quote.id}`);
  await page.locator("[role=grid] [data-row]").first().waitFor();
  await settled(page);
  return draft;
}

describe("what people do most takes few actions", { concurrency: false }, () => {
  test("a new quote with one configured product, twelve decisions, sent: at most 25", async () => {
    const { page, click, fill, taken } = await sitDown(people.rep);
    await page.goto(base);
    await click(page.getByRole("link", { name: "New quote" }));
    await click(page.getByRole("link", { name: "City bike" }));
    await page.locator("[data-attribute]").first().waitFor();
    let decisions = 0;
    const steps = page.locator("nav ol button");
    for (let i = 0; i < (await steps.count()) && decisions < 12; i++) {
      if (i > 0) await click(steps.nth(i));
      const groups = page.locator("[data-attribute]:has([data-status=available] input[type=radio])");
      const paths = await groups.evaluateAll((all) => all.map((g) => g.getAttribute("data-attribute")));
      for (const path of paths) {
        if (decisions === 12) break;
        const free = page.locator(`[data-attribute="${path}"] [data-status=available] label`);
        if ((await free.count()) === 0) continue;
        await click(free);
        decisions++;
      }
    }
    assert.ok(decisions >= 8, `only ${decisions} decisions`);
    await click(page.getByRole("button", { name: "Add to quote" }));
    const dialog = page.getByRole("dialog");
    await fill(dialog.getByRole("combobox", { name: "Customer" }), "cycles");
    await click(page.getByRole("listbox").getByRole("option", { name: /cycles/i }));
    await click(dialog.getByRole("button", { name: "Create quote" }));
    await page.waitForURL(/\/quotes\/[0-9a-f-]{36}/);
    await page.locator("[role=grid]").waitFor();
    for (const [action, state] of [
      ["Submit", "Approved"],
      ["Send", "Sent"],
    ]) {
      await click(page.getByRole("button", { name: action, exact: true }));
      await click(page.getByRole("dialog").getByRole("button", { name: action, exact: true }));
      await page.locator("h1").getByText(state, { exact: true }).waitFor();
    }
    const spent = taken() + (12 - decisions);
    assert.ok(spent <= 25, `${spent} actions`);
    await page.context().close();
  });

  test("an excluded option is two clicks away", async () => {
    const { page, click, taken } = await sitDown(people.rep);
    await page.goto(`${base}/configure/city-bike`);
    await page.locator("[data-attribute]").first().waitFor();
    await page.locator("[data-path=frame][data-value=carbon] label").click();
    await settled(page);
    await page.locator("nav ol button", { hasText: "Drive" }).click();
    const excluded = page.locator("[data-status=excluded]").first();
    await excluded.waitFor();
    const [path, value] = [await excluded.getAttribute("data-path"), await excluded.getAttribute("data-value")];
    await click(excluded.getByRole("button"));
    await page.getByRole("dialog").getByRole("button", { name: "Apply" }).first().waitFor();
    await click(page.getByRole("dialog").getByRole("button", { name: "Apply" }));
    await page.locator(`[data-path="${path}"][data-value="${value}"][data-status=selected-user]`).waitFor();
    assert.equal(taken(), 2);
    await page.context().close();
  });

  test("twenty lines get a discount in at most four", async () => {
    const { page, click, fill, press, taken } = await sitDown(people.rep);
    await draftWith(page, 20);
    await click(page.getByRole("checkbox", { name: "Select all lines" }));
    await fill(page.getByRole("toolbar").getByRole("textbox"), "5");
    await press("Enter");
    await page.getByRole("toolbar").waitFor({ state: "detached" });
    assert.equal(await page.locator("[role=gridcell][data-col=discount]", { hasText: "5%" }).count(), 20);
    assert.ok(taken() <= 4, `${taken()} actions`);
    await page.context().close();
  });

  test("thirty rows of a spreadsheet are in the quote in at most three", async () => {
    const { page, click, paste, taken } = await sitDown(people.rep);
    await draftWith(page, 1);
    const rows = Array.from({ length: 30 }, (_, i) => `${i % 2 ? "BA-400" : "BA-500"}\t${i + 1}`);
    await paste(rows.join("\n"));
    const dialog = page.getByRole("dialog");
    const add = dialog.getByRole("button", { name: "Add 30 lines" });
    await add.waitFor();
    await click(add);
    await dialog.waitFor({ state: "detached" });
    assert.equal(await page.locator("[role=grid] [data-row]").count(), 31);
    assert.ok(taken() <= 3, `${taken()} actions`);
    await page.context().close();
  });

  test("a sent quote is revised and the difference seen in three clicks", async () => {
    const { page, click, taken } = await sitDown(people.rep);
    await page.goto(`${base}/quotes?state=sent&owner=me`);
    await page.locator('main a[href^="/quotes/"]').first().click();
    await page.locator("[role=grid]").waitFor();
    await click(page.getByRole("button", { name: "Revise" }));
    await click(page.getByRole("dialog").getByRole("button", { name: "Revise" }));
    await page.locator("h1").getByText("Draft", { exact: true }).waitFor();
    await click(page.getByRole("link", { name: "Compare" }));
    await page.getByRole("heading", { name: "Compare versions" }).waitFor();
    assert.equal(taken(), 3);
    await page.context().close();
  });

  test("from a figure to its quotes is one click", async () => {
    const { page, click, taken } = await sitDown(people.manager);
    await page.goto(`${base}/dashboard`);
    await settled(page);
    await click(page.locator("[data-metric=quotes_sent]").getByRole("link"));
    await page.waitForURL(/dashboard\/quotes/);
    assert.equal(taken(), 1);
    await page.context().close();
  });

  test("nothing was complained about on the way", () => desk.clean());
});
