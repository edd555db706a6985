import { useRef } from "react";
import { Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import { type Action, actionsIn, keyName } from "../actions";
import { useSpeech } from "../i18n";
import { unpoint, usePointed } from "./pointed";

/** The menu at the pointer: of the table of actions those of that place which make sense now, with their keys. */
export function ContextMenu() {
  const { t } = useSpeech();
  const menu = usePointed((state) => state.menu);
  const anchor = useRef<HTMLSpanElement>(null);
  const parts = menu ? actionsIn(menu.place) : [];
  const title = menu ? t(`menu.${menu.place}`) : "";
  const item = (action: Action) => (
    <MenuItem
      key={action.id}
      id={action.id}
      textValue={t(action.label)}
      className="insert-item"
      data-choice={action.id}
      onAction={() => unpoint(action.run)}
    >
      <span className="insert-words">{t(action.label)}</span>
      <kbd>{keyName(action)}</kbd>
    </MenuItem>
  );
  return (
    <>
      <span
        ref={anchor}
        className="pointer"
        style={menu ? { left: menu.at.x, top: menu.at.y } : undefined}
        aria-hidden="true"
      />
      <Popover
        // A menu at another point is another menu, and is placed anew.
        key={menu ? `${menu.at.x} ${menu.at.y}` : ""}
        className="insert pointed"
        aria-label={title}
        isOpen={menu !== null}
        triggerRef={anchor}
        onOpenChange={(open) => open || unpoint()}
        placement="bottom start"
        offset={2}
      >
        <Menu aria-label={title} autoFocus="first" data-testid="context-menu">
          {parts.map((part) => (
            <MenuSection key={part.id} id={part.id} aria-label={t(part.label)}>
              {part.rows.map(item)}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
