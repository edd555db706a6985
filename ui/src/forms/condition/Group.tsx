import { useDroppable } from "@dnd-kit/core";
import { ActionButton, Menu, MenuItem, MenuTrigger, Picker, PickerItem, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import { Fragment } from "react";
import { useWindow } from "../../core/window";
import { useSpeech } from "../../i18n";
import { choice } from "../wide";
import { useEditor } from "./editor";
import { LeafRow } from "./LeafRow";
import { named, type Place, put } from "./move";
import { Part } from "./Part";
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
  place: Place;
  /** It belongs where it stands: the whole, or what is asked of one person. */
  fixed?: boolean;
}

/** All, any or none of several conditions, nested at will. */
export function Group({ on, value, place, fixed }: GroupProps) {
  const { t } = useSpeech();
  const { whole, change } = useEditor();
  const junction = junctionOf(value) ?? "all";
  const children = childrenOf(value);
  const set = (next: Loose[], how: Junction = junction) => change(put(whole, place, { [how]: next }));
  const tree = (
    <fieldset className="tree" data-junction={junction} data-place={named(place)}>
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
      </div>
      {children.length === 0 ? <p className="hint">{t("condition.emptyGroup")}</p> : null}
      {children.map((child, index) => {
        const at = [...place, index];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no ids; their place is what they are.
          <Fragment key={index}>
            <Gap place={at} />
            {junctionOf(child) ? (
              <Group on={on} value={child} place={at} />
            ) : (
              <Part place={at}>
                <LeafRow on={on} value={child} place={at} />
              </Part>
            )}
          </Fragment>
        );
      })}
      <Gap place={[...place, children.length]} />
    </fieldset>
  );
  return fixed ? tree : <Part place={place}>{tree}</Part>;
}

/** Where a dragged part can be dropped. */
function Gap({ place }: { place: Place }) {
  const { dragged } = useEditor();
  const { setNodeRef, isOver } = useDroppable({ id: `gap ${named(place)}`, data: { place: named(place) } });
  return <div ref={setNodeRef} className="gap" data-over={(isOver && dragged !== null) || undefined} />;
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
