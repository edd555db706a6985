import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible, drop, still } from "./page";

const opened = usePage({ refuses: true });
let page: Page;

beforeAll(async () => {
  ({ page } = opened);
  await page.getByTestId("groups-button").click();
  await page.getByTestId("group-lines").waitFor();
});

const section = async (name: string) => {
  await page.getByTestId(`section-${name}`).click();
  await page.locator(`[data-section="${name}"]`).waitFor();
};
const undoes = () => page.getByTestId("undo").getAttribute("aria-label");
const found = () => page.locator(".groups-count").innerText();
const roles = () =>
  page
    .locator("[data-role].template-card")
    .evaluateAll((all) => all.map((one) => one.getAttribute("data-role")));
const some = (name: string) =>
  page.locator(".preview-roles li", { hasText: name }).locator("b").first().innerText();

describe("the groups of the data", () => {
  test("are listed, filtered, sorted and opened by keyboard", async () => {
    await accessible(page);
    const all = await found();
    await page.getByRole("button", { name: /Any missing role/ }).click();
    await page.getByRole("option", { name: "Champion" }).click();
    await page.keyboard.press("Escape");
    await expect.poll(found).not.toBe(all);
    await page.getByRole("button", { name: "Completeness", exact: true }).click();
    await page.locator('[role=columnheader][aria-sort="descending"]').waitFor();
    await page.getByTestId("group-lines").focus();
    await page.keyboard.press("ArrowDown");
    await page.getByTestId("group-pane").waitFor();
    await accessible(page);
  });

  test("get a member by hand, and lose one; both can be taken back", async () => {
    const champion = page.locator('.group-role[data-role="Champion"]');
    await page.getByTestId("group-pane").getByRole("button", { name: /^Add / }).first().click();
    await page.getByRole("menuitem", { name: "Add as Champion" }).click();
    await champion.getByText("by hand").waitFor();
    expect(await undoes()).toMatch(/^Undo: .+ as Champion$/);
    await champion.getByRole("button").first().click();
    await page.getByRole("menuitem", { name: "Take out of the group" }).click();
    await page.getByRole("heading", { name: "Taken out" }).waitFor();
    await page.getByTestId("undo").click();
    await champion.getByText("by hand").waitFor();
    await page.getByTestId("undo").click();
    await expect.poll(() => champion.getByText("by hand").count()).toBe(0);
  });

  test("are given to sales and to LinkedIn", async () => {
    for (const [item, name] of [
      ["Sales handoff (CSV)", "sales-handoff.csv"],
      ["LinkedIn company list (CSV)", "companies.csv"],
    ] as const) {
      await page.getByTestId("groups-export").click();
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: item }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
    }
  });

  test("are covered role by role; a cell leads to the groups that lack it", async () => {
    await section("coverage");
    await accessible(page);
    await page.getByTestId("coverage").getByRole("button").first().click();
    await page.getByTestId("group-lines").waitFor();
    await section("overlap");
    await page.getByText("Overlap needs two solution interests").waitFor();
  });
});

