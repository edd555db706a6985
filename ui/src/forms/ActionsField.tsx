import { ActionButton, Menu, MenuItem, MenuTrigger, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { actionOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { ActionField, fresh } from "./ActionField";
import { Handle, moved, Sortable, SortableItem } from "./Sortable";

interface ActionsFieldProps {
  label: string;
  value: unknown;
  onChange: (value: unknown[]) => void;
}

/** The actions of one path of a split by people, in their order. */
export function ActionsField({ label, value, onChange }: ActionsFieldProps) {
  const { t, text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  const actions = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const offered = (catalogue?.actions ?? []).filter((info) => info.on === "people" && info.insert);
  const named = (index: number) => text(actionOf(catalogue, actions[index]?.type)?.name);
  return (
    <fieldset className="group">
      <legend>{label}</legend>
      <Sortable
        ids={actions.map((_one, index) => String(index))}
        name={(id) => named(Number(id))}
        onMove={(from, to) => onChange(moved(actions, from, to))}
      >
        {actions.map((action, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: actions have no ids; their place is what they are.
          <SortableItem key={index} id={String(index)}>
            <div className="nested" data-action={index}>
              <div className="card-tools">
                {actions.length > 1 ? <Handle label={t("action.move", { number: index + 1 })} /> : null}
                <span className="space" />
                <ActionButton
                  isQuiet
                  size="XS"
                  aria-label={t("action.removeNumber", { number: index + 1 })}
                  onPress={() => onChange(actions.filter((_one, place) => place !== index))}
                >
                  <CloseIcon />
                </ActionButton>
              </div>
              <ActionField
                label={t("action.number", { number: index + 1 })}
                people
                value={action}
                onChange={(next) => onChange(actions.map((one, place) => (place === index ? next : one)))}
              />
            </div>
          </SortableItem>
        ))}
      </Sortable>
      <MenuTrigger>
        <ActionButton size="S" isQuiet data-testid="add-action">
          <Add />
          <Text>{t("action.add")}</Text>
        </ActionButton>
        <Menu
          size="S"
          onAction={(key) => {
            const info = actionOf(catalogue, key);
            if (info) onChange([...actions, fresh(info)]);
          }}
        >
          {offered.map((info) => (
            <MenuItem key={info.type} id={info.type}>
              {text(info.name)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </fieldset>
  );
}
