import { Checkbox, Picker, PickerItem } from "@react-spectrum/s2";
import type { GroupChoice } from "../core/types";
import { useWindow } from "../core/window";
import { wide } from "../forms/wide";
import { useSpeech } from "../i18n";
import { setRun } from "./assumptions";

/** Stands for all accounts: no id looks like this. */
const all = "\u0000all";

/** For which solution interests runs make buying groups, and for the accounts of which audience. */
export function GroupChoices({ groups }: { groups: GroupChoice[] }) {
  const { t } = useSpeech();
  const references = useWindow((state) => state.start?.references);
  const known = references?.solutionInterest ?? [];
  const audiences = references?.audience ?? [];
  // What the scenario names and the workspace doesn't have can at least be taken out.
  const gone = groups.filter(({ solutionInterest }) => !known.some(({ id }) => id === solutionInterest));
  const interests = [
    ...known,
    ...gone.map(({ solutionInterest: id }) => ({ id, name: t("reference.unknown", { id }) })),
  ];
  const put = (groups: GroupChoice[]) => void setRun({ groups });
  const without = (id: string) => groups.filter(({ solutionInterest }) => solutionInterest !== id);
  return (
    <div className="run-setting" data-testid="group-choices">
      <b>{t("run.groups")}</b>
      <small>{t(interests.length === 0 ? "run.groups.none" : "run.about.groups")}</small>
      {interests.map(({ id, name }) => {
        const choice = groups.find(({ solutionInterest }) => solutionInterest === id);
        return (
          <div key={id} className="group-choice" data-interest={id}>
            <Checkbox
              size="S"
              isSelected={Boolean(choice)}
              onChange={(on) => put(on ? [...groups, { solutionInterest: id, audience: null }] : without(id))}
            >
              {name}
            </Checkbox>
            {choice ? (
              <Picker
                size="S"
                styles={wide}
                aria-label={t("run.audienceOf", { name })}
                selectedKey={choice.audience ?? all}
                onSelectionChange={(key) => {
                  const audience = key === all ? null : String(key);
                  put(groups.map((one) => (one === choice ? { ...one, audience } : one)));
                }}
                items={[{ id: all, name: t("run.allAccounts") }, ...audiences]}
              >
                {(audience) => <PickerItem id={audience.id}>{audience.name}</PickerItem>}
              </Picker>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
