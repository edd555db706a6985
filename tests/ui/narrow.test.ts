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
