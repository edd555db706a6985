import {
  ActionButton,
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Text,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
} from "@react-spectrum/s2";
import Clock from "@react-spectrum/s2/icons/Clock";
import Contrast from "@react-spectrum/s2/icons/Contrast";
import GlobeGrid from "@react-spectrum/s2/icons/GlobeGrid";
import MenuHamburger from "@react-spectrum/s2/icons/MenuHamburger";
import Properties from "@react-spectrum/s2/icons/Properties";
import Redo from "@react-spectrum/s2/icons/Redo";
import Undo from "@react-spectrum/s2/icons/Undo";
import { memo, useDeferredValue, useEffect, useState } from "react";
import { actions, keyName } from "../actions";
import { useDocument } from "../core/document";
import { switchLive, useLive } from "../core/live";
import { useResults } from "../core/results";
import { useSteps } from "../core/steps";
import type { Preferences, Sentence } from "../core/types";
import { prefer, turnOver, useWindow } from "../core/window";
import { languages, useSpeech } from "../i18n";
import { PresentMenu } from "../present/PresentMenu";
import { ExportMenu } from "./ExportMenu";
import { Route, Tick, Warning } from "./glyphs";
import { Progress } from "./Progress";
import { useEditSentence } from "./sentences";

export function TopBar() {
  const { t } = useSpeech();
  const name = useDocument((state) => state.draftHeader?.name ?? state.journey?.header.name);
  return (
    <header className="top">
      <span className="brand" aria-hidden="true">
        <Route />
      </span>
      <PanelButton of="journeys" />
      <h1 title={name}>{name || t("app.name")}</h1>
      <States />
      <span className="space" />
      <Steps />
      <Versions />
      <Checks />
      <span className="rule" />
      <PresentMenu />
      <ExportMenu />
      <Looks />
      <Live />
      <Simulate />
      <PanelButton of="side" />
    </header>
  );
}

/** In narrow windows the panels lie over the board when they are asked for. */
function PanelButton({ of }: { of: "journeys" | "side" }) {
  const { t } = useSpeech();
  const shown = useWindow((state) => state.over === of);
  const label = t(of === "journeys" ? "narrow.journeys" : "narrow.side");
  return (
    <button
      type="button"
      className="panel-button"
      aria-label={label}
      aria-expanded={shown}
      title={label}
      data-testid={`over-${of}`}
      onClick={() => turnOver(of)}
    >
      {of === "journeys" ? <MenuHamburger /> : <Properties />}
    </button>
  );
}

function States() {
  const { t } = useSpeech();
  const status = useDocument((state) => state.journey?.header.status);
  if (!status) return null;
  return (
    <span className="states">
      <span className="chip" data-status={status} data-testid="status">
        {t(`status.${status}`)}
      </span>
      <Saved />
    </span>
  );
}

function Saved() {
  const { t } = useSpeech();
  const saving = useDocument((state) => state.saving > 0 || Object.keys(state.drafts).length > 0);
  const unsaved = useDocument((state) => state.unsaved);
  const state = unsaved ? "unsaved" : saving ? "saving" : "saved";
  const lasts = useLasting(saving, 400);
  // What is saved at once isn't worth a word with each edit, least of all to those who hear the page.
  const said = state === "saving" && !lasts ? "saved" : state;
  return (
    <span className="saved" data-state={state} data-testid="saved" role="status">
      {said === "saved" ? <Tick /> : said === "unsaved" ? <Warning /> : null}
      {t(`saved.${said}`)}
    </span>
  );
}

/** Whether something has been so for as many milliseconds. */
function useLasting(so: boolean, milliseconds: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!so) return;
    const timer = setTimeout(() => setLasts(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [so, milliseconds]);
  return so && lasts;
}

/** What would be undone and redone changes with each edit; its words come after what the edit shows on the board. */
function Steps() {
  const { undo, redo, typing } = useSteps();
  return (
    <span className="tools">
      <Step id="undo" what={useDeferredValue(undo)} off={useDeferredValue(!undo && !typing)} />
      <Step id="redo" what={useDeferredValue(redo)} off={useDeferredValue(!redo)} />
    </span>
  );
}

interface StepProps {
  id: "undo" | "redo";
  what: Sentence | null;
  off: boolean;
}

