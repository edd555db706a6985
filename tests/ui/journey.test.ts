import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible, ready, saved, still } from "./page";

const opened = usePage();
let page: Page;

beforeAll(() => {
  ({ page } = opened);
});

const cards = () => page.locator("[data-node]").count();
const card = (name: string) => page.getByRole("group", { name: new RegExp(`^${name}, `) });
const plus = (exit: string) => page.locator(`[data-exit="${exit}"]`);
const fact = (id: string) => page.locator(`[data-node="${id}"] .card-facts`);

/** Puts something on an edge by its ⊕ and the menu's search; answers with the new card's id. */
async function insert(exit: string, search: string, choice: string): Promise<string> {
  const count = await cards();
  await plus(exit).click();
  await page.keyboard.type(search);
  await page.locator(`[data-choice="${choice}"]`).click();
  await expect.poll(cards).toBe(count + 1);
  const id = await page.locator(".card[data-selected]").getAttribute("data-node");
  if (!id) throw new Error("The new card is not selected.");
  return id;
}

describe("a journey on the canvas", () => {
  test("opens with its cards, and says that it is saved", async () => {
    expect(await cards()).toBeGreaterThan(10);
    await saved(page);
    await accessible(page);
  });

  test("a wait is put on an edge by its ⊕ and set in the panel", async () => {
    const wait = await insert("audience/", "wait", "wait");
    const count = page.getByLabel(/how many/).first();
    await count.fill("3");
    await count.press("Tab");
    await expect.poll(() => fact(wait).innerText()).toContain("3 days");
    await saved(page);
    await page.reload();
    await ready(page);
    expect(await fact(wait).innerText()).toContain("3 days");
  });

  test("a label is kept to the last keystroke, even when the page is closed at once", async () => {
    await page.locator('[data-node="intro"]').click();
    await page.getByLabel("Label", { exact: true }).fill("Hello from the test");
    await page.reload();
    await ready(page);
    await expect.poll(() => card("Hello from the test").count()).toBe(1);
  });

  test("an action is put on an edge and takes its email", async () => {
    const action = await insert("audience/", "send email", "sendEmail");
    expect(await page.locator(`[data-node="${action}"]`).innerText()).toContain("Send email");
    await page
      .getByTestId("side")
      .getByRole("button", { name: /Choose|Email/ })
      .last()
      .click();
    await page.getByRole("option").first().click();
    await expect.poll(() => fact(action).innerText()).toMatch(/Email\s+\S/);
    await page.getByTestId("remove").click();
    await expect.poll(() => page.locator(`[data-node="${action}"]`).count()).toBe(0);
  });

  test("delete heals the edge; undo brings the card back; redo takes it away again", async () => {
    const before = await cards();
    const wait = await insert("audience/", "wait", "wait");
    await page.locator(`[data-node="${wait}"]`).click();
    await page.keyboard.press("Delete");
    await expect.poll(cards).toBe(before);
    await page.getByTestId("undo").click();
    await expect.poll(cards).toBe(before + 1);
    await page.keyboard.press("Control+Shift+Z");
    await expect.poll(cards).toBe(before);
    await page.keyboard.press("Control+Z");
    await expect.poll(cards).toBe(before + 1);
    await page.getByTestId("redo").click();
    await expect.poll(cards).toBe(before);
  });

  test("a card is dragged in one step, and undo brings it back", async () => {
    const mark = page.locator('[data-node="intro"]');
    const before = await still(mark);
    await page.mouse.move(before.x + 40, before.y + 12);
    await page.mouse.down();
    await page.mouse.move(before.x + 70, before.y + 60, { steps: 6 });
    await page.mouse.up();
    await expect
      .poll(() => page.getByTestId("undo").getAttribute("aria-label"))
      .toBe("Undo: move Hello from the test");
    await saved(page);
    const after = await mark.boundingBox();
    // The first pixels of a drag only tell it from a click.
    expect((after?.y ?? 0) - before.y).toBeGreaterThan(30);
    await page.getByTestId("undo").click();
    await expect.poll(async () => Math.round((await mark.boundingBox())?.y ?? 0)).toBe(Math.round(before.y));
  });

  test("a path is cut, and its open exit joined to a merge again", async () => {
    const to = async () => (await page.locator('[data-exit="moment/"]').getAttribute("data-end")) ?? "a card";
    await page.locator('[data-node="clicked"]').click();
    await page.keyboard.press("ArrowRight");
    await plus("moment/").click();
    await page.locator('[data-choice="cut"]').click();
    await expect.poll(to).toBe("true");
    await plus("moment/").click();
    await page.locator('[data-choice="join-known"]').click();
    await expect.poll(to).toBe("a card");
    // A card that gets the keyboard's focus comes into view again.
    await page.keyboard.press("Tab");
    await page.locator('.react-flow__node[data-id="audience"]').focus();
    await expect.poll(async () => (await plus("audience/").boundingBox())?.x ?? 0).toBeGreaterThan(224);
  });

  test("a split's condition is set in its dialog, with the number of matches", async () => {
    const split = await insert("audience/", "split", "splitAccounts");
    await page.getByTestId("check").click();
    const finding = page.locator('[data-code="split-without-condition"]').first();
    await finding.waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
    await page.locator('[data-code="split-without-condition"]').first().click();
    expect(await page.locator(".card[data-selected]").getAttribute("data-node")).toBe(split);

    await page.getByTestId("edit-condition").first().click();
    const dialog = page.getByTestId("condition-dialog");
    await dialog.getByTestId("add-condition").click();
    await page.getByRole("menuitem", { name: "Attribute" }).click();
    await dialog.getByRole("combobox", { name: "Attribute" }).fill("industry");
    await page.getByRole("option", { name: "Industry" }).click();
    const values = dialog.getByLabel("Values (any of them)");
    await values.fill("Agriculture");
    await values.press("Enter");
    await expect.poll(() => dialog.innerText()).toContain("Industry is Agriculture");
    await expect.poll(() => dialog.getByTestId("matches").innerText()).toMatch(/\d+ of \d+ accounts match/);
    await accessible(page);
    await page.getByTestId("condition-done").click();
    await saved(page);
    await expect.poll(() => page.locator('[data-form] [data-severity="error"]').count()).toBe(0);
  });

  test("deleting a split asks which path stays in line", async () => {
    const split = await page.locator('[data-kind="splitAccounts"][data-selected]').getAttribute("data-node");
    const before = await cards();
    await plus(`${split}/other`).click();
    await page.keyboard.type("wait");
    await page.locator('[data-choice="wait"]').click();
    await expect.poll(cards).toBe(before + 1);
    await page.locator(`[data-node="${split}"]`).click();
    await page.keyboard.press("Backspace");
    await page.getByRole("radio").first().waitFor();
    await accessible(page);
    await page.getByTestId("dialog-go").click();
    await expect.poll(() => page.locator(`[data-node="${split}"]`).count()).toBe(0);
  });
});
