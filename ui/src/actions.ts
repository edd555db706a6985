import type { Action, ActionId, GroupId, MenuPlace } from "./actions/action";
import { editing } from "./actions/edit";
import { seeing } from "./actions/see";
import { selecting } from "./actions/select";
import { walking } from "./actions/walk";
import { windowing } from "./actions/window";
import type { MessageId } from "./i18n";
import { keyText } from "./keyText";

export type { Action, ActionId, GroupId };

/** Everything a user can do: a list for each part of the sheet of keys, in the order in which people read it. */
const table: Action[] = [...editing, ...selecting, ...walking, ...seeing, ...windowing];

export const actions = Object.fromEntries(table.map((action) => [action.id, action])) as Record<
  ActionId,
  Action
>;

const order: GroupId[] = ["edit", "select", "walk", "see", "window"];

/** The table in the order and the parts in which people read it. */
export const groups = order.map((id) => ({
  id,
  label: `actions.${id}` satisfies MessageId,
  rows: table.filter(({ group }) => group === id),
}));

/** What a menu at the pointer offers just now, in the same parts and order. */
export const actionsIn = (place: MenuPlace) =>
  groups
    .map((part) => ({ ...part, rows: part.rows.filter((one) => one.menus?.includes(place) && one.when()) }))
    .filter(({ rows }) => rows.length > 0);

/** All keys of an action as a person reads them; the number pad's own are left out. */
export function keyNames(action: Action, mac = navigator.platform.startsWith("Mac")): string[] {
  const shown = action.keys.filter((key) => !key.startsWith("Numpad")).map((key) => keyText(key, mac));
  return [...new Set(shown)];
}

/** The first of them, for tooltips. */
export const keyName = (action: Action): string | null => keyNames(action)[0] ?? null;
