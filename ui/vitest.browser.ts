import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The browser tests stand beside the other tests of the repository and borrow this folder's packages. */
export default defineConfig({
  root: here(".."),
  resolve: {
    alias: {
      "playwright-core": here("./node_modules/playwright-core/index.mjs"),
      "axe-core": here("./node_modules/axe-core/axe.js"),
    },
  },
  test: {
    include: ["tests/ui/**/*.test.ts"],
    environment: "node",
    testTimeout: 40_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 6_000 } },
    // One browser at a time: the machines that run this have two cores.
    fileParallelism: false,
  },
});
