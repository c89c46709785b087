// The main job by clicking: a rep configures, quotes and sends; an approver
// approves; the order desk orders; the figures move.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, openBrowser, people, settled, signIn } from "./pages.mjs";

let desk;
let quotePath = "";
let quoteNumber = "";

before(async () => {
  desk = await openBrowser();
});
after(() => desk.close());

/** Takes an action of the quote's page and waits for its consequence. */
async function take(page, name, state, answers = {}) {
  await page.locator("[role=grid]").waitFor();
  await settled(page);
  const button = page.getByRole("button", { name, exact: true });
  if (await button.first().isVisible()) await button.first().click();
  else {
    await page.getByRole("button", { name: "More actions" }).first().click();
    await page.getByRole("menuitem", { name }).click();
  }
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  for (const [label, value] of Object.entries(answers)) {
    const field = dialog.getByLabel(label, { exact: false });
    if ((await field.evaluate((e) => e.tagName)) === "SELECT") await field.selectOption({ index: value });
    else await field.fill(value);
  }
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.locator("h1").getByText(state, { exact: true }).waitFor();
}

describe("from a wish to an order", { concurrency: false }, () => {
  test("the rep configures a bike", async () => {
    const page = await desk.page();
    await signIn(page, people.rep);
    await page.getByRole("link", { name: "Catalogue" }).first().click();
    await page.getByRole("link", { name: "City bike" }).click();
    await page.locator("[data-attribute]").first().waitFor();

    const total = page.getByTestId("total").first();
    await total.waitFor();
    const openDecisions = page.getByRole("button", { name: /^Choose: / });
    while ((await openDecisions.count()) > 0) {
      const name = (await openDecisions.first().innerText()).replace("Choose: ", "");
      await openDecisions.first().click();
      const group = page.locator("fieldset", { has: page.getByText(name, { exact: true }) }).first();
      await group.locator("[data-status=available] label").first().click();
      await settled(page);
    }
    await page.getByText("so far").waitFor({ state: "detached" });

    const before = await total.innerText();
    await page.keyboard.press("/");
    await page.getByRole("dialog").getByRole("searchbox").fill("carbon");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Carbon/ })
      .first()
      .click();
    await settled(page);
    assert.notEqual(await total.innerText(), before);
    await page.keyboard.press("Control+z");
    await settled(page);
    assert.equal(await total.innerText(), before);

    await page.getByRole("button", { name: "Add to quote" }).first().click();
    const dialog = page.getByRole("dialog");
    const customer = dialog.getByRole("combobox", { name: "Customer" });
    await customer.click();
    await customer.pressSequentially("cycles", { delay: 40 });
    await settled(page);
    // The first row found, by keyboard: rows still move while the search runs.
    await customer.press("ArrowDown");
    await customer.press("Enter");
    await dialog.getByLabel("Quantity").fill("12");
    await dialog.getByRole("button", { name: "Create quote" }).click();
    await page.waitForURL(/\/quotes\/[0-9a-f-]{36}/);
    await page.locator("[role=grid]").waitFor();
    quotePath = new URL(page.url()).pathname;
    await page.context().close();
  });

  test("the rep types a discount that needs approval, sees why the price is what it is, and submits", async () => {
    const page = await desk.page({ signedIn: people.rep });
    await page.goto(base + quotePath);
    const cell = page.locator("[role=gridcell][data-col=discount]").first();
    const net = page.getByTestId("net");
    const before = await net.innerText();
    await cell.click();
    await page.keyboard.type("25");
    await page.keyboard.press("Enter");
    await page.waitForFunction((old) => document.querySelector("[data-testid=net]")?.textContent !== old, before);
    assert.match(await cell.innerText(), /25%/);

    await page
      .getByRole("button", { name: /how this price comes about/ })
      .first()
      .click();
    await page.getByRole("dialog").locator("tbody tr").nth(2).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await take(page, "Submit", "In approval");
    quoteNumber = (await page.locator("h1").innerText()).split("\n")[0].trim();
    await page.context().close();
  });

  test("the approver finds it in the inbox and approves", async () => {
    for (const who of [people.manager, people.approver]) {
      const page = await desk.page({ signedIn: who });
      await page.getByRole("link", { name: "Approvals" }).first().click();
      const row = page.locator("main li button", { hasText: quoteNumber });
      await row.click();
      await page.getByRole("heading", { name: quoteNumber }).waitFor();
      await page.getByRole("button", { name: "Approve", exact: true }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Approve", exact: true }).click();
      await row.waitFor({ state: "detached" });
      await page.context().close();
    }
  });

  test("the rep sends it, and the PDF is there", async () => {
    const page = await desk.page({ signedIn: people.rep });
    await page.goto(base + quotePath);
    await take(page, "Send", "Sent");
    assert.match(await page.locator("h1").innerText(), /Q-\d{4}-\d{6}/);
    const link = page.getByRole("link", { name: "PDF" });
    await link.waitFor();
    const pdf = await page.context().request.get(base + (await link.getAttribute("href")));
    assert.equal(pdf.status(), 200);
    assert.equal((await pdf.body()).subarray(0, 5).toString(), "%PDF-");
    await take(page, "Record acceptance", "Accepted", { "Purchase order number": "PO-4711", "Signed by": "M. Martin" });
    await page.context().close();
  });

  test("the order desk orders, and the timeline tells the story", async () => {
    const page = await desk.page({ signedIn: people.orderDesk });
    await page.goto(base + quotePath);
    await take(page, "Order", "Ordered", { "Purchase order number": `PO-${Date.now()}` });
    for (const event of ["Created", "Submitted", "Approved", "Sent", "Accepted", "Ordered"]) {
      await page
        .locator("section", { has: page.getByRole("heading", { name: "History" }) })
        .getByText(event, { exact: false })
        .first()
        .waitFor();
    }
    await page.goto(base + "/orders");
    await page.getByText("PO-", { exact: false }).first().waitFor();
    await page.context().close();
  });

  test("the manager sees the figures and the quotes behind them", async () => {
    const page = await desk.page({ signedIn: people.manager });
    await page.goto(base + "/dashboard?span=month");
    const tile = page.locator("[data-metric=quotes_sent]");
    await tile.getByRole("link").click();
    await page.waitForURL(/dashboard\/quotes/);
    await page
      .getByRole("link", { name: /Q-\d{4}-\d{6}/ })
      .first()
      .waitFor();
    await page.context().close();
  });

  test("nothing was complained about on the way", () => desk.clean());
});
