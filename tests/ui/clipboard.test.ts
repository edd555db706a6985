import { describe, expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible, saved } from "./page";

const board = useBoard({ refuses: true });
const { cards, focus, row, selected, undoes } = board;
const keys = async (...all: string[]) => {
  for (const key of all) await board.page.keyboard.press(key);
};
const undo = async () => {
  await saved(board.page);
  await board.page.getByTestId("undo").click();
  await saved(board.page);
};
const held = () => board.page.evaluate("navigator.clipboard.readText()") as Promise<string>;

describe("the clipboard", () => {
  test("holds the JSON of what is copied; pasting puts it behind the selection, under new ids", async () => {
    await board.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const before = await cards();
    await focus("intro");
    await keys("Space", "Shift+ArrowRight", "Control+C");
    await expect.poll(held).toContain('"caravan/fragment"');
    await focus("qualified");
    await keys("Space", "Control+V");
    await expect.poll(cards).toBe(before + 2);
    expect(await undoes()).toBe("Undo: paste 2 steps");
    expect(await row("Stage: ready for sales")).toContain("First letter");
    const made = await selected();
    expect(made).toHaveLength(2);
    expect(made).not.toContain("intro");
    await accessible(board.page);
    await undo();
    await expect.poll(cards).toBe(before);
  });

  test("with nothing selected it comes to the middle of the board, unconnected", async () => {
    const before = await cards();
    await keys("Escape", "Control+V");
    await expect.poll(cards).toBe(before + 2);
    await undo();
  });

  test("cut takes the steps out and heals; pasted they are there again", async () => {
    const before = await cards();
    await focus("webinar");
    await keys("Space", "Control+X");
    await expect.poll(cards).toBe(before - 1);
    await expect.poll(held).toContain('"webinar"');
    await focus("season-wait");
    await keys("Space", "Control+V");
    await expect.poll(cards).toBe(before);
    expect(await row("One week")).toContain("Invite to the field webinar");
    await undo();
    await undo();
  });

  test("duplicate puts a copy behind the step", async () => {
    const before = await cards();
    await focus("webinar");
    await keys("Space", "Control+D");
    await expect.poll(cards).toBe(before + 1);
    expect(await undoes()).toBe("Undo: duplicate Invite to the field webinar");
    await undo();
  });

  test("what is no fragment is refused in one sentence, and nothing changes", async () => {
    const before = await cards();
    await board.page.evaluate("navigator.clipboard.writeText('good morning')");
    await focus("intro");
    await keys("Space", "Control+V");
    await board.page
      .locator("[role=alertdialog], [role=alert], [role=status]", { hasText: /steps|fragment|copied/i })
      .first()
      .waitFor();
    expect(await cards()).toBe(before);
  });

  test("a field keeps its own copy and paste", async () => {
    await focus("intro");
    await keys("Space", "F2", "Control+A", "Control+X", "Control+V");
    await board.page.keyboard.type("!");
    await keys("Enter");
    await expect.poll(() => board.card("intro").innerText()).toContain("First letter on learned seeds!");
  });
});
