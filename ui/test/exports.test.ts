import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BpmnModdle } from "bpmn-moddle";
import mermaid from "mermaid";
import { describe, expect, it } from "vitest";

/** What the program writes, as its own tests have it. */
const folder = join(import.meta.dirname, "../../tests/expected/exports");
const files = (ending: string) => readdirSync(folder).filter((name) => name.endsWith(ending));
const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("BPMN that other programs read", () => {
  it.each(files(".bpmn"))("%s", async (name) => {
    const { rootElement, warnings } = await new BpmnModdle().fromXML(read(name));
    expect(warnings).toEqual([]);
    const root = rootElement as unknown as {
      rootElements: { $type: string; flowElements?: { id: string; $type: string }[] }[];
      diagrams: { plane: { planeElement: { bpmnElement?: { id: string } }[] } }[];
    };
    const flow = root.rootElements.find(({ $type }) => $type === "bpmn:Process")?.flowElements ?? [];
    expect(flow.length).toBeGreaterThan(3);
    // All that flows is drawn.
    const drawn = new Set(
      root.diagrams.flatMap(({ plane }) => plane.planeElement.map(({ bpmnElement }) => bpmnElement?.id)),
    );
    expect(flow.filter(({ id }) => !drawn.has(id))).toEqual([]);
  });
});

describe("flowcharts that Mermaid reads", () => {
  mermaid.initialize({ startOnLoad: false });
  it.each(files(".mmd"))("%s", async (name) => {
    expect(await mermaid.parse(read(name))).toMatchObject({
      diagramType: expect.stringContaining("flowchart"),
    });
  });
  it.each(files(".markdown.md"))("the map in %s", async (name) => {
    const map = /```mermaid\n([\s\S]*?)```/.exec(read(name))?.[1] ?? "";
    expect(await mermaid.parse(map)).toBeTruthy();
  });
});
