import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Host, startHost } from "./host";
import { accessible, openPage, ready, startBrowser } from "./page";

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
