import { Provider, ToastContainer } from "@react-spectrum/s2";
import { lazy, Suspense, useEffect } from "react";
import { Canvas } from "./canvas/Canvas";
import { useDocument } from "./core/document";
import { useScreen } from "./core/screen";
import { useWindow } from "./core/window";
import { DataScreen } from "./data/DataScreen";
import { GroupsScreen } from "./groups/GroupsScreen";
import { Compare } from "./history/Compare";
import { regions, Translated, useLocale, useSpeech } from "./i18n";
import { Library } from "./library/Library";
import { Announcer } from "./panels/Announcer";
import { Boundary } from "./panels/Boundary";
import { Dialogs } from "./panels/Dialogs";
import { Empty } from "./panels/Empty";
import { Journeys } from "./panels/Journeys";
import { Overlays } from "./panels/Overlays";
import { Results } from "./panels/Results";
import { Side } from "./panels/Side";
import { TopBar } from "./panels/TopBar";
import { useFailureToasts } from "./panels/toasts";
import { useShow } from "./present/show";
import { useShortcuts } from "./shortcuts";
import { CompareRuns } from "./studies/CompareRuns";
import { SearchDialog } from "./studies/SearchDialog";
import { useTheme } from "./style/theme";
import { Rescue, useRescue } from "./workplace/Rescue";

/** The whole page: the kit's provider, the language, the window. */
export function App() {
  const locale = useLocale();
  const theme = useTheme();
  const file = useRescue((state) => state.file);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <Provider locale={regions[locale]} colorScheme={theme} background="base">
      <Translated locale={locale}>
        {file ? <Rescue file={file} /> : <Window />}
        <ToastContainer placement="bottom" />
      </Translated>
    </Provider>
  );
}

function Window() {
  const started = useWindow((state) => state.start !== null && state.catalogue !== null);
  const open = useDocument((state) => state.journey !== null);
  const none = useWindow((state) => state.start !== null && state.journeys.length === 0);
  const screen = useScreen((state) => state.screen);
  const over = useWindow((state) => state.over);
  useShortcuts();
  useFailureToasts();
  useReady(started && (open || none));
  const { t } = useSpeech();
  return (
    <div className="window" data-over={over ?? undefined}>
      <TopBar />
      <Journeys />
      {screen !== "journey" ? (
        <main className="stage-wide">
          <Boundary key={screen}>
            {screen === "data" ? <DataScreen /> : screen === "library" ? <Library /> : <GroupsScreen />}
          </Boundary>
        </main>
      ) : (
        <>
          <main className="stage" aria-label={t("canvas.region")}>
            <Boundary>{open ? <Canvas /> : started ? <Empty /> : null}</Boundary>
          </main>
          <Side />
        </>
      )}
      {screen === "journey" ? <Results /> : null}
      <Dialogs />
      <Overlays />
      <Compare />
      <Presentation />
      <CompareRuns />
      <SearchDialog />
      <Announcer />
    </div>
  );
}

const Present = lazy(() => import("./present/Present"));

/** The player is loaded with the first presentation. */
function Presentation() {
  const open = useShow((state) => state.open);
  return open ? (
    <Suspense>
      <Present />
    </Suspense>
  ) : null;
}

/** Tells tests and measurements that the first picture with data is on the screen. */
function useReady(ready: boolean) {
  useEffect(() => {
    if (!ready) return;
    const frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        document.body.dataset.ready = "1";
      }),
    );
    return () => cancelAnimationFrame(frame);
  }, [ready]);
}
