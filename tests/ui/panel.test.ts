import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Host, startHost } from "./host";
import { accessible, drop, openPage, ready, saved, startBrowser, still } from "./page";

let browser: Browser;
let host: Host;

beforeAll(async () => {
  host = await startHost();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await host?.stop();
});

interface Field {
  key: string;
  name: { en: string };
  input: { type: string };
}
interface Catalogue {
  kinds: { kind: string; journeys: string[]; fields: Field[]; default: object }[];
  actions: { type: string; on: string; fields: Field[]; default: object }[];
}

async function ask<Answer>(command: string, args: object): Promise<Answer> {
  const answer = await fetch(`${host.url}/api/${command}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  return (await answer.json()) as Answer;
}

/** A page on a journey that holds a node of every kind and action, each with a finding that leads to it. */
async function everything(
  kind: "account" | "person",
): Promise<{ page: Page; errors: string[]; fields: Map<string, Field[]> }> {
  const catalogue = await ask<Catalogue>("catalogue", {});
  const fields = new Map<string, Field[]>();
  const nodes: Record<string, object> = {};
  for (const info of catalogue.kinds.filter(({ journeys }) => journeys.includes(kind))) {
    if (info.kind === "action") continue;
    nodes[`k-${info.kind}`] = {
      id: `k-${info.kind}`,
      kind: info.kind,
      label: null,
      note: null,
      ...info.default,
    };
    fields.set(`k-${info.kind}`, info.fields);
  }
  for (const info of catalogue.actions.filter(({ on }) => kind === "account" || on === "people")) {
    const action = { ...info.default, type: info.type };
    nodes[`a-${info.type}`] = { id: `a-${info.type}`, kind: "action", label: null, note: null, action };
    fields.set(`a-${info.type}`, info.fields);
  }
  const { page, errors } = await openPage(browser, host.url);
  await page.route("**/api/open", async (route) => {
    const answer = await route.fetch();
    const update = await answer.json();
    update.header.kind = kind;
    update.nodes = nodes;
    update.exits = Object.fromEntries(Object.keys(nodes).map((id) => [id, []]));
    update.places = Object.fromEntries(
      Object.keys(nodes).map((id, at) => [id, { x: (at % 8) * 300, y: Math.floor(at / 8) * 200 }]),
    );
    update.ends = [];
    update.problems = Object.keys(nodes).map((node) => ({
      code: `look-${node}`,
      severity: "warning",
      node,
      exit: null,
      params: {},
      sentence: { en: `Look at ${node}.`, es: `Mira ${node}.` },
      fix: null,
    }));
    await route.fulfill({ response: answer, json: update });
  });
  await page.reload();
  await ready(page);
  return { page, errors, fields };
}

describe("every kind and action", () => {
  for (const kind of ["account", "person"] as const) {
    test(`has a control for every setting, in a journey of kind ${kind}`, { timeout: 240_000 }, async () => {
      const { page, errors, fields } = await everything(kind);
      const side = page.getByTestId("side");
      const missing: string[] = [];
      for (const [node, settings] of fields) {
        await page.getByTestId("check").click();
        await page.locator(`[data-code="look-${node}"]`).click();
        await page.locator(`[data-form="${node}"]`).waitFor();
        for (const field of settings) {
          const { en } = field.name;
          if (field.input.type === "action") continue;
          const control = side.getByLabel(en).or(side.getByRole("group", { name: en }));
          const own = ["condition", "other", "mustEndOn"].includes(field.input.type);
          const found = (await control.count()) > 0 || (own && (await side.getByText(en).count()) > 0);
          if (!found) missing.push(`${node}.${field.key} (${en})`);
        }
      }
      expect(missing).toEqual([]);
      await accessible(page);
      expect(errors).toEqual([]);
      await page.context().close();
    });
  }
});

/** Puts something on an edge by its ⊕ and the menu's search; answers with the new card's id. */
async function insert(page: Page, exit: string, search: string, choice: string): Promise<string> {
  const before = await page.locator("[data-node]").count();
  await page.locator(`[data-exit="${exit}"]`).click();
  await page.keyboard.type(search);
  await page.locator(`[data-choice="${choice}"]`).click();
  // Also called before the tests, where nothing can be expected yet.
  await page.locator("[data-node]").nth(before).waitFor();
  const id = await page.locator(".card[data-selected]").getAttribute("data-node");
  if (!id) throw new Error("The new card is not selected.");
  return id;
}

describe("the condition editor", () => {
  let page: Page;
  let errors: string[];
  const dialog = () => page.getByTestId("condition-dialog");
  const parts = () =>
    dialog()
      .locator("[data-part]")
      .evaluateAll((all) =>
        all.map((one) => {
          const leaf = (one as HTMLElement).querySelector<HTMLElement>(":scope > .part-body > .leaf")?.dataset
            .leaf;
          return `${(one as HTMLElement).dataset.part} ${leaf ?? "group"}`;
        }),
      );
  const add = async (name: string, group = "") => {
    await dialog().locator(`[data-place="${group}"] > .tree-head [data-testid="add-condition"]`).click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  const menu = async (place: string, command: string) => {
    await dialog().locator(`[data-part="${place}"] > .part-side button`).click();
    await page.getByRole("menuitem", { name: command }).click();
  };
  /** The matches, once they are those of what stands there. */
  const matches = async () => {
    const counted = dialog().getByTestId("matches");
    await expect.poll(() => counted.getAttribute("data-stale")).toBeNull();
    return Number(/^([\d,]+) of/.exec(await counted.innerText())?.[1]?.replace(",", ""));
  };

  beforeAll(async () => {
    ({ page, errors } = await openPage(browser, host.url));
    await insert(page, "audience/", "split", "splitAccounts");
    await page.getByTestId("edit-condition").first().click();
    await dialog().waitFor();
  });

  afterAll(async () => {
    expect(errors).toEqual([]);
    await page?.context().close();
  });

  test("asks for a value that the data knows, and counts at once", async () => {
    await add("Attribute");
    await dialog().getByRole("combobox", { name: "Attribute" }).fill("industry");
    await page.getByRole("option", { name: "Industry" }).click();
    const values = dialog().getByLabel("Values (any of them)");
    await values.fill("agri");
    await page.getByRole("option", { name: /^Agriculture/ }).waitFor();
    await values.press("ArrowDown");
    await values.press("Enter");
    await expect.poll(() => dialog().innerText()).toContain("Industry is Agriculture");
    await expect.poll(matches).toBeGreaterThan(50);
    expect(await dialog().locator('[data-part="0"] .part-count').innerText()).toBe(String(await matches()));
    await accessible(page);
  });

  test("nests groups by the menus, and says that two persons may answer", async () => {
    await add("Event history");
    await add("Group of conditions");
    await add("Has a person who", "2");
    await add("Member of buying group", "2");
    await expect
      .poll(parts)
      .toEqual(["0 attribute", "1 eventHistory", "2 group", "2.0 hasPerson", "2.1 memberOfBuyingGroup"]);
    await expect.poll(() => dialog().innerText()).toContain("may be met by a different person");
    await accessible(page);
  });

  test("drags a part by the mouse into a group, in one step", async () => {
    const handle = await still(dialog().locator('[data-handle="1"]'));
    const gap = await still(dialog().locator('[data-place="2"] > .gap').first());
    await page.mouse.move(handle.x + 8, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 12, handle.y + 24, { steps: 3 });
    await page.mouse.move(gap.x + 40, gap.y + 4, { steps: 6 });
    // The place shows itself before the part is dropped.
    await expect.poll(() => dialog().locator('[data-place="2"] > .gap[data-over]').count()).toBe(1);
    await drop(page);
    const dropped = [
      "0 attribute",
      "1 group",
      "1.0 eventHistory",
      "1.1 hasPerson",
      "1.2 memberOfBuyingGroup",
    ];
    await expect.poll(parts).toEqual(dropped);
    await saved(page);
    await page.getByRole("button", { name: /^Undo/ }).last().click();
    await expect.poll(async () => (await parts())[1]).toBe("1 eventHistory");
    await page.getByRole("button", { name: /^Redo/ }).last().click();
    await expect.poll(parts).toEqual(dropped);
  });

  test("moves a part by the arrow keys through groups; its handle keeps the focus", async () => {
    await dialog().locator('[data-handle="0"]').focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(parts).toContain("0.0 attribute");
    await page.keyboard.press("ArrowDown");
    await expect.poll(parts).toContain("0.1 attribute");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await parts())[0]).toBe("0 attribute");
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.handle)).toBe("0");
  });

  test("duplicates, wraps, unwraps and removes", async () => {
    await menu("0", "Duplicate");
    await expect.poll(async () => (await parts()).slice(0, 2)).toEqual(["0 attribute", "1 attribute"]);
    await menu("1", "Wrap in “none of these”");
    await expect.poll(parts).toContain("1.0 attribute");
    await expect.poll(matches).toBe(0);
    await menu("1", "Unwrap group");
    await expect.poll(async () => (await parts())[1]).toBe("1 attribute");
    await menu("1", "Remove");
    await expect.poll(async () => (await parts())[1]).toBe("1 group");
  });

  test("asks about the fields of an event", async () => {
    await dialog().getByTestId("add-where").click();
    await dialog().getByRole("button", { name: "Values (any of them)" }).click();
    await page.getByRole("option").first().click();
    await page.keyboard.press("Escape");
    await expect.poll(() => dialog().innerText()).toMatch(/Email clicked \(with email is /);
    await accessible(page);
  });

  test("keeps what was written", async () => {
    await page.getByTestId("condition-done").click();
    await saved(page);
    await page.reload();
    await ready(page);
    await page.locator('[data-kind="splitAccounts"]').first().click();
    await expect
      .poll(() => page.locator(".path-card").first().innerText())
      .toContain("Industry is Agriculture");
  });
});

describe("the properties panel", () => {
  let page: Page;
  let errors: string[];
  const fact = (id: string) => page.locator(`[data-node="${id}"] .card-facts`).innerText();
  const pick = async (label: string, option: string) => {
    await page.getByTestId("side").getByRole("button", { name: label }).first().click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };

  beforeAll(async () => {
    ({ page, errors } = await openPage(browser, host.url));
  });

  afterAll(async () => {
    expect(errors).toEqual([]);
    await page?.context().close();
  });

  test("a listen takes every form of trigger", { timeout: 120_000 }, async () => {
    const listen = await insert(page, "audience/", "listen", "listen");
    await page.getByTestId("add-trigger").click();
    for (const [form, words] of [
      ["Completeness score changes", "now at least 70"],
      ["Buying-group stage changes", "stage changes"],
      ["Buying-group status changes", "status changes"],
      ["Engagement score changes", "engagement changes"],
      ["Account data changes", "Industry changes"],
      ["Interesting moment of the account", "Interesting moment (Web)"],
      ["Removed from buying group", "Removed from buying group"],
      ["Person profile changes", "Job title changes"],
      ["Assigned to buying group", "Assigned to buying group"],
    ] as const) {
      await pick("Event 1: what happens", form);
      await expect.poll(() => fact(listen)).toContain(words);
    }
    await page.getByTestId("side").getByLabel("Label", { exact: true }).last().fill("Somebody joins");
    await expect.poll(() => fact(listen)).toContain("Somebody joins");
    await saved(page);
    await accessible(page);
  });

  test("paths are dragged, moved by keys and shared out evenly", async () => {
    await insert(page, "audience/", "variant", "variantSplitAccounts");
    await page.getByTestId("add-path").click();
    await expect.poll(() => page.locator(".path-card").count()).toBe(3);
    expect(await page.getByTestId("sum").innerText()).toContain("101");
    await page.getByRole("button", { name: "Distribute evenly" }).click();
    await expect.poll(() => page.getByTestId("sum").innerText()).toContain("Sum: 100%");
    // What the program finds of the new percentages stands above the cards and moves them.
    await saved(page);
    await expect.poll(() => page.locator('[data-form] [data-severity="error"]').count()).toBe(0);
    const order = () =>
      page.locator(".path-card").evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.path));
    await page.locator('[data-path="p1"] .handle').first().scrollIntoViewIfNeeded();
    const handle = await still(page.locator('[data-path="p1"] .handle').first());
    const target = await still(page.locator('[data-path="p2"]'));
    await page.mouse.move(handle.x + 8, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(handle.x + 8, handle.y + 40, { steps: 4 });
    await page.locator(".sortable[data-lifted]").waitFor();
    // The other card makes room before it's dropped, at the latest when the hand that holds the card trembles.
    const room = page.locator(".sortable", { has: page.locator('[data-path="p2"]') });
    let tremble = 0;
    const makesRoom = async () => {
      await page.mouse.move(handle.x + 8, target.y + 90 + (tremble++ % 2), { steps: 6 });
      return room.evaluate((one) => one.style.transform);
    };
    await expect.poll(makesRoom).toContain("translate3d");
    await drop(page);
    await expect.poll(order).toEqual(["p2", "p1", "p3"]);
    await page.getByRole("button", { name: "Move Path 1 up" }).click();
    await expect.poll(order).toEqual(["p1", "p2", "p3"]);
    await saved(page);
    await accessible(page);
  });

  test("a value is asked for by its attribute's type", async () => {
    await insert(page, "audience/", "update account", "updateAccountProfile");
    const side = page.getByTestId("side");
    await side.getByRole("combobox", { name: /Attribute/ }).fill("annual");
    await page.getByRole("option", { name: "Annual revenue" }).click();
    await side.getByRole("textbox", { name: "Value" }).fill("2500000");
    await side.getByRole("textbox", { name: "Value" }).press("Tab");
    await saved(page);
    await expect
      .poll(() => page.locator(".card[data-selected] .card-facts").innerText())
      .toContain("2,500,000");
  });
});
