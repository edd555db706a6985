import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as api from "../src/core/api";
import { useDocument } from "../src/core/document";
import { flush, hurry, open, redo, saved, send, type, undo } from "../src/core/edits";
import { onFailure } from "../src/core/failures";
import type { Intent, Update } from "../src/core/types";
import { part, whole } from "./journeys";

const sent: string[] = [];
let revision = 1;

beforeEach(async () => {
  vi.useFakeTimers();
  sent.length = 0;
  vi.spyOn(api, "open").mockImplementation(async () => whole());
  vi.spyOn(api, "edit").mockImplementation(async (_journey, intent) => answer(intent));
  vi.spyOn(api, "undo").mockImplementation(async () => {
    sent.push("undo");
    return part({ revision: ++revision });
  });
  await open("j");
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function answer(intent: Intent): Update {
  sent.push(intent.do === "set" ? `set ${intent.node.label}` : intent.do);
  return part({ revision: ++revision, nodes: intent.do === "set" ? { [intent.node.id]: intent.node } : {} });
}

const label = (text: string) => type({ id: "mail", kind: "action", label: text });
const shown = () =>
  useDocument.getState().drafts.mail?.label ?? useDocument.getState().journey?.nodes.mail?.label;

test("typing shows at once and is sent once when it rests", async () => {
  label("W");
  label("We");
  label("Web");
  expect(shown()).toBe("Web");
  expect(sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(["set Web"]);
  expect(shown()).toBe("Web");
  expect(useDocument.getState().drafts).toEqual({});
});

test("what was typed is sent before whatever is done next", async () => {
  label("Last words");
  const done = send({ do: "remove", nodes: ["split"], keep: null });
  await done;
  expect(sent).toEqual(["set Last words", "remove"]);
});

test("undo comes after what was typed", async () => {
  label("Typed");
  await undo();
  expect(sent).toEqual(["set Typed", "undo"]);
});

test("a keystroke that comes while an earlier one is on its way is kept", async () => {
  label("a");
  flush();
  label("ab");
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toBe("ab");
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual(["set a", "set ab"]);
  expect(shown()).toBe("ab");
});

test("in a hurry, typing is sent as soon as what went before is answered, and all else is left out", async () => {
  hurry(true);
  for (const typed of ["a", "ab", "abc"]) label(typed);
  expect(shown()).toBe("abc");
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual(["set a", "set abc"]);
  hurry(false);
  label("abcd");
  await vi.advanceTimersByTimeAsync(100);
  expect(sent).toEqual(["set a", "set abc"]);
  await saved();
});

test("a refused edit keeps what was typed, says so and lets the next one through", async () => {
  const failures: string[] = [];
  const stop = onFailure(({ code }) => failures.push(code));
  vi.spyOn(api, "edit").mockRejectedValueOnce({ code: "refused", message: "No.", params: {} });
  label("Kept");
  await saved();
  expect(failures).toEqual(["refused"]);
  expect(shown()).toBe("Kept");
  expect(useDocument.getState().unsaved).toBe(true);
  await send({ do: "tidy" });
  expect(useDocument.getState().unsaved).toBe(false);
  stop();
});

test("everything is saved when the queue is empty", async () => {
  vi.spyOn(api, "redo").mockResolvedValue(part({}));
  void redo();
  expect(useDocument.getState().saving).toBe(1);
  await saved();
  expect(useDocument.getState().saving).toBe(0);
});
