import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible, saved } from "./page";

const opened = usePage();
let page: Page;

beforeAll(() => {
  ({ page } = opened);
});

const more = () => page.locator('[data-reason="start"]').getByRole("button");

describe("the history", () => {
  test("tells what changed, and keeps a version under a name", async () => {
    await page.locator('[data-node="audience"]').click();
    await page.getByRole("textbox", { name: "Note" }).fill("Changed by the test");
    await page.getByTestId("history").click();
    await saved(page);
    await page.getByText("note none → Changed by the test").waitFor();
    await page.getByRole("textbox", { name: "Name of this version" }).fill("With a note");
    await page.keyboard.press("Enter");
    await page.getByText("With a note", { exact: true }).waitFor();
    await accessible(page);
  });

  test("compares two versions, on two boards and on one; a difference leads to its card", async () => {
    await more().click();
    await page.getByRole("menuitem", { name: "Compare with now" }).click();
    await page.getByTestId("differences").getByRole("button").first().click();
    for (const board of ["board-a", "board-b"])
      expect(await page.getByTestId(board).locator('[aria-pressed="true"]').getAttribute("data-mark")).toBe(
        "changed",
      );
    await accessible(page);
    await page.getByText("On one board").click();
    await page.getByTestId("board-both").waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByTestId("compare").count()).toBe(0);
  });

  test("brings a version back by keyboard, as one step that can be undone", async () => {
    await more().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Restore", exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.getByTestId("undo").getAttribute("aria-label"))
      .toBe("Undo: restore an earlier version");
    await saved(page);
    await page.getByTestId("undo").click();
    await page.getByText("Nothing changed since the newest version.").waitFor();
  });

  test("compares in the dark", async () => {
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await more().click();
    await page.getByRole("menuitem", { name: "Compare with now" }).click();
    await page.getByTestId("compare").waitFor();
    await accessible(page);
  });
});
