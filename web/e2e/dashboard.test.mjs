// What a manager does: reads the answer, opens the quotes behind a mark, looks
// at the same as a table, keeps a question in an address, saves a picture.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, enter, openBrowser, people, settled } from "./pages.mjs";

let desk;
let page;
before(async () => {
  desk = await openBrowser();
  page = await desk.page();
  await enter(page, people.director);
});
after(() => desk.close());

async function open(search = "") {
  await page.goto(`${base}/dashboard${search}`);
  await page.locator("[data-metric=order_intake]").waitFor();
  await settled(page);
}

describe("a manager's dashboard", { concurrency: false }, () => {
  test("the answer is one sentence above six figures, and the list of what to do leads to quotes", async () => {
    await open();
    assert.match(await page.locator("main").innerText(), /Orders stand at €[\d.]+[KM].*\./);
    assert.equal(await page.locator("[data-metric]").count(), 6);
    const kinds = page.getByRole("group", { name: "Do now" }).getByRole("button");
    await kinds.filter({ hasText: "Worth a call" }).click();
    assert.equal(await kinds.filter({ hasText: "Worth a call" }).getAttribute("aria-pressed"), "true");
    await page
      .getByRole("link", { name: /^Follow up: / })
      .first()
      .click();
    await page.waitForURL(/\/quotes\/[0-9a-f-]{36}/);
  });

  test("a figure and its quotes are the same number", async () => {
    await open("?span=last_quarter");
    const shown = Number(await page.locator("[data-metric=quotes_sent] p a").innerText());
    await page.locator("[data-metric=quotes_sent] p a").click();
    await page.waitForURL(/dashboard\/quotes/);
    await settled(page);
    await page.locator("tbody tr").first().waitFor();
    for (let more = page.getByRole("button", { name: "Show more" }); await more.count(); await settled(page)) await more.click();
    assert.equal(await page.locator("tbody tr").count(), shown);
    await page.getByRole("link", { name: "Dashboard" }).last().click();
    await page.waitForURL(/span=last_quarter/);
  });

  test("what is shown stands in the address and survives a reload", async () => {
    await open();
    await page.getByLabel("Period", { exact: true }).selectOption("quarter");
    await page.getByLabel("Compared with", { exact: true }).selectOption("previous");
    await page.getByLabel("Team", { exact: true }).selectOption({ label: "Cycles Export" });
    await page.getByLabel("As known on", { exact: true }).fill("2026-10-31");
    await settled(page);
    const address = page.url();
    for (const part of ["span=quarter", "compare=previous", "team=", "as_of="]) assert.ok(address.includes(part), `${part} in ${address}`);
    const told = await page.locator("[data-metric=order_intake]").innerText();
    await page.reload();
    await page.locator("[data-metric=order_intake]").waitFor();
    await settled(page);
    assert.equal(await page.locator("[data-metric=order_intake]").innerText(), told);
    assert.match(await page.locator("main").innerText(), /as they were known at the end of 31 Oct 2026/);
  });

  test("every chart says the same as a table and in words", async () => {
    await open();
    const count = await page.locator("figure svg").count();
    assert.equal(count, 7);
    for (const caption of await page.locator("figcaption").allInnerTexts()) assert.ok(caption.length > 20, caption);
    for (let i = count; i > 0; i--) await page.getByRole("button", { name: "As a table" }).first().click();
    assert.equal(await page.locator("figure").count(), 0);
    assert.ok((await page.getByRole("table").count()) >= 9);
  });

  test("marks are walked with arrows and opened with Enter", async () => {
    await open();
    const marks = page.getByRole("group", { name: "Cohort conversion by month" }).locator("[data-mark]");
    await marks.first().focus();
    assert.equal(await page.locator("svg [data-mark][tabindex='0']").count(), 7);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.equal(label, await marks.nth((await marks.count()) - 2).getAttribute("aria-label"));
    assert.match(label ?? "", /% · \d+ of \d+ · 95% between|Fewer than 10/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/dashboard\/quotes\?.*metric=cohort_conversion/);
    await page.locator("tbody tr").first().waitFor();
  });

  test("a month of few quotes shows its cases and no bar", async () => {
    await page.route("**/v1/kpi/query", async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      for (const a of body.answers.filter((x) => x.metric.id === "cohort_conversion" && x.figures.length > 3)) {
        a.figures[1] = { key: a.figures[1].key, k: 2, n: 7, note: "too-few" };
      }
      await route.fulfill({ response: answer, json: body });
    });
    await open();
    const few = page.getByRole("group", { name: "Cohort conversion by month" }).locator("[data-mark]").nth(1);
    assert.match((await few.getAttribute("aria-label")) ?? "", /2 of 7 · Fewer than 10/);
    await page.getByRole("group", { name: "Cohort conversion by month" }).getByText("2/7", { exact: true }).waitFor();
    await page.unroute("**/v1/kpi/query");
  });

  test("a figure opens its definition and receipt, a chart becomes a picture", async () => {
    await open();
    await page.getByRole("button", { name: "Definition: Order intake" }).click();
    const panel = page.getByRole("dialog");
    for (const term of ["Formula", "Version of the definition", "As known on", "Counted", "Receipt"])
      await panel.getByText(term, { exact: true }).waitFor();
    await panel.getByRole("button", { name: "Recompute" }).click();
    await panel.getByText("Recomputed from the log: the same figures.").waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "More: From list to net" }).click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /PNG/ }).click()]);
    assert.equal(file.suggestedFilename(), "From list to net.png");
  });

  test("targets come from a spreadsheet, each row with what is wrong with it", async () => {
    await page.goto(`${base}/dashboard`);
    await page.getByRole("link", { name: "Targets", exact: true }).click();
    const rows = page.getByLabel("Rows", { exact: true });
    await rows.fill("Cycles Exprot\t01/01/2027\t31/03/2027\t1,000\nCycles Export\t01/01/2027\t31/03/2027\t210,000.50");
    await page.getByText("No team and no person of that name").waitFor();
    assert.ok(await page.getByRole("button", { name: "Save 2 targets" }).isDisabled());
    await rows.fill("Cycles Export\t01/01/2027\t31/03/2027\t210,000.50");
    await page.getByRole("button", { name: "Save 1 target" }).click();
    await page.getByRole("row", { name: /Cycles Export.*1 Jan 2027 to 31 Mar 2027.*€210,000\.50/ }).waitFor();
  });

  test("a view is saved, brought back and removed; quotes behind a figure are saved as a file", async () => {
    await open("?span=last_quarter&compare=previous");
    await page.getByRole("button", { name: "Views" }).click();
    const panel = page.getByRole("dialog");
    await panel.getByLabel("Name of the present view").fill("My quarter");
    await panel.getByRole("button", { name: "Save the present view" }).click();
    await panel.getByRole("button", { name: "My quarter", exact: true }).waitFor();
    await open();
    await page.getByRole("button", { name: "Views" }).click();
    await panel.getByRole("button", { name: "My quarter", exact: true }).click();
    await page.waitForURL(/span=last_quarter.*compare=previous|compare=previous.*span=last_quarter/);
    await page.getByRole("button", { name: "Views" }).click();
    await panel.getByRole("button", { name: "Remove: My quarter" }).click();
    await panel.getByRole("button", { name: "My quarter", exact: true }).waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await page.locator("[data-metric=quotes_sent] p a").click();
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as CSV" }).click()]);
    assert.equal(file.suggestedFilename(), "Quotes sent.csv");
  });

  test("nothing was complained about on the way", () => desk.clean());
});
