import localesPlugin from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import macros from "unplugin-parcel-macros";
import { defineConfig } from "vitest/config";
import { bundledFonts, localOnly } from "./build/local-only.ts";

const locales = { ...localesPlugin.vite({ locales: ["en-US", "es-ES"] }), enforce: "pre" as const };

export default defineConfig({
  base: "./",
  plugins: [bundledFonts(), macros.vite(), react(), locales, localOnly()],
  build: {
    target: ["es2023", "safari17"],
    cssMinify: "lightningcss",
    chunkSizeWarningLimit: 1600,
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { "/api": process.env.CARAVAN_HOST ?? "http://127.0.0.1:8787" },
  },
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    server: { deps: { inline: [/@react-spectrum/] } },
  },
});
