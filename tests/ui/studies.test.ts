import { readFile } from "node:fs/promises";
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
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("give-goals").click()]);
    expect(JSON.parse(await readFile(await file.path(), "utf8"))).toMatchObject({
      format: "caravan/goals",
      goals: [{ id: "g1", value: 0.1 }],
    });
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

  test("say how runs go, refuse in a sentence what can't be meant, and are taken back", async () => {
    const run = page.getByTestId("run-settings");
    const days = run.getByRole("textbox", { name: "Days", exact: true });
    await days.fill("4000");
    await days.press("Tab");
    await run.getByText("Use a whole number from 1 to 3,650.").waitFor();
    expect(await days.inputValue()).toBe("4000");
    await days.fill("30");
    await days.press("Tab");
    const undo = page.getByTestId("undo-scenarios");
    await expect.poll(() => undo.getAttribute("aria-label")).toBe("Undo: Days: 90 → 30");
    await run.getByRole("checkbox").first().press("Space");
    await expect.poll(() => undo.getAttribute("aria-label")).toBe("Undo: change Buying groups");
    await accessible(page);
    // The keys follow the focus: in here they take back what was done in here.
    await page.keyboard.press("Control+z");
    await expect.poll(() => undo.getAttribute("aria-label")).toBe("Undo: Days: 90 → 30");
    await expect.poll(() => run.getByRole("checkbox").first().isChecked()).toBe(true);
    await undo.click();
    await expect.poll(() => days.inputValue()).toBe("90");
    await page.getByTestId("redo-scenarios").click();
    await expect.poll(() => days.inputValue()).toBe("30");
    await run.getByRole("button", { name: "Reset: Days" }).click();
    await expect.poll(() => days.inputValue()).toBe("90");
  });

  test("have rates of events, factors of roles and delays of every shape", async () => {
    const own = page.getByTestId("own-numbers");
    await own.getByRole("button", { name: /An event that happens by itself/ }).click();
    await page.getByRole("option", { name: /form filled/i }).click();
    await own.getByTestId("add-rate").click();
    const rate = page.locator('[data-assumption="behaviour.custom[web.formFilledOut].perPersonDay"]');
    await rate.getByRole("textbox").waitFor();
    await rate.getByRole("button", { name: /^Take out/ }).click();
    await expect.poll(() => rate.count()).toBe(0);
    const delay = page.locator('[data-assumption="behaviour.sms.clickDelay"]');
    await delay.getByRole("button", { name: /^exponential/ }).click();
    await page.getByRole("option", { name: /^lognormal/ }).click();
    await page.locator('[data-assumption="behaviour.sms.clickDelay.sigma"]').waitFor();
    await accessible(page);
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
    // Without the wait it is the journey that was run.
    await page.getByTestId("undo").click();
    await page.getByTestId("stale").waitFor({ state: "detached" });
    await page.getByTestId("redo").click();
    await page.getByTestId("stale").waitFor();
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

  test("offers dates at the same time some weeks earlier and later, and says what one is applied", async () => {
    // A wait until a date, past the form.
    await page.evaluate(async () => {
      const call = (name: string, body: object) =>
        fetch(`/api/${name}`, { method: "POST", body: JSON.stringify(body) }).then((of) => of.json());
      const { last } = await call("start", {});
      const insert = { do: "insert", from: "audience", path: null, kind: "wait", action: null };
      const { nodes } = await call("edit", { journey: last, intent: insert });
      const [wait] = Object.values(nodes as Record<string, { id: string; kind: string }>).filter(
        (node) => node?.kind === "wait",
      );
      const node = { ...wait, label: "New year", for: null, until: "2027-01-15T09:00" };
      await call("edit", { journey: last, intent: { do: "set", node } });
    });
    await page.reload({ waitUntil: "commit" });
    await page.waitForSelector('body[data-ready="1"]');
    await press("Shift+S");
    const date = page.locator('[data-choice-of^="until"]');
    await expect.poll(() => date.innerText()).toContain("now Jan 15, 2027, 9:00 AM");
    await date.locator("label").click();
    await expect.poll(() => date.innerText()).toMatch(/Tried: Jan 1, 2027.*Jan 29, 2027/);
    await page.getByTestId("run-search").click();
    await page.getByTestId("candidates").waitFor({ timeout: 60_000 });
    expect(await page.getByTestId("candidates").innerText()).toContain(
      "Date that “New year” waits for: Jan 22, 2027, 9:00 AM",
    );
    await accessible(page);
    await page.keyboard.press("Escape");
  }, 90_000);
});
