// Makes the pictures of the README from a running service:
//   BASE_URL=http://127.0.0.1:8080 npm run screenshots
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { base, openBrowser, people } from "./pages.mjs";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
mkdirSync(folder, { recursive: true });
const { page: open, close } = await openBrowser();

const shots = [
  { name: "configurator-wide-en", as: people.rep, path: "/configure/city-bike", language: "en" },
  { name: "quotes-wide-fr", as: people.rep, path: "/quotes", language: "fr" },
  { name: "dashboard-wide-en", as: people.manager, path: "/dashboard", language: "en" },
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

const page = await open({ language: "en", signedIn: people.rep });
await page.goto(`${base}/quotes?state=sent`);
await page.locator("main a[href*='/quotes/']").first().click();
await save(page, "quote-wide-en");
await close();
