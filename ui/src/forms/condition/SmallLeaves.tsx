import { Picker, PickerItem } from "@react-spectrum/s2";
import { useSpeech } from "../../i18n";
import { ReferenceField } from "../ReferenceField";
import { TextsField } from "../TextsField";
import { grow } from "../wide";
import type { Loose } from "./tree";

interface LeafProps {
  value: Loose;
  onChange: (value: Loose) => void;
}

interface IsProps extends LeafProps {
  yes: string;
  no: string;
}

/** Whether the whole leaf is meant or its opposite. */
export function Is({ value, onChange, yes, no }: IsProps) {
  const { t } = useSpeech();
  return (
    <Picker
      aria-label={t("leaf.is")}
      size="S"
      styles={grow}
      value={value.is === false ? "no" : "yes"}
      onChange={(key) => onChange({ ...value, is: key === "yes" })}
    >
      <PickerItem id="yes">{yes}</PickerItem>
      <PickerItem id="no">{no}</PickerItem>
    </Picker>
  );
}

export function ListLeaf({ value, onChange }: LeafProps) {
  const { t } = useSpeech();
  return (
    <div className="leaf-line end">
      <Is value={value} onChange={onChange} yes={t("leaf.onList")} no={t("leaf.notOnList")} />
      <div className="grow">
        <ReferenceField
          label={t("leaf.list")}
          to="accountList"
          required
          value={value.list}
          onChange={(list) => onChange({ ...value, list })}
        />
      </div>
    </div>
  );
}

export function RoleLeaf({ value, onChange }: LeafProps) {
  const { t } = useSpeech();
  return (
    <div className="leaf-line">
      <Is value={value} onChange={onChange} yes={t("leaf.hasRole")} no={t("leaf.hasNoRole")} />
      <div className="grow">
        <TextsField
          bare
          label={t("leaf.roles")}
          of={{ attribute: "person.personRoles" }}
          value={value.role}
          onChange={(role) => onChange({ ...value, role })}
        />
      </div>
    </div>
  );
}
