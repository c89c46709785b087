// Runs the browser tests against the service: `npm run e2e [file...]`. All of
// them run in two lanes side by side, each in front of a copy of the example company:
// those that only look at every screen take as long as those that work.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { exampleData, startServer } from "./server.mjs";

const here = new URL(".", import.meta.url).pathname;
const looking = ["a11y.test.mjs", "states.test.mjs"];
const asked = process.argv.slice(2);
const working = readdirSync(here).filter((name) => name.endsWith(".test.mjs") && !looking.includes(name));
const lanes = asked.length > 0 ? [asked] : [looking, working];

/** Runs one file of tests, prints what it said at its end, and tells whether it passed. */
async function passes(path, base) {
  const child = spawn(process.execPath, ["--test", "--test-concurrency=1", path], {
    stdio: ["inherit", "pipe", "pipe"],
    env: { ...process.env, BASE_URL: base },
  });
  const said = [];
  child.stdout.on("data", (text) => said.push(text));
  child.stderr.on("data", (text) => said.push(text));
  const code = await new Promise((resolve) => child.once("close", resolve));
  process.stdout.write(Buffer.concat(said));
  return code === 0;
}

async function run(files, like) {
  const { base, stop } = await startServer({ like });
  try {
    for (const name of files) {
      const path = name.includes("/") ? name : here + name;
      if (!(await passes(path, base))) process.exitCode = 1;
    }
  } finally {
    await stop();
  }
}

if (lanes.length === 1 || process.env.BASE_URL || process.env.QUOTIENT_E2E_DATA) {
  for (const files of lanes) await run(files);
} else {
  const like = await exampleData();
  try {
    await Promise.all(lanes.map((files) => run(files, like)));
  } finally {
    await rm(like, { recursive: true, force: true });
  }
}
