import { useDesk } from "../core/desk";
import { useWindow } from "../core/window";
import { editWorkspace } from "../core/workspace";
import { TextsField } from "../forms/TextsField";
import { useSpeech } from "../i18n";
import { Calibrate } from "./Calibrate";
import { NumberSetting } from "./fields";

/** What activities count by default, as the platform has it. */
const usual: [string, number][] = [
  ["event.attended", 60],
  ["event.registered", 60],
  ["directMarketing.emailClicked", 30],
  ["directMarketing.emailOpened", 30],
  ["web.formFilledOut", 40],
  ["leadOperation.interestingMoment", 60],
  ["web.webinteraction.linkClicks", 40],
  ["web.webpagedetails.pageViews", 40],
  ["chat.engaged", 90],
  ["chat.goalReached", 90],
  ["chat.meetingScheduled", 90],
  ["sms.clicked", 90],
  ["whatsapp.clicked", 90],
];

/** What activities count for engagement, the values that score 100, and what people are called whom advertising finds. */
export function WeightsView() {
  const { t, text } = useSpeech();
  const workspace = useDesk((state) => state.view?.workspace);
  const catalogue = useWindow((state) => state.catalogue);
  const roles = useWindow((state) => state.start?.references.role) ?? [];
  if (!workspace) return null;
  const weights = workspace.weights ?? {};
  const references = workspace.scoreReferences ?? {};
  const titles = workspace.titles ?? {};
  const own = (workspace.eventTypes ?? []).map(({ type }): [string, number] => [type, 0]);
  const name = (type: string) => {
    const known = text(catalogue?.eventTypes.find((info) => info.type === type)?.name);
    return known || workspace.eventTypes?.find((one) => one.type === type)?.name || type;
  };
  const setWeight = (type: string, usually: number, weight: number) => {
    const { [type]: _before, ...rest } = weights;
    const next = weight === usually ? rest : { ...rest, [type]: weight };
    void editWorkspace({ do: "setWeights", weights: next as Record<string, number> });
  };
  return (
    <div className="weights">
      <section aria-labelledby="weights-activities">
        <h3 id="weights-activities">{t("weights.activities")}</h3>
        <p className="hint">{t("weights.hint")}</p>
        <div className="weights-grid">
          {[...usual, ...own].map(([type, usually]) => (
            <NumberSetting
              key={type}
              label={name(type)}
              value={weights[type] ?? usually}
              max={1000}
              onCommit={(weight) => setWeight(type, usually, weight)}
            />
          ))}
        </div>
      </section>
      <section aria-labelledby="weights-references">
        <h3 id="weights-references">{t("weights.references")}</h3>
        <p className="hint">{t("weights.referencesHint")}</p>
        <div className="weights-grid">
          <NumberSetting
            label={t("weights.person")}
            value={references.person ?? 40}
            min={0.01}
            step={0.01}
            onCommit={(person) =>
              void editWorkspace({ do: "setScoreReferences", references: { ...references, person } })
            }
          />
          <NumberSetting
            label={t("weights.group")}
            value={references.group ?? 100}
            min={0.01}
            step={0.01}
            onCommit={(group) =>
              void editWorkspace({ do: "setScoreReferences", references: { ...references, group } })
            }
          />
        </div>
        <Calibrate references={references} />
      </section>
      <section aria-labelledby="weights-titles">
        <h3 id="weights-titles">{t("weights.titles")}</h3>
        <p className="hint">{t("weights.titlesHint")}</p>
        <div className="weights-titles">
          {roles.map(({ id }) => (
            <TextsField
              key={id}
              label={id}
              value={titles[id] ?? []}
              onChange={(list) => {
                const { [id]: _before, ...rest } = titles;
                const next = list.length > 0 ? { ...rest, [id]: list } : rest;
                void editWorkspace({ do: "setTitles", titles: next as Record<string, string[]> });
              }}
            />
          ))}
        </div>
      </section>
    </div>
  );
}
