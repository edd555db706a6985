import { Switch } from "@react-spectrum/s2";
import { useDocument } from "../core/document";
import { useSpeech } from "../i18n";
import { ActionsField } from "./ActionsField";

interface OtherFieldProps {
  label: string;
  of: "boolean" | "actions";
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Whether there is a path for all that match none. */
export function OtherField({ label, of: given, value, onChange }: OtherFieldProps) {
  const { t } = useSpeech();
  const kind = useDocument((state) => state.journey?.header.kind);
  // In a person journey it is a branch like the others, not a list of actions.
  const of = kind === "person" ? "boolean" : given;
  const on = of === "boolean" ? value === true : value !== null && value !== undefined && value !== false;
  return (
    <div className="group">
      <Switch
        size="S"
        isSelected={on}
        onChange={(next) => onChange(of === "boolean" ? next : next ? { actions: [] } : null)}
      >
        {label}
      </Switch>
      {of === "actions" && on ? (
        <div className="nested">
          <ActionsField
            label={t("paths.actions")}
            value={(value as { actions?: unknown }).actions}
            onChange={(actions) => onChange({ actions })}
          />
        </div>
      ) : null}
    </div>
  );
}
