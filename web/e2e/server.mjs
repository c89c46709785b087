import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const root = new URL("../..", import.meta.url).pathname;
const patience = 10 * 60_000;

/**
 * The address of the service to test: that in BASE_URL, or an example company
 * started for this run from the sources. QUOTIENT_BIN names a built binary to
 * use instead, QUOTIENT_E2E_DATA a data directory to keep. `like` is a data
 * directory to start from a copy of, which is faster than making a company.
 */
export async function startServer({ like } = {}) {
  if (process.env.BASE_URL) return { base: process.env.BASE_URL.replace(/\/$/, ""), stop: async () => {} };
  const kept = process.env.QUOTIENT_E2E_DATA;
  const data = kept ?? (await mkdtemp(join(tmpdir(), "quotient-e2e-")));
  // cp keeps the owner, whom PostgreSQL insists on.
  if (like) await promisify(execFile)("cp", ["-a", `${like}/.`, data]);
  const server = await serve(data);
  return {
    base: server.base,
    stop: async () => {
      await server.stop();
      if (!kept) await rm(data, { recursive: true, force: true });
    },
  };
}

/** A data directory of an example company that no service has open. Whoever asks removes it. */
export async function exampleData() {
  const data = await mkdtemp(join(tmpdir(), "quotient-e2e-"));
  await (await serve(data)).stop();
  return data;
}

async function serve(data) {
  const [command, ...first] = process.env.QUOTIENT_BIN ? [process.env.QUOTIENT_BIN] : ["go", "run", "./cmd/quotient"];
  const child = spawn(command, [...first, "demo", "--listen", "127.0.0.1:0", "--data", data, "--log-level", "warn"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    if (child.exitCode === null) {
      process.kill(-child.pid, "SIGTERM");
      await ended;
    }
  };
  try {
    return { base: await listening(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Waits for the line that says where the service listens. */
function listening(child) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the service did not listen in time")), patience);
    child.once("exit", (code) => reject(new Error(`the service ended with code ${code} before it listened`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /listening on (http:\/\/\S+)/.exec(line);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[1].replace(/\/$/, ""));
    });
  });
}
