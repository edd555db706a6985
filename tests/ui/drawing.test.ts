import { describe, expect, test } from "vitest";
import { useBoard } from "./board";
import { accessible, saved } from "./page";

const board = useBoard();
const { cards, card, plus, undoes, row, drag, focus } = board;
const keys = (...all: string[]) =>
  all.reduce<Promise<void>>(
    (before, key) => before.then(() => board.page.keyboard.press(key)),
    Promise.resolve(),
  );
const landing = () => board.page.getByTestId("landing");
/** The field in place of the words has come. */
const writing = () => board.page.locator(".in-place:focus").waitFor();
const piece = (id: string) => board.page.locator(`[data-piece="${id}"]`);
const undo = async () => {
  await saved(board.page);
  await board.page.getByTestId("undo").click();
  await saved(board.page);
};

describe("the palette", () => {
  test("a step is dragged onto an edge; its place is shown before it is let go", async () => {
    // A little smaller, so that the first paths are on the board.
    await keys("Minus");
    const before = await cards();
    await drag(piece("wait"), plus("intro/"), async () => {
      await landing().waitFor();
      expect(await board.page.locator(".carried-words").innerText()).toBe("Add it here");
    });
    await expect.poll(cards).toBe(before + 1);
    expect(await undoes()).toBe("Undo: add Wait");
    expect(await row("First letter")).toContain("then Wait");
    await undo();
    await expect.poll(cards).toBe(before);
  });

  test("a step that is dragged onto a card goes behind it", async () => {
    await drag(piece("merge"), card("audience"), () => landing().waitFor());
    await expect.poll(() => row("Growers")).toContain("then Merge paths");
    await undo();
  });

  test("a step that is let go beside everything is not added", async () => {
    const before = await cards();
    await drag(piece("wait"), board.page.locator(".overview"), async () => {
      expect(await landing().count()).toBe(0);
    });
    await saved(board.page);
    expect(await cards()).toBe(before);
  });

  test("by keyboard: opened, searched and pressed, it puts a step behind the selection", async () => {
    await focus("intro");
    await keys("Space", "b");
    await board.page.keyboard.type("sms");
    await accessible(board.page);
    await keys("Tab", "Tab", "Enter");
    await expect.poll(() => row("First letter")).toContain("then Send SMS");
    await keys("b");
    await undo();
  });
});

describe("moving", () => {
  test("a card is dragged onto another path, and its gap closes", async () => {
    await keys("Escape");
    await drag(card("intro"), plus("clicked/event"), async () => {
      await landing().waitFor();
      expect(await board.page.locator(".carried-words").innerText()).toBe("Move it here");
    });
    await expect.poll(() => row("Did somebody follow")).toContain("Event: First letter");
    expect(await row("Growers")).toContain("then Did somebody follow");
    expect(await undoes()).toBe("Undo: move First letter on learned seeds to another path");
    await undo();
    await expect.poll(() => row("Growers")).toContain("then First letter");
  });

  test("the start does not go onto a path, and says why", async () => {
    await keys("Escape");
    await drag(card("audience"), plus("intro/"), async () => {
      expect(await landing().count()).toBe(0);
      expect(await board.page.locator(".carried-words").innerText()).toContain("stays at the start");
    });
    await saved(board.page);
    expect(await row("Growers")).toContain("then First letter");
    await undo();
  });

  test("by keyboard: M offers the paths that fit", async () => {
    await focus("intro");
    await keys("Space", "m");
    await board.page.getByRole("dialog").waitFor();
    await accessible(board.page);
    await board.page.keyboard.type("remember");
    await keys("Enter");
    await expect.poll(() => row("Remember the interest")).toContain("then First letter");
    await undo();
  });

  test("Alt and an arrow move what is selected; the rest stays; each press is a step", async () => {
    const place = async (id: string) => (await card(id).boundingBox())?.y ?? 0;
    await focus("intro");
    await keys("Space");
    const [own, other] = [await place("intro"), await place("clicked")];
    await keys("Alt+ArrowDown", "Alt+ArrowDown");
    await saved(board.page);
    expect(await place("intro")).toBeGreaterThan(own + 10);
    expect(await place("clicked")).toBe(other);
    expect(await undoes()).toBe("Undo: move First letter on learned seeds");
    await keys("t");
    await expect.poll(() => place("intro")).toBe(own);
    expect(await undoes()).toBe("Undo: tidy 1 card");
    for (let step = 0; step < 3; step++) await undo();
    expect(await place("intro")).toBe(own);
  });
});

