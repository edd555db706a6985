import type { Beside } from "./host";

/** An empty window of the same origin. `close`: how it is closed where it cannot do so itself. */
export function opened(close?: () => void): Beside | null {
  const beside = window.open("about:blank", "caravan-beside", "popup,width=960,height=640");
  return beside ? { window: beside, close: close ?? (() => beside.close()) } : null;
}
