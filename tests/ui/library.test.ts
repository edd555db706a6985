import { resolve } from "node:path";
import { expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible, saved } from "./page";

const board = useBoard();
const page = () => board.page;
const press = async (...all: string[]) => {
  for (const key of all) await page().keyboard.press(key);
};
const names = () => page().locator(".library-piece strong").allInnerTexts();
const title = () => page().locator("h1").innerText();
const dialog = () => page().getByRole("dialog");

/** Begins a journey with a template, by keyboard alone. */
async function begin(template: string, arrows: number) {
  await press("Control+Alt+N");
  await dialog().locator(`[data-template="${template}"]`).waitFor();
  // From the name over who moves through it to what it begins with.
  await press("Tab", "Tab");
  for (let step = 0; step < arrows; step++) await press("ArrowDown");
  await expect
    .poll(() => dialog().locator(`[data-template="${template}"]`).getAttribute("data-selected"))
    .toBe("true");
}

test("a journey begins with a template, with a kind, or empty", async () => {
  await begin("fill-a-buying-group", 1);
  await accessible(page());
  await press("Enter");
  if (await dialog().isVisible()) await page().getByTestId("dialog-go").click();
  await expect.poll(title).toBe("Fill a buying group");
  await expect.poll(board.cards).toBe(25);
  expect(await page().locator("[data-testid=check]").innerText()).toContain("0");

  await press("Control+Alt+N");
  await dialog().locator('[data-template="fill-a-buying-group"]').waitFor();
  // The dialog may still be finding its place.
  await expect
    .poll(async () => {
      await dialog().getByText("People", { exact: true }).click();
      return dialog().getByRole("radio", { name: "People" }).isChecked();
    })
    .toBe(true);
  await dialog().getByRole("textbox", { name: "Name" }).fill("For people");
  await press("Enter");
  await expect.poll(title).toBe("For people");
  expect(await page().locator('[data-kind="personAudience"]').count()).toBe(1);
});

test("all journeys are found, ordered and opened by keyboard", async () => {
  await press("Control+O");
  await expect.poll(names).toEqual(["For people", "Fill a buying group", "Seeds: complete the committee"]);
  await expect.poll(() => page().locator(".library-piece svg").count()).toBeGreaterThanOrEqual(3);
  await accessible(page());
  await page().keyboard.type("buying fill");
  await expect.poll(names).toEqual(["Fill a buying group"]);
  await page().keyboard.type(" nowhere");
  await page().getByTestId("library-clear").waitFor();
  await accessible(page());
  await press("Escape");
  await expect.poll(names).toHaveLength(3);
  await press("ArrowDown", "ArrowRight", "Enter");
  await expect.poll(title).toBe("Fill a buying group");
  await expect.poll(board.cards).toBe(25);
});

test("the library is sorted and narrowed by mouse", async () => {
  await page().getByTestId("show-library").click();
  await page().getByRole("button", { name: "Sort by" }).click();
  await page().getByRole("option", { name: "Name" }).click();
  await expect.poll(names).toEqual(["Fill a buying group", "For people", "Seeds: complete the committee"]);
  await page().getByRole("button", { name: "Sort by" }).click();
  await page().getByRole("option", { name: "Number of steps" }).click();
  await expect.poll(names).toEqual(["Fill a buying group", "Seeds: complete the committee", "For people"]);
  await page().getByRole("button", { name: "Show" }).click();
  await page().getByRole("option", { name: "Live" }).click();
  await expect.poll(names).toEqual([]);
  await page().getByTestId("library-clear").click();
  await expect.poll(names).toHaveLength(3);
});

test("journeys are copied and deleted from the library", async () => {
  const focus = async (name: string) => {
    await page().getByRole("row", { name }).focus();
    // Without a key before, the kit takes the focus for a screen reader's, and dialogs wait before they take it.
    await press("F9", "ArrowRight", "ArrowLeft");
    await page().getByRole("row", { name }).focus();
  };
  await focus("For people");
  await press("Delete");
  await page().getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect.poll(names).toEqual(["Fill a buying group", "Seeds: complete the committee"]);
  // The question is gone when the rest of the page can be used again.
  await page().locator("#root:not([inert])").waitFor();
  await focus("Fill a buying group");
  await press("Control+Shift+D");
  await expect.poll(() => dialog().innerText()).toContain("Duplicate the structure");
  await expect.poll(() => page().evaluate("document.activeElement.tagName")).toBe("INPUT");
  await press("Enter");
  await expect.poll(title).toBe("Fill a buying group (copy)");
  await expect.poll(board.cards).toBe(25);
  await press("Control+O");
  await expect.poll(names).toHaveLength(3);
  await page().getByTestId("library-back").click();
  await expect.poll(board.cards).toBe(25);
});

test("a step is switched off and on again", async () => {
  await press("Control+O");
  await page().locator(".library-piece", { hasText: "Seeds" }).click();
  await expect.poll(title).toBe("Seeds: complete the committee");
  const card = board.card("clicked");
  await board.focus("clicked");
  await press("Space", "d");
  await expect.poll(board.undoes).toMatch(/disable Did somebody follow the link\?/);
  expect(await card.getAttribute("data-disabled")).toBe("true");
  expect(await card.innerText()).toContain("Disabled");
  expect(await page().getByTestId("off").innerText()).toContain("“Event”");
  expect(await board.row("Did somebody follow the link?")).toContain("disabled");
  expect(await page().locator(".edge[data-unused]").count()).toBe(1);
  await accessible(page());
  await press("Control+Z");
  await expect.poll(() => card.getAttribute("data-disabled")).toBe(null);
  await press("Control+Shift+Z");
  await expect.poll(() => card.getAttribute("data-disabled")).toBe("true");
  await page().getByTestId("disable").click();
  await expect.poll(board.undoes).toMatch(/enable Did somebody/);
  await saved(page());
  // Starts and merges stay as they are.
  await board.card("audience").click();
  expect(await page().getByTestId("disable").count()).toBe(0);
});

test("a journey comes from a file: what was exported as a process is drawn again", async () => {
  await press("Control+O");
  await expect.poll(names).toHaveLength(3);
  const choosing = page().waitForEvent("filechooser");
  await page().getByTestId("library-import").click();
  await (await choosing).setFiles(
    resolve(import.meta.dirname, "../expected/exports/paid-media-controller.en.bpmn"),
  );
  await expect.poll(title).toBe("Paid media controller");
  await expect.poll(board.cards).toBeGreaterThan(5);
  await press("Control+O");
  await expect.poll(names).toHaveLength(4);
  await page().getByTestId("library-back").click();
});
