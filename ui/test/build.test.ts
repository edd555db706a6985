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

test("the lock file lists every platform's packages, so that `npm ci` takes it everywhere", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(readFileSync("package-lock.json", "utf8")).not.toContain('"resolved": "http');
});
