import { ActionButton, Button, SearchField, Text } from "@react-spectrum/s2";
import ChevronLeft from "@react-spectrum/s2/icons/ChevronLeft";
import { useEffect, useState } from "react";
import { host } from "../core/host";
import type { TableName } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { ImportDialog } from "./ImportDialog";
import { RowsGrid } from "./RowsGrid";
import { look, offer, showData, showTable, useData } from "./store";

const tables: TableName[] = ["accounts", "people", "activities"];
const endings = ["csv", "tsv", "txt", "xlsx", "json", "jsonl", "ndjson"];

/** The records at hand, and the way to bring one's own. */
export function DataScreen() {
  const { t, number } = useSpeech();
  const { looking, edition } = useData();
  const start = useWindow((state) => state.start);
  const counts = { accounts: start?.accounts, people: start?.people, activities: undefined };
  const dropping = useDrop();
  return (
    <section className="data" aria-label={t("data.title")} data-testid="data">
      <header className="data-head">
        <ActionButton
          isQuiet
          size="S"
          aria-label={t("data.back")}
          data-testid="data-back"
          onPress={() => showData(false)}
        >
          <ChevronLeft />
        </ActionButton>
        <h2>{t("data.title")}</h2>
        <fieldset className="data-tables">
          <legend className="unseen">{t("data.table")}</legend>
          {tables.map((table) => (
            <button
              key={table}
              type="button"
              aria-pressed={looking.table === table}
              data-testid={`table-${table}`}
              onClick={() => showTable(table)}
            >
              {t(`data.${table}`)}
              {counts[table] === undefined ? null : <small>{number(counts[table])}</small>}
            </button>
          ))}
        </fieldset>
        <SearchField
          aria-label={t("data.search")}
          placeholder={t("data.search")}
          size="S"
          value={looking.search}
          onChange={(search) => look({ search })}
        />
        <Button
          variant="accent"
          size="S"
          data-testid="import"
          onPress={() => void host.chooseFiles(endings).then(offer)}
        >
          <Text>{t("import.choose")}</Text>
        </Button>
      </header>
      <RowsGrid looking={looking} edition={edition} />
      {dropping ? <div className="data-drop">{t("import.drop")}</div> : null}
      <ImportDialog />
    </section>
  );
}

/** Whether files are over the window; dropped ones are offered for an import. */
function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(
    () =>
      host.onDrop((dropped) => {
        setOver(dropped.state === "over");
        if (dropped.state === "dropped") offer(dropped.paths);
      }),
    [],
  );
  return over;
}
