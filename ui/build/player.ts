import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type Rollup } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The styles of the player, in their order. */
const parts = ["page", "board", "said", "figures", "follow", "controls", "presenter"];

/** Where the program takes the page from. */
export const playerFile = here("../../assets/player/player.html");

/**
 * The page that plays an exported show, as one document: script and styles stand in it, and its policy lets nothing
 * else run or be fetched. The program puts a show in its place, and the language.
 */
export async function playerPage(): Promise<string> {
  const built = (await build({
    configFile: false,
    root: here(".."),
    logLevel: "error",
    build: {
      write: false,
      target: ["es2022", "safari16"],
      minify: true,
      lib: { entry: here("../src/present/page.ts"), formats: ["iife"], name: "show" },
    },
  })) as Rollup.RollupOutput[];
  const code = built[0]?.output[0].code.trim().replaceAll("</script", "<\\/script") ?? "";
  const styles = ["tokens", ...parts.map((part) => `player/${part}`)]
    .map((name) => readFileSync(here(`../src/style/${name}.css`), "utf8"))
    .join("\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s*\n\s*/g, "\n");
  const font = readFileSync(
    here("../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2"),
  ).toString("base64");
  const face = `@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;src:url(data:font/woff2;base64,${font}) format("woff2")}`;
  const hash = createHash("sha256").update(code).digest("base64");
  const policy = `default-src 'none'; style-src 'unsafe-inline'; font-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Caravan</title>
<style>
${face}
${styles.trim()}
</style>
</head>
<body>
<main id="player"></main>
<script type="application/json" id="show">"caravan-show"</script>
<script>${code}</script>
</body>
</html>
`;
}
