import { Picker, PickerItem } from "@react-spectrum/s2";
import type { Condition } from "../core/types";
import { ConditionField } from "../forms/condition/ConditionField";
import { TextsField } from "../forms/TextsField";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import type { FormProps } from "./RecordForm";

/** A list of accounts: its members by hand, or a condition that they follow. */
export function AccountListForm({ record, set }: FormProps<"accountList">) {
  const { t } = useSpeech();
  return (
    <>
      <Picker
        label={t("accountList.type")}
        size="S"
        styles={wide}
        isDisabled={record.status === "live"}
        value={record.type}
        onChange={(type) =>
          set(
            type === "dynamic"
              ? { type: "dynamic", members: null, condition: record.condition ?? { all: [] } }
              : { type: "static", condition: null },
          )
        }
      >
        <PickerItem id="static">{t("accountList.static")}</PickerItem>
        <PickerItem id="dynamic">{t("accountList.dynamic")}</PickerItem>
      </Picker>
      {record.type === "dynamic" ? (
        <ConditionField
          label={t("accountList.condition")}
          name={record.name}
          on="accounts"
          value={record.condition ?? undefined}
          onChange={(condition) => set({ condition: (condition ?? { all: [] }) as Condition }, false)}
        />
      ) : (
        <>
          <TextsField
            label={t("accountList.members")}
            value={record.members ?? []}
            onChange={(members) => set({ members })}
          />
          <p className="hint">{t("accountList.hint")}</p>
        </>
      )}
    </>
  );
}
