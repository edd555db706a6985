import { expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible, saved } from "./page";

const board = useBoard();
const page = () => board.page;
const press = async (...all: string[]) => {
  for (const key of all) await page().keyboard.press(key);
};
const side = () => page().getByTestId("side");
const active = (what: string) => page().evaluate(`document.activeElement.${what}`);

test("an email is made where it is picked, and undo takes the pick back", async () => {
  await board.focus("intro");
  await press("Space");
  await side().getByRole("button", { name: /Email/ }).click();
  await page().getByRole("option", { name: "New email" }).click();
  await expect.poll(() => active("tagName")).toBe("INPUT");
  await accessible(page());
  await page().keyboard.type("Letter: seeds that learn");
  expect(await page().getByTestId("create-go").isDisabled()).toBe(true);
  await press("Control+A");
  await page().keyboard.type("A letter of spring");
  await press("Enter");
  await expect.poll(() => board.card("intro").innerText()).toContain("A letter of spring");
  await expect.poll(board.undoes).toMatch(/Letter: seeds that learn → A letter of spring/);
  await saved(page());
  await press("Control+Z");
  await expect.poll(() => board.card("intro").innerText()).toContain("Letter: seeds that learn");
  // What was made stays, to be picked again.
  await side().getByRole("button", { name: /Email/ }).click();
  await page().getByRole("option", { name: "A letter of spring" }).click();
  await expect.poll(() => board.card("intro").innerText()).toContain("A letter of spring");
});

test("by keyboard: a destination; Escape makes nothing", async () => {
  await board.focus("linkedin-on");
  await press("Space");
  const button = side().getByRole("button", { name: /Destination/ });
  await button.focus();
  await press("Enter", "End", "Enter");
  await expect.poll(() => active("tagName")).toBe("INPUT");
  await press("Escape");
  await button.waitFor();
  await button.focus();
  await press("Enter", "End", "Enter");
  await expect.poll(() => active("tagName")).toBe("INPUT");
  await page().keyboard.type("LinkedIn: spring");
  await press("Enter");
  await expect.poll(() => board.card("linkedin-on").innerText()).toContain("LinkedIn: spring");
  await saved(page());
});

test("paths are renamed by key, one after the other", async () => {
  await board.focus("complete");
  await press("Space", "Shift+F2");
  await expect.poll(() => active("value")).toBe("Complete");
  await page().keyboard.type("All there");
  await press("Tab");
  await expect.poll(() => active("value")).toBe("Nearly complete");
  await page().keyboard.type("Nearly there");
  await press("Enter");
  await expect
    .poll(() => page().locator('[data-pill="complete/almost"]').innerText())
    .toContain("Nearly there");
  expect(await page().locator('[data-pill="complete/ready"]').innerText()).toContain("All there");
  await saved(page());
  // The card behind a path names that path.
  await board.focus("qualified");
  await press("Space", "Shift+F2");
  await expect.poll(() => active("value")).toBe("All there");
  await press("Escape");
});
