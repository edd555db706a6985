import { ActionButton, NumberField, Picker, PickerItem, Switch } from "@react-spectrum/s2";
import ArrowDown from "@react-spectrum/s2/icons/ChevronDown";
import ArrowUp from "@react-spectrum/s2/icons/ChevronUp";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import type { CardPreview, Condition, Named, RoleCard, Weighting } from "../core/types";
import { ConditionField } from "../forms/condition/ConditionField";
import { Handle, SortableItem } from "../forms/Sortable";
import { grow, number as narrow } from "../forms/wide";
import { useSpeech } from "../i18n";

const weightings: Weighting[] = ["trivial", "minor", "normal", "important", "vital"];
export const weightOf: Record<Weighting, number> = {
  trivial: 20,
  minor: 40,
  normal: 60,
  important: 80,
  vital: 100,
};

interface TemplateCardProps {
  card: RoleCard;
  number: number;
  last: boolean;
  /** Roles that are on no card yet. */
  free: Named[];
  preview: CardPreview | undefined;
  /** Null takes the card away. */
  change: (card: RoleCard | null, now?: boolean) => void;
  move: (by: 1 | -1) => void;
}

/** One role of a template: its place is its priority. */
export function TemplateCard({ card, number, last, free, preview, change, move }: TemplateCardProps) {
  const { t, number: figure } = useSpeech();
  const name = card.role;
  return (
    <SortableItem id={card.role}>
      <fieldset className="path-card template-card" data-role={card.role}>
        <legend className="unseen">{name}</legend>
        <div className="path-tools">
          <Handle label={t("paths.move", { name })} />
          <span className="path-number figures">{number}</span>
          {preview ? (
            <span className="template-count figures">
              {t("template.assigned", { people: figure(preview.assigned), count: preview.assigned })}
            </span>
          ) : null}
          <span className="space" />
          <Tool label={t("paths.up", { name })} off={number === 1} run={() => move(-1)} icon={<ArrowUp />} />
          <Tool label={t("paths.down", { name })} off={last} run={() => move(1)} icon={<ArrowDown />} />
          <Tool
            label={t("paths.remove", { name })}
            off={false}
            run={() => change(null)}
            icon={<CloseIcon />}
          />
        </div>
        <div className="row">
          <Picker
            label={t("data.role")}
            size="S"
            styles={grow}
            value={card.role}
            onChange={(role) => change({ ...card, role: String(role) })}
          >
            {[{ id: card.role, name: card.role }, ...free].map((role) => (
              <PickerItem key={role.id} id={role.id}>
                {role.name}
              </PickerItem>
            ))}
          </Picker>
          <Picker
            label={t("template.weighting")}
            size="S"
            styles={grow}
            value={card.weighting}
            onChange={(weighting) => change({ ...card, weighting: weighting as Weighting })}
          >
            {weightings.map((weighting) => (
              <PickerItem key={weighting} id={weighting}>
                {t(`weighting.${weighting}`, { weight: weightOf[weighting] })}
              </PickerItem>
            ))}
          </Picker>
        </div>
        <div className="row">
          <Switch size="S" isSelected={card.required} onChange={(required) => change({ ...card, required })}>
            {t("template.required")}
          </Switch>
          <span className="space" />
          <NumberField
            label={t("template.members")}
            size="S"
            styles={narrow}
            minValue={1}
            maxValue={999}
            step={1}
            value={card.membersRequired ?? 1}
            onChange={(members) => !Number.isNaN(members) && change({ ...card, membersRequired: members })}
          />
        </div>
        <ConditionField
          label={t("template.condition")}
          name={name}
          on="people"
          optional
          value={card.autoAssign ?? undefined}
          onChange={(condition) => {
            const { autoAssign: _before, ...rest } = card;
            change(condition ? { ...rest, autoAssign: condition as Condition } : rest, false);
          }}
        />
      </fieldset>
    </SortableItem>
  );
}

function Tool({
  label,
  off,
  run,
  icon,
}: {
  label: string;
  off: boolean;
  run: () => void;
  icon: React.ReactNode;
}) {
  return (
    <ActionButton isQuiet size="XS" aria-label={label} isDisabled={off} onPress={run}>
      {icon}
    </ActionButton>
  );
}
