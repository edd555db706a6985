import { ActionButton, TextField } from "@react-spectrum/s2";
import { useState } from "react";
import type { References } from "../core/types";
import { useWindow } from "../core/window";
import { editWorkspace } from "../core/workspace";
import { useSpeech } from "../i18n";
import { wide } from "./wide";

/** What needs nothing but a name to be made, and so can be made where it is picked. */
const made = ["email", "accountList", "destination", "audience"] as const;
export type Made = (typeof made)[number];

export const canBeMade = (to: keyof References): to is Made => (made as readonly string[]).includes(to);

interface NewRecordProps {
  of: Made;
  /** Hears the key of what was made; null: nothing was. */
  done: (key: string | null) => void;
}

/** Asks for the name of something new of the workspace, in the place where it will be picked. */
export function NewRecord({ of, done }: NewRecordProps) {
  const { t } = useSpeech();
  const known = useWindow((state) => state.start?.references[of]) ?? [];
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const taken = known.some((named) => named.name.trim() === name.trim());
  const ready = name.trim() !== "" && !taken && !busy;
  const create = async () => {
    if (!ready) return;
    setBusy(true);
    done(await make(of, name.trim()));
  };
  return (
    <fieldset
      className="new-record"
      onKeyDown={(event) => {
        if (event.key === "Escape") done(null);
        else if (event.key === "Enter" && event.target instanceof HTMLInputElement) void create();
        else return;
        // Enter would send the whole form, Escape leave it.
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <TextField
        autoFocus
        size="S"
        styles={wide}
        label={t(`create.${of}`)}
        value={name}
        onChange={setName}
        isInvalid={taken}
        errorMessage={t("create.taken")}
      />
      <div className="new-record-foot">
        <ActionButton size="S" isQuiet onPress={() => done(null)}>
          {t("dialog.cancel")}
        </ActionButton>
        <ActionButton size="S" isDisabled={!ready} onPress={() => void create()} data-testid="create-go">
          {t("create.go")}
        </ActionButton>
      </div>
    </fieldset>
  );
}

/** Makes it; a list is live at once, since a draft can't be picked. */
async function make(of: Made, name: string): Promise<string | null> {
  const view = await editWorkspace({ do: "create", of, name });
  const key = view?.created ?? null;
  if (key && of === "accountList") await editWorkspace({ do: "publish", of, key });
  return key;
}
