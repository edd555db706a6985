import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { usePage } from "./board";
import { accessible } from "./page";

const opened = usePage();
let page: Page;

beforeAll(async () => {
  ({ page } = opened);
  await page.getByTestId("simulate").click();
  await page.getByTestId("kpi-ready").waitFor({ timeout: 30_000 });
});

interface Estimate {
  mean: number;
  low: number;
  high: number;
}

interface Report {
  summary: Record<"entered" | "cost" | "costPerLead" | "costPerReadyGroup", Estimate>;
  solutionInterests: { salesReady: Estimate; readyByDay: number[]; bands: { completeness: number[] } }[];
  roles: { role: string; required: boolean; fillEnd: Estimate; groupsMissing: Estimate }[];
  nodes: { id: string; entered: Estimate; here: Estimate; left: Estimate }[];
  edges: { from: string; path: string | null; to: string | null; accounts: Estimate }[];
  why: { role: string; causes: Record<string, Estimate> }[];
  kpis: { cost: { byChannel: Record<string, Estimate> } };
}

/** The report of the run that is shown, as the program keeps it. */
async function report(): Promise<Report> {
  const view = await page.evaluate(async () => {
    const start = await fetch("/api/start", { method: "POST", body: "{}" }).then((of) => of.json());
    const body = JSON.stringify({ journey: start.last });
    return fetch("/api/lastRun", { method: "POST", body }).then((of) => of.json());
  });
  return view.report;
}

const tab = (name: string) => page.getByTestId(`tab-${name}`).click();
const shown = (value: number, digits = 0) =>
  new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }).format(value);
const money = (value: number) =>
  new Intl.NumberFormat("en-US", {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0,
  }).format(value);
const percent = (value: number) =>
  new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 0 }).format(value);

