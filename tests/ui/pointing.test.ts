import { expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible, saved } from "./page";

const board = useBoard();
const { card, cards, focus, plus, selected, undoes } = board;
const menu = () => board.page.getByTestId("context-menu");
const items = () => menu().getByRole("menuitem").allInnerTexts();
const choose = (name: string | RegExp) => menu().getByRole("menuitem", { name }).click();
const closed = () => expect.poll(() => menu().count()).toBe(0);

test("the right button on a card opens what can be done with it, and does it", async () => {
  await card("intro").click({ button: "right" });
  await menu().waitFor();
  expect(await selected()).toEqual(["intro"]);
  const offered = await items();
  for (const name of [
    "Copy",
    "Delete",
    "Duplicate",
    "Rename in place",
    "Disable or enable",
    "Open the settings",
  ])
    expect(offered.some((item) => item.startsWith(name))).toBe(true);
  await accessible(board.page);
  const before = await cards();
  await choose(/^Duplicate/);
  await closed();
  await expect.poll(cards).toBe(before + 1);
  await saved(board.page);
  await board.page.keyboard.press("Control+Z");
  await expect.poll(cards).toBe(before);
});

test("a start offers neither to delete nor to move it", async () => {
  await card("audience").click({ button: "right" });
  await menu().waitFor();
  const offered = await items();
  expect(offered.some((item) => /^(Delete|Cut|Duplicate|Move to another path|Disable)/.test(item))).toBe(
    false,
  );
  await board.page.keyboard.press("Escape");
  await closed();
});

test("by keyboard the menu opens at the card that has the focus, and gives it back", async () => {
  await focus("intro");
  await board.page.keyboard.press("Shift+F10");
  await menu().waitFor();
  await board.page.keyboard.press("ArrowDown");
  await board.page.keyboard.press("Escape");
  await closed();
  await expect
    .poll(() => board.page.evaluate(() => document.activeElement?.getAttribute("data-id")))
    .toBe("intro");
  await board.page.keyboard.press("Shift+F10");
  await menu().waitFor();
  await choose(/^Rename in place/);
  const field = board.page.locator('[data-node="intro"] input');
  await field.waitFor();
  await field.fill("Renamed by the menu");
  await field.press("Enter");
  await expect.poll(() => card("intro").innerText()).toContain("Renamed by the menu");
  await expect.poll(undoes).toContain("Undo");
});

test("the menu of a path adds there, whatever else is selected", async () => {
  await card("alert").click();
  const at = await board.middle(plus("audience/"));
  // Beside the ⊕, on the line itself.
  await board.page.mouse.click(at.x - 22, at.y, { button: "right" });
  await menu().waitFor();
  expect(await menu().getAttribute("aria-label")).toBe("What can be done with the path");
  await accessible(board.page);
  const before = await cards();
  await choose(/^Add/);
  await board.page.locator(".insert-search input").waitFor();
  await board.page.locator('[data-choice="wait"]').click();
  await expect.poll(cards).toBe(before + 1);
  const made = (await selected())[0] ?? "";
  const [start, wait, letter] = await Promise.all(
    ["audience", made, "intro"].map(async (id) => (await board.middle(card(id))).x),
  );
  expect([start, wait, letter]).toEqual([start, wait, letter].sort((a, b) => (a ?? 0) - (b ?? 0)));
});

test("the board offers what concerns all of it", async () => {
  await board.page.locator(".react-flow__pane").click({ button: "right", position: { x: 500, y: 40 } });
  await menu().waitFor();
  const offered = await items();
  for (const name of ["Paste", "Tidy", "Select all", "Find", "Fit to window"])
    expect(offered.some((item) => item.startsWith(name))).toBe(true);
  await choose(/^Select all/);
  await closed();
  await expect.poll(selected).toHaveLength(await cards());
});
