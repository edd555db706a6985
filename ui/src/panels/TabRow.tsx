import type { ReactNode } from "react";

interface TabRowProps<Id extends string> {
  /** What the tabs choose among. */
  label: string;
  tabs: { id: Id; name: string }[];
  chosen: Id;
  choose: (id: Id) => void;
}

/**
 * A row of tabs: one stop for the Tab key, arrows go from one to the next, Home and End to the first and the last. The
 * kit's panel looks through all that is inside whenever anything in it changes, and lays out the page for that; Live
 * changes it with every edit, so these are our own.
 */
export function TabRow<Id extends string>({ label, tabs, chosen, choose }: TabRowProps<Id>) {
  const turn = (event: React.KeyboardEvent) => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const tab = to === undefined ? undefined : tabs.at(to === tabs.length ? 0 : to);
    if (!tab) return;
    event.preventDefault();
    choose(tab.id);
    document.getElementById(`tab-${tab.id}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" tabIndex={-1} aria-label={label} onKeyDown={turn}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          className="tab"
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `panel-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          data-testid={`tab-${id}`}
          onClick={() => choose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** What the chosen tab shows. */
export function TabPanel({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div
      className="tab-panel"
      role="tabpanel"
      id={`panel-${id}`}
      aria-labelledby={`tab-${id}`}
      data-testid={`panel-${id}`}
    >
      {children}
    </div>
  );
}
