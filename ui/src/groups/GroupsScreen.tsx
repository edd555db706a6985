import { ActionButton } from "@react-spectrum/s2";
import ChevronLeft from "@react-spectrum/s2/icons/ChevronLeft";
import { useEffect } from "react";
import { askWorkspace, flushDesk, useDesk } from "../core/desk";
import { definitions, looks, type Section, show, showSection, useScreen } from "../core/screen";
import { askTables } from "../core/tables";
import { useSpeech } from "../i18n";
import { CoverageMap } from "./CoverageMap";
import { GroupsList } from "./GroupsList";
import { OverlapView } from "./OverlapView";
import { RecordsView } from "./RecordsView";
import { StagesView } from "./StagesView";
import { WeightsView } from "./WeightsView";

/** The buying groups of the data at hand, and what the workspace says about them. */
export function GroupsScreen() {
  const { t } = useSpeech();
  const section = useScreen((state) => state.section);
  const ready = useDesk((state) => state.view !== null);
  useEffect(() => {
    void askWorkspace();
    void askTables();
    return () => void flushDesk();
  }, []);
  return (
    <section className="groups" aria-label={t("groups.title")} data-testid="groups" data-section={section}>
      <nav className="groups-nav" aria-label={t("groups.parts")}>
        <div className="groups-head">
          <ActionButton isQuiet size="S" aria-label={t("data.back")} onPress={() => show("journey")}>
            <ChevronLeft />
          </ActionButton>
          <h2>{t("groups.title")}</h2>
        </div>
        <Part title={t("groups.looks")} sections={looks} present={section} />
        <Part title={t("groups.definitions")} sections={definitions} present={section} />
      </nav>
      <div className="groups-body">{ready ? <Body key={section} section={section} /> : null}</div>
    </section>
  );
}

function Part({
  title,
  sections,
  present,
}: {
  title: string;
  sections: readonly Section[];
  present: Section;
}) {
  const { t } = useSpeech();
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {sections.map((section) => (
          <li key={section}>
            <button
              type="button"
              aria-current={section === present ? "page" : undefined}
              data-testid={`section-${section}`}
              onClick={() => void flushDesk().then(() => showSection(section))}
            >
              {t(`section.${section}`)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Body({ section }: { section: Section }) {
  switch (section) {
    case "list":
      return <GroupsList />;
    case "coverage":
      return <CoverageMap />;
    case "overlap":
      return <OverlapView />;
    case "stages":
      return <StagesView />;
    case "weights":
      return <WeightsView />;
    default:
      return <RecordsView of={section} />;
  }
}
