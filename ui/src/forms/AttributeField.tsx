import { ComboBox, ComboBoxItem, ComboBoxSection, Header, Heading } from "@react-spectrum/s2";
import { useHoldings } from "../core/holdings";
import type { AttributeInfo } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { grow, wide } from "./wide";

interface AttributeFieldProps {
  label: string;
  /** The label is read aloud only, where the place says what it is. */
  bare?: boolean;
  /** Whose attributes, the common ones first. */
  of: AttributeInfo["of"][];
  /** Whether it may be one that an action sets. */
  settable?: boolean;
  required?: boolean;
  value: unknown;
  onChange: (path: string) => void;
}

interface Choice {
  path: string;
  name: string;
  of: AttributeInfo["of"];
}

/** Picks an attribute: the standard ones and the custom ones of the data at hand. */
export function AttributeField(props: AttributeFieldProps) {
  const { label, bare, of, settable, required, value, onChange } = props;
  const { t, text } = useSpeech();
  const standard = useWindow((state) => state.catalogue?.attributes) ?? [];
  const { customAttributes } = useHoldings();
  const path = typeof value === "string" ? value : "";
  const choices: Choice[] = standard
    .filter((one) => !(settable && one.computed))
    .map((one) => ({ path: one.path, name: text(one.name), of: one.of }));
  const custom = new Set(customAttributes);
  // What the journey names stays readable, whether the data has it or not.
  if (path && !choices.some((one) => one.path === path)) custom.add(path);
  for (const one of custom)
    choices.push({ path: one, name: shortName(one), of: one.startsWith("account.") ? "account" : "person" });
  const named = bare ? { "aria-label": label } : { label, isRequired: required };
  return (
    <ComboBox
      {...named}
      size="S"
      styles={bare ? grow : wide}
      selectedKey={path || null}
      onSelectionChange={(key) => key !== null && key !== path && onChange(String(key))}
    >
      {of.map((which) => (
        <ComboBoxSection key={which} id={which}>
          <Header>
            <Heading>{t(`attributes.${which}`)}</Heading>
          </Header>
          {choices
            .filter((one) => one.of === which)
            .map((one) => (
              <ComboBoxItem key={one.path} id={one.path}>
                {one.name}
              </ComboBoxItem>
            ))}
        </ComboBoxSection>
      ))}
    </ComboBox>
  );
}

/** A custom attribute without what says whose it is. */
export function shortName(path: string): string {
  return path.replace(/^(account|person)\.(custom\.)?/, "");
}

export type Type = "text" | "number" | "date" | "boolean";

/** The type of an attribute's values; null for a column of an import: there the operator decides. */
export function typeOf(info: AttributeInfo | undefined): Type | null {
  if (!info || info.path.includes(".custom.")) return null;
  return info.type === "integer" ? "number" : info.type;
}
