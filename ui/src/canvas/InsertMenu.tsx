import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import type { Intent } from "../core/types";
import { type ExitPlace, select, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { Search } from "../panels/glyphs";
import { type Choice, useChoices } from "./choices";
import { Icon } from "./Icon";
import { view } from "./view";

/** The searchable menu at a ⊕: what can be put there, what the path can be joined to, or cutting it. */
export function InsertMenu() {
  const place = useWindow((state) => state.menu);
  const trigger = place ? buttonAt(place) : null;
  if (!place || !trigger) return null;
  return (
    <Popover
      className="insert"
      isOpen
      triggerRef={{ current: trigger }}
      onOpenChange={(open) => {
        if (!open) useWindow.setState({ menu: null });
      }}
      placement="bottom start"
      offset={6}
    >
      <Choices place={place} />
    </Popover>
  );
}

function buttonAt({ node, path }: ExitPlace): HTMLElement | null {
  return document.querySelector(`[data-exit="${CSS.escape(`${node}/${path ?? ""}`)}"]`);
}

function Choices({ place }: { place: ExitPlace }) {
  const { t } = useSpeech();
  const { contains } = useFilter({ sensitivity: "base" });
  const sections = useChoices(place);
  return (
    <Dialog aria-label={t("insert.title")} className="insert-dialog">
      <Autocomplete filter={contains}>
        <SearchField autoFocus aria-label={t("insert.search")} className="insert-search">
          <Search />
          <Input placeholder={t("insert.search")} />
        </SearchField>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list's focus is virtual, so what scrolls takes the keys. */}
        <section className="insert-list" aria-label={t("insert.title")} tabIndex={0}>
          <Menu
            aria-label={t("insert.title")}
            renderEmptyState={() => <p className="hint">{t("insert.nothing")}</p>}
          >
            {sections.map((section) => (
              <MenuSection key={section.id} id={section.id}>
                <Header>{section.name}</Header>
                {section.choices.map((choice) => (
                  <MenuItem
                    key={choice.id}
                    id={choice.id}
                    textValue={choice.name}
                    className="insert-item"
                    data-choice={choice.id}
                    onAction={() => void take(choice)}
                  >
                    <Icon family={choice.family} svg={choice.icon} />
                    <span className="insert-words">
                      <b>{choice.name}</b>
                      {choice.hint ? <span>{choice.hint}</span> : null}
                    </span>
                  </MenuItem>
                ))}
              </MenuSection>
            ))}
          </Menu>
        </section>
      </Autocomplete>
    </Dialog>
  );
}

/** Does what was chosen, and turns to what came of it. */
async function take({ intent }: Choice): Promise<void> {
  useWindow.setState({ menu: null });
  const before = useDocument.getState().journey?.nodes ?? {};
  const after = await edits.send(intent);
  if (!after) return;
  const made = Object.keys(after.nodes).find((id) => !(id in before));
  const turn = made ?? target(intent);
  if (!turn) return;
  select(turn);
  useWindow.setState({ panel: "properties" });
  requestAnimationFrame(() => view.focus(turn));
}

function target(intent: Intent): string | null {
  return intent.do === "connect" ? intent.from : null;
}
