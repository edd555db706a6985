import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessible, openPage, ready, startBrowser } from "./page";

const ui = resolve(import.meta.dirname, "../../ui");
const data = mkdtempSync(join(tmpdir(), "caravan-place-"));
let browser: Browser;
let host: ChildProcess | undefined;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await end();
  rmSync(data, { recursive: true, force: true });
});

/** Starts the program on the folder of this file's tests. */
async function begin(): Promise<string> {
  const binary = process.env.CARAVAN_HOST_BIN ?? resolve(ui, "../target/debug/caravan-localhost");
  const child = spawn(binary, ["--port", "0", "--data", data, "--page", join(ui, "dist")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  host = child;
  return new Promise((found) =>
    child.stdout.on("data", (part: Buffer) => {
      const url = /http:\/\/[\w.:]+/.exec(part.toString())?.[0];
      if (url) found(url);
    }),
  );
}

async function end() {
  const ended = new Promise((done) => host?.once("exit", done));
  host?.kill("SIGKILL");
  await ended;
}

const menu = async (page: Page, item: RegExp | string) => {
  await page.getByRole("button", { name: "The workspace as a file" }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

test("a new workspace is made empty, and one comes back to the one of before", async () => {
  const { page, errors } = await openPage(browser, await begin());
  const before = await page.getByTestId("dataset").innerText();
  await menu(page, "New workspace…");
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill("Autumn");
  await accessible(page);
  await page.getByTestId("workspace-go").click();
  await page.getByTestId("dataset").getByText("Autumn").waitFor();
  await ready(page);
  // Every screen of an empty workspace says what to do next.
  await accessible(page);
  await page.getByTestId("groups-button").click();
  await page.getByText("There are no buying groups yet.").waitFor();
  await accessible(page);
  for (const section of ["coverage", "overlap", "rolesTemplate", "stages", "audience", "email", "weights"]) {
    await page.getByTestId(`section-${section}`).click();
    await page.locator(`[data-section="${section}"]`).waitFor();
    await accessible(page);
  }
  await page.getByTestId("dataset").click();
  await page.getByText("Nothing here yet.").waitFor();
  await accessible(page);
  await menu(page, /^workspace/);
  await expect.poll(() => page.getByTestId("dataset").innerText()).toBe(before);
  await ready(page);
  expect(errors).toEqual([]);
  await page.context().close();
});

test("a damaged workspace offers its backup", async () => {
  await end();
  const file = join(data, "workspace.caravan");
  const bytes = readFileSync(file);
  bytes.fill(0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 8192);
  writeFileSync(file, bytes);
  const url = await begin();
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
  await page.goto(url);
  await page.getByTestId("rescue").waitFor();
  await page.getByText("The workspace file is damaged.").waitFor();
  await accessible(page);
  await page.getByTestId("use-backup").click();
  await ready(page);
  await page.getByTestId("dataset").waitFor();
});
