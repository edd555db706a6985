import { expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible } from "./page";

const board = useBoard();
const page = () => board.page;

/** Text at 200 % leaves half as many pixels of the page in each direction. */
test("at 1280 × 720 with text at 200 % the board has the room, and the panels come over it", async () => {
  await page().setViewportSize({ width: 640, height: 360 });
  const room = await page().locator(".board").boundingBox();
  expect(room?.width).toBeGreaterThan(560);
  expect(room?.height).toBeGreaterThan(150);
  expect(await page().getByTestId("side").isVisible()).toBe(false);
  await board.card("audience").click();
  await page().getByTestId("over-side").click();
  await expect.poll(() => page().getByTestId("side").innerText()).toContain("Account audience");
  await accessible(page());
  await page().getByTestId("over-journeys").click();
  await page().getByTestId("dataset").waitFor();
  expect(await page().getByTestId("side").isVisible()).toBe(false);
  await accessible(page());
  await page().getByTestId("show-library").click();
  await page().locator(".library-piece").waitFor();
  await page().getByTestId("over-journeys").click();
  await accessible(page());
  // By keyboard: Enter opens the settings of a card, F8 the findings.
  await page().getByTestId("library-back").click();
  await board.focus("audience");
  await page().keyboard.press("Enter");
  await expect.poll(() => page().getByTestId("side").isVisible()).toBe(true);
  await page().keyboard.press("Escape");
  await page().keyboard.press("F8");
  await expect.poll(() => page().getByTestId("side").innerText()).toContain("Check");
  await page().keyboard.press("F8");
  await expect.poll(() => page().getByTestId("side").isVisible()).toBe(false);
});

test("the answers have the window, each of their tabs can be reached, and they close again", async () => {
  await page().setViewportSize({ width: 1280, height: 800 });
  await page().getByTestId("simulate").click();
  await page().getByTestId("kpi-ready").waitFor({ timeout: 30_000 });
  await page().setViewportSize({ width: 640, height: 400 });
  for (const name of ["roles", "funnel", "time", "cost", "accounts", "why", "matters", "fill"]) {
    await page().getByTestId(`tab-${name}`).click();
    const panel = page().locator(".tab-panel");
    const box = await panel.boundingBox();
    expect([name, (box?.height ?? 0) > 180 && (box?.y ?? 0) + (box?.height ?? 0) <= 401]).toEqual([
      name,
      true,
    ]);
    await accessible(page());
  }
  await page().getByTestId("drawer").click();
  await expect.poll(() => page().getByTestId("drawer").getAttribute("aria-expanded")).toBe("false");
});
