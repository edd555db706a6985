import {
  ActionButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Picker,
  PickerItem,
  SearchField,
  Text,
} from "@react-spectrum/s2";
import Download from "@react-spectrum/s2/icons/Download";
import { useTables } from "../core/tables";
import { useWindow } from "../core/window";
import { useGive } from "../data/give";
import { InterestPicker } from "../forms/InterestPicker";
import { choice } from "../forms/wide";
import { useSpeech } from "../i18n";
import { GroupLines } from "./GroupLines";
import { GroupPane } from "./GroupPane";
import { everything, lookAt, useGroups } from "./store";
import { useGroupLines } from "./useGroupLines";

const any = "any";

/** The groups of the data at hand, and beside them the one that is open. */
export function GroupsList() {
  const { t, number } = useSpeech();
  const { looking, open } = useGroups();
  const edition = useTables((state) => state.edition);
  const { head, line } = useGroupLines(looking, edition);
  const rolesOf = useWindow((state) => state.start?.rolesOf) ?? {};
  const roles = [...new Set(Object.values(rolesOf).flat())];
  const give = useGive();
  const filtered = JSON.stringify({ ...looking, sort: null }) !== JSON.stringify(everything);
  return (
    <div className="groups-list" data-open={open !== null || undefined}>
      <div className="groups-main">
        <div className="groups-filters">
          <SearchField
            aria-label={t("groups.search")}
            placeholder={t("groups.search")}
            size="S"
            value={looking.search}
            onChange={(search) => lookAt({ search })}
          />
          <InterestPicker
            label={t("data.solutionInterest")}
            any={t("groups.anyInterest")}
            styles={choice}
            value={looking.solutionInterest ?? null}
            onChange={(solutionInterest) => lookAt({ solutionInterest })}
          />
          <Picker
            aria-label={t("groups.missing")}
            size="S"
            styles={choice}
            selectionMode="multiple"
            placeholder={t("groups.anyMissing")}
            value={looking.missing}
            onChange={(keys) => lookAt({ missing: [...keys].map(String) })}
          >
            {roles.map((role) => (
              <PickerItem key={role} id={role}>
                {role}
              </PickerItem>
            ))}
          </Picker>
          <Picker
            aria-label={t("groups.ready")}
            size="S"
            styles={choice}
            value={looking.ready === null ? any : looking.ready ? "yes" : "no"}
            onChange={(key) => lookAt({ ready: key === any ? null : key === "yes" })}
          >
            <PickerItem id={any}>{t("groups.anyReady")}</PickerItem>
            <PickerItem id="yes">{t("groups.isReady")}</PickerItem>
            <PickerItem id="no">{t("groups.notReady")}</PickerItem>
          </Picker>
          <span className="space" />
          <MenuTrigger>
            <ActionButton size="S" data-testid="groups-export" isDisabled={!head?.found}>
              <Download />
              <Text>{t("data.export")}</Text>
            </ActionButton>
            <Menu
              onAction={(key) => {
                const of = key === "companies" ? "companies" : "handoff";
                give({ of, looking }, key === "handoffXlsx" ? "xlsx" : "csv");
              }}
            >
              {(["handoffCsv", "handoffXlsx", "companies"] as const).map((id) => (
                <MenuItem key={id} id={id} textValue={t(`groups.export.${id}`)}>
                  <Text slot="label">{t(`groups.export.${id}`)}</Text>
                  <Text slot="description">{t(`groups.export.${id}.hint`)}</Text>
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        </div>
        <p className="groups-count figures" role="status">
          {head
            ? t("groups.found", { found: number(head.found), all: number(head.all), count: head.all })
            : ""}
          {filtered ? (
            <button
              type="button"
              className="link"
              onClick={() => lookAt({ ...everything, sort: looking.sort })}
            >
              {t("groups.clear")}
            </button>
          ) : null}
        </p>
        {!head ? null : head.all === 0 ? (
          <p className="data-none">{t("groups.empty")}</p>
        ) : head.found === 0 ? (
          <p className="data-none">{t("groups.notFound")}</p>
        ) : (
          <GroupLines found={head.found} line={line} />
        )}
      </div>
      {open ? <GroupPane key={`${open.interest} ${open.account}`} {...open} /> : null}
    </div>
  );
}
