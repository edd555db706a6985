import { ActionButton, TextField } from "@react-spectrum/s2";
import Delete from "@react-spectrum/s2/icons/Delete";
import { useState } from "react";
import type { KeptScenario } from "../core/types";
import { useGiveDocument } from "../data/give";
import { useSpeech } from "../i18n";
import { editScenarios, useAssumptions } from "./assumptions";

const none: KeptScenario[] = [];

/** What runs assume, kept by name: to go back to, and to compare with. */
export function Scenarios() {
  const { t } = useSpeech();
  const kept = useAssumptions((state) => state.view?.kept) ?? none;
  const present = useAssumptions((state) => state.view?.scenario.name) ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? present;
  const giveDocument = useGiveDocument();
  const replaces = kept.some((scenario) => scenario.name === name.trim());
  return (
    <section className="scenarios" aria-label={t("scenarios.title")}>
      <h3>{t("scenarios.title")}</h3>
      {kept.length === 0 ? <p className="hint">{t("scenarios.none")}</p> : null}
      <ul data-testid="scenarios">
        {kept.map((scenario) => (
          <li key={scenario.name} data-at-work={scenario.atWork || undefined}>
            <span>
              <b>{scenario.name}</b>
              <small>
                {t("scenarios.about", {
                  days: scenario.horizonDays,
                  replications: scenario.replications,
                })}
                {scenario.atWork ? ` · ${t("scenarios.atWork")}` : ""}
              </small>
            </span>
            {scenario.atWork ? null : (
              <ActionButton
                size="S"
                aria-label={t("scenarios.useNamed", { name: scenario.name })}
                onPress={() => void editScenarios({ do: "use", name: scenario.name })}
              >
                {t("scenarios.use")}
              </ActionButton>
            )}
            <ActionButton
              size="S"
              isQuiet
              aria-label={t("scenarios.forget", { name: scenario.name })}
              onPress={() => void editScenarios({ do: "forget", name: scenario.name })}
            >
              <Delete />
            </ActionButton>
          </li>
        ))}
      </ul>
      <form
        className="scenario-keep"
        onSubmit={(event) => {
          event.preventDefault();
          void editScenarios({ do: "keep", name }).then(() => setTyped(null));
        }}
      >
        <TextField size="S" aria-label={t("scenarios.name")} value={name} onChange={setTyped} />
        <ActionButton type="submit" size="S" isDisabled={name.trim() === ""} data-testid="keep-scenario">
          {t(replaces ? "scenarios.replace" : "scenarios.keep")}
        </ActionButton>
      </form>
      <ActionButton size="S" onPress={() => giveDocument("scenario")} data-testid="give-scenario">
        {t("documents.give")}
      </ActionButton>
    </section>
  );
}