const Step = memo(function Step({ id, what, off }: StepProps) {
  const { t } = useSpeech();
  const sentence = useEditSentence();
  const action = actions[id];
  const label = what
    ? t(`${action.label}What` as "action.undoWhat", { what: sentence(what) })
    : t(action.label);
  return (
    <TooltipTrigger>
      <ActionButton
        isQuiet
        size="M"
        aria-label={label}
        data-testid={id}
        isDisabled={off}
        onPress={action.run}
      >
        {id === "undo" ? <Undo /> : <Redo />}
      </ActionButton>
      <Tooltip>
        {label} ({keyName(action)})
      </Tooltip>
    </TooltipTrigger>
  );
});

/** Opens and closes the history of the journey. */
function Versions() {
  const { t } = useSpeech();
  const shown = useWindow((state) => state.panel === "history");
  const open = useDocument((state) => state.journey !== null);
  return (
    <TooltipTrigger>
      <ToggleButton
        isQuiet
        size="M"
        aria-label={t("history.title")}
        data-testid="history"
        isSelected={shown}
        isDisabled={!open}
        onChange={actions.history.run}
      >
        <Clock />
      </ToggleButton>
      <Tooltip>
        {t("history.title")} ({keyName(actions.history)})
      </Tooltip>
    </TooltipTrigger>
  );
}

function Checks() {
  const { t } = useSpeech();
  const problems = useDocument((state) => state.journey?.problems);
  const shown = useWindow((state) => state.panel === "check");
  const errors = problems?.some(({ severity }) => severity === "error") ?? false;
  const count = problems?.length ?? 0;
  return (
    <button
      type="button"
      className="checks"
      data-testid="check"
      data-worst={errors ? "error" : count > 0 ? "warning" : "none"}
      aria-pressed={shown}
      disabled={!problems}
      onClick={actions.check.run}
    >
      {count > 0 ? <Warning /> : <Tick />}
      {t("check.button", { count })}
    </button>
  );
}

function Looks() {
  const { t } = useSpeech();
  const { locale, theme } = useWindow((state) => state.preferences);
  return (
    <span className="tools">
      <MenuTrigger>
        <ActionButton isQuiet size="M" aria-label={t("language.title")} data-testid="language">
          <GlobeGrid />
        </ActionButton>
        <Menu
          selectionMode="single"
          selectedKeys={[locale]}
          onAction={(key) => prefer({ locale: key as Preferences["locale"] })}
        >
          <MenuItem id="en">{languages.en}</MenuItem>
          <MenuItem id="es">{languages.es}</MenuItem>
          <MenuItem id="system">{t("language.system")}</MenuItem>
        </Menu>
      </MenuTrigger>
      <MenuTrigger>
        <ActionButton isQuiet size="M" aria-label={t("theme.title")} data-testid="theme">
          <Contrast />
        </ActionButton>
        <Menu
          selectionMode="single"
          selectedKeys={[theme]}
          onAction={(key) => prefer({ theme: key as Preferences["theme"] })}
        >
          <MenuItem id="light">{t("theme.light")}</MenuItem>
          <MenuItem id="dark">{t("theme.dark")}</MenuItem>
          <MenuItem id="system">{t("theme.system")}</MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  );
}

/** Whether each edit shows at once what it does. */
function Live() {
  const { t } = useSpeech();
  const on = useLive((state) => state.on);
  const open = useDocument((state) => state.journey !== null);
  return (
    <TooltipTrigger>
      <ToggleButton
        size="M"
        data-testid="live"
        isEmphasized
        isSelected={on}
        isDisabled={!open}
        onChange={(on) => switchLive(on)}
      >
        <Text>{t("live.name")}</Text>
      </ToggleButton>
      <Tooltip>
        {t("live.hint")} ({keyName(actions.live)})
      </Tooltip>
    </TooltipTrigger>
  );
}

function Simulate() {
  const { t } = useSpeech();
  const running = useResults((state) => state.running);
  const open = useDocument((state) => state.journey !== null);
  if (running) return <Progress running={running} />;
  return (
    <Button
      variant="accent"
      size="M"
      data-testid="simulate"
      isDisabled={!open}
      onPress={actions.simulate.run}
    >
      <Text>{t("action.simulate")}</Text>
    </Button>
  );
}
