import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(resolve(import.meta.dirname, "../../ui/node_modules/axe-core/axe.min.js"), "utf8");

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CARAVAN_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

/** A page that is ready, and the errors that it wrote to its console. */
export async function openPage(browser: Browser, url: string): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    reducedMotion: "reduce",
  });
  await asInTheWindow(context, url);
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(url);
  await ready(page);
  return { page, errors };
}

/** What the desktop window forbids is forbidden here too: foreign sources, inline scripts, changed prototypes. */
async function asInTheWindow(context: BrowserContext, url: string): Promise<void> {
  const policy =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'";
  await context.addInitScript({ path: resolve(import.meta.dirname, "../../src-tauri/src/freeze.js") });
  await context.route(`${url}/`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), "content-security-policy": policy },
    });
  });
}

export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready="1"]');
}

/** Everything done so far is in the program's store. */
export async function saved(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid="saved"][data-state="saved"]');
}

/** Where something is once it stands still: a board that has just changed may still be on its way. */
export async function still(of: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let last = "";
  for (let look = 0; look < 40; look++) {
    const box = await of.boundingBox();
    const now = JSON.stringify(box);
    if (box && now === last) return box;
    last = now;
    await of.page().waitForTimeout(60);
  }
  throw new Error(`${of} does not come to rest on the screen.`);
}

/** Lets go of a card of a list. For 50 ms after that dnd-kit keeps every click to itself, lest the drop be one. */
export async function drop(page: Page): Promise<void> {
  await page.mouse.up();
  await page.waitForTimeout(80);
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

/** The screen has no finding of axe-core. */
export async function accessible(page: Page): Promise<void> {
  // Colours are measured when nothing fades in any more.
  await page.evaluate("Promise.allSettled(document.getAnimations().map(({ finished }) => finished))");
  await page.evaluate(axe);
  const violations = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )) as Violation[];
  const told = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 240)}\n  ${failureSummary}`).join("\n")}`,
  );
  expect(told).toEqual([]);
}
