import { useDocument } from "../core/document";
import { kindOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { type Load, useCarry } from "./carry";
import { Icon } from "./Icon";

/** What is carried, beside the pointer, with a word on what letting go would do. */
export function Carried() {
  const load = useCarry((state) => state.load);
  const at = useCarry((state) => state.at);
  const target = useCarry((state) => state.target);
  const refusal = useCarry((state) => state.refusal);
  const { t } = useSpeech();
  const picture = usePicture(load);
  if (!load || !picture) return null;
  const says = refusal ? t(refusal) : target ? t("node" in load ? "carry.here" : "carry.put") : "";
  // A card of the board is under the pointer itself.
  if ("node" in load && !says) return null;
  return (
    <div
      className="carried"
      data-refused={refusal ? true : undefined}
      style={{ transform: `translate(${at.x + 14}px, ${at.y + 12}px)` }}
    >
      {"step" in load ? (
        <span className="carried-card">
          <Icon {...picture} />
          <b>{picture.name}</b>
        </span>
      ) : null}
      {says ? <span className="carried-words">{says}</span> : null}
    </div>
  );
}

/** The icon and the name of what is carried. */
export function usePicture(load: Load | null) {
  const names = useNames();
  const catalogue = useWindow((state) => state.catalogue);
  const node = useDocument((state) => (load && "node" in load ? state.journey?.nodes[load.node] : undefined));
  if (!load) return null;
  if ("step" in load) return { family: load.step.family, svg: load.step.icon, name: load.step.name };
  if (!node) return null;
  const kind = kindOf(catalogue, node.kind);
  return { family: kind?.family, svg: names.info(node)?.icon ?? kind?.icon, name: names.node(node) };
}
