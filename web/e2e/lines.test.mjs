// Lines that come from a file, and what recurs: all of a file is imported or
// nothing, each mistake with its row and column, numbers as the reader writes them.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, client, enter, openBrowser, people, settled } from "./pages.mjs";

let desk;
before(async () => {
  desk = await openBrowser();
});
after(() => desk.close());

/** A draft with one line of an item, on the screen of the rep. */
async function draftOf(item, language = "en") {
  const page = await desk.page({ language });
  await enter(page, people.rep);
  const call = await client(page);
  const customer = (await call("GET", "/v1/customers?limit=1")).items[0];
  const draft = await call("POST", "/v1/quotes", { customer_id: customer.id, lines: [{ item, quantity: "1" }] });
  await page.goto(`${base}/quotes/${draft.quote.id}`);
  await page.locator("[role=grid] [data-row]").first().waitFor();
  await settled(page);
  return { page, stored: () => call("GET", `/v1/revisions/${draft.id}`) };
}

const file = (text, name = "lignes.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

describe("lines", { concurrency: false }, () => {
  test("a French CSV is imported whole or not at all, and its mistakes are told by row and column", async () => {
    const { page, stored } = await draftOf("BA-400", "fr");
    await page.getByRole("button", { name: "Plus", exact: true }).click();
    await page.getByRole("menuitem", { name: "Importer des lignes d’un fichier" }).click();
    const dialog = page.getByRole("dialog");
    const choose = dialog.locator("input[type=file]");
    const run = dialog.getByRole("button", { name: /^Importer/ });

    await choose.setInputFiles(file("article;quantité;remise\nBA-400;1 250;2,5\nNO-SUCH;3;\nBA-500;douze;\n"));
    await dialog.getByText("lignes.csv contient", { exact: false }).waitFor();
    const told = await dialog.locator("tbody tr").allInnerTexts();
    assert.ok(
      told.some((row) => /^4\b[\s\S]*\bB\b[\s\S]*illisible/.test(row)),
      told.join(" | "),
    );
    assert.equal(await run.isDisabled(), true);
    assert.equal((await stored()).lines.length, 1);
    desk.expected(/status of 422/);

    await choose.setInputFiles({ ...file("", "tout.csv"), buffer: Buffer.alloc(16 * 1024 * 1024 + 1) });
    await dialog.getByText(/tout\.csv pèse .* la limite est de/).waitFor();
    assert.equal(await run.isDisabled(), true);

    await choose.setInputFiles(file("article;quantité;remise\nBA-400;1 250;2,5\nBA-500;2;\n"));
    await dialog.getByText("2 lignes peuvent être importées", { exact: false }).waitFor();
    assert.equal((await stored()).lines.length, 1);
    await run.click();
    await dialog.waitFor({ state: "detached" });
    await page.locator('[data-row="2"]').waitFor();
    const { lines } = await stored();
    assert.deepEqual(
      lines.map((l) => [l.item, l.quantity, l.manual?.value]),
      [
        ["BA-400", "1", undefined],
        ["BA-400", "1250", "2.5"],
        ["BA-500", "2", undefined],
      ],
    );
    await page.context().close();
    await desk.clean();
  });

  test("a recurring line has its days of service and its term", async () => {
    const { page, stored } = await draftOf("SV-FLEET-MON");
    await page.getByRole("button", { name: "Actions of line 1" }).click();
    await page.getByRole("menuitem", { name: "Service dates and term" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("First day of service").fill("2027-03-01");
    await dialog.getByLabel("Last day of service").fill("2027-02-01");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("The last day is before the first one.").waitFor();
    await dialog.getByLabel("Last day of service").fill("2028-08-31");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByText("1 Mar 2027 to 31 Aug 2028", { exact: false }).first().waitFor();
    const [line] = (await stored()).lines;
    assert.deepEqual([line.start, line.end], ["2027-03-01", "2028-08-31"]);
    await page.context().close();
    await desk.clean();
  });
});
