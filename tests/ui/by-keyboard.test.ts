import { expect, test } from "vitest";
import { useBoard } from "./board";
import { saved } from "./page";

const board = useBoard();
const { cards, row, selected, undoes } = board;
const keys = async (...all: string[]) => {
  for (const key of all) await board.page.keyboard.press(key);
};
const type = (words: string) => board.page.keyboard.type(words);
const focused = () => board.page.evaluate("document.activeElement.dataset.id ?? ''") as Promise<string>;

/** Adds a step behind the card that has the focus; the new one then has it. */
async function add(words: string): Promise<string> {
  const [before, from] = [await cards(), await focused()];
  await keys("a");
  await board.page.getByRole("dialog").waitFor();
  await type(words);
  await keys("Enter");
  await expect.poll(cards).toBe(before + 1);
  await expect.poll(focused).not.toBe(from);
  return focused();
}

async function name(words: string): Promise<void> {
  const id = await focused();
  await keys("F2");
  await board.page.locator(".in-place:focus").waitFor();
  await type(words);
  await keys("Enter");
  await expect.poll(() => board.card(id).innerText()).toContain(words);
  await expect.poll(focused).toBe(id);
}

/** Goes from a card into its settings. */
async function settings(id: string): Promise<void> {
  await keys("Enter");
  await board.page.locator(`[data-form="${id}"] :focus`).waitFor();
}

/** Goes along the flow to a card. */
async function walk(...arrows: ("Right" | "Left" | "Up" | "Down")[]): Promise<string> {
  for (const arrow of arrows) await keys(`Arrow${arrow}`);
  return focused();
}

/** The whole design of a journey without a mouse: thirty edits, all taken back and done again. */
test("a journey is designed by keyboard alone", { timeout: 120_000 }, async () => {
  await keys("Control+Alt+N");
  await board.page.getByRole("dialog").getByRole("textbox", { name: "Name" }).waitFor();
  await keys("Control+A");
  await type("By keyboard");
  await keys("Enter");
  await expect.poll(() => board.page.locator("h1").innerText()).toBe("By keyboard");
  await expect.poll(cards).toBe(1);
  let edits = 0;
  const did = async (what: RegExp) => {
    edits += 1;
    await expect.poll(undoes, { message: `edit ${edits}` }).toMatch(what);
    await saved(board.page);
  };

  // The start: its audience and its name.
  await keys("c");
  await expect.poll(focused).not.toBe("");
  const start = await focused();
  await name("Growers");
  await did(/Label/);
  await settings(start);
  await keys("Tab");
  // The arrow opens the audiences on the first of them.
  await keys("ArrowDown");
  await board.page.locator('[role="option"]:focus').waitFor();
  await keys("Enter");
  await did(/Undo: Growers: .*→/);
  await keys("Escape");
  await expect.poll(focused).toBe(start);

  // A line of steps, each named.
  const mail = await add("send email");
  await did(/add Send email/);
  await name("First letter");
  await did(/→ First letter/);
  await add("wait");
  await did(/add Wait/);
  await name("Some days");
  await did(/→ Some days/);
  const listen = await add("listen");
  await did(/add Listen/);
  await name("A click?");
  await did(/→ A click/);
  const moment = await add("interesting moment");
  await did(/add .*nteresting moment/);
  await name("Remember it");
  await did(/→ Remember it/);
  const split = await add("split by accounts");
  await did(/add Split by accounts/);
  await name("Large?");
  await did(/→ Large/);
  const alert = await add("sales alert");
  await did(/add Send sales alert/);
  await name("Tell sales");
  await did(/→ Tell sales/);

  // Notes, on two cards.
  await keys("n");
  await type("Only for large ones");
  await keys("Control+Enter");
  await did(/Note: nothing → Only for large ones/);
  expect(await walk("Left")).toBe(split);
  await keys("n");
  await type("By revenue");
  await keys("Control+Enter");
  await did(/Note/);
  await expect.poll(focused).toBe(split);

  // One step moves to another path and back.
  expect(await walk("Left")).toBe(moment);
  await keys("m");
  await type("first letter");
  await keys("Enter");
  await did(/move Remember it to another path/);
  expect(await row("First letter")).toContain("then Remember it");
  await expect.poll(focused).toBe(moment);
  await keys("m");
  await type("a click");
  await keys("Enter");
  await did(/move Remember it/);

  // Places by hand, then tidied.
  await keys("Alt+ArrowDown");
  await did(/Undo: move Remember it$/);
  await keys("Alt+ArrowDown");
  await did(/Undo: move Remember it$/);
  await keys("t");
  await did(/tidy 1 card/);

  // A fold is no edit; a deletion heals.
  await add("split by people");
  await did(/add Split by people/);
  await keys("f");
  expect(await board.page.locator(".card[data-selected] .card-paths").count()).toBe(0);
  await keys("f");
  await keys("Delete");
  await did(/delete Split by people/);
  await keys("Control+Z");
  await expect
    .poll(() => board.page.getByTestId("said").innerText())
    .toContain("Undone: delete Split by people");
  await keys("Control+Shift+Z");
  await expect.poll(undoes).toMatch(/delete Split by people/);

  // What follows the wait.
  await keys("c");
  await board.focus(mail);
  await keys("Space");
  await add("wait");
  await did(/add Wait/);
  await settings(await focused());
  await keys("Tab");
  await type("3");
  await keys("Tab");
  await did(/Wait: 5 days → 3 days/);
  await keys("Escape");
  await add("sms");
  await did(/add Send SMS/);
  await name("A short word");
  await did(/→ A short word/);
  await keys("Delete");
  await did(/delete A short word/);
  await keys("Control+A");
  expect(await selected()).toHaveLength(await cards());
  await keys("Alt+ArrowUp");
  await did(/move \d+ cards/);
  await keys("Shift+T");
  await did(/Undo: tidy/);
  expect(edits).toBeGreaterThanOrEqual(30);
  expect(await row("A click?")).toContain(`Event: Remember it`);
  expect([listen, alert].every((id) => id !== "")).toBe(true);

  // All of it is taken back and done again.
  const done = await board.page.locator(".unseen ol li").allInnerTexts();
  for (let step = 0; step < edits; step++) {
    await keys("Control+Z");
    await saved(board.page);
  }
  expect(await cards()).toBe(1);
  expect(await board.page.getByTestId("undo").isDisabled()).toBe(true);
  for (let step = 0; step < edits; step++) {
    await keys("Control+Shift+Z");
    await saved(board.page);
  }
  expect(await board.page.locator(".unseen ol li").allInnerTexts()).toEqual(done);
});
