import { ActionButton } from "@react-spectrum/s2";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useSpeech } from "../../i18n";
import { AttributeLeaf } from "./AttributeLeaf";
import { BuyingGroupLeaf } from "./BuyingGroupLeaf";
import { EventLeaf } from "./EventLeaf";
import { Group } from "./Group";
import { ListLeaf, RoleLeaf } from "./SmallLeaves";
import { type Loose, leafOf } from "./tree";

interface LeafRowProps {
  on: "accounts" | "people";
  value: Loose;
  onChange: (value: Loose) => void;
  onRemove: () => void;
}

/** One question of a condition, and the way to drop it. */
export function LeafRow({ on, value, onChange, onRemove }: LeafRowProps) {
  const { t } = useSpeech();
  const leaf = leafOf(value);
  return (
    <div className="leaf" data-leaf={leaf ?? "unknown"}>
      <div className="leaf-body">
        {leaf && leaf !== "attribute" ? <span className="leaf-name">{t(`leaf.${leaf}`)}</span> : null}
        <Body on={on} value={value} onChange={onChange} />
      </div>
      <ActionButton isQuiet size="S" aria-label={t("condition.remove")} onPress={onRemove}>
        <CloseIcon />
      </ActionButton>
    </div>
  );
}

function Body({ on, value, onChange }: Omit<LeafRowProps, "onRemove">) {
  const leaf = leafOf(value);
  const inner = (leaf ? (value[leaf] ?? {}) : {}) as Loose;
  const set = (next: Loose) => leaf && onChange({ [leaf]: next });
  switch (leaf) {
    case "attribute":
      return <AttributeLeaf on={on} value={value} onChange={onChange} />;
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
      return <Group on="people" value={inner} onChange={set} onRemove={null} />;
    case null:
      return <code>{JSON.stringify(value)}</code>;
  }
}
