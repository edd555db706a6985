import { showBehind } from "../core/behind";
import * as edits from "../core/edits";
import { switchLive, useLive } from "../core/live";
import { cancel, simulate, useResults } from "../core/results";
import { show, useScreen } from "../core/screen";
import { prefer, useWindow } from "../core/window";
import type { MessageId } from "../i18n";
import { importJourney, showLibrary } from "../library/store";
import { present } from "../present/show";
import { compareWith } from "../studies/compare";
import { pathOf } from "../studies/figures";
import { openSearch } from "../studies/search";
import type { Action } from "./action";
import { hasDialog, journey, one, open, running } from "./when";

/** What belongs to the window: runs, panels, dialogs, languages. */
export const windowing: Action[] = [
  {
    id: "present",
    label: "action.present",
    group: "window",
    keys: ["F5"],
    when: () => Boolean(journey()) && !hasDialog(),
    run: () => void present(),
  },
  {
    id: "simulate",
    label: "action.simulate",
    group: "window",
    keys: ["$mod+Enter"],
    when: () => Boolean(journey()) && !running(),
    run: () => {
      const id = journey()?.id;
      show("journey");
      useWindow.setState({ drawer: true });
      if (id) void edits.saved().then(() => simulate(id));
    },
  },
  {
    id: "live",
    label: "live.switch",
    group: "window",
    keys: ["KeyL"],
    when: () => onCanvas() && !hasDialog(),
    run: () => switchLive(),
  },
  {
    id: "cancel",
    label: "action.cancel",
    group: "window",
    keys: ["$mod+Period"],
    when: running,
    run: () => void cancel(),
  },
  {
    id: "check",
    label: "action.check",
    group: "window",
    keys: ["F8"],
    when: () => Boolean(journey()),
    run: () => turnPanel("check"),
  },
  {
    id: "history",
    label: "action.history",
    group: "window",
    keys: ["$mod+Shift+KeyH"],
    when: () => Boolean(journey()),
    run: () => turnPanel("history"),
  },
  {
    id: "results",
    label: "action.results",
    group: "window",
    keys: ["$mod+KeyJ"],
    when: () => true,
    run: () => useWindow.setState(({ drawer }) => ({ drawer: !drawer })),
  },
  {
    id: "enlarge",
    label: "results.large",
    group: "window",
    keys: ["$mod+Shift+KeyJ"],
    when: () => true,
    run: () => {
      useWindow.setState({ drawer: true });
      useResults.setState(({ large }) => ({ large: !large }));
    },
  },
  {
    id: "accountsHere",
    label: "behind.action",
    group: "window",
    menus: ["card"],
    keys: ["KeyI"],
    when: () => one() !== null && (useLive.getState().on || useResults.getState().view !== null),
    run: () => void showBehind({ what: "entered", node: one() ?? "" }),
  },
  panel("runs", "studies.runs", "Shift+KeyR"),
  panel("goals", "studies.goals", "KeyG"),
  panel("assumptions", "studies.assumptions", "Shift+KeyA"),
  {
    id: "compareRuns",
    label: "studies.compare",
    group: "window",
    keys: ["Shift+KeyC"],
    when: () => onCanvas() && !hasDialog(),
    run: () => compareWith(null),
  },
  {
    id: "searchBetter",
    label: "studies.search",
    group: "window",
    keys: ["Shift+KeyS"],
    when: () => onCanvas() && !hasDialog(),
    run: () => {
      const [interest] = useWindow.getState().start?.references.solutionInterest ?? [];
      openSearch(interest ? pathOf("salesReady", interest.id) : "summary.cost");
    },
  },
  {
    id: "newJourney",
    label: "action.newJourney",
    group: "window",
    keys: ["$mod+Alt+KeyN"],
    when: () => !hasDialog(),
    run: () => useWindow.setState({ dialog: { ask: "newJourney" } }),
  },
  {
    id: "importJourney",
    label: "library.import",
    group: "window",
    keys: ["$mod+Shift+KeyO"],
    when: () => !hasDialog(),
    run: () => void importJourney(),
  },
  {
    id: "library",
    label: "library.show",
    group: "window",
    keys: ["$mod+KeyO"],
    when: () => !hasDialog(),
    run: () => showLibrary(useScreen.getState().screen !== "library"),
  },
  {
    id: "data",
    label: "data.show",
    group: "window",
    keys: ["Shift+KeyD"],
    when: () => !hasDialog(),
    run: () => turn("data"),
  },
  {
    id: "groups",
    label: "groups.show",
    group: "window",
    keys: ["Shift+KeyG"],
    when: () => !hasDialog(),
    run: () => turn("groups"),
  },
  {
    id: "commands",
    label: "action.commands",
    group: "window",
    keys: ["$mod+KeyK"],
    when: () => !hasDialog(),
    run: () => open("commands"),
  },
  {
    id: "shortcuts",
    label: "action.shortcuts",
    group: "window",
    keys: ["Shift+?", "F1"],
    when: () => !hasDialog(),
    run: () => open("shortcuts"),
  },
  {
    id: "language",
    label: "action.language",
    group: "window",
    keys: ["$mod+Alt+KeyL"],
    when: () => true,
    run: () => prefer({ locale: document.documentElement.lang === "es" ? "en" : "es" }),
  },
  {
    id: "theme",
    label: "action.theme",
    group: "window",
    keys: ["$mod+Alt+KeyD"],
    when: () => true,
    run: () => prefer({ theme: document.documentElement.dataset.theme === "dark" ? "light" : "dark" }),
  },
];

/** A journey is open and in view. */
const onCanvas = () => Boolean(journey()) && useScreen.getState().screen === "journey";

const turn = (screen: "data" | "groups") => show(useScreen.getState().screen === screen ? "journey" : screen);

/** Opens a panel at the side, or closes it. */
function panel(id: "runs" | "goals" | "assumptions", label: MessageId, key: string): Action {
  return {
    id,
    label,
    group: "window",
    keys: [key],
    when: () => onCanvas() && !hasDialog(),
    run: () => useWindow.setState(({ panel }) => ({ panel: panel === id ? "properties" : id })),
  };
}

/** Shows a panel beside the board, or the settings again; in narrow windows it comes over the board and goes. */
function turnPanel(to: "check" | "history"): void {
  useWindow.setState(({ panel }) =>
    panel === to ? { panel: "properties", over: null } : { panel: to, over: "side" },
  );
}
