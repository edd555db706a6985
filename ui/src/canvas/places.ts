import type { ExitPlace } from "../core/window";

/** An exit by the key that its marks have on the page: its node, and its path if it has one. */
export const placeOf = (key: string): ExitPlace => {
  const cut = key.indexOf("/");
  return { node: key.slice(0, cut), path: key.slice(cut + 1) || null };
};
