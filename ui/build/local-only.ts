import type { Plugin } from "vite";

/** Replaces the component kit's font loader, which points at a remote host; our font is bundled. */
export function bundledFonts(): Plugin {
  return {
    name: "caravan-bundled-fonts",
    enforce: "pre",
    load(id) {
      if (/@react-spectrum\/s2\/dist\/private\/Fonts\.mjs/.test(id)) {
        return "export function Fonts() { return null; }";
      }
      return undefined;
    },
  };
}

/** What would fetch from elsewhere: an asset's address, a stylesheet's import, a script's source. */
const remote = [
  /url\(\s*["']?(?:https?:)?\/\/[^)]*\)/g,
  /@import\s+["'](?:https?:)?\/\/[^"']*["']/g,
  /<(?:script|link|img)[^>]+(?:src|href)=["'](?:https?:)?\/\/[^"']*["']/g,
  /https?:\/\/[^"'`\s)]+\.(?:woff2?|ttf|otf|m?js|css)\b/g,
  /https?:\/\/(?:use\.typekit\.net|fonts\.(?:googleapis|gstatic)\.com)[^"'`\s)]*/g,
];

/** Addresses in `text` that a page would load from another machine. */
export function remoteAddresses(text: string): string[] {
  return remote.flatMap((pattern) => [...text.matchAll(pattern)].map((found) => found[0]));
}

/** Fails the build when the page would load a font, script, style or picture from elsewhere. */
export function localOnly(): Plugin {
  return {
    name: "caravan-local-only",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const [name, part] of Object.entries(bundle)) {
        const text = part.type === "chunk" ? part.code : typeof part.source === "string" ? part.source : "";
        const found = remoteAddresses(text)[0];
        if (found) {
          this.error(`${name} would load ${found} from another machine; bundle it instead.`);
        }
      }
    },
  };
}
