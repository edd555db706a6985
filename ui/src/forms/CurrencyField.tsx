import { ComboBox, ComboBoxItem } from "@react-spectrum/s2";
import { useMemo } from "react";
import { useSpeech } from "../i18n";
import { wide } from "./wide";

interface CurrencyFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Picks a currency by its name or its three letters. */
export function CurrencyField({ label, value, onChange }: CurrencyFieldProps) {
  const { locale } = useSpeech();
  const currencies = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "currency" });
    const known = Intl.supportedValuesOf("currency");
    return (known.includes(value) ? known : [value, ...known]).map((id) => ({
      id,
      name: known.includes(id) ? `${id} · ${names.of(id)}` : id,
    }));
  }, [value, locale]);
  return (
    <ComboBox
      label={label}
      size="S"
      styles={wide}
      defaultItems={currencies}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
    >
      {({ id, name }) => <ComboBoxItem id={id}>{name}</ComboBoxItem>}
    </ComboBox>
  );
}