describe("writing on the canvas", () => {
  test("F2 names a card, Escape leaves the name", async () => {
    await focus("intro");
    await keys("Space", "F2");
    await writing();
    await board.page.keyboard.type("Not kept");
    await keys("Escape");
    await expect.poll(() => board.page.evaluate("document.activeElement.dataset.id")).toBe("intro");
    expect(await card("intro").innerText()).toContain("First letter");
    await keys("F2");
    await writing();
    await board.page.keyboard.type("A letter");
    await accessible(board.page);
    await keys("Enter");
    await expect.poll(undoes).toBe("Undo: Label: First letter on learned seeds → A letter");
    await expect.poll(() => board.page.evaluate("document.activeElement.dataset.id")).toBe("intro");
    await undo();
  });

  test("a double click names a card and a path", async () => {
    await card("intro").locator("strong").dblclick();
    await writing();
    await board.page.keyboard.type("Twice");
    await keys("Enter");
    await expect.poll(() => card("intro").innerText()).toContain("Twice");
    await undo();
    await focus("complete");
    await keys("Space");
    const pill = board.page.locator('[data-pill="complete/ready"]');
    await pill.dblclick();
    await writing();
    await board.page.keyboard.type("All there");
    await keys("Enter");
    await expect.poll(() => pill.innerText()).toBe("All there");
    expect(await undoes()).toContain("→ All there");
    await undo();
  });

  test("N writes a note; its mark stays on the card and opens it", async () => {
    await focus("intro");
    await keys("Space", "n");
    await writing();
    await board.page.keyboard.type("Ask Anna");
    await accessible(board.page);
    await keys("Control+Enter");
    const mark = card("intro").locator(".note-mark");
    await mark.waitFor();
    expect(await undoes()).toBe("Undo: Note: nothing → Ask Anna");
    await mark.click();
    await writing();
    await board.page.keyboard.type("Ask Ben");
    await board.page.locator(".react-flow__pane").click({ position: { x: 300, y: 20 } });
    await expect.poll(() => mark.getAttribute("title")).toBe("Ask Ben");
  });

  test("a setting's step is named with its values", async () => {
    await focus("season-wait");
    await keys("Space");
    const count = board.page.getByLabel(/how many/).first();
    await count.fill("3");
    await count.press("Tab");
    await expect.poll(undoes).toBe("Undo: One week, then midweek at ten: 1 week → 3 weeks");
    await undo();
  });
});

describe("splits by people", () => {
  test("fold and unfold by mouse and by key, and nothing else moves", async () => {
    const paths = () => card("assign").locator(".card-paths li").count();
    const next = async () => (await card("engaged").boundingBox())?.y;
    await focus("assign");
    await keys("Space");
    const [all, at] = [await paths(), await next()];
    expect(all).toBeGreaterThan(1);
    await board.page.getByTestId("fold-assign").click();
    await expect.poll(paths).toBe(0);
    expect(await next()).toBe(at);
    await focus("assign");
    await keys("f");
    await expect.poll(paths).toBe(all);
    await keys("Shift+F");
    await expect.poll(paths).toBe(0);
    await accessible(board.page);
    await keys("Shift+F");
  });
});

describe("findings", () => {
  test("stand on the card and on the path while one draws, and a click goes there", async () => {
    await focus("intro");
    await keys("Space", "a");
    await board.page.keyboard.type("split by accounts");
    await keys("Enter");
    const made = board.page.locator('.card[data-selected][data-kind="splitAccounts"]');
    await made.waitFor();
    const id = await made.getAttribute("data-node");
    await made.locator('.mark[data-severity="error"]').waitFor();
    const pill = board.page.locator(`[data-pill="${id}/p1"]`);
    expect(await pill.getAttribute("data-severity")).toBe("error");
    await expect.poll(() => board.page.getByTestId("said").innerText()).toContain("finding");
    await keys("Escape");
    await pill.click();
    expect(await board.selected()).toEqual([id]);
    await accessible(board.page);
    await undo();
    await expect
      .poll(() => board.page.getByTestId("said").innerText())
      .toContain("Undone: add Split by accounts");
  });
});
