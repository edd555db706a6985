import { TextField } from "@react-spectrum/s2";
import { useState } from "react";
import { editTables } from "../core/tables";
import { useSpeech } from "../i18n";
import { FormDialog } from "../panels/FormDialog";
import { useColumnName } from "./names";

interface AddRowDialogProps {
  of: "accounts" | "people";
  close: () => void;
}

const asked = {
  accounts: ["accountKey.sourceKey", "accountName"],
  people: ["b2b.personKey.sourceKey", "personComponents[0].sourceAccountKey.sourceKey", "workEmail.address"],
};

/** Asks for what a row cannot be without; the rest is written in the table. */
export function AddRowDialog({ of, close }: AddRowDialogProps) {
  const { t } = useSpeech();
  const name = useColumnName();
  const [cells, setCells] = useState<Record<string, string>>({});
  const fields = asked[of];
  const ready = fields.every((field) => cells[field]?.trim());
  const add = async () => {
    const [key = "", second = "", third = ""] = fields.map((field) => cells[field]?.trim() ?? "");
    const done = await editTables(
      of === "accounts"
        ? { do: "addAccount", key, name: second }
        : { do: "addPerson", key, account: second, email: third },
    );
    if (done) close();
  };
  return (
    <FormDialog
      title={t(of === "accounts" ? "data.addAccount" : "data.addPerson")}
      go={t("data.addRow")}
      testid="add-row-go"
      ready={ready}
      submit={() => void add()}
      close={close}
    >
      {fields.map((field, place) => (
        <TextField
          key={field}
          autoFocus={place === 0}
          label={name(of, field)}
          value={cells[field] ?? ""}
          onChange={(cell) => setCells({ ...cells, [field]: cell })}
          isRequired
          necessityIndicator="icon"
        />
      ))}
    </FormDialog>
  );
}
