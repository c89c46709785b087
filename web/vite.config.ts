import react from "@vitejs/plugin-react";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

/**
 * Puts the order of the style layers first: the bundler sorts the sheets of
 * shared components before the one that declares it.
 */
function layerOrder(): Plugin {
  const order = "@layer reset,tokens,base,components,features;";
  return {
    name: "layer-order",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = order + String(file.source);
      }
    },
  };
}

/** Leaves out the words of React Aria for languages that the interface does not speak. */
function ownLanguages(): Plugin {
  return {
    name: "own-languages",
    enforce: "pre",
    load(id) {
      const language = /\/react-(?:aria|stately|aria-components)\/.*\/intl\/.*\/([a-z]{2})-[A-Z]{2}\.m?js$/.exec(id)?.[1];
      return language && language !== "en" && language !== "fr" ? "export default {};" : null;
    },
  };
}

/**
 * Writes into the page which files each screen needs beyond the shell, by the
 * pattern of its address, so that public/theme.js can fetch them at once
 * instead of after the code that routes. The routes are read from the router.
 */
function screensAhead(): Plugin {
  const router = fileURLToPath(new URL("./src/router.tsx", import.meta.url));
  const route = /path: "([^"]+)",(?:(?!createRoute).)*?lazyRouteComponent\(\(\) => import\("\.(\/[^"]+)"\)\)/gs;
  return {
    name: "screens-ahead",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        if (!bundle) return;
        const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
        const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
        const needs = (name: string, seen = new Set<string>()): Set<string> => {
          if (seen.has(name)) return seen;
          byName.get(name)?.imports.forEach((other) => needs(other, seen.add(name)));
          return seen.add(name);
        };
        const shell = needs(chunks.find((chunk) => chunk.isEntry)!.fileName);
        const source = readFileSync(router, "utf8");
        const screens = [...source.matchAll(route)].map(([, path = "", file = ""]) => {
          const chunk = chunks.find((c) => c.facadeModuleId?.startsWith(router.replace("/router.tsx", file)));
          if (!chunk) throw new Error(`no chunk for the screen ${file} at ${path}`);
          return [`^${path.replace(/\$\w+/g, "[^/]+")}$`, [...needs(chunk.fileName)].filter((name) => !shell.has(name))];
        });
        if (screens.length !== source.split("lazyRouteComponent(() =>").length - 1)
          throw new Error("a route of src/router.tsx is not read");
        const attrs = { type: "application/json", id: "screens" };
        return [{ tag: "script", attrs, children: JSON.stringify(screens), injectTo: "head-prepend" }];
      },
    },
  };
}

// Messages are compiled by `npm run messages` and not by Paraglide's plugin, so
// that the build, the type check and the tests read the very same files.
export default defineConfig({
  plugins: [react(), ownLanguages(), layerOrder(), screensAhead()],
  resolve: { alias: { "~": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2022",
    // Inline images would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    // One sheet: the order of its layers then holds for every screen.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few files: what the first page needs, packages and our own code
        // apart; what several screens need beyond that; and each screen.
        codeSplitting: {
          groups: [
            { name: "vendor", test: /node_modules/, tags: ["$initial"] },
            { name: "shell", test: /src/, tags: ["$initial"] },
            { name: "shared", test: /src\/(?!components\/CustomerField)|tanstack/, minShareCount: 3 },
            { name: "controls", minShareCount: 2, test: /react-aria|react-stately|@internationalized|CustomerField/ },
          ],
        },
      },
    },
    reportCompressedSize: false,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/v1": process.env.API ?? "http://127.0.0.1:8080" },
  },
});
