import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible } from "./page";

const opened = usePage();
let page: Page;
const files = mkdtempSync(join(tmpdir(), "caravan-files-"));

beforeAll(async () => {
  ({ page } = opened);
  await page.getByTestId("dataset").click();
  await page.getByTestId("rows").waitFor();
});

afterAll(() => rmSync(files, { recursive: true }));

const cell = (row: number, column: number) => page.locator(`#cell-${row}-${column}`);
const undoes = () => page.getByTestId("undo").getAttribute("aria-label");
/** How many rows are shown, in words. */
const words = () => page.locator(".table-words").innerText();

/** Chooses files as a user does. */
async function choose(...chosen: [name: string, text: string][]) {
  for (const [name, text] of chosen) writeFileSync(join(files, name), text);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByTestId("import").click()]);
  await chooser.setFiles(chosen.map(([name]) => join(files, name)));
  await page.getByTestId("import-dialog").waitFor();
}

describe("the tables", () => {
  test("are looked at, sorted and searched", async () => {
    await accessible(page);
    await page.getByRole("button", { name: "Name", exact: true }).click();
    await page.locator('[role=columnheader][aria-sort="ascending"]').waitFor();
    await page.getByRole("searchbox", { name: "Search all columns" }).fill("spain");
    await expect.poll(words).not.toContain("500 of 500");
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(words).toContain("500 of 500 rows");
  });

  test("a cell is written by keyboard and taken back", async () => {
    await cell(0, 1).click();
    const before = await cell(0, 1).innerText();
    await page.getByTestId("rows").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Zzz Mills");
    await page.keyboard.press("Escape");
    expect(await cell(0, 1).innerText()).toBe(before);
    await page.keyboard.press("F2");
    await page.keyboard.type("Aaa Mills");
    await page.keyboard.press("Enter");
    await expect.poll(() => cell(0, 1).innerText()).toBe("Aaa Mills");
    expect(await undoes()).toBe(`Undo: “${before}” → “Aaa Mills”`);
    await page.keyboard.press("Control+z");
    await expect.poll(() => cell(0, 1).innerText()).toBe(before);
  });

  test("are filtered by a condition", async () => {
    const name = await cell(0, 1).innerText();
    await page.getByTestId("filter").click();
    const dialog = page.getByTestId("condition-dialog");
    await dialog.getByRole("button", { name: "Add" }).click();
    await page.getByRole("menuitem", { name: "Attribute" }).click();
    await dialog.getByPlaceholder("Type or choose").fill(name);
    await page.keyboard.press("Enter");
    await dialog.getByText(/^\d of 500 accounts match/).waitFor();
    await accessible(page);
    await page.getByTestId("condition-done").click();
    await expect.poll(words).toMatch(/^\d of 500 rows\s+Name is /);
    await page.getByRole("button", { name: "Show all" }).click();
    await expect.poll(words).toContain("500 of 500");
  });

  test("columns are left out, and that is remembered", async () => {
    await page.getByTestId("columns").click();
    await page.getByRole("menuitemcheckbox", { name: "Industry" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("columnheader", { name: "Industry" }).count()).toBe(0);
    await page.reload();
    await page.waitForSelector('body[data-ready="1"]');
    await page.getByTestId("dataset").click();
    await page.getByTestId("rows").waitFor();
    await expect.poll(() => page.getByRole("columnheader", { name: "Industry" }).count()).toBe(0);
  });

  test("rows are added and deleted", async () => {
    await page.getByTestId("add-row").click();
    await page.getByRole("textbox", { name: "Account key" }).fill("NEW-1");
    await page.getByRole("textbox", { name: "Name" }).fill("New Orchards");
    await accessible(page);
    await page.keyboard.press("Enter");
    await expect.poll(words).toContain("501 of 501");
    await cell(0, 1).click();
    await page.getByTestId("delete-row").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect.poll(words).toContain("500 of 500");
    await page.getByTestId("undo").click();
    await expect.poll(words).toContain("501 of 501");
    await page.getByTestId("undo").click();
    await expect.poll(words).toContain("500 of 500");
  });

  test("several rows are marked and deleted in one step", async () => {
    await cell(1, 0).click();
    await cell(3, 0).click({ modifiers: ["Shift"] });
    await page.getByText("3 rows marked.").waitFor();
    await page.getByTestId("rows").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.getByText("4 rows marked.").waitFor();
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("2 rows marked.").waitFor();
    await accessible(page);
    await page.getByTestId("delete-row").click();
    await page.getByRole("alertdialog", { name: "Delete 2 rows?" }).waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await expect.poll(words).toContain("498 of 498");
    await expect.poll(() => page.getByTestId("marked").count()).toBe(0);
    await page.getByTestId("undo").click();
    await expect.poll(words).toContain("500 of 500");
  });

  test("what is shown is downloaded", async () => {
    await page.getByTestId("export-rows").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "What is shown, as CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("accounts.csv");
  });
});

describe("an import", () => {
  test("shows the first rows and the matches, changes one, says what is lacking, and takes the file", async () => {
    await choose(["firms.csv", "Account ID,Company name,Segment\nN1,Ñandú Mills,Gold\nN2,,Silver\n"]);
    await accessible(page);
    const go = page.getByTestId("import-go");
    await page.getByRole("button", { name: /Company name is taken for/ }).click();
    await page.getByRole("option", { name: "Leave out" }).click();
    await page.getByText("No column is taken for Name").waitFor();
    expect(await go.isDisabled()).toBe(true);
    await page.getByRole("button", { name: /Company name is taken for/ }).click();
    await page.getByRole("option", { name: "Name *" }).click();
    await page.getByRole("button", { name: /Segment is taken for/ }).click();
    await page.getByRole("option", { name: "Industry" }).click();
    await go.click();
    await page.getByText("the row has no account name").waitFor();
    await accessible(page);
    await page.getByTestId("import-close").click();
    await expect.poll(words).toContain("501 of 501");
  });

  test("finds the same headers matched as the last time", async () => {
    await choose(["more.csv", "Account ID,Company name,Segment\nN3,Third Mills,Gold\n"]);
    await page.getByText("Matched as you matched these columns the last time.").waitFor();
    await page.getByRole("button", { name: /Industry Segment is taken for/ }).waitFor();
    await page.getByRole("button", { name: "Match by names" }).click();
    await page.getByRole("button", { name: /Segment \(your own\) Segment is taken for/ }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(() => page.getByTestId("import-dialog").count()).toBe(0);
  });

  test("asks which comes first in dates, the day or the month, and says what it ends", async () => {
    await page.getByTestId("add-row").click();
    await page.getByRole("textbox", { name: "Account key" }).fill("N4");
    await page.getByRole("textbox", { name: "Name" }).fill("Fourth Mills");
    await page.keyboard.press("Enter");
    await expect.poll(words).toContain("502 of 502");
    const key = await page.evaluate(async () => {
      const body = JSON.stringify({ looking: { table: "people" }, from: 0, count: 1 });
      const answer = await fetch("/api/rows", { method: "POST", body });
      return (await answer.json()).rows[0][0] as string;
    });
    await choose([
      "did.csv",
      `Person key,Timestamp,Event type\n${key},03/11/2026 09:31:17,web.formFilledOut\n`,
    ]);
    await page.getByTestId("unclear-days").waitFor();
    await page.getByTestId("ends-undo").waitFor();
    expect(await page.getByTestId("import-go").isDisabled()).toBe(true);
    await accessible(page);
    await page.getByRole("button", { name: /Order of day and month in Timestamp/ }).click();
    await page.getByRole("option", { name: "Day first: 31/12/2026" }).click();
    await expect.poll(() => page.getByTestId("unclear-days").count()).toBe(0);
    await page.getByTestId("import-go").click();
    await page.getByTestId("import-close").click();
    await page.getByTestId("table-activities").click();
    await page.getByRole("searchbox", { name: "Search all columns" }).fill("2026-11-03T09:31:17");
    await expect.poll(words).toMatch(/^1 of /);
    await page.getByTestId("table-accounts").click();
  });

  test("sample data takes the place of all", async () => {
    await page.getByTestId("sample").click();
    await page.getByTestId("sample-dialog").waitFor();
    await accessible(page);
    await page.getByRole("textbox", { name: "Accounts" }).fill("60");
    await page.keyboard.press("Tab");
    await page.getByTestId("sample-go").click();
    await expect.poll(words).toContain("60 of 60");
  });

  test("speaks Spanish in the dark", async () => {
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await page.getByTestId("language").click();
    await page.getByRole("menuitemradio", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Cuentas y datos" }).waitFor();
    await accessible(page);
  });
});
