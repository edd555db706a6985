import { expect, test } from "vitest";
import { useBoard } from "./board";
import { saved, still } from "./page";

const board = useBoard();
const page = () => board.page;
const call = (command: string, args: object) =>
  page().evaluate(
    async ([command, args]) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`/api/${command}`, { method: "POST", headers, body: JSON.stringify(args) });
      return answer.json();
    },
    [command, args] as const,
  );

/** A split into twenty paths of waits, so many cards in all. */
function fragment(cards: number): string {
  const paths = Array.from({ length: 20 }, (_, at) => ({
    id: `p${at + 1}`,
    label: `Path ${at + 1}`,
    condition: { attribute: "account.accountName", op: "is", value: [`Account ${at}`] },
  }));
  const nodes: object[] = [{ id: "split", kind: "splitAccounts", paths, other: true }];
  const edges: object[] = [];
  for (let at = 0; at < cards - 1; at++) {
    nodes.push({ id: `n${at}`, kind: "wait", label: `Step ${at}`, for: { days: 5 } });
    edges.push(
      at < 20 ? { from: "split", path: `p${at + 1}`, to: `n${at}` } : { from: `n${at - 20}`, to: `n${at}` },
    );
  }
  return JSON.stringify({ format: "caravan/fragment", version: 1, kind: "account", nodes, edges });
}

test("a journey of 2,000 cards draws what is in sight, and all of it from afar", {
  timeout: 90_000,
}, async () => {
  const { id } = await call("createJourney", { name: "Large" });
  const { nodes } = await call("open", { journey: id });
  const [start] = Object.keys(nodes);
  await call("edit", {
    journey: id,
    intent: { do: "paste", fragment: fragment(1999), from: start, path: null, at: null },
  });
  await page().reload();
  await page().waitForSelector('body[data-ready="1"] .card');
  expect(await page().getByTestId("counter").innerText()).toContain("2,000 steps");
  expect(await board.cards()).toBeLessThan(200);
  expect(await page().locator(".plus").count()).toBeLessThan(300);

  // Along the flow by keyboard, cards come as they are reached.
  await page().keyboard.press("c");
  const focused = () => page().evaluate("document.activeElement.dataset.id ?? ''");
  await expect.poll(focused).toBe(start);
  let last = start;
  for (let step = 0; step < 12; step++) {
    await page().keyboard.press("ArrowRight");
    await expect.poll(focused).not.toBe(last);
    last = String(await focused());
    await expect.poll(focused).toBe(last);
  }
  const card = board.card(last ?? "");
  await expect.poll(() => card.innerText()).toContain("Step");

  // It is dragged, and its lines with it.
  const before = await still(card);
  await page().mouse.move(before.x + 60, before.y + 20);
  await page().mouse.down();
  await page().mouse.move(before.x + 90, before.y + 60, { steps: 5 });
  await page().mouse.up();
  await expect.poll(board.undoes).toMatch(/move Step/);
  await saved(page());

  // From afar all cards are one picture; a press on one goes there.
  await page().keyboard.press("1");
  await page().getByTestId("crowd").waitFor();
  expect(await board.cards()).toBe(0);
  const widths = await page()
    .locator(".crowd path")
    .evaluateAll((all) => all.map((path) => path.getBoundingClientRect().width));
  expect(Math.max(...widths)).toBeGreaterThan(300);
  await page().keyboard.press("2");
  await expect.poll(() => card.count()).toBe(1);
  await page().keyboard.press("Control+F");
  await page().keyboard.type("Step 1900");
  await page().keyboard.press("Enter");
  await expect.poll(() => page().locator("[data-hit=at]").innerText()).toContain("Step 1900");
});
