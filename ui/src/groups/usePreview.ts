import { useEffect, useState } from "react";
import * as api from "../core/api";
import { useTables } from "../core/tables";
import type { RoleCard, TemplatePreview } from "../core/types";

export interface Preview {
  preview: TemplatePreview;
  /** It belongs to the cards of before; the new one is on its way. */
  stale: boolean;
}

/** How long typing rests before it is looked at. */
const rest = 80;

/** What cards do to the people at hand, a moment after each change. */
export function usePreview(cards: RoleCard[]): Preview | null {
  const edition = useTables((state) => state.edition);
  const key = JSON.stringify(cards);
  const [last, setLast] = useState<{ key: string; preview: TemplatePreview } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the cards' content.
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      // A condition that is half typed cannot be asked; the numbers of before stay, pale.
      api.previewTemplate(cards).then(
        (preview) => wanted && setLast({ key, preview }),
        () => undefined,
      );
    }, rest);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, edition]);
  return last && { preview: last.preview, stale: last.key !== key };
}
