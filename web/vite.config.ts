import react from "@vitejs/plugin-react";
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

// Messages are compiled by `npm run messages` and not by Paraglide's plugin, so
// that the build, the type check and the tests read the very same files.
export default defineConfig({
  plugins: [react(), ownLanguages(), layerOrder()],
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
        // Few files: packages that several screens need, our own code that
        // several need, and each screen apart.
        codeSplitting: {
          groups: [
            { name: "vendor", test: /node_modules/, minShareCount: 3 },
            { name: "shared", test: /src/, minShareCount: 3 },
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
