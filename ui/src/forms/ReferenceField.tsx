import { ActionButton, ComboBox, ComboBoxItem, Picker, PickerItem, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import { useState } from "react";
import type { References } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { canBeMade, NewRecord } from "./NewRecord";
import { wide } from "./wide";

interface ReferenceFieldProps {
  label: string;
  to: keyof References;
  required: boolean;
  /** Only these, such as the roles of one solution interest's template. */
  among?: string[];
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Stands for "none": no id looks like this. */
const none = "\u0000none";
/** Stands for something that is made here and picked. */
const fresh = "\u0000new";
/** More than so many names are searched rather than read. */
const many = 12;

/** Picks a thing of the workspace by its name. */
export function ReferenceField({ label, to, required, among, value, onChange }: ReferenceFieldProps) {
  const { t } = useSpeech();
  const all = useWindow((state) => state.start?.references[to]) ?? [];
  const known = among ? all.filter((named) => among.includes(named.id)) : all;
  const id = typeof value === "string" && value !== "" ? value : null;
  const items = [...known];
  // What the journey names and the workspace doesn't have stays readable; the check says what is wrong.
  if (id && !known.some((named) => named.id === id)) items.push({ id, name: t("reference.unknown", { id }) });
  const common = { label, size: "S", styles: wide, isRequired: required } as const;
  const [making, setMaking] = useState(false);
  const mayMake = canBeMade(to);
  if (making && mayMake) {
    const done = (key: string | null) => {
      setMaking(false);
      if (key) onChange(key);
    };
    return <NewRecord of={to} done={done} />;
  }
  if (items.length > many) {
    return (
      <>
        <ComboBox
          {...common}
          defaultItems={items}
          selectedKey={id}
          onSelectionChange={(key) => onChange(key)}
        >
          {(item) => <ComboBoxItem id={item.id}>{item.name}</ComboBoxItem>}
        </ComboBox>
        {mayMake ? (
          <ActionButton size="S" isQuiet onPress={() => setMaking(true)} data-testid={`create-${to}`}>
            <Add />
            <Text>{t(`create.${to}`)}</Text>
          </ActionButton>
        ) : null}
      </>
    );
  }
  return (
    <Picker
      {...common}
      placeholder={items.length === 0 && !mayMake ? t("reference.none") : t("reference.choose")}
      isDisabled={items.length === 0 && !mayMake}
      value={id}
      onChange={(key) => {
        // The list is closed first, which gives the focus back to its button.
        if (key === fresh) setTimeout(() => setMaking(true));
        else onChange(key === none ? null : key);
      }}
    >
      {[
        ...(required || !id
          ? []
          : [
              <PickerItem key={none} id={none}>
                {t("reference.clear")}
              </PickerItem>,
            ]),
        ...items.map((item) => (
          <PickerItem key={item.id} id={item.id}>
            {item.name}
          </PickerItem>
        )),
        ...(mayMake
          ? [
              <PickerItem key={fresh} id={fresh} textValue={t(`create.${to}`)}>
                <Add />
                <Text slot="label">{t(`create.${to}`)}</Text>
              </PickerItem>,
            ]
          : []),
      ]}
    </Picker>
  );
}

interface ReferencesFieldProps {
  label: string;
  /** The label is read aloud only, where the place says what it is. */
  bare?: boolean;
  to: keyof References;
  among?: string[];
  value: unknown;
  onChange: (value: string[]) => void;
}

/** Picks several things of the workspace by their names; none means any. */
export function ReferencesField({ label, bare, to, among, value, onChange }: ReferencesFieldProps) {
  const { t } = useSpeech();
  const all = useWindow((state) => state.start?.references[to]) ?? [];
  const chosen = Array.isArray(value) ? value.map(String) : typeof value === "string" && value ? [value] : [];
  const items = all.filter(({ id }) => !among || among.includes(id));
  for (const id of chosen)
    if (!items.some((named) => named.id === id))
      items.push(all.find((named) => named.id === id) ?? { id, name: t("reference.unknown", { id }) });
  const named = bare ? { "aria-label": label } : { label };
  return (
    <Picker
      {...named}
      size="S"
      styles={wide}
      selectionMode="multiple"
      placeholder={t(items.length === 0 ? "reference.none" : bare ? "reference.choose" : "group.any")}
      isDisabled={items.length === 0}
      value={chosen}
      onChange={(keys) => onChange([...keys].map(String))}
    >
      {items.map(({ id, name }) => (
        <PickerItem key={id} id={id}>
          {name}
        </PickerItem>
      ))}
    </Picker>
  );
}

/** The roles of a solution interest's template; all roles where none is chosen. */
export function useRolesOf(interest: unknown): string[] | undefined {
  return useWindow((state) => (typeof interest === "string" ? state.start?.rolesOf[interest] : undefined));
}
