// Prints how fast the interface answers in a real browser; nothing is asserted,
// since figures depend on the machine. A click or key counts from the event to
// the frame in which the consequence is painted, the service's answer included;
// the largest paint and the layout shift are the browser's own.
//   QUOTIENT_BIN=bin/quotient npm run vitals            all of it
//   BASE_URL=http://127.0.0.1:8080 npm run vitals edits  against a running one
// Parts: clicks (500 options), edits (1,000 lines), pages.
import { startServer } from "../e2e/server.mjs";
import { largeModel } from "./large-model.mjs";

const rounds = 15;
const options = 500;
const lines = 1000;
const parts = process.argv.slice(2);
const wanted = (part) => parts.length === 0 || parts.includes(part);

const { base, stop } = await startServer();
process.env.BASE_URL = base;
const { client, enter, openBrowser, people, settled } = await import("../e2e/pages.mjs");
const desk = await openBrowser();

/**
 * Watches for the next event of a type; what it gives waits for the frame after
 * each condition holds and gives the milliseconds since the event. A condition
 * is an element that has to be there, with which text or without it, and one
 * that must not be there.
 */
async function watch(page, type, ...conditions) {
  await page.evaluate(
    ([event, all]) => {
      globalThis.watched = new Promise((resolve) => {
        const times = all.map(() => undefined);
        const holds = ({ there, text, not, gone }) => {
          const found = document.querySelector(there);
          if (!found || (gone && document.querySelector(gone))) return false;
          return (text === undefined || found.innerText.trim() === text) && (not === undefined || found.innerText !== not);
        };
        const begin = (e) => {
          const look = () => {
            all.forEach((condition, i) => {
              if (times[i] !== undefined || !holds(condition)) return;
              times[i] = null;
              requestAnimationFrame(() => setTimeout(() => (times[i] = performance.now() - e.timeStamp)));
            });
            if (times.every((t) => typeof t === "number")) resolve(times);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        };
        addEventListener(event, begin, { once: true, capture: true });
      });
    },
    [type, conditions],
  );
  return () => page.evaluate(() => globalThis.watched);
}

function print(what, all) {
  const sorted = all.map(Math.round).sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  console.log(`${what}: median ${at(0.5)} ms, 95 % ${at(0.95)} ms (n = ${sorted.length})`);
}

/** A page on a slower processor, and for the slow one a line of 1.6 Mb/s. */
async function slowPage(who, slowdown, { line = false } = {}) {
  const page = await desk.page();
  await enter(page, who);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  if (line) {
    const bytes = 1.6e6 / 8;
    const conditions = { offline: false, latency: 150, downloadThroughput: bytes, uploadThroughput: bytes };
    await devtools.send("Network.enable");
    await devtools.send("Network.emulateNetworkConditions", conditions);
  }
  await page.addInitScript(() => {
    globalThis.vitals = { paint: 0, shift: 0, interaction: 0 };
    const observe = (type, take, more = {}) =>
      new PerformanceObserver((l) => l.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
    observe("largest-contentful-paint", (e) => (globalThis.vitals.paint = e.startTime));
    observe("layout-shift", (e) => !e.hadRecentInput && (globalThis.vitals.shift += e.value));
    observe("event", (e) => e.interactionId && (globalThis.vitals.interaction = Math.max(globalThis.vitals.interaction, e.duration)), {
      durationThreshold: 16,
    });
  });
  return page;
}

/** The browser's own figures of a page. */
async function vitalsOf(page) {
  await page.waitForTimeout(500); // observers are told late
  return page.evaluate(() => globalThis.vitals);
}

/** Every click on an option: the choice, and the new states and price. */
async function clicks(slowdown) {
  const page = await slowPage(people.rep, slowdown);
  await page.goto(`${base}/configure/large`);
  await page.locator("[data-attribute]").first().waitFor();
  await settled(page);
  const chosen = [];
  const answered = [];
  for (let n = 0; n < rounds; n++) {
    const value = `[data-value=o${n % 5}x${3 + n}]`;
    const label = page.locator(`${value} label`);
    await label.scrollIntoViewIfNeeded();
    const there = `${value}[data-status=selected-user]`;
    const seen = await watch(page, "click", { there }, { there, gone: "main [aria-busy=true]" });
    await label.click();
    const [mark, price] = await seen();
    chosen.push(mark);
    answered.push(price);
    await settled(page);
  }
  print(`${options} options, CPU ${slowdown}x slower, click to the choice painted`, chosen);
  print(`${options} options, CPU ${slowdown}x slower, click to new states and price painted`, answered);
  const { interaction } = await vitalsOf(page);
  console.log(`${options} options, CPU ${slowdown}x slower: longest interaction (INP) ${interaction} ms`);
  await page.context().close();
}

/** Every edit of a quantity: the cell, and the new totals. */
async function edits(slowdown) {
  const page = await slowPage(people.rep, slowdown);
  const call = await client(page);
  const customer = (await call("GET", "/v1/customers?limit=1")).items[0];
  const plain = Array.from({ length: lines }, () => ({ item: "BA-400", quantity: "1" }));
  const draft = await call("POST", "/v1/quotes", { customer_id: customer.id, lines: plain });
  await page.goto(`${base}/quotes/${draft.quote.id}`);
  await page.locator("[role=grid] [data-row]").first().waitFor();
  await settled(page);
  const painted = [];
  const priced = [];
  for (let n = 0; n < rounds; n++) {
    const row = n;
    const cell = page.locator(`[data-row="${row}"] [data-col=quantity]`);
    await cell.click();
    await page.keyboard.type(String(n + 2));
    const before = await page.getByTestId("net").innerText();
    const shown = { there: `[data-row="${row}"] [data-col=quantity] span:last-child`, text: String(n + 2) };
    const seen = await watch(page, "keydown", shown, { there: "[data-testid=net]", not: before });
    await page.keyboard.press("Enter");
    const [cellShown, total] = await seen();
    painted.push(cellShown);
    priced.push(total);
    await settled(page);
  }
  print(`${lines} lines, CPU ${slowdown}x slower, edit of a quantity to the cell painted`, painted);
  print(`${lines} lines, CPU ${slowdown}x slower, edit of a quantity to the new total painted`, priced);
  const { interaction } = await vitalsOf(page);
  console.log(`${lines} lines, CPU ${slowdown}x slower: longest interaction (INP) ${interaction} ms`);
  await page.context().close();
}

/** Largest paint and layout shift of a page where people begin. */
async function opened(slowdown, path) {
  const page = await slowPage(people.rep, slowdown, { line: slowdown > 1 });
  await page.goto(base + path);
  await page.locator("h1").first().waitFor();
  await settled(page);
  const { paint, shift } = await vitalsOf(page);
  const line = slowdown > 1 ? " and 1.6 Mb/s" : "";
  console.log(
    `${path}, CPU ${slowdown}x slower${line}: largest paint (LCP) ${Math.round(paint)} ms, layout shift (CLS) ${shift.toFixed(3)}`,
  );
  await page.context().close();
}

/** Publishes the large model, once for a data directory. */
async function publishLarge() {
  const page = await desk.page();
  await enter(page, people.admin);
  const call = await client(page);
  const { items } = await call("GET", "/v1/models");
  if (!items.some((m) => m.code === "large")) {
    await call("POST", "/v1/models/large/versions", { entry: "large.yaml", files: { "large.yaml": largeModel(options) } });
  }
  await page.context().close();
}

try {
  if (wanted("clicks")) {
    await publishLarge();
    for (const slowdown of [1, 4]) await clicks(slowdown);
  }
  if (wanted("edits")) for (const slowdown of [1, 4]) await edits(slowdown);
  if (wanted("pages"))
    for (const slowdown of [1, 4]) for (const path of ["/", "/configure/city-bike", "/quotes"]) await opened(slowdown, path);
} finally {
  await desk.close();
  await stop();
}
