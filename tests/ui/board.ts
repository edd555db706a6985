import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type Host, startHost } from "./host";
import { openPage, startBrowser, still } from "./page";

/** What tests of the canvas ask of it. */
export interface Board {
  page: Page;
  cards: () => Promise<number>;
  card: (id: string) => Locator;
  plus: (exit: string) => Locator;
  /** The ids of what is selected. */
  selected: () => Promise<string[]>;
  /** What undo would take back, in words. */
  undoes: () => Promise<string>;
  /** The row of the outline that begins with a title. */
  row: (title: string) => Promise<string>;
  middle: (of: Locator) => Promise<{ x: number; y: number }>;
  /** Presses a mouse button at one place and lets it go at another; `before` looks at it on the way. */
  drag: (from: Locator, to: Locator, before?: () => Promise<void>) => Promise<void>;
  /** Puts the keyboard on a card. */
  focus: (id: string) => Promise<void>;
}

/** Opens the program in a browser before the tests of a file, and closes it after them: the page is there in tests and
 * in whatever they await first. `refuses`: the tests ask for something that the program refuses. */
export function usePage({ refuses = false } = {}): { page: Page; browser: Browser } {
  const opened = {} as { page: Page; browser: Browser };
  let host: Host;
  let errors: string[] = [];
  beforeAll(async () => {
    host = await startHost();
    opened.browser = await startBrowser();
    const { page, errors: written } = await openPage(opened.browser, host.url);
    opened.page = page;
    errors = written;
  });
  afterAll(async () => {
    await opened.browser?.close();
    await host?.stop();
    // A browser writes every refusal of the program to its console.
    expect(errors.filter((error) => !(refuses && error.includes("422")))).toEqual([]);
  });
  return opened;
}

/** The same for tests of the canvas, on the sample journey. */
export function useBoard({ refuses = false } = {}): Board {
  const opened = usePage({ refuses });
  const middle = async (of: Locator) => {
    const box = await still(of);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  return {
    get page() {
      return opened.page;
    },
    cards: () => opened.page.locator("[data-node]").count(),
    card: (id) => opened.page.locator(`[data-node="${id}"]`),
    plus: (exit) => opened.page.locator(`[data-exit="${exit}"]`),
    selected: () =>
      opened.page
        .locator(".card[data-selected]")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-node") ?? "")),
    undoes: async () => (await opened.page.getByTestId("undo").getAttribute("aria-label")) ?? "",
    row: async (title) => {
      const rows = await opened.page.locator(".unseen ol li").allInnerTexts();
      return rows.find((row) => row.startsWith(title)) ?? "";
    },
    middle,
    drag: async (from, to, before) => {
      const [a, b] = [await middle(from), await middle(to)];
      await opened.page.mouse.move(a.x, a.y);
      await opened.page.mouse.down();
      await opened.page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2 + 30, { steps: 4 });
      await opened.page.mouse.move(b.x, b.y, { steps: 4 });
      await before?.();
      await opened.page.mouse.up();
    },
    focus: async (id) => {
      // A key that does nothing: what gets the focus after a key is brought into view, after a click it isn't.
      await opened.page.keyboard.press("F9");
      await opened.page.locator(`.react-flow__node[data-id="${id}"]`).focus();
      await expect
        .poll(async () => {
          const [card, board] = [
            await opened.page.locator(`[data-node="${id}"]`).boundingBox(),
            await opened.page.locator(".board").boundingBox(),
          ];
          return Boolean(card && board && card.x > board.x && card.x + card.width < board.x + board.width);
        })
        .toBe(true);
    },
  };
}
