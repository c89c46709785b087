// Runs the browser tests against the service: `npm run e2e [file...]`.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { startServer } from "./server.mjs";

const here = new URL(".", import.meta.url).pathname;
const asked = process.argv.slice(2);
const files = asked.length > 0 ? asked : readdirSync(here).filter((name) => name.endsWith(".test.mjs"));

const { base, stop } = await startServer();
try {
  const paths = files.map((name) => (name.includes("/") ? name : here + name));
  const child = spawn(process.execPath, ["--test", "--test-concurrency=1", ...paths], {
    stdio: "inherit",
    env: { ...process.env, BASE_URL: base },
  });
  process.exitCode = await new Promise((resolve) => child.once("exit", resolve));
} finally {
  await stop();
}
