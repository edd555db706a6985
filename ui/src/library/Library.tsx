import { ActionButton, Button, Picker, PickerItem, SearchField } from "@react-spectrum/s2";
import ChevronLeft from "@react-spectrum/s2/icons/ChevronLeft";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { GridList, GridListItem } from "react-aria-components";
import { actions } from "../actions";
import { useDocument } from "../core/document";
import type { JourneyStatus, JourneySummary } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { askFor, JourneyMenu } from "./JourneyMenu";
import { openFrom, showLibrary, shown, sorts, statuses, useLibrary } from "./store";
import { Thumbnail } from "./Thumbnail";

/** All journeys of the workspace as pictures: to find, open, copy and delete. */
export function Library() {
  const { t, locale } = useSpeech();
  const journeys = useWindow((state) => state.journeys);
  const looking = useLibrary();
  const found = shown(journeys, looking, locale);
  const search = useRef<HTMLElement>(null);
  useEffect(() => search.current?.querySelector("input")?.focus(), []);
  const back = () => showLibrary(false);
  return (
    <section
      className="library"
      aria-label={t("library.title")}
      data-testid="library"
      ref={search}
      onKeyDownCapture={(event) => keys(event, found)}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented && looking.search === "") back();
      }}
    >
      <header className="library-head">
        <ActionButton
          isQuiet
          size="S"
          aria-label={t("library.back")}
          data-testid="library-back"
          onPress={back}
        >
          <ChevronLeft />
        </ActionButton>
        <h2>{t("library.title")}</h2>
        <span className="library-count" role="status">
          {t("library.count", { count: found.length })}
        </span>
        <SearchField
          aria-label={t("library.search")}
          placeholder={t("library.search")}
          size="S"
          value={looking.search}
          onChange={(value) => useLibrary.setState({ search: value })}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") focusFirst(search.current);
            else if (event.key === "Enter" && found[0]) void openFrom(found[0].id);
            else event.continuePropagation();
          }}
        />
        <Picker
          aria-label={t("library.sort")}
          size="S"
          value={looking.sort}
          onChange={(key) => useLibrary.setState({ sort: sorts.find((sort) => sort === key) ?? "changed" })}
        >
          {sorts.map((sort) => (
            <PickerItem key={sort} id={sort}>
              {t(`library.sort.${sort}`)}
            </PickerItem>
          ))}
        </Picker>
        <Picker
          aria-label={t("library.status")}
          size="S"
          value={looking.status ?? "all"}
          onChange={(key) =>
            useLibrary.setState({ status: statuses.find((status) => status === key) ?? null })
          }
        >
          {[null, ...statuses].map((status) => (
            <PickerItem key={status ?? "all"} id={status ?? "all"}>
              {status ? t(`status.${status}`) : t("library.all")}
            </PickerItem>
          ))}
        </Picker>
        <Button
          variant="secondary"
          size="S"
          aria-label={t("library.import")}
          onPress={actions.importJourney.run}
          data-testid="library-import"
        >
          {t("library.fromFile")}
        </Button>
        <Button variant="accent" size="S" onPress={actions.newJourney.run} data-testid="library-new">
          {t("action.newJourney")}
        </Button>
      </header>
      {found.length > 0 ? (
        <GridList
          aria-label={t("library.title")}
          className="library-grid"
          layout="grid"
          items={found}
          dependencies={[locale]}
          keyboardNavigationBehavior="tab"
          onAction={(key) => void openFrom(String(key))}
        >
          {(journey) => <Piece journey={journey} />}
        </GridList>
      ) : (
        <Nothing none={journeys.length === 0} />
      )}
    </section>
  );
}

function Piece({ journey }: { journey: JourneySummary }) {
  const { t, ago, date } = useSpeech();
  const { id, name, status, nodes, changed } = journey;
  const open = useDocument((state) => state.journey?.id === id);
  return (
    <GridListItem
      id={id}
      textValue={name}
      className="library-piece"
      data-journey={id}
      data-open={open || undefined}
    >
      <Thumbnail journey={id} changed={changed} />
      <div className="library-words">
        <strong title={name}>{name}</strong>
        <span className="library-facts">
          <Chip status={status} />
          <span>{t("journeys.row", { nodes })}</span>
          <time dateTime={changed} title={date(changed)}>
            {ago(changed)}
          </time>
        </span>
      </div>
      <JourneyMenu journey={journey} />
    </GridListItem>
  );
}

function Chip({ status }: { status: JourneyStatus }) {
  const { t } = useSpeech();
  return (
    <span className="chip" data-status={status}>
      {t(`status.${status}`)}
    </span>
  );
}

/** Nothing to show: what to do next. */
function Nothing({ none }: { none: boolean }) {
  const { t } = useSpeech();
  return (
    <div className="empty">
      <h3>{t(none ? "empty.none.title" : "library.nothing.title")}</h3>
      <p>{t(none ? "empty.none.text" : "library.nothing.text")}</p>
      {none ? (
        <Button variant="accent" onPress={actions.newJourney.run}>
          {t("action.newJourney")}
        </Button>
      ) : (
        <button
          type="button"
          className="library-clear"
          data-testid="library-clear"
          onClick={() => {
            // The button goes with what it clears; the keyboard must not be lost with it.
            document.querySelector<HTMLInputElement>(".library-head input")?.focus();
            useLibrary.setState({ search: "", status: null });
          }}
        >
          {t("library.clear")}
        </button>
      )}
    </div>
  );
}

/** Delete asks to delete the piece that has the keyboard, Ctrl+D to copy it, with Shift its structure only. */
function keys(event: KeyboardEvent, journeys: JourneySummary[]) {
  const piece = document.activeElement?.closest<HTMLElement>("[data-journey]")?.dataset.journey;
  const journey = journeys.find(({ id }) => id === piece);
  if (!journey || !document.activeElement?.matches("[data-journey]")) return;
  if (event.key === "Delete") askFor("deleteJourney", journey);
  else if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "d")
    askFor("duplicateJourney", journey, event.shiftKey);
  else return;
  event.preventDefault();
}

function focusFirst(inside: HTMLElement | null) {
  inside?.querySelector<HTMLElement>(".library-piece")?.focus();
}
