import { describe, expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible } from "./page";

const board = useBoard();
const { card, cards, focus, selected } = board;
const keys = async (...all: string[]) => {
  for (const key of all) await board.page.keyboard.press(key);
};

describe("selecting", () => {
  test("a click takes one card, Shift-click another, Escape none", async () => {
    await card("audience").click();
    expect(await selected()).toEqual(["audience"]);
    await card("intro").click({ modifiers: ["Shift"] });
    expect(await selected()).toEqual(["audience", "intro"]);
    await card("intro").click({ modifiers: ["Shift"] });
    expect(await selected()).toEqual(["audience"]);
    await keys("Escape");
    expect(await selected()).toEqual([]);
  });

  test("Shift and a drag over the board take what they touch", async () => {
    const [a, b] = [await card("audience").boundingBox(), await card("intro").boundingBox()];
    if (!a || !b) throw new Error("The cards are not on the screen.");
    await board.page.keyboard.down("Shift");
    await board.page.mouse.move(a.x + 20, a.y - 60);
    await board.page.mouse.down();
    await board.page.mouse.move(b.x + 30, b.y + 30, { steps: 6 });
    await board.page.mouse.up();
    await board.page.keyboard.up("Shift");
    expect(await selected()).toEqual(["audience", "intro"]);
    await keys("Escape");
  });

  test("by keyboard: all, card by card, and the rest of a path", async () => {
    await keys("Control+A");
    expect(await selected()).toHaveLength(await cards());
    await accessible(board.page);
    await focus("audience");
    await keys("Space");
    expect(await selected()).toEqual(["audience"]);
    await keys("Shift+ArrowRight", "Shift+ArrowRight");
    expect(await selected()).toEqual(["audience", "intro", "clicked"]);
    await keys("Shift+Space");
    expect(await selected()).toEqual(["audience", "intro"]);
    await focus("qualified");
    await keys("Space", "p");
    expect(await selected()).toEqual(["qualified", "alert"]);
    await focus("moment");
    await keys("Space", "p");
    // The merge behind it is reached by another path too.
    expect(await selected()).toEqual(["moment"]);
    await keys("Escape");
  });

  test("what is dragged with others selected moves them all, in one step", async () => {
    await focus("audience");
    await keys("Space");
    await card("intro").click({ modifiers: ["Shift"] });
    const before = await card("intro").boundingBox();
    const at = await board.middle(card("audience"));
    await board.page.mouse.move(at.x, at.y);
    await board.page.mouse.down();
    await board.page.mouse.move(at.x + 8, at.y + 80, { steps: 6 });
    await board.page.mouse.up();
    await expect.poll(board.undoes).toBe("Undo: move 2 cards");
    expect((await card("intro").boundingBox())?.y ?? 0).toBeGreaterThan((before?.y ?? 0) + 40);
    await board.page.getByTestId("undo").click();
    await expect.poll(async () => (await card("intro").boundingBox())?.y).toBe(before?.y);
  });
});