describe("a roles template", () => {
  test("is a row of cards whose order decides, seen at once on the data", async () => {
    await section("rolesTemplate");
    await page.getByTestId("template-preview").getByText("Groups by completeness").waitFor();
    await accessible(page);
    const before = await roles();
    const [first = "", second = ""] = before as string[];
    // By keyboard: lift, down, drop.
    const told = () => page.locator("[id^=DndLiveRegion]").last().innerText();
    const handle = page.getByRole("button", { name: `Move ${first}`, exact: true });
    await still(handle);
    await handle.focus();
    await page.keyboard.press("Space");
    await expect.poll(told).toContain("place 1");
    await page.keyboard.press("ArrowDown");
    await expect.poll(told).toContain("place 2");
    await page.keyboard.press("Space");
    await expect.poll(roles).toEqual([second, first, ...before.slice(2)]);
    await page.getByTestId("undo").click();
    await expect.poll(roles).toEqual(before);
    // By pointer.
    const from = await still(handle);
    const to = await still(page.locator(`[data-role="${second}"].template-card`));
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, from.y + 60, { steps: 4 });
    await page.mouse.move(from.x + from.width / 2, to.y + 90, { steps: 8 });
    await drop(page);
    // The list may scroll under the pointer, so how far down it went is open.
    await expect
      .poll(async () => {
        const now = await roles();
        return now.indexOf(second) < now.indexOf(first);
      })
      .toBe(true);
    await page.getByTestId("undo").click();
    await expect.poll(roles).toEqual(before);
    // By button.
    await page.getByRole("button", { name: `Move ${second} up` }).click();
    await expect.poll(roles).toEqual([second, first, ...before.slice(2)]);
    await page.getByTestId("undo").click();
    await expect.poll(roles).toEqual(before);
  });

  test("is drafted, gets a role whose condition counts, and goes live", async () => {
    await page.getByTestId("new-record").click();
    await page.getByTestId("publish-record").waitFor();
    await page.getByTestId("publish-record").click();
    await page.getByText(/can’t go live yet/).waitFor();
    await page.getByRole("alertdialog").getByRole("button").first().click();
    await page.getByTestId("add-card").click();
    await page.locator("[data-role].template-card").waitFor();
    expect(await some("Decision Maker")).toBe("0");
    await page.getByTestId("edit-condition").click();
    await page.getByTestId("condition-dialog").getByRole("button", { name: "Add" }).click();
    await accessible(page);
    await page.keyboard.press("Escape");
    await page.getByTestId("condition-done").click();
    await page.getByTestId("publish-record").click();
    await expect.poll(undoes).toBe("Undo: publish New roles template");
    await expect.poll(() => page.getByTestId("publish-record").count()).toBe(0);
  });
});

describe("what the workspace says", () => {
  test("what is in use stays, and its users are named", async () => {
    await section("email");
    await page.getByTestId("used-by").getByText("Journey “").waitFor();
    await accessible(page);
    await page
      .locator("[data-record]")
      .first()
      .getByRole("button", { name: /^More/ })
      .or(page.locator("[data-record] button").nth(1))
      .first()
      .click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText(/is in use by the journey/).waitFor();
  });

  test("records are made, renamed, and taken back by their names", async () => {
    await section("audience");
    await page.getByTestId("new-record").click();
    const name = page.getByRole("textbox", { name: "Name" });
    await expect.poll(() => name.inputValue()).toBe("New audience");
    await name.fill("Dairies of the north");
    await page.keyboard.press("Enter");
    await page.locator("[data-record]", { hasText: "Dairies of the north" }).waitFor();
    await expect.poll(undoes).toBe("Undo: change Dairies of the north");
    await page.keyboard.press("Tab");
    await page.getByTestId("undo").click();
    await page.getByTestId("undo").click();
    await expect.poll(() => page.locator("[data-record]", { hasText: "New audience" }).count()).toBe(0);
  });

  test("scores are calibrated on the data", async () => {
    await section("weights");
    await page.getByTestId("calibrate-go").click();
    await expect.poll(undoes).toBe("Undo: change the values that score 100");
    expect(await page.getByTestId("calibrate-go").isDisabled()).toBe(true);
    await page.getByTestId("undo").click();
    await expect.poll(() => page.getByTestId("calibrate-go").isDisabled()).toBe(false);
  });

  test("every part is accessible, in both languages, light and dark", async () => {
    const parts = [
      "solutionInterest",
      "stages",
      "role",
      "accountList",
      "destination",
      "eventType",
      "weights",
    ];
    for (const part of parts) {
      await section(part);
      await accessible(page);
    }
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    await page.getByTestId("language").click();
    await page.getByRole("menuitemradio", { name: "Español" }).click();
    for (const part of ["list", "coverage", "rolesTemplate", ...parts]) {
      await section(part);
      if (part === "list") await page.locator(".group-row").first().waitFor();
      await accessible(page);
    }
  });
});
