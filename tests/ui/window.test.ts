import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible, ready, saved } from "./page";

const opened = usePage();
let page: Page;

beforeAll(() => {
  ({ page } = opened);
});

const number = async (testid: string) =>
  Number((await page.getByTestId(testid).innerText()).replace(/[^\d]/g, ""));

describe("a simulation", () => {
  test("shows progress, then entered and here on the cards and the figures in the drawer", async () => {
    await page.getByTestId("simulate").click();
    await page.getByTestId("tab-fill").waitFor();
    expect(await number("entered-audience")).toBeGreaterThan(0);
    expect(await number("here-audience")).toBeGreaterThanOrEqual(0);
    await page.getByTestId("kpi-ready").waitFor();
    await page.locator(".chart svg").first().waitFor();
    await accessible(page);
  });

  test("each tab of the results is accessible", async () => {
    for (const tab of ["roles", "funnel", "cost", "why"]) {
      await page.getByTestId(`tab-${tab}`).click();
      await page.getByTestId(`panel-${tab}`).waitFor();
      await accessible(page);
    }
  });

  test("the day slider moves the numbers on the cards", async () => {
    const slider = page.getByRole("slider", { name: "Day shown on the canvas" });
    await slider.focus();
    await slider.press("Home");
    await expect.poll(() => page.getByTestId("day").innerText()).toContain("Day 0");
    await slider.press("End");
  });

  test("the results say when the journey has changed since", async () => {
    expect(await page.getByTestId("stale").count()).toBe(0);
    await page.locator('[data-node="audience"]').click();
    await page.getByRole("textbox", { name: "Note" }).fill("Changed after the run");
    await page.getByTestId("stale").waitFor();
    await page.getByTestId("undo").click();
  });

  test("the results are still there after a restart of the page", async () => {
    await saved(page);
    await page.reload();
    await ready(page);
    await page.getByTestId("entered-audience").waitFor();
  });
});

describe("language and appearance", () => {
  test("Spanish at once, and after a restart", async () => {
    await page.getByTestId("language").click();
    await page.getByRole("menuitemradio", { name: "Español" }).click();
    await expect.poll(() => page.getByTestId("simulate").innerText()).toBe("Simular");
    expect(await page.evaluate("document.documentElement.lang")).toBe("es");
    await accessible(page);
    await page.reload();
    await ready(page);
    expect(await page.getByTestId("simulate").innerText()).toBe("Simular");
  });

  test("dark at once, and accessible", async () => {
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Oscuro" }).click();
    await expect.poll(() => page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await accessible(page);
    await page.locator('[data-node="audience"]').click();
    await accessible(page);
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Claro" }).click();
    await page.getByTestId("language").click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
  });
});

describe("by keyboard alone", () => {
  test("arrows walk the cards in flow order, Enter opens the settings, Escape returns", async () => {
    await page.locator('.react-flow__node[data-id="audience"]').focus();
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate("document.activeElement.dataset.id");
    expect(second).not.toBe("audience");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.evaluate("Boolean(document.activeElement.closest('.side'))")).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.dataset.id")).toBe(second);
    await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate("document.activeElement.dataset.id")).toBe("audience");
  });

  test("A opens the menu at the selected card", async () => {
    await page.keyboard.press("a");
    await page.getByRole("dialog", { name: "Add a step" }).waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });
});

describe("journeys", () => {
  test("a new one is made, opened and deleted after a question", async () => {
    await page.getByTestId("new-journey").click();
    await page.getByRole("textbox", { name: "Name" }).fill("A journey of the test");
    await accessible(page);
    await page.getByTestId("dialog-go").click();
    await expect
      .poll(() => page.locator(".journey[data-open]").innerText())
      .toContain("A journey of the test");
    await accessible(page);
    await page.locator(".journey[data-open]").getByRole("button", { name: /^More/ }).click();
    await page.getByRole("menuitem", { name: /Delete/ }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await expect.poll(() => page.getByText("A journey of the test").count()).toBe(0);
  });
});
