import { useSpeech } from "../../i18n";
import { AttributeLeaf } from "./AttributeLeaf";
import { BuyingGroupLeaf } from "./BuyingGroupLeaf";
import { EventLeaf } from "./EventLeaf";
import { useEditor } from "./editor";
import { Group } from "./Group";
import { type Place, put } from "./move";
import { ListLeaf, RoleLeaf } from "./SmallLeaves";
import { type Loose, leafOf } from "./tree";

interface LeafRowProps {
  on: "accounts" | "people";
  value: Loose;
  place: Place;
}

/** One question of a condition. */
export function LeafRow({ on, value, place }: LeafRowProps) {
  const { t } = useSpeech();
  const leaf = leafOf(value);
  return (
    <div className="leaf" data-leaf={leaf ?? "unknown"}>
      {leaf && leaf !== "attribute" ? <span className="leaf-name">{t(`leaf.${leaf}`)}</span> : null}
      <Body on={on} value={value} place={place} />
    </div>
  );
}

function Body({ on, value, place }: LeafRowProps) {
  const { whole, type } = useEditor();
  const leaf = leafOf(value);
  const inner = (leaf ? (value[leaf] ?? {}) : {}) as Loose;
  const change = (next: Loose) => type(put(whole, place, next));
  const set = (next: Loose) => leaf && change({ [leaf]: next });
  switch (leaf) {
    case "attribute":
      return <AttributeLeaf on={on} value={value} onChange={change} />;
    case "matchedBuyingGroup":
    case "memberOfBuyingGroup":
      return <BuyingGroupLeaf member={leaf === "memberOfBuyingGroup"} value={inner} onChange={set} />;
    case "eventHistory":
      return <EventLeaf value={inner} onChange={set} />;
    case "memberOfAccountList":
      return <ListLeaf value={inner} onChange={set} />;
    case "roleInAccount":
      return <RoleLeaf value={inner} onChange={set} />;
    case "hasPerson":
      return <Group on="people" value={inner} place={[...place, 0]} fixed />;
    case null:
      return <code>{JSON.stringify(value)}</code>;
  }
}
