import { join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

const withElasticsearch = [
  "test/engine/**/*.test.ts",
  "test/server/**/*.test.ts",
  "test/browser/**/*.test.ts",
  "test/indexer/load/**/*.test.ts",
  "test/faults/**/*.test.ts",
];

export default defineConfig({
  root: "web",
  plugins: [react(), leanRouter()],
  build: {
    // No file becomes a data: address: the content security policy names only this server.
    assetsInlineLimit: 0,
    // What every page needs is one file: it compresses better than several, and nothing is left to preload.
    modulePreload: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "app", tags: ["$initial"] }] } } },
    // For the server, which announces what a page needs.
    manifest: true,
    reportCompressedSize: false,
  },
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:3000" } },
  test: {
    root: import.meta.dirname,
    testTimeout: 30_000,
    // Every core, where Vitest would leave one alone: files wait for the engine and the browser more than they work.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
    // A worker reads the code and the tables once and not for each file: a fifth of the time.
    isolate: false,
    reporters: ["default", "./test/closing-line.ts"],
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          environment: "node",
          include: ["test/**/*.test.ts"],
          exclude: [...withElasticsearch, "test/web/**"],
        },
      },
      {
        extends: true,
        // These replace what a browser has, each file as it needs.
        test: { name: "web", environment: "jsdom", isolate: true, include: ["test/web/**/*.test.{ts,tsx}"] },
      },
      {
        extends: true,
        test: {
          name: "elasticsearch",
          environment: "node",
          include: withElasticsearch,
          globalSetup: ["test/global-setup.ts"],
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

/**
 * Takes 6 kB (gzip) of react-router out of the first page: its production build, which its package gives to nobody, and
 * nothing we do not use. It calls `forwardRef` at the top of its module and names the results, which a bundler must take
 * for effects. If its code changes, the page only grows.
 */
function leanRouter(): Plugin {
  const production = join(import.meta.dirname, "node_modules/react-router/dist/production/index.mjs");
  return {
    name: "lean-router",
    apply: "build",
    config: () => ({ resolve: { alias: [{ find: /^react-router$/, replacement: production }] } }),
    transform(code, id) {
      if (!/[\\/]react-router[\\/]dist[\\/]/.test(id)) return undefined;
      return code
        .replaceAll(/= (React\d*\.(?:forwardRef|memo|createContext)\()/g, "= /* @__PURE__ */ $1")
        .replaceAll(/^\w+\.displayName = "[^"]*";$/gm, "");
    },
  };
}
