import { ActionButton, Button, Text } from "@react-spectrum/s2";
import ChevronLeft from "@react-spectrum/s2/icons/ChevronLeft";
import { useEffect, useState } from "react";
import { host } from "../core/host";
import { show } from "../core/screen";
import { askTables, useTables } from "../core/tables";
import type { TableName } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";
import { ImportDialog } from "./ImportDialog";
import { RowsGrid } from "./RowsGrid";
import { SampleDialog } from "./SampleDialog";
import { askViews, offer, showTable, useData } from "./store";
import { TableTools } from "./TableTools";
import { useRows } from "./useRows";

const tables: TableName[] = ["accounts", "people", "activities"];
const endings = ["csv", "tsv", "txt", "xlsx", "parquet", "json", "jsonl", "ndjson"];

/** The records at hand, and the way to bring one's own. */
export function DataScreen() {
  const { t, number } = useSpeech();
  const looking = useData((state) => state.looking);
  const { edition, view } = useTables();
  const start = useWindow((state) => state.start);
  const counts = { accounts: start?.accounts, people: start?.people, activities: view?.activities };
  const dropping = useDrop();
  const rows = useRows(looking, edition);
  const [sampling, setSampling] = useState(false);
  useEffect(() => {
    void askTables();
    void askViews();
  }, []);
  return (
    <section className="data" aria-label={t("data.title")} data-testid="data">
      <header className="data-head">
        <ActionButton
          isQuiet
          size="S"
          aria-label={t("data.back")}
          data-testid="data-back"
          onPress={() => show("journey")}
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
              {counts[table] == null ? null : <small>{number(counts[table])}</small>}
            </button>
          ))}
        </fieldset>
        <Button variant="secondary" size="S" data-testid="sample" onPress={() => setSampling(true)}>
          <Text>{t("sample.open")}</Text>
        </Button>
        <Button
          variant="accent"
          size="S"
          data-testid="import"
          onPress={() => void host.chooseFiles(endings).then(offer)}
        >
          <Text>{t("import.choose")}</Text>
        </Button>
      </header>
      <TableTools looking={looking} head={rows.head} />
      <RowsGrid looking={looking} {...rows} />
      {dropping ? <div className="data-drop">{t("import.drop")}</div> : null}
      <ImportDialog />
      <SampleDialog open={sampling} close={() => setSampling(false)} />
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
