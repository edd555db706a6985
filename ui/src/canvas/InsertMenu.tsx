import { Dialog, Popover } from "react-aria-components";
import { useDocument } from "../core/document";
import * as edits from "../core/edits";
import type { Intent } from "../core/types";
import { type ExitPlace, useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { SearchList } from "../panels/SearchList";
import { type Choice, useChoices } from "./choices";
import { Icon } from "./Icon";
import { turnTo } from "./turn";

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
  const groups = useChoices(place);
  return (
    <Dialog aria-label={t("insert.title")} className="insert-dialog">
      <SearchList
        title={t("insert.title")}
        search={t("insert.search")}
        nothing={t("insert.nothing")}
        groups={groups.map(({ choices, ...group }) => ({
          ...group,
          items: choices.map((choice) => ({
            id: choice.id,
            name: choice.name,
            hint: choice.hint,
            icon: <Icon family={choice.family} svg={choice.icon} />,
            take: () => void take(choice),
          })),
        }))}
      />
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
  if (turn) turnTo(turn);
}

function target(intent: Intent): string | null {
  return intent.do === "connect" ? intent.from : null;
}