/** The cells of a chart's table, by row. */
async function cells(chart: string): Promise<string[][]> {
  const figure = page.getByTestId(chart);
  await figure.getByRole("button", { name: /^More for the chart/ }).click();
  await page.getByRole("menuitem", { name: "Show as a table" }).click();
  return figure
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

describe("the results", () => {
  test("say what the report says: fill, roles, steps, cost, time", async () => {
    const of = await report();
    const [interest] = of.solutionInterests;
    expect(await page.getByTestId("kpi-ready").innerText()).toContain(
      shown(interest?.salesReady.mean ?? -1, 1),
    );
    expect(await page.getByTestId("kpi-group").innerText()).toContain(
      money(of.summary.costPerReadyGroup.mean),
    );
    const ready = await cells("chart-ready");
    expect(ready.at(-1)?.slice(0, 2)).toEqual(["90", shown(interest?.salesReady.mean ?? -1, 2)]);

    await tab("roles");
    for (const [at, row] of of.roles.entries()) {
      const line = await page.getByTestId("panel-roles").locator("tbody tr").nth(at).innerText();
      expect(line).toContain(row.role);
      expect(line).toContain(percent(row.fillEnd.mean));
      if (row.required) expect(line).toContain(shown(row.groupsMissing.mean));
    }

    await tab("funnel");
    const flows = await cells("chart-funnel");
    const taken = of.edges.filter(({ accounts }) => accounts.mean > 0);
    expect(flows.map((row) => row[1])).toEqual(taken.map(({ accounts }) => shown(accounts.mean, 2)));
    await page.getByTestId("funnel-table").click();
    for (const { id, entered, here, left } of of.nodes.slice(0, 5)) {
      const line = page.getByTestId("panel-funnel").locator(`[data-step="${id}"]`);
      const texts = await line.locator("td").allInnerTexts();
      expect([texts[1], texts[3], texts[4]]).toEqual([entered, here, left].map(({ mean }) => shown(mean, 1)));
    }

    await tab("cost");
    expect(await page.getByTestId("cost-total").innerText()).toBe(money(of.summary.cost.mean));
    const rows = await page
      .getByTestId("panel-cost")
      .locator("table")
      .last()
      .locator("tbody tr")
      .allInnerTexts();
    expect(rows.map((row) => row.split(/\t/)[1])).toEqual(
      Object.values(of.kpis.cost.byChannel).map(({ mean }) => money(mean)),
    );

    await tab("time");
    const bands = await cells("chart-bands");
    expect(bands.map((row) => row[1])).toEqual(interest?.bands.completeness.map((count) => shown(count, 2)));
  });

  test("are accessible in every tab, small and large, light and dark", async () => {
    for (const name of ["fill", "roles", "funnel", "time", "cost", "accounts", "why", "matters"]) {
      await tab(name);
      await accessible(page);
    }
    await page.getByTestId("enlarge").click();
    await tab("funnel");
    await accessible(page);
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Dark" }).click();
    for (const name of ["fill", "accounts", "why"]) {
      await tab(name);
      await accessible(page);
    }
    await page.getByTestId("theme").click();
    await page.getByRole("menuitemradio", { name: "Light" }).click();
    await page.getByTestId("enlarge").click();
  });

  test("draw roles and causes as pictures too, and a bar leads to its accounts", async () => {
    for (const [of, hits] of [
      ["roles", /Decision Maker/],
      ["why", /is missing: Nobody matches/],
    ] as const) {
      await tab(of);
      const figure = page.getByTestId(`chart-${of}`);
      await figure.getByRole("button", { name: /^More for the chart/ }).click();
      await page.getByRole("menuitem", { name: "Show as a picture" }).click();
      await figure.locator(".chart svg").waitFor();
      await accessible(page);
      // The first row lies in the upper part of the picture, its bar at the left.
      const place = (await figure.locator(".chart").boundingBox()) ?? { width: 0, height: 0 };
      await figure.locator(".chart").click({ position: { x: 160, y: 30 + place.height * 0.1 } });
      await expect.poll(() => page.getByTestId("behind").innerText()).toMatch(hits);
    }
  });

  test("give a chart as SVG and PNG, and its table as CSV", async () => {
    for (const [of, item, ending] of [
      ["time", "Save the picture (SVG)", /\.svg$/],
      ["time", "Save the picture (PNG)", /\.png$/],
      ["time", "Save the table (CSV)", /\.csv$/],
      ["roles", "Save the picture (SVG)", /^how-each-role-fills\.svg$/],
      ["why", "Save the table (CSV)", /^why-roles-are-missing\.csv$/],
    ] as const) {
      await tab(of);
      const figure = page.getByTestId(`chart-${of}`);
      await figure.getByRole("button", { name: /^More for the chart/ }).click();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("menuitem", { name: item }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(ending);
    }
  });
});

describe("behind a number", () => {
  const count = () => page.getByTestId("behind-count").innerText();

  test("a click on a cause lists its accounts; the keyboard leads to the story of one", async () => {
    await tab("why");
    await page.getByTestId("panel-why").locator("tbody .link").first().click();
    await expect.poll(() => page.getByTestId("behind").innerText()).toMatch(/is missing: Nobody matches/);
    await expect.poll(count).toMatch(/^\d+ of 500, in replication 1 /);
    await page.getByTestId("replication-next").click();
    await expect.poll(count).toMatch(/^\d+ of 500, in replication 2 /);
    await page.getByTestId("accounts").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByTestId("told").waitFor();
    expect(await page.getByTestId("told").innerText()).toContain("The account enters the journey.");
    expect(await page.getByTestId("ending").innerText()).toMatch(
      /is missing: nobody at the account meets its conditions\./,
    );
    await accessible(page);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByTestId("story").count()).toBe(0);
  });

  test("a count on a card and one on an edge list theirs", async () => {
    await page.getByTestId("entered-intro").click();
    await expect.poll(() => page.getByTestId("behind").innerText()).toMatch(/^Came to/);
    await page.locator('[data-flow="audience/"]').click();
    await expect.poll(() => page.getByTestId("behind").innerText()).toMatch(/^Left/);
    const { edges } = await report();
    await expect
      .poll(count)
      .toContain(`${edges.find(({ from }) => from === "audience")?.accounts.mean} of 500`);
  });

  test("all of the list is given away as a file and on the clipboard", async () => {
    const all = Number((await count()).split(" ")[0]?.replace(",", ""));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByTestId("give-accounts").click();
    await accessible(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: "All of the list, as CSV" }).click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    expect(text.trimEnd().split("\n").length).toBe(all + 1);
    await page.getByTestId("give-accounts").click();
    await page.getByRole("menuitem", { name: "Copy all of the list" }).click();
    await page.getByText("The table is on the clipboard.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trimEnd().split("\n").length).toBe(all + 1);
  });

  test("the story is told in Spanish too", async () => {
    await page.locator("[data-account]").first().click();
    await page.getByTestId("told").waitFor();
    await page.getByTestId("language").click();
    await page.getByRole("menuitemradio", { name: "Español" }).click();
    await expect
      .poll(() => page.getByTestId("told").innerText())
      .toContain("La cuenta entra en el recorrido.");
    await accessible(page);
    await page.getByTestId("language").click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
  });
});

describe("what may help", () => {
  test("a proposal is tried as one edit, its effect is told, and it is taken back", async () => {
    await tab("why");
    await page.getByTestId("try").first().click();
    await expect.poll(() => page.getByTestId("effect").innerText()).toMatch(/groups ready \([+-]?\d+\)/);
    await accessible(page);
    await page.getByTestId("take-back").click();
    await expect.poll(() => page.getByTestId("effect").count()).toBe(0);
    await page.getByTestId("tab-live").click();
    await expect.poll(() => page.getByTestId("live-words").innerText()).toContain("groups ready (no change)");
  });
});
