import { describe, expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible, saved } from "./page";

const board = useBoard();
const keys = async (...all: string[]) => {
  for (const key of all) await board.page.keyboard.press(key);
};
const count = () => board.page.getByTestId("find-count").innerText();
const zoom = () => board.page.getByTestId("zoomFull").innerText();

describe("finding", () => {
  test("Ctrl+F seeks in labels, settings and conditions; Enter goes round; Escape returns to the card", async () => {
    await keys("Control+F");
    await board.page.keyboard.type("linkedin");
    await expect.poll(count).toMatch(/^1 of \d$/);
    await accessible(board.page);
    const all = Number((await count()).split(" ")[2]);
    expect(await board.page.locator(".card[data-hit]").count()).toBe(all);
    const first = await board.selected();
    await keys("Enter");
    await expect.poll(count).toBe(`2 of ${all}`);
    expect(await board.selected()).not.toEqual(first);
    await keys("Shift+Enter", "Shift+Enter");
    await expect.poll(count).toBe(`${all} of ${all}`);
    await keys("F3");
    await expect.poll(count).toBe(`1 of ${all}`);
    await keys("Escape");
    await expect.poll(() => board.page.evaluate("document.activeElement.dataset.id")).toBe(first[0]);
    expect(await board.page.locator(".card[data-hit]").count()).toBe(0);
  });

  test("a condition's value is found, without its accents or capitals", async () => {
    await keys("Control+F");
    await board.page.keyboard.type("AGRÓNOMIST");
    await expect.poll(board.selected).toEqual(["assign"]);
    await keys("Escape");
  });

  test("buttons go on, back and close", async () => {
    await keys("Control+F");
    await board.page.keyboard.type("wait");
    await expect.poll(count).toMatch(/^1 of/);
    await board.page.getByRole("button", { name: "Next match" }).click();
    await expect.poll(count).toMatch(/^2 of/);
    await board.page.getByRole("button", { name: "Close the search" }).click();
    expect(await board.page.locator(".find").count()).toBe(0);
  });
});

describe("seeing", () => {
  test("the whole, the selection, 100 % and by steps, by key and by button", async () => {
    await keys("0");
    await expect.poll(zoom).toBe("100%");
    await keys("+");
    await expect.poll(zoom).toBe("125%");
    await keys("-");
    await expect.poll(zoom).toBe("100%");
    await keys("1");
    await expect.poll(zoom).not.toBe("100%");
    const whole = await zoom();
    await board.focus("intro");
    await keys("Space", "2");
    await expect.poll(zoom).not.toBe(whole);
    await board.page.getByTestId("fit").click();
    await expect.poll(zoom).toBe(whole);
    await board.page.getByTestId("fitSelection").click();
    await board.page.getByTestId("zoomFull").click();
    await expect.poll(zoom).toBe("100%");
  });

  test("the counter tells the steps and the longest time", async () => {
    expect(await board.page.getByTestId("counter").innerText()).toMatch(/^21 steps · up to \d+ days$/);
  });
});

describe("findings", () => {
  test("one about a setting stands below its field, and goes when the field is filled in", async () => {
    await board.focus("intro");
    await keys("Space", "a");
    await board.page.getByRole("dialog").waitFor();
    await board.page.keyboard.type("Send email");
    await keys("Enter");
    const side = board.page.getByTestId("side");
    const finding = side.locator(".findings li", { hasText: '"Email" is missing' });
    const picker = side.getByRole("button", { name: /^Choose… Email/ });
    const below = async () =>
      ((await finding.boundingBox())?.y ?? 0) - ((await picker.boundingBox())?.y ?? 0);
    await expect.poll(below).toBeGreaterThan(0);
    expect(await below()).toBeLessThan(80);
    await accessible(board.page);
    await picker.click();
    await board.page.getByRole("option").first().click();
    await expect.poll(() => finding.count()).toBe(0);
    await saved(board.page);
    for (let step = 0; step < 2; step++) {
      await board.page.getByTestId("undo").click();
      await saved(board.page);
    }
  });
});

describe("commands", () => {
  test("Ctrl+K finds a command by its name and runs it on the card that had the focus", async () => {
    await board.focus("intro");
    await keys("Space", "Control+K");
    await board.page.getByRole("dialog", { name: "All commands" }).waitFor();
    await accessible(board.page);
    await board.page.keyboard.type("note");
    await keys("Enter");
    await board.page.locator(".note-bubble textarea").waitFor();
    await keys("Escape");
    await keys("Control+K");
    await board.page.keyboard.type("light and dark");
    await keys("Enter");
    await expect.poll(() => board.page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
    await accessible(board.page);
    await keys("Control+Alt+D");
    await expect.poll(() => board.page.evaluate("document.documentElement.dataset.theme")).toBe("light");
  });

  test("? shows the keys of every command, and Escape leaves it", async () => {
    await board.focus("intro");
    await keys("Shift+?");
    const sheet = board.page.getByTestId("shortcut-sheet");
    await sheet.waitFor();
    await accessible(board.page);
    const [rows, without] = [
      await sheet.locator("dl > div").count(),
      await sheet.locator("dl > div:not(:has(kbd))").count(),
    ];
    expect(rows).toBeGreaterThan(40);
    expect(without).toBe(0);
    await keys("Escape");
    await expect.poll(() => sheet.count()).toBe(0);
    await expect.poll(() => board.page.evaluate("document.activeElement.dataset.id")).toBe("intro");
  });
});
