import { Picker, PickerItem } from "@react-spectrum/s2";
import { useWindow } from "../core/window";

interface InterestPickerProps {
  label: string;
  /** What no choice is called. */
  any: string;
  styles: React.ComponentProps<typeof Picker>["styles"];
  value: string | null;
  onChange: (id: string | null) => void;
}

/** No solution interest has this id. */
const none = "\u0000any";

/** One of the solution interests, or any. */
export function InterestPicker({ label, any, styles, value, onChange }: InterestPickerProps) {
  const interests = useWindow((state) => state.start?.references.solutionInterest) ?? [];
  return (
    <Picker
      aria-label={label}
      size="S"
      styles={styles}
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : String(id))}
    >
      {[{ id: none, name: any }, ...interests].map(({ id, name }) => (
        <PickerItem key={id} id={id}>
          {name}
        </PickerItem>
      ))}
    </Picker>
  );
}
