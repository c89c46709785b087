// Runs the browser tests against the service: `npm run e2e [file...]`.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { startServer } from "./server.mjs";

const here = new URL(".", import.meta.url).pathname;
const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : readdirSync(here).filter((name) => name.endsWith(".test.mjs"));

const { base, stop } = await startServer();

/** Runs one file of tests and tells whether it passed. */
async function passes(path) {
  const child = spawn(process.execPath, ["--test", "--test-concurrency=1", path], {
    stdio: "inherit",
    env: { ...process.env, BASE_URL: base },
  });
  return (await new Promise((resolve) => child.once("exit", resolve))) === 0;
}

try {
  for (const name of files) {
    const path = name.includes("/") ? name : here + name;
    if (!(await passes(path))) process.exitCode = 1;
  }
} finally {
  await stop();
}
