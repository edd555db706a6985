import { ActionButton, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import type { RoleCard } from "../core/types";
import { useWindow } from "../core/window";
import { moved, Sortable } from "../forms/Sortable";
import { useSpeech } from "../i18n";
import type { FormProps } from "./RecordForm";
import { TemplateCard } from "./TemplateCard";
import { TemplatePreviewPane } from "./TemplatePreviewPane";
import { usePreview } from "./usePreview";

/** The cards of a roles template in their order, and beside them what they do to the people at hand. */
export function TemplateForm({ record, set }: FormProps<"rolesTemplate">) {
  const { t } = useSpeech();
  const roles = useWindow((state) => state.start?.references.role) ?? [];
  const { cards } = record;
  const preview = usePreview(cards);
  const free = roles.filter(({ id }) => !cards.some((card) => card.role === id));
  const place = (role: string) => cards.findIndex((card) => card.role === role);
  const change = (role: string, next: RoleCard | null, now = true) =>
    set({ cards: cards.flatMap((card) => (card.role !== role ? [card] : next ? [next] : [])) }, now);
  const move = (from: number, to: number) => set({ cards: moved(cards, from, to) });
  const add = () => {
    const role = free[0]?.id;
    if (role) set({ cards: [...cards, { role, weighting: "normal", required: true, membersRequired: 1 }] });
  };
  return (
    <div className="template">
      <div className="template-cards">
        <p className="hint">{t("template.hint")}</p>
        <Sortable ids={cards.map(({ role }) => role)} name={(role) => role} onMove={move}>
          {cards.map((card, index) => (
            <TemplateCard
              key={card.role}
              card={card}
              number={index + 1}
              last={index === cards.length - 1}
              free={free}
              preview={preview?.preview.cards.find(({ role }) => role === card.role)}
              change={(next, now) => change(card.role, next, now)}
              move={(by) => move(place(card.role), place(card.role) + by)}
            />
          ))}
        </Sortable>
        {cards.length === 0 ? <p className="hint">{t("template.empty")}</p> : null}
        <ActionButton size="S" isDisabled={free.length === 0} data-testid="add-card" onPress={add}>
          <Add />
          <Text>{t("template.add")}</Text>
        </ActionButton>
      </div>
      <TemplatePreviewPane count={preview} />
    </div>
  );
}
