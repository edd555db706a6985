import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { type Action, groups, keyNames } from "../actions";
import { refusalOf } from "../canvas/carry";
import { Icon } from "../canvas/Icon";
import { turnTo } from "../canvas/turn";
import { flowOrder, useDocument } from "../core/document";
import * as edits from "../core/edits";
import { kindOf, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { useNames } from "./names";
import { close, useOverlay } from "./overlay";
import { type Item, SearchList } from "./SearchList";

export function Overlays() {
  const shown = useOverlay((state) => state.shown);
  if (!shown) return null;
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => open || close()}>
      <Modal className="overlay-box" data-wide={shown === "shortcuts" || undefined}>
        {shown === "commands" ? <Commands /> : shown === "carry" ? <CarryTo /> : <Shortcuts />}
      </Modal>
    </ModalOverlay>
  );
}

/** Every command that makes sense just now, by name. */
function Commands() {
  const { t } = useSpeech();
  const item = (action: Action): Item => ({
    id: action.id,
    name: t(action.label),
    keys: keyNames(action)[0] ?? null,
    take: () => {
      close();
      // The overlay gives the focus back first, since some commands turn on what has it.
      setTimeout(() => action.run());
    },
  });
  return (
    <Dialog className="insert-dialog" aria-label={t("commands.title")}>
      <SearchList
        title={t("commands.title")}
        search={t("commands.search")}
        nothing={t("commands.nothing")}
        groups={groups
          .map(({ id, label, rows }) => ({
            id,
            name: t(label),
            items: rows.filter((action) => action.id !== "commands" && action.when()).map(item),
          }))
          .filter(({ items }) => items.length > 0)}
      />
    </Dialog>
  );
}

/** Every command with its keys. */
function Shortcuts() {
  const { t } = useSpeech();
  return (
    <Dialog className="shortcuts" data-testid="shortcut-sheet">
      <Heading slot="title">{t("shortcuts.title")}</Heading>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the keys. */}
      <section className="shortcut-list" aria-label={t("shortcuts.title")} tabIndex={0}>
        <div className="shortcut-groups">
          {groups.map((group) => (
            <section key={group.id}>
              <h3>{t(group.label)}</h3>
              <dl>
                {group.rows.map((action) => (
                  <div key={action.id}>
                    <dt>{t(action.label)}</dt>
                    <dd>
                      {keyNames(action).map((keys) => (
                        <kbd key={keys}>{keys}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </section>
    </Dialog>
  );
}

/** The paths to which the selected card can be moved. */
function CarryTo() {
  const { t } = useSpeech();
  const names = useNames();
  const journey = useDocument((state) => state.journey);
  const [node] = useWindow((state) => state.selection);
  const catalogue = useWindow((state) => state.catalogue);
  if (!journey || !node) return null;
  const title = (id: string) => {
    const of = journey.nodes[id];
    return of ? names.node(of) : id;
  };
  const items = flowOrder(journey).flatMap((from) =>
    (journey.exits[from] ?? [])
      .filter(({ path }) => refusalOf(journey, node, { node: from, path }) === null)
      .map((exit): Item => {
        const of = journey.nodes[from];
        const kind = of && kindOf(catalogue, of.kind);
        const next = exit.to ? title(exit.to) : t("canvas.end");
        return {
          id: `${from}/${exit.path ?? ""}`,
          name:
            exit.path === null
              ? t("carry.after", { node: title(from) })
              : t("carry.afterOn", { node: title(from), path: names.exit(exit) }),
          hint: t("carry.before", { node: next }),
          icon: <Icon family={kind?.family} svg={(of && names.info(of)?.icon) ?? kind?.icon} />,
          take: () => {
            close();
            void edits
              .send({ do: "carry", node, from, path: exit.path })
              .then((after) => after && turnTo(node));
          },
        };
      }),
  );
  return (
    <Dialog className="insert-dialog" aria-label={t("carry.title", { node: title(node) })}>
      <SearchList
        title={t("carry.title", { node: title(node) })}
        search={t("carry.search", { node: title(node) })}
        nothing={t("carry.nothing")}
        groups={[{ id: "exits", name: t("carry.title", { node: title(node) }), items }]}
      />
    </Dialog>
  );
}
