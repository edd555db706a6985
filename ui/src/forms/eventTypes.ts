import type { Named } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";

/** The event types that can be asked for: the product's, then the workspace's own. */
export function useEventTypes(): Named[] {
  const { text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const own = useWindow((state) => state.start?.references.eventType) ?? [];
  const all = (catalogue?.eventTypes ?? []).map(({ type, name }) => ({ id: type, name: text(name) || type }));
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...own.filter(({ id }) => !known.has(id))];
}
