// Weighs the built interface: what a browser loads before it can draw anything
// (the shell) and what each screen adds, gzipped. Fails above the budgets.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const budgets = { shell: 220, route: 60 };

const weigh = (name) => gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length / 1024;
const html = readFileSync(new URL("index.html", dist), "utf8");
const first = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((hit) => hit[1]);
const shell = first.reduce((sum, name) => sum + weigh(name), 0);

const rows = [["shell (scripts and styles)", shell, budgets.shell]];
for (const name of readdirSync(new URL("assets/", dist)).filter((n) => n.endsWith(".js"))) {
  if (!first.includes(`assets/${name}`)) rows.push([name.replace(/-[\w-]{8}\.js$/, ""), weigh(`assets/${name}`), budgets.route]);
}

for (const [name, size, limit] of rows)
  console.log(`${size > limit ? "OVER" : "  ok"}  ${size.toFixed(1).padStart(6)} kB of ${limit}  ${name}`);
if (rows.some(([, size, limit]) => size > limit)) process.exitCode = 1;
