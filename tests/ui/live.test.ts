import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible, saved } from "./page";

const opened = usePage({ refuses: true });
let page: Page;

beforeAll(() => {
  ({ page } = opened);
});

const words = () => page.getByTestId("live-words").innerText();
const stale = () => page.locator(".board[data-stale]").count();

/** What the program says of the journey as it stands. */
async function live(): Promise<{ nodes: { id: string; entered: number; here: number }[]; ready: number }> {
  const answer = await page.evaluate(async () => {
    const journeys = await fetch("/api/start", { method: "POST", body: "{}" }).then((of) => of.json());
    const body = JSON.stringify({ journey: journeys.last ?? journeys.journeys[0].id });
    return fetch("/api/live", { method: "POST", body }).then((of) => of.json());
  });
  return answer.numbers;
}

describe("Live", () => {
  test("shows counts on the cards as soon as it is on, and says that nothing has changed", async () => {
    await page.locator('[data-node="intro"]').click();
    await page.keyboard.press("l");
    await expect.poll(words).toMatch(/groups ready \(no change\), cost .* \(no change\)/);
    await expect
      .poll(() => page.getByTestId("panel-live").locator(".chart svg path").count())
      .toBeGreaterThan(8);
    const { nodes, ready } = await live();
    for (const { id, entered, here } of nodes.slice(0, 6)) {
      expect(await page.getByTestId(`entered-${id}`).innerText()).toBe(String(entered));
      expect(await page.getByTestId(`here-${id}`).innerText()).toBe(String(here));
    }
    expect(await page.getByTestId("live-ready").innerText()).toContain(String(ready));
    const figure = page.getByTestId("chart-live-ready");
    await figure.getByRole("button", { name: /^More for the chart/ }).click();
    await page.getByRole("menuitem", { name: "Show as a table" }).click();
    expect(await figure.locator("tbody tr").last().locator("td").first().innerText()).toBe(String(ready));
    await accessible(page);
  });

  test("tells what an edit does, against before; undo brings the numbers back", async () => {
    const before = (await live()).ready;
    await page.locator('[data-exit="audience/"]').click();
    await page.keyboard.type("wait");
    await page.locator('[data-choice="wait"]').click();
    await saved(page);
    await expect.poll(stale).toBe(0);
    await expect.poll(async () => (await live()).ready).not.toBe(before);
    const after = (await live()).ready;
    await expect.poll(words).toContain(`${after} groups ready (${after - before})`);
    await page.getByTestId("undo").click();
    await expect.poll(words).toContain(`${before} groups ready (no change)`);
  });

  test("dims the numbers while one is typing, and compares from where one says", async () => {
    await page.locator('[data-exit="audience/"]').click();
    await page.keyboard.type("wait");
    await page.locator('[data-choice="wait"]').click();
    const count = page.getByLabel(/how many/).first();
    await count.fill("20");
    await count.press("Tab");
    await expect.poll(stale).toBe(0);
    await expect.poll(words).toMatch(/\([+-]/);
    await page.getByTestId("live-anew").click();
    await expect.poll(words).toContain("groups ready (no change)");
    // An answer that comes at once leaves nothing to dim; this one takes its time.
    await page.route("**/api/edit", async (route) => {
      await page.waitForTimeout(300);
      await route.continue();
    });
    await page.getByLabel("Label", { exact: true }).press("x");
    await expect.poll(stale).toBe(1);
    await saved(page);
    await expect.poll(stale).toBe(0);
    await page.unroute("**/api/edit");
  });

  test("waits while the journey has errors, and goes on when they are mended", async () => {
    await page.locator('[data-exit="audience/"]').click();
    await page.keyboard.type("split");
    await page.locator('[data-choice="splitAccounts"]').click();
    await expect.poll(() => page.locator(".about").innerText()).toMatch(/Live waits: .* keep/);
    await expect.poll(stale).toBe(1);
    await accessible(page);
    await page.getByTestId("undo").click();
    await expect.poll(stale).toBe(0);
    await expect.poll(words).toContain("groups ready");
  });

  test("lists the accounts behind a count of a card", async () => {
    const { nodes } = await live();
    const intro = nodes.find(({ id }) => id === "intro");
    await page.getByTestId("entered-intro").click();
    await expect
      .poll(() => page.getByTestId("behind-count").innerText())
      .toContain(`${intro?.entered} of 500`);
    await accessible(page);
  });

  test("is found among the commands, and goes off", async () => {
    await page.keyboard.press("Control+K");
    await page.keyboard.type("Switch Live");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByTestId("tab-live").count()).toBe(0);
  });
});
