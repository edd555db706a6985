import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible, saved } from "./page";

const opened = usePage();
let page: Page;

beforeAll(async () => {
  ({ page } = opened);
  await simulate();
});

async function simulate() {
  await page.getByTestId("simulate").click();
  await page.getByTestId("progress").waitFor();
  await page.getByTestId("simulate").waitFor({ timeout: 30_000 });
  await page.getByTestId("kpi-ready").waitFor();
}

/** Presses a key where no field takes it. */
async function press(key: string) {
  await page.locator('[data-node="intro"]').click();
  await page.keyboard.press(key);
}

describe("goals", () => {
  test("are added by a form, judged by the run, changed and removed", async () => {
    await press("g");
    await page.getByTestId("add-goal").click();
    await accessible(page);
    await page.getByTestId("save-goal").click();
    const goal = page.locator('[data-goal="g1"]');
    await expect.poll(() => goal.getAttribute("data-standing")).toBe("missed");
    expect(await goal.getByTestId("goal-by").innerText()).toMatch(/short by [\d.]+ points/);
    await accessible(page);
    await goal.getByRole("button", { name: /^Edit/ }).click();
    await page.getByRole("textbox", { name: "Share" }).fill("10%");
    await page.getByRole("textbox", { name: "In your own words (optional)" }).fill("A tenth is enough");
    await page.getByTestId("save-goal").click();
    await expect.poll(() => goal.getAttribute("data-standing")).toBe("met");
    expect(await goal.innerText()).toContain("A tenth is enough");
    await goal.getByRole("button", { name: /^Remove/ }).click();
    await expect.poll(() => goal.count()).toBe(0);
  });
});

describe("assumptions", () => {
  test("are changed by number, reset, and set all at once; Live tells the effect", async () => {
    await press("l");
    await press("Shift+A");
    const open = page.locator('[data-assumption="behaviour.email.open"]');
    const field = open.getByRole("textbox");
    await field.fill("90%");
    await field.press("Tab");
    await expect.poll(() => page.locator(".assumptions-live").innerText()).toMatch(/cost .* \([+-]/);
    await accessible(page);
    await open.getByRole("button", { name: /^Reset/ }).click();
    await expect.poll(() => field.inputValue()).toBe("32%");
    await page.getByTestId("preset-optimistic").click();
    await expect.poll(() => field.inputValue()).toBe("38.5%");
    await page.getByTestId("preset-base").click();
    await expect.poll(() => field.inputValue()).toBe("32%");
    await press("l");
  });

  test("are kept as scenarios, taken up again and forgotten", async () => {
    await press("Shift+A");
    const kept = page.getByTestId("scenarios").locator("li");
    const name = page.getByRole("textbox", { name: "Name of the scenario" });
    await name.fill("Usual");
    await page.getByTestId("keep-scenario").click();
    await expect.poll(() => kept.allInnerTexts()).toEqual([expect.stringMatching(/^Usual.*in use/s)]);
    await page.getByTestId("preset-optimistic").click();
    await expect.poll(() => kept.first().innerText()).not.toContain("in use");
    await name.fill("Bold");
    await page.getByTestId("keep-scenario").click();
    await expect.poll(() => kept.count()).toBe(2);
    await accessible(page);
    await page.getByRole("button", { name: "Use Usual" }).click();
    const open = page.locator('[data-assumption="behaviour.email.open"]').getByRole("textbox");
    await expect.poll(() => open.inputValue()).toBe("32%");
    await page.getByRole("button", { name: "Keep Bold no longer" }).click();
    await expect.poll(() => kept.count()).toBe(1);
  });

  test("what a figure hangs on is worked out and drawn", async () => {
    await page.getByTestId("tab-matters").click();
    await page.getByTestId("work-out").click();
    await page.getByTestId("chart-matters").waitFor({ timeout: 60_000 });
    await accessible(page);
  }, 90_000);
});

describe("runs", () => {
  test("are listed, say that the journey has changed, and are opened again", async () => {
    await page.getByTestId("tab-fill").click();
    await page.locator('[data-exit="audience/"]').click();
    await page.keyboard.type("wait");
    await page.locator('[data-choice="wait"]').click();
    await saved(page);
    await simulate();
    await press("Shift+R");
    const runs = page.getByTestId("runs").locator("[data-run]");
    await expect.poll(() => runs.count()).toBe(2);
    expect(await runs.nth(1).innerText()).toContain("The journey has changed since.");
    await runs.nth(1).getByTestId("open-run").click();
    await page.getByTestId("stale").waitFor();
    await accessible(page);
  });
});

describe("a comparison", () => {
  test("sets the journey before against now, with one sentence for each figure and both boards", async () => {
    await page.getByTestId("runs").getByRole("button", { name: "Compare with now" }).click();
    await accessible(page);
    await page.getByTestId("run-compare").click();
    await page.getByTestId("verdicts").waitFor({ timeout: 30_000 });
    expect(await page.getByTestId("verdicts").innerText()).toMatch(
      /Groups ready: (B is|the difference|A and B)/,
    );
    await expect
      .poll(() => page.getByTestId("run-board-b").locator('[data-mark="added"]').count())
      .toBeGreaterThan(0);
    await accessible(page);
    await page.keyboard.press("Escape");
  });
});

describe("a search", () => {
  test("tries what may vary, tells how sure it is, and applies a candidate as one edit", async () => {
    await press("Shift+S");
    await page.locator('[data-choice-of="timeout clicked"] label').first().click();
    await expect.poll(() => page.getByTestId("combinations").innerText()).toContain("3 journeys");
    await accessible(page);
    await page.getByTestId("run-search").click();
    await page.getByTestId("candidates").waitFor({ timeout: 60_000 });
    expect(await page.getByTestId("candidates").locator("tbody tr").count()).toBe(3);
    await accessible(page);
    await page.getByTestId("apply-candidate").first().click();
    await expect.poll(() => page.getByTestId("undo").getAttribute("aria-label")).toBe("Undo: 1 change");
  }, 90_000);
});
