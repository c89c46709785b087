import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// Messages are compiled by `npm run messages` and not by Paraglide's plugin, so
// that the build, the type check and the tests read the very same files.
export default defineConfig({
  plugins: [react()],
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
        // Few files: what nearly every screen needs, what several need, and
        // each screen apart.
        advancedChunks: {
          groups: [
            { name: "vendor", test: /node_modules/, minShareCount: 5 },
            { name: "base", test: /src/, minShareCount: 5 },
            { name: "shared", minShareCount: 2 },
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
