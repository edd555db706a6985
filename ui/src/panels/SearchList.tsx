import type { ReactNode } from "react";
import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  SearchField,
  useFilter,
} from "react-aria-components";
import { Search } from "./glyphs";

export interface Item {
  id: string;
  name: string;
  hint?: string;
  icon?: ReactNode;
  /** Keys that do the same. */
  keys?: string | null;
  take: () => void;
}

export interface ItemGroup {
  id: string;
  name: string;
  items: Item[];
}

interface SearchListProps {
  title: string;
  search: string;
  nothing: string;
  groups: ItemGroup[];
}

/** A search field over a list in groups: typing narrows, arrows choose, Enter takes. */
export function SearchList({ title, search, nothing, groups }: SearchListProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <Autocomplete filter={contains}>
      <SearchField autoFocus aria-label={search} className="insert-search">
        <Search />
        <Input placeholder={search} />
      </SearchField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list's focus is virtual, so what scrolls takes the keys. */}
      <section className="insert-list" aria-label={title} tabIndex={0}>
        <Menu aria-label={title} renderEmptyState={() => <p className="hint">{nothing}</p>}>
          {groups.map((group) => (
            <MenuSection key={group.id} id={group.id}>
              <Header>{group.name}</Header>
              {group.items.map((item) => (
                <MenuItem
                  key={item.id}
                  id={item.id}
                  textValue={item.name}
                  className="insert-item"
                  data-choice={item.id}
                  onAction={item.take}
                >
                  {item.icon}
                  <span className="insert-words">
                    <b>{item.name}</b>
                    {item.hint ? <span>{item.hint}</span> : null}
                  </span>
                  {item.keys ? <kbd>{item.keys}</kbd> : null}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </section>
    </Autocomplete>
  );
}
