import type { Catalogue, TableName } from "../core/types";
import { useWindow } from "../core/window";
import { useSpeech } from "../i18n";

/** What a column is called: the attribute's name, or the name that it has in the file. */
export function useColumnName(): (table: TableName | "members", column: string) => string {
  const { t, text } = useSpeech();
  const catalogue = useWindow((state) => state.catalogue);
  return (table, column) => {
    if (column in own) return t(own[column as keyof typeof own]);
    const path = column.startsWith("account.")
      ? column
      : `${table === "accounts" ? "account" : "person"}.${column}`;
    const name = text(attribute(catalogue, path)?.name);
    return column.startsWith("account.")
      ? t("data.accountOf", { name })
      : name || column.replace(/^custom\./, "");
  };
}

function attribute(catalogue: Catalogue | null, path: string) {
  return catalogue?.attributes.find((attribute) => attribute.path === path);
}

/** Columns that are no attributes. */
const own = {
  "accountKey.sourceKey": "data.accountKey",
  "account.accountKey.sourceKey": "data.accountKey",
  "b2b.personKey.sourceKey": "data.personKey",
  "personComponents[0].sourceAccountKey.sourceKey": "data.accountKey",
  timestamp: "data.timestamp",
  eventType: "data.eventType",
  fields: "data.fields",
  solutionInterest: "data.solutionInterest",
  personKey: "data.personKey",
  role: "data.role",
  source: "data.source",
  removed: "data.removed",
  personRoles: "data.personRoles",
} as const;
