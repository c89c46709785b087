// What a rep and the order desk do beside the main way: begin from an old
// configuration, decide a conflict later, look at the print, give the customer
// a link, attach a file, hear what happened, end an order.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { base, client, enter, openBrowser, people, settled } from "./pages.mjs";

let desk;
before(async () => {
  desk = await openBrowser();
});
after(() => desk.close());

async function at(who, path) {
  const page = await desk.page();
  await enter(page, who);
  await page.goto(base + path);
  await page.locator("h1").first().waitFor();
  await settled(page);
  return page;
}

/** A fresh quote of the rep, sent. */
async function sentQuote(page) {
  const call = await client(page);
  const customers = (await call("GET", "/v1/customers?limit=50")).items;
  const customer = customers.find((c) => c.addresses?.length > 0);
  let r = await call("POST", "/v1/quotes", { customer_id: customer.id, lines: [{ item: "BA-400", quantity: "2" }] });
  const act = async (action, body) => {
    r = await call("POST", `/v1/revisions/${r.id}/${action}`, body, { "If-Match": `"${r.version}"` });
  };
  await act("submit");
  await act("send");
  return r;
}

describe("beside the main way", { concurrency: false }, () => {
  test("a former configuration is taken over, and one undo brings the own one back", async () => {
    const page = await at(people.rep, "/configure/city-bike");
    await page.locator("[data-attribute]").first().waitFor();
    await page.getByRole("button", { name: "Start from a former configuration" }).click();
    const take = page.getByRole("dialog").getByRole("button", { name: /^Take line/ });
    await take.first().click();
    await settled(page);
    assert.ok((await page.locator("[data-status=selected-user]").count()) > 0);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await settled(page);
    assert.equal(await page.locator("[data-status=selected-user]").count(), 0);
    await page.context().close();
  });

  test("a favourite is kept under a name, taken again and dropped", async () => {
    const page = await at(people.rep, "/configure/city-bike");
    await page.locator("[data-path=frame][data-value=carbon] label").click();
    await settled(page);
    await page.getByRole("button", { name: "Start from a former configuration" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name of a favourite").fill("Light one");
    await dialog.getByRole("button", { name: "Keep the present choices" }).click();
    await dialog.getByRole("button", { name: "Take Light one" }).click();
    await page.getByRole("button", { name: "Start from a former configuration" }).click();
    await dialog.getByRole("button", { name: "Forget Light one" }).click();
    await dialog.getByText("Light one").waitFor({ state: "detached" });
    await page.context().close();
  });

  test("a conflict is kept and decided later", async () => {
    const page = await at(people.rep, "/configure/city-bike");
    await page.locator("[data-path=frame][data-value=carbon] label").click();
    await settled(page);
    await page.locator("nav ol button", { hasText: "Drive" }).click();
    await page.locator("[data-status=excluded]").first().getByRole("button").click();
    await page.getByRole("dialog").getByRole("button", { name: "Keep both, resolve later" }).click();
    await page.locator("aside [data-tone=danger]").first().waitFor();
    await page.context().close();
  });

  test("a part is added beside those that the product needs, not in their place", async () => {
    const page = await at(people.rep, "/configure/personal-computer?step=storage");
    const drives = page.locator("[data-component=drives]");
    const steps = page.locator("nav ol button");
    for (let i = 0; !(await drives.isVisible()) && i < (await steps.count()); i++) {
      await steps.nth(i).click();
      await settled(page);
    }
    const count = () =>
      drives
        .getByRole("group")
        .filter({ has: page.locator("h4") })
        .count();
    const before = await count();
    await drives.getByRole("button", { name: /^Add/ }).first().click();
    await settled(page);
    assert.equal(await count(), before + 1);
    await page.context().close();
  });

  test("a gap is mended in the send dialog, what the customer gets is looked at, and the quote goes out by mail", async () => {
    const page = await at(people.rep, "/");
    const call = await client(page);
    const contact = { name: "Jeanne Roux", email: `jeanne-${Date.now()}@brun.example` };
    const title = "Service bikes for the workshop";
    const customer = { name: "Ateliers Brun", contacts: [contact] };
    const draft = await call("POST", "/v1/quotes", { customer, title, lines: [{ item: "EX-HELMET", quantity: "12" }] });
    await call("POST", `/v1/revisions/${draft.id}/submit`, undefined, { "If-Match": `"${draft.version}"` });
    await page.goto(`${base}/quotes/${draft.quote.id}`);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const dialog = page.getByRole("dialog");
    const send = dialog.getByRole("button", { name: "Send", exact: true });
    await dialog.getByText("1 thing is missing").waitFor();
    assert.ok(await send.isDisabled());
    await dialog.getByLabel("Street").fill("3 rue des Forges");
    await dialog.getByLabel("Postal code").fill("69003");
    await dialog.getByLabel("City").fill("Lyon");
    await dialog.getByLabel("Country").fill("FR");
    await dialog.getByRole("button", { name: "Save the address" }).click();
    await dialog.getByText("Nothing is missing.").waitFor();

    await dialog.getByRole("tab", { name: "The customer’s page" }).click();
    await page.frameLocator("iframe").getByRole("heading", { name: title }).waitFor();
    await dialog.getByRole("tab", { name: "Document" }).click();
    assert.match((await dialog.getByRole("link", { name: "Open the preview" }).getAttribute("href")) ?? "", /^blob:/);
    await dialog.getByRole("tab", { name: "E-mail" }).click();
    assert.ok(await dialog.getByRole("checkbox", { name: new RegExp(contact.email) }).isChecked());
    await dialog.getByLabel("Your words").fill("As discussed this morning.");
    await dialog.getByLabel("Subject").focus();
    await dialog.getByRole("figure").getByText("As discussed this morning.").waitFor();
    await send.click();
    await dialog.waitFor({ state: "detached" });

    const mails = page.locator("section", { has: page.getByRole("heading", { name: "E-mails" }) });
    await mails.getByText("sent", { exact: true }).waitFor();
    await mails.getByText(contact.email).waitFor();
    const letters = await (await page.context().request.get(`${base}/letters`)).text();
    assert.ok(letters.includes(contact.email) && letters.includes("As discussed this morning."));
    await mails.getByRole("button", { name: new RegExp(contact.email) }).click();
    await page.getByRole("menuitem", { name: "It came back" }).click();
    await page.getByRole("dialog").getByLabel("What the returned mail says").fill("552 mailbox full");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await mails.getByText("552 mailbox full").waitFor();
    await mails.getByRole("button", { name: /^Send again/ }).click();
    await page.getByRole("dialog").getByLabel("E-mail address").fill(`better-${contact.email}`);
    await page.getByRole("dialog").getByRole("button", { name: "Send", exact: true }).click();
    await mails.getByText(`better-${contact.email}`).waitFor();
    await mails.getByText("sent", { exact: true }).waitFor();

    // A mail server that is away: the wait, the tries and the last word are there.
    await page.route(/\/mails$/, async (route) => {
      const response = await route.fetch();
      const { items } = await response.json();
      await route.fulfill({
        response,
        json: { items: items.map((m) => ({ ...m, state: "queued", tries: 2, word: "connection refused" })) },
      });
    });
    await page.reload();
    await mails.getByText("waiting", { exact: true }).waitFor();
    await mails.getByText("Tried 2 times; it is tried again by itself.").waitFor();
    await mails.getByText("connection refused").waitFor();
    await page.context().close();
  });

  test("a long quote is sent by a job, whose progress is shown", async () => {
    const page = await at(people.rep, "/");
    const call = await client(page);
    const customer = (await call("GET", "/v1/customers?limit=50")).items.find((c) => c.addresses?.length > 0);
    const lines = Array.from({ length: 201 }, () => ({ item: "EX-HELMET", quantity: "1" }));
    const draft = await call("POST", "/v1/quotes", { customer_id: customer.id, lines });
    await call("POST", `/v1/revisions/${draft.id}/submit`, undefined, { "If-Match": `"${draft.version}"` });
    await page.goto(`${base}/quotes/${draft.quote.id}`);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Nothing is missing.").waitFor();
    const byMail = dialog.getByRole("checkbox", { name: /^Send it by e-mail/ });
    if (await byMail.isChecked()) await byMail.uncheck();
    await dialog.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByRole("progressbar", { name: "Progress of the send" }).waitFor();
    await page.getByRole("link", { name: "PDF", exact: true }).waitFor();
    await page.getByRole("progressbar", { name: "Progress of the send" }).waitFor({ state: "detached" });
    await page.context().close();
  });

  test("a file is attached to a draft, one that is too large is refused with its size; a comment stands in the history", async () => {
    const page = await at(people.rep, "/");
    const call = await client(page);
    const customer = (await call("GET", "/v1/customers?limit=1")).items[0];
    const draft = await call("POST", "/v1/quotes", { customer_id: customer.id, lines: [{ item: "BA-400", quantity: "1" }] });
    await page.goto(`${base}/quotes/${draft.quote.id}`);
    const files = page.locator("section", { has: page.getByRole("heading", { name: "Files" }) });
    await files.waitFor();
    const give = (name, buffer) => files.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer });
    await give("plan.txt", Buffer.from("The plan."));
    await files.getByRole("link", { name: "plan.txt" }).waitFor();
    await give("film.txt", Buffer.alloc(11 * 1024 * 1024, "x"));
    await files.getByText("film.txt has", { exact: false }).waitFor();
    await page.getByLabel("Comment for colleagues").fill("Calls back on Monday.");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.getByText("“Calls back on Monday.”").waitFor();
    await files.getByRole("button", { name: "Remove plan.txt" }).click();
    await files.getByRole("link", { name: "plan.txt" }).waitFor({ state: "detached" });
    await page.context().close();
  });

  test("the customer gets a link, and the rep hears what the colleague did", async () => {
    const page = await at(people.rep, "/");
    const sent = await sentQuote(page);
    await page.goto(`${base}/quotes/${sent.quote.id}`);
    const links = page.locator("section", { has: page.getByRole("heading", { name: "The customer’s page" }) });
    await links.getByRole("button", { name: "Make a link" }).click();
    const url = await links.getByLabel("Link, shown this once").inputValue();
    assert.match(url, /^https?:\/\/.+/);
    await links.getByText("Not opened yet").waitFor();
    await links.getByRole("button", { name: /^Replace by a new link/ }).click();
    await page.waitForFunction((old) => (document.querySelector("input[readonly]")?.value ?? old) !== old, url);
    assert.equal((await page.context().request.get(url)).status(), 404);
    const asked = await page.context().request.post(`${await links.getByLabel("Link, shown this once").inputValue()}/question`, {
      form: { name: "Jeanne Roux", question: "Is blue possible?" },
    });
    assert.ok(asked.ok());
    await page.reload();
    await links.getByText(/^Opened /).waitFor();
    const questions = page.locator("section", { has: page.getByRole("heading", { name: "Questions from the customer" }) });
    await questions.getByText("Is blue possible?").waitFor();
    await questions.getByLabel("Your answer").fill("Yes, in blue too.");
    await questions.getByRole("button", { name: "Answer the customer" }).click();
    await questions.getByText("Yes, in blue too.", { exact: true }).first().waitFor();

    const other = await desk.page();
    await enter(other, people.colleague);
    const theirs = await client(other);
    const now = await theirs("GET", `/v1/revisions/${sent.id}`);
    await theirs(
      "POST",
      `/v1/revisions/${sent.id}/record_acceptance`,
      { po_number: `PO-${Date.now()}` },
      { "If-Match": `"${now.version}"` },
    );
    await page.reload();
    await page.getByRole("button", { name: /^What happened: \d+ new$/ }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("link", { name: new RegExp(`Accepted.*${sent.quote.number}`, "s") }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "What happened", exact: true }).waitFor();
    await page.context().close();
    await other.context().close();
  });

  test("the order desk finds an offer and ends an order", async () => {
    const page = await at(people.orderDesk, "/orders");
    await page.getByRole("searchbox", { name: "Find an offer" }).fill("cycles");
    await page.getByRole("heading", { name: "Offers found" }).waitFor();
    await settled(page);
    assert.ok((await page.getByRole("table", { name: "Offers found" }).getByRole("row").count()) > 1);
    const change = page.getByRole("button", { name: /^Change status of / }).first();
    const name = await change.getAttribute("aria-label");
    await change.click();
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name, exact: true }).waitFor({ state: "detached" });
    await page.context().close();
  });

  test("nothing was complained about on the way", () => desk.clean());
});
