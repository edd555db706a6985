import type { Failure } from "./types";

type Listener = (failure: Failure) => void;
const listeners = new Set<Listener>();

/** Tells the window about a failure; it becomes one toast. */
export function complain(thrown: unknown): void {
  for (const listener of listeners) listener(asFailure(thrown));
}

export function onFailure(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whatever was thrown, as a failure: programs throw `Failure`, the webview strings and errors. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    return { ...(thrown as Failure), params: (thrown as Failure).params ?? {} };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "unexpected", message, params: {} };
}
