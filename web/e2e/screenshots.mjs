// Makes the pictures of the README from a running service:
//   BASE_URL=http://127.0.0.1:8080 npm run screenshots
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base, client, openBrowser, people, settled } from "./pages.mjs";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });
const { page: open, close } = await openBrowser();

const shots = [
  { name: "configurator-wide-en", as: people.rep, path: "/configure/city-bike", language: "en" },
  { name: "configurator-wide-fr", as: people.rep, path: "/configure/city-bike", language: "fr" },
  { name: "quotes-wide-fr", as: people.rep, path: "/quotes", language: "fr" },
  { name: "dashboard-wide-en", as: people.director, path: "/dashboard", language: "en" },
  { name: "home-phone-fr", as: people.rep, path: "/", language: "fr", width: 360, height: 740 },
];

async function save(page, name) {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(400); // transitions
  await page.screenshot({ path: `${folder}${name}.png` });
}

for (const { name, as, path, ...view } of shots) {
  const page = await open({ ...view, signedIn: as });
  await page.goto(`${base}${path}`);
  await save(page, name);
  await page.context().close();
}

/** A picture after some clicks. */
async function picture(name, { as, language = "en" }, prepare) {
  const page = await open({ language, signedIn: as });
  await prepare(page);
  await save(page, name);
  await page.context().close();
}

const firstOf = async (page, state) => {
  await page.goto(`${base}/quotes?state=${state}&owner=me`);
  await page.locator("main a[href*='/quotes/']").first().click();
  await page.locator("[role=grid]").waitFor();
  await settled(page);
};

for (const language of ["en", "fr"]) {
  await picture(`quote-wide-${language}`, { as: people.rep, language }, (page) => firstOf(page, "sent"));

  await picture(`repair-wide-${language}`, { as: people.rep, language }, async (page) => {
    await page.goto(`${base}/configure/city-bike`);
    await page.locator("[data-path=frame][data-value=carbon] label").click();
    await settled(page);
    await page.locator("nav ol button").nth(1).click();
    await page.locator("[data-status=excluded] button").first().click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^(Apply|Appliquer)$/ })
      .first()
      .waitFor();
  });
}

await picture("paste-wide-en", { as: people.rep }, async (page) => {
  await firstOf(page, "draft");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: /spreadsheet/ }).click();
  await page.getByRole("dialog").locator("textarea").fill("BA-400\t12\nBA-500\t4\t5%\nNO-SUCH\t2");
  await page.getByRole("dialog").locator("table").waitFor();
  await settled(page);
});

await picture("approvals-wide-fr", { as: people.manager, language: "fr" }, async (page) => {
  await page.goto(`${base}/approvals`);
  await settled(page);
});
// The customer's page of a quote with something to choose.
for (const { name, title, ...view } of [
  { name: "buyer-phone-fr", title: "Vélos de service pour l’atelier", language: "fr", width: 360, height: 740 },
  { name: "buyer-wide-en", title: "Service bikes for the workshop", language: "en" },
]) {
  const page = await open({ ...view, signedIn: people.rep });
  const call = await client(page);
  const customer = {
    name: "Ateliers Brun",
    addresses: [{ code: "billing", street: "3 rue des Forges", postal_code: "69003", city: "Lyon", country: "FR" }],
  };
  const lines = [
    { item: "EX-HELMET", quantity: "12" },
    { item: "EX-LOCK", quantity: "12", optional: true },
    { item: "EX-SEAT", quantity: "2", alternative: "a", proposed: true },
    { item: "TY-WINT", quantity: "24", alternative: "a" },
  ];
  const { id } = await call("POST", "/v1/quotes", { title, customer, lines, language: view.language });
  const path = `/v1/revisions/${id}`;
  for (const step of ["submit", "send"]) {
    const tag = (await page.context().request.get(base + path)).headers().etag;
    await call("POST", `${path}/${step}`, undefined, { "If-Match": tag });
  }
  await page.goto((await call("POST", `${path}/links`)).url);
  await save(page, name);
  await page.context().close();
}
await close();
