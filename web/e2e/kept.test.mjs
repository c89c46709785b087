// What a person has typed is never lost: not to a colleague who edits the same
// quote, nor to a server that is away, nor to a session that has ended.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, client, enter, openBrowser, password, people, settled } from "./pages.mjs";

let desk;
let page;
let mine;
let theirs;
let draft;

before(async () => {
  desk = await openBrowser();
  page = await desk.page();
  await enter(page, people.rep);
  mine = await client(page);
  const other = await desk.page();
  await enter(other, people.colleague);
  theirs = await client(other);
  const customer = (await mine("GET", "/v1/customers?limit=1")).items[0];
  const lines = Array.from({ length: 3 }, () => ({ item: "BA-400", quantity: "1" }));
  draft = await mine("POST", "/v1/quotes", { customer_id: customer.id, lines });
  await page.goto(`${base}/quotes/${draft.quote.id}`);
  await page.locator("[role=grid] [data-row]").first().waitFor();
  await settled(page);
});
after(() => desk.close());

const stored = () => mine("GET", `/v1/revisions/${draft.id}`);

/** A colleague changes a line behind the person's back. */
async function colleague(row, fields) {
  const { version, lines } = await stored();
  await theirs("POST", `/v1/revisions/${draft.id}/edit`, { change: [{ id: lines[row].id, ...fields }] }, { "If-Match": `"${version}"` });
}

async function type(row, column, text) {
  await page.locator(`[data-row="${row}"] [data-col=${column}]`).click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const cell = (row, column) => page.locator(`[data-row="${row}"] [data-col=${column}]`);
const saved = () => page.locator("[role=grid]:not([aria-busy])").waitFor();

describe("nothing typed is lost", { concurrency: false }, () => {
  test("two people in different fields of one line: both are stored", async () => {
    await colleague(0, { note: "by Karim" });
    await type(0, "quantity", "4");
    await page.getByText("Saved together with a colleague’s changes.").waitFor();
    const { lines } = await stored();
    assert.deepEqual([lines[0].quantity, lines[0].note], ["4", "by Karim"]);
  });

  test("two people in the same field: who and what is said, and the person chooses", async () => {
    await colleague(1, { quantity: "9" });
    await type(1, "quantity", "5");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText("Karim Haddad changed this quote", { exact: false }).waitFor();
    const field = dialog.getByRole("group", { name: /line 2 .* Quantity/i });
    assert.match(await field.innerText(), /You\s+5\s+Karim Haddad\s+9/);
    await dialog.getByRole("button", { name: "Save this choice" }).click();
    await saved();
    assert.equal((await stored()).lines[1].quantity, "5");

    await colleague(1, { quantity: "11" });
    await type(1, "quantity", "6");
    await field.getByRole("radio", { name: /Karim Haddad/ }).click();
    await dialog.getByRole("button", { name: "Save this choice" }).click();
    await saved();
    assert.equal((await stored()).lines[1].quantity, "11");
    assert.match(await cell(1, "quantity").innerText(), /11/);
  });

  test("a line that a colleague has removed comes back when the person wants it", async () => {
    const { version, lines } = await stored();
    await theirs("POST", `/v1/revisions/${draft.id}/edit`, { remove: [lines[2].id] }, { "If-Match": `"${version}"` });
    await type(2, "quantity", "8");
    await page.getByRole("alertdialog").getByText("line removed", { exact: false }).waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Save this choice" }).click();
    await saved();
    assert.deepEqual(
      (await stored()).lines.map((l) => l.quantity),
      ["4", "11", "8"],
    );
  });

  test("the server is away: what was typed stays, that is said, and it is stored later", async () => {
    let away = true;
    await page.route("**/v1/revisions/*/edit", (route) => (away ? route.abort("connectionrefused") : route.continue()));
    await type(0, "quantity", "12");
    await page.getByText("1 change is kept here", { exact: false }).waitFor();
    await type(0, "discount", "3");
    await page.getByText("2 changes are kept here", { exact: false }).waitFor();
    assert.match(await cell(0, "quantity").innerText(), /12/);
    assert.match(await cell(0, "discount").innerText(), /3%/);
    const asked = page.waitForEvent("dialog");
    await Promise.all([asked.then((dialog) => dialog.dismiss()), page.close({ runBeforeUnload: true })]);
    assert.equal((await asked).type(), "beforeunload", "the browser asks before a tab with unsaved changes closes");
    away = false;
    await page.getByRole("button", { name: "Try now" }).click();
    await saved();
    const { lines } = await stored();
    assert.deepEqual([lines[0].quantity, lines[0].manual.value], ["12", "3"]);
    await page.unroute("**/v1/revisions/*/edit");
  });

  test("an answer that is lost on the way is not applied twice", async () => {
    const before = (await stored()).lines.length;
    let lost = false;
    await page.route("**/v1/revisions/*/edit", async (route) => {
      if (lost) return route.continue();
      lost = true;
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.locator('[data-row="0"] [data-col=item]').click();
    await page.keyboard.press("Control+d");
    await saved();
    assert.equal((await stored()).lines.length, before + 1);
    await page.unroute("**/v1/revisions/*/edit");
  });

  test("the session ends: the work waits for the password", async () => {
    await page.context().clearCookies();
    await type(1, "quantity", "21");
    const dialog = page.getByRole("alertdialog");
    await dialog.getByLabel("Password").fill(password);
    await dialog.getByLabel("Password").press("Enter");
    await dialog.waitFor({ state: "detached" });
    await saved();
    assert.equal((await stored()).lines[1].quantity, "21");
  });

  test("nothing was complained about but what was provoked", async () => {
    desk.expected(/status of (401|412)|ERR_CONNECTION_(REFUSED|RESET)/);
    await desk.clean();
  });
});
