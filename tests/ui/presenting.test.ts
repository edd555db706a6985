import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible } from "./page";

const opened = usePage();
let page: Page;

beforeAll(() => {
  ({ page } = opened);
});

const day = (of = page) => of.getByTestId("dayof").innerText();
const downloads = mkdtempSync(join(tmpdir(), "caravan-show-"));

/** Chooses an item of the presentation's menu and keeps the file that comes of it. */
async function give(item: string): Promise<string> {
  await page.getByTestId("present-menu").click();
  const coming = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item, exact: true }).click();
  const file = await coming;
  const path = join(downloads, `${Date.now()}-${file.suggestedFilename()}`);
  await file.saveAs(path);
  return path;
}

describe("a presentation in the window", () => {
  test("opens by its key, and moves by keys alone", async () => {
    await page.locator('[data-node="audience"]').click();
    await page.keyboard.press("F5");
    await page.getByTestId("play").waitFor();
    expect(await day()).toBe("Day 0 of 90");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await day()).toBe("Day 2 of 90");
    await page.keyboard.press("End");
    expect(await day()).toBe("Day 90 of 90");
    await page.keyboard.press("Home");
    expect(await day()).toBe("Day 0 of 90");
    await page.keyboard.press("Shift+ArrowRight");
    await accessible(page);
  });

  test("goes from chapter to chapter by a presenter's keys, asks, and shows the answer", async () => {
    await page.keyboard.press("Home");
    await page.getByTestId("toggle-notes").click();
    let asked = false;
    for (let step = 0; step < 24 && !asked; step += 1) {
      await page.keyboard.press("PageDown");
      asked = await page.getByTestId("question").isVisible();
    }
    expect(asked).toBe(true);
    await accessible(page);
    await page.keyboard.press("PageDown");
    await page.getByTestId("answer").waitFor();
    await page.keyboard.press("PageUp");
    await expect.poll(() => page.getByTestId("answer").count()).toBe(0);
    expect(await page.getByTestId("notes").innerText()).toContain("Chapter");
  });

  test("shows notes and the next chapter in a window of their own, from which it is led", async () => {
    await page.keyboard.press("Home");
    const coming = page.waitForEvent("popup");
    await page.getByTestId("toggle-presenter").click();
    const beside = await coming;
    await beside.getByTestId("presenter").waitFor();
    await expect.poll(() => beside.getByTestId("presenter").innerText()).toContain("Chapter 1 of");
    await beside.keyboard.press("ArrowRight");
    await expect.poll(() => beside.getByTestId("presenter").innerText()).toContain("Chapter 2 of");
    expect(await beside.getByTestId("presenter-note").innerText()).not.toBe("");
    await accessible(beside);
    const next = await beside.getByTestId("presenter-next").innerText();
    await beside.getByTestId("presenter-forward").click();
    await expect.poll(() => page.getByTestId("caption").innerText()).toContain(next);
    await page.keyboard.press("ArrowRight");
    expect(await beside.getByTestId("presenter-day").innerText()).toBe(await day());
    const closed = beside.waitForEvent("close");
    await page.getByTestId("toggle-presenter").click();
    await closed;
    expect(await page.getByTestId("toggle-presenter").getAttribute("aria-pressed")).toBe("false");
  });

  test("follows an account and tells its story", async () => {
    await page.keyboard.press("End");
    await page.getByTestId("follow-account").selectOption({ index: 1 });
    const story = page.getByTestId("follow");
    expect(await story.innerText()).toContain("The account enters the journey.");
    await accessible(page);
    const whole = (await story.innerText()).length;
    await page.getByTestId("scrub").fill("0");
    await expect.poll(async () => (await story.innerText()).length).toBeLessThan(whole / 2);
  });

  test("plays, and days follow each other where motion is reduced", async () => {
    await page.getByTestId("follow-account").selectOption("");
    await page.getByTestId("speed").selectOption("20");
    await page.getByTestId("toStart").click();
    await page.getByTestId("dayOn").click();
    await page.getByTestId("play").click();
    await expect.poll(() => day()).not.toBe("Day 1 of 90");
  });

  test("a chapter is written, is there again, and can be brought back", async () => {
    await page.getByTestId("toEnd").click();
    await page.getByTestId("edit-chapters").click();
    await page.getByTestId("add-chapter").click();
    await page.getByLabel("Caption for the room").fill("Written by the test");
    await expect.poll(() => page.getByTestId("caption").innerText()).toContain("Written by the test");
    await accessible(page);
    await page.getByTestId("chapter-highlight").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitemcheckbox", { name: "Tell the sales desk" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.locator('.play-card[data-card="alert"][data-marked]').waitFor();
    await page.getByTestId("remove-chapter").click();
    await page.getByTestId("undo-chapters").click();
    await expect
      .poll(() => page.getByTestId("undo-chapters").getAttribute("aria-label"))
      .toBe("Undo: change a chapter");
    await page.getByTestId("close-present").click();
    await expect.poll(() => page.getByTestId("present-dialog").count()).toBe(0);
    await page.getByTestId("present").click();
    await page.getByTestId("play").waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("PageDown");
    await expect.poll(() => page.getByTestId("caption").innerText()).toContain("Written by the test");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByTestId("present-dialog").count()).toBe(0);
  });
});

describe("a presentation that leaves", () => {
  test("as a file comes back and plays", async () => {
    const path = await give("Save as a file…");
    expect(path).toMatch(/\.caravan-show$/);
    const show = JSON.parse(readFileSync(path, "utf8"));
    expect(show.format).toBe("caravan/show");
    await page.getByTestId("present-menu").click();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("menuitem", { name: "Open a presentation…" }).click();
    await (await choosing).setFiles(path);
    await page.getByTestId("play").waitFor();
    expect(await page.getByTestId("edit-chapters").count()).toBe(0);
    await page.keyboard.press("End");
    await page.keyboard.press("PageDown");
    await expect.poll(() => page.getByTestId("caption").innerText()).toContain("Written by the test");
    await page.keyboard.press("Escape");
  });

  test("as a page plays by keyboard in a browser that has no network", async () => {
    const path = await give("Save as a web page, with made-up names…");
    expect(statSync(path).size).toBeLessThan(3_000_000);
    const context = await opened.browser.newContext({
      viewport: { width: 1280, height: 720 },
      offline: true,
    });
    const alone = await context.newPage();
    const wrong: string[] = [];
    alone.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    alone.on("pageerror", (error) => wrong.push(error.message));
    alone.on("request", (request) => request.url().startsWith("file:") || wrong.push(request.url()));
    await alone.goto(`file://${path}`);
    await alone.getByTestId("play").waitFor();
    await alone.keyboard.press("ArrowRight");
    await alone.keyboard.press("ArrowUp");
    await alone.keyboard.press("ArrowUp");
    await alone.keyboard.press("Space");
    await expect.poll(() => day(alone)).not.toBe("Day 1 of 90");
    await alone.keyboard.press("End");
    expect(await day(alone)).toBe("Day 90 of 90");
    await alone.keyboard.press("Home");
    await alone.keyboard.press("PageDown");
    await alone.getByTestId("caption").waitFor();
    await accessible(alone);
    await alone.getByTestId("language").focus();
    await alone.keyboard.press("Enter");
    await expect.poll(() => day(alone)).toMatch(/^Día/);
    await accessible(alone);
    expect(wrong).toEqual([]);
    await context.close();
  });
});
