import {
  ActionButton,
  AlertDialog,
  DialogContainer,
  Menu,
  MenuItem,
  MenuTrigger,
  SearchField,
  Text,
} from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import Delete from "@react-spectrum/s2/icons/Delete";
import Download from "@react-spectrum/s2/icons/Download";
import Filter from "@react-spectrum/s2/icons/Filter";
import Columns from "@react-spectrum/s2/icons/Visibility";
import { useState } from "react";
import { editTables } from "../core/tables";
import type { Condition, Looking, Rows } from "../core/types";
import { ConditionDialog } from "../forms/condition/ConditionDialog";
import { useConditionSentence } from "../forms/condition/sentence";
import { isBlank } from "../forms/condition/tree";
import { useSpeech } from "../i18n";
import { AddRowDialog } from "./AddRowDialog";
import { useGive } from "./give";
import { unmark } from "./marks";
import { useColumnName } from "./names";
import { hide, look, lookAtAll, useData } from "./store";

/** What can be done to the table that is shown: search, filter, choose columns, add, delete, give away. */
export function TableTools({ looking, head }: { looking: Looking; head: Rows | null }) {
  const { t, number } = useSpeech();
  const sentence = useConditionSentence();
  const name = useColumnName();
  const give = useGive();
  const hidden = useData((state) => state.hidden[looking.table]) ?? [];
  const active = useData((state) => state.active);
  const marked = useData((state) => state.marked);
  const chosen = marked.size > 0 ? [...marked] : active.key ? [active.key] : [];
  const [asking, setAsking] = useState<"filter" | "add" | "delete" | null>(null);
  const { table, condition } = looking;
  const on = table === "accounts" ? "accounts" : "people";
  const edited = table !== "activities";
  const columns = head?.columns ?? [];
  const filtered = looking.search !== "" || !isBlank(condition);
  const close = () => setAsking(null);
  return (
    <div className="table-tools">
      <div className="table-row">
        <SearchField
          aria-label={t("data.search")}
          placeholder={t("data.search")}
          size="S"
          value={looking.search}
          onChange={(search) => look({ search })}
        />
        <ActionButton size="S" data-testid="filter" onPress={() => setAsking("filter")}>
          <Filter />
          <Text>{t("data.filter")}</Text>
        </ActionButton>
        <MenuTrigger>
          <ActionButton size="S" data-testid="columns">
            <Columns />
            <Text>{t("data.columns")}</Text>
          </ActionButton>
          <Menu
            selectionMode="multiple"
            selectedKeys={columns.filter((column) => !hidden.includes(column))}
            onSelectionChange={(keys) => {
              const shown = keys === "all" ? columns : [...keys].map(String);
              // The first column names the rows, so it stays.
              hide(
                table,
                columns.slice(1).filter((column) => !shown.includes(column)),
              );
            }}
            disabledKeys={columns.slice(0, 1)}
          >
            {columns.map((column) => (
              <MenuItem key={column} id={column}>
                {name(table, column)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
        <MenuTrigger>
          <ActionButton size="S" data-testid="export-rows" isDisabled={!head?.found}>
            <Download />
            <Text>{t("data.export")}</Text>
          </ActionButton>
          <Menu
            onAction={(form) =>
              give(
                {
                  of: "rows",
                  looking,
                  columns: columns
                    .filter((column) => !hidden.includes(column))
                    .map((column) => ({ column, header: name(table, column) })),
                },
                form === "xlsx" ? "xlsx" : "csv",
              )
            }
          >
            <MenuItem id="csv">{t("data.exportCsv")}</MenuItem>
            <MenuItem id="xlsx">{t("data.exportXlsx")}</MenuItem>
          </Menu>
        </MenuTrigger>
        <span className="grow" />
        {edited ? (
          <>
            <ActionButton size="S" data-testid="add-row" onPress={() => setAsking("add")}>
              <Add />
              <Text>{t("data.addRow")}</Text>
            </ActionButton>
            <ActionButton
              size="S"
              data-testid="delete-row"
              isDisabled={chosen.length === 0}
              onPress={() => setAsking("delete")}
            >
              <Delete />
              <Text>{t("data.deleteRow")}</Text>
            </ActionButton>
          </>
        ) : null}
      </div>
      <p className="table-words figures" role="status">
        {head ? t("data.found", { found: number(head.found), all: number(head.all), count: head.all }) : ""}
        {isBlank(condition) ? null : <span className="table-filter">{sentence(condition)}</span>}
        {marked.size > 0 ? (
          <span data-testid="marked">
            {t("data.marked", { rows: number(marked.size), count: marked.size })}{" "}
            <button type="button" className="link" onClick={unmark}>
              {t("data.unmark")}
            </button>
          </span>
        ) : null}
        {filtered ? (
          <button type="button" className="link" onClick={lookAtAll}>
            {t("groups.clear")}
          </button>
        ) : null}
      </p>
      <DialogContainer onDismiss={close}>
        {asking === "filter" ? (
          <ConditionDialog
            plain
            title={t("data.filterTitle", { table: t(`data.${table}`) })}
            on={on}
            value={condition ?? undefined}
            onChange={(next: Condition) =>
              look(isBlank(next) ? { condition: undefined } : { condition: next })
            }
            close={close}
          />
        ) : asking === "delete" ? (
          <AlertDialog
            variant="destructive"
            title={
              chosen.length === 1
                ? t("records.delete", { name: chosen[0] ?? "" })
                : t("data.deleteRows", { rows: number(chosen.length) })
            }
            primaryActionLabel={t("dialog.delete.go")}
            cancelLabel={t("dialog.cancel")}
            onPrimaryAction={() => {
              void editTables({ do: "deleteRows", of: on, keys: chosen }).then((done) => done && unmark());
            }}
          >
            {t(table === "accounts" ? "data.deleteAccount" : "data.deletePerson", { count: chosen.length })}
          </AlertDialog>
        ) : asking === "add" ? (
          <AddRowDialog of={on} close={close} />
        ) : null}
      </DialogContainer>
    </div>
  );
}
