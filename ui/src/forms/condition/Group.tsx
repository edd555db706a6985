import { ActionButton, Menu, MenuItem, MenuTrigger, Picker, PickerItem, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useWindow } from "../../core/window";
import { useSpeech } from "../../i18n";
import { choice } from "../wide";
import { LeafRow } from "./LeafRow";
import {
  childrenOf,
  fresh,
  type Junction,
  junctionOf,
  junctions,
  type Leaf,
  type Loose,
  offered,
} from "./tree";

interface GroupProps {
  on: "accounts" | "people";
  value: Loose;
  onChange: (value: Loose) => void;
  onRemove: (() => void) | null;
}

/** All, any or none of several conditions, nested at will. */
export function Group({ on, value, onChange, onRemove }: GroupProps) {
  const { t } = useSpeech();
  const junction = junctionOf(value) ?? "all";
  const children = childrenOf(value);
  const set = (next: Loose[], how: Junction = junction) => onChange({ [how]: next });
  const replace = (index: number, next: Loose) =>
    set(children.map((one, place) => (place === index ? next : one)));
  const drop = (index: number) => set(children.filter((_one, place) => place !== index));
  return (
    <fieldset className="tree" data-junction={junction}>
      <legend className="unseen">{t(`junction.${junction}`)}</legend>
      <div className="tree-head">
        <Picker
          aria-label={t("junction.title")}
          size="S"
          styles={choice}
          value={junction}
          onChange={(key) => set(children, key as Junction)}
        >
          {junctions.map((one) => (
            <PickerItem key={one} id={one}>
              {t(`junction.${one}`)}
            </PickerItem>
          ))}
        </Picker>
        <span className="space" />
        <AddMenu on={on} add={(child) => set([...children, child])} />
        {onRemove ? (
          <ActionButton isQuiet size="S" aria-label={t("condition.removeGroup")} onPress={onRemove}>
            <CloseIcon />
          </ActionButton>
        ) : null}
      </div>
      {children.length === 0 ? <p className="hint">{t("condition.emptyGroup")}</p> : null}
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no ids; their place is what they are.
        <div className="tree-child" key={index}>
          {junctionOf(child) ? (
            <Group
              on={on}
              value={child}
              onChange={(next) => replace(index, next)}
              onRemove={() => drop(index)}
            />
          ) : (
            <LeafRow
              on={on}
              value={child}
              onChange={(next) => replace(index, next)}
              onRemove={() => drop(index)}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
}

function AddMenu({ on, add }: { on: "accounts" | "people"; add: (child: Loose) => void }) {
  const { t } = useSpeech();
  const attributes = useWindow((state) => state.catalogue?.attributes) ?? [];
  const references = useWindow((state) => state.start?.references);
  const first = attributes.find(({ of }) => of === (on === "accounts" ? "account" : "person"));
  const defaults = {
    attribute: first?.path ?? "account.accountName",
    solutionInterest: references?.solutionInterest[0]?.id ?? null,
    list: references?.accountList[0]?.id ?? "",
  };
  return (
    <MenuTrigger align="end">
      <ActionButton size="S" data-testid="add-condition">
        <Add />
        <Text>{t("condition.add")}</Text>
      </ActionButton>
      <Menu size="S" onAction={(key) => add(key === "group" ? { any: [] } : fresh(key as Leaf, defaults))}>
        {[
          ...offered(on).map((leaf) => (
            <MenuItem key={leaf} id={leaf}>
              {t(`leaf.${leaf}`)}
            </MenuItem>
          )),
          <MenuItem key="group" id="group">
            {t("leaf.group")}
          </MenuItem>,
        ]}
      </Menu>
    </MenuTrigger>
  );
}
