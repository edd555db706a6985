import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { remoteAddresses } from "../build/local-only.ts";

test.each([
  "@font-face{src:url(https://use.typekit.net/af/x/l?fvd=n1)}",
  '@import "https://example.com/a.css"',
  '<script src="//cdn.example.com/x.js"></script>',
  'const font = "https://example.com/a.woff2"',
])("%s would be fetched from elsewhere", (text) => {
  expect(remoteAddresses(text)).not.toEqual([]);
});

test("names of things that look like addresses are not fetched", () => {
  expect(remoteAddresses('xmlns="http://www.w3.org/2000/svg" href="./assets/a.js"')).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved": "http');
});
