import { useDocument } from "../core/document";
import type { Node } from "../core/types";
import { useSpeech } from "../i18n";
import { Comment } from "../panels/glyphs";
import { InPlaceField } from "./InPlaceField";
import { useInPlace, write } from "./inPlace";

/** The mark of a card's note; a press opens the note above the card, where it can be written. */
export function Note({ node }: { node: Node }) {
  const { t } = useSpeech();
  const open = useInPlace(({ at }) => at?.node === node.id && at.what === "note");
  // What is written goes on from the record itself and not from a draft of another field.
  const own = useDocument((state) => state.journey?.nodes[node.id]) ?? node;
  const note = node.note?.trim() ?? "";
  if (open)
    return (
      <div className="note-bubble">
        <InPlaceField
          node={own}
          value={node.note ?? ""}
          label={t("properties.note")}
          placeholder={t("note.hint")}
          lines
        />
      </div>
    );
  if (!note) return null;
  return (
    <button
      type="button"
      className="note-mark nodrag nopan"
      tabIndex={-1}
      title={note}
      aria-label={t("note.open", { note })}
      onClick={() => write({ node: node.id, what: "note" })}
    >
      <Comment />
    </button>
  );
}
