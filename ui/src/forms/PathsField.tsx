import { ActionButton, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import { useSpeech } from "../i18n";
import { type Path, PathCard } from "./PathCard";

export type PathsOf = "condition" | "conditionActions" | "percentage" | "percentageActions" | "share";

interface PathsFieldProps {
  label: string;
  of: PathsOf;
  value: unknown;
  onChange: (value: Path[]) => void;
  on: "accounts" | "people";
}

/** The paths of a split, a card for each; the first that matches from the top wins. */
export function PathsField({ label, of, value, onChange, on }: PathsFieldProps) {
  const { t } = useSpeech();
  const paths = Array.isArray(value) ? (value as Path[]) : [];
  const swap = (index: number, by: 1 | -1) => {
    const next = [...paths];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    onChange(next);
  };
  return (
    <fieldset className="group paths">
      <legend>{label}</legend>
      {paths.map((path, index) => (
        <PathCard
          key={path.id}
          path={path}
          of={of}
          on={on}
          number={index + 1}
          last={index === paths.length - 1}
          onChange={(next) => onChange(paths.map((one) => (one.id === path.id ? next : one)))}
          onMove={(by) => swap(index, by)}
          onRemove={paths.length > 1 ? () => onChange(paths.filter((one) => one.id !== path.id)) : null}
        />
      ))}
      <ActionButton
        size="S"
        onPress={() => onChange([...paths, fresh(of, paths, t("paths.new"))])}
        data-testid="add-path"
      >
        <Add />
        <Text>{t("paths.add")}</Text>
      </ActionButton>
    </fieldset>
  );
}

/** A new path with an id that no other path has. */
function fresh(of: PathsOf, paths: Path[], name: string): Path {
  const ids = new Set(paths.map(({ id }) => id));
  let count = paths.length + 1;
  while (ids.has(`p${count}`)) count += 1;
  const path: Path = { id: `p${count}`, label: `${name} ${count}` };
  if (of === "condition" || of === "conditionActions") path.condition = { all: [] };
  if (of === "percentage" || of === "percentageActions") path.percentage = 1;
  if (of === "conditionActions" || of === "percentageActions") path.actions = [];
  if (of === "share") Object.assign(path, { prompt: "", expectedShare: 0.1 });
  return path;
}
