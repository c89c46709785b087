import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { settled } from "./pages.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every language in both themes, every theme on a wide screen or a tablet and on a phone. */
const looks = {
  en: [
    { theme: "light", width: 1440, height: 900 },
    { theme: "dark", width: 360, height: 740 },
  ],
  fr: [
    { theme: "dark", width: 820, height: 900 },
    { theme: "light", width: 360, height: 740 },
  ],
};

async function audit(page) {
  await page.evaluate((source) => window.axe ?? (0, eval)(source) ?? null, axe);
  const options = { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((asked) => window.axe.run(document, asked), options);
  return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`);
}

/** Gives an open page another theme, as its switch does, and another size; colours have changed when it returns. */
async function show(page, { theme, width, height }) {
  await page.setViewportSize({ width, height });
  await page.evaluate(async (name) => {
    document.documentElement.dataset.theme = name;
    const changing = document.getAnimations().filter((a) => a instanceof CSSTransition);
    await Promise.allSettled(changing.map((a) => a.finished));
  }, theme);
}

/**
 * What holds of a page whatever it shows, in each look of its language: axe finds
 * nothing, there is one h1, the page is in its language, and nothing scrolls
 * sideways. A page that still waits for something is looked at as it is.
 */
export async function inspect(page, language, { waiting = false } = {}) {
  await page.locator("h1").first().waitFor();
  for (const look of looks[language]) {
    await show(page, look);
    if (waiting) await page.waitForTimeout(100);
    else await settled(page);
    const where = `${look.theme}, ${look.width} px`;
    assert.deepEqual(await audit(page), [], where);
    assert.equal(await page.locator("h1").count(), 1, where);
    assert.equal(await page.evaluate(() => document.documentElement.lang), language, where);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= look.width, `scrolls sideways: ${where}`);
  }
}
