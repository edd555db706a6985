import { NumberField, Picker, PickerItem } from "@react-spectrum/s2";
import { useWindow } from "../../core/window";
import { messageFor, useSpeech } from "../../i18n";
import { grow } from "../wide";
import { Is } from "./SmallLeaves";
import { comparison, type Loose, numberOps } from "./tree";

interface BuyingGroupLeafProps {
  /** Asked of a person: is a member; else of an account: has such a group. */
  member: boolean;
  value: Loose;
  onChange: (value: Loose) => void;
}

const any = "\u0000any";

/** What a buying group must be like; all parts hold for the same group. */
export function BuyingGroupLeaf({ member, value, onChange }: BuyingGroupLeafProps) {
  const { t } = useSpeech();
  const references = useWindow((state) => state.start?.references);
  const without = (key: string) => {
    const { [key]: _dropped, ...rest } = value;
    return rest;
  };
  const put = (key: string, next: unknown) =>
    onChange(next === null ? without(key) : { ...value, [key]: next });
  return (
    <>
      <div className="leaf-line">
        <Is
          value={value}
          onChange={onChange}
          yes={t(member ? "group.member" : "group.has")}
          no={t(member ? "group.notMember" : "group.hasNot")}
        />
        <Picker
          aria-label={t("group.interest")}
          size="S"
          styles={grow}
          value={typeof value.solutionInterest === "string" ? value.solutionInterest : any}
          onChange={(key) => put("solutionInterest", key === any ? null : key)}
        >
          {[
            <PickerItem key={any} id={any}>
              {t("group.anyInterest")}
            </PickerItem>,
            ...(references?.solutionInterest ?? []).map(({ id, name }) => (
              <PickerItem key={id} id={id}>
                {name}
              </PickerItem>
            )),
          ]}
        </Picker>
      </div>
      <div className="leaf-line end">
        <Picker
          label={t("group.stage")}
          selectionMode="multiple"
          size="S"
          styles={grow}
          placeholder={t("group.any")}
          value={Array.isArray(value.stage) ? value.stage.map(String) : []}
          onChange={(keys) => put("stage", keys.length > 0 ? [...keys] : null)}
        >
          {(references?.stage ?? []).map(({ id, name }) => (
            <PickerItem key={id} id={id}>
              {name}
            </PickerItem>
          ))}
        </Picker>
        {member ? (
          <Picker
            label={t("group.role")}
            selectionMode="multiple"
            size="S"
            styles={grow}
            placeholder={t("group.any")}
            value={Array.isArray(value.role) ? value.role.map(String) : []}
            onChange={(keys) => put("role", keys.length > 0 ? [...keys] : null)}
          >
            {(references?.role ?? []).map(({ id, name }) => (
              <PickerItem key={id} id={id}>
                {name}
              </PickerItem>
            ))}
          </Picker>
        ) : null}
      </div>
      <Score
        label={t("group.completeness")}
        value={value.completeness}
        onChange={(next) => put("completeness", next)}
      />
      <Score
        label={t("group.engagement")}
        value={value.engagement}
        onChange={(next) => put("engagement", next)}
      />
      {member ? null : <People value={value.people} onChange={(next) => put("people", next)} />}
    </>
  );
}

interface ScoreProps {
  label: string;
  value: unknown;
  onChange: (value: Loose | null) => void;
}

function Score({ label, value, onChange }: ScoreProps) {
  const { t } = useSpeech();
  const now = comparison(value);
  return (
    <div className="leaf-line end">
      <Picker
        label={label}
        size="S"
        styles={grow}
        value={now?.op ?? any}
        onChange={(key) => onChange(key === any ? null : { [String(key)]: now?.number ?? 70 })}
      >
        {[
          <PickerItem key={any} id={any}>
            {t("group.any")}
          </PickerItem>,
          ...numberOps.map((op) => (
            <PickerItem key={op} id={op}>
              {t(messageFor("op", op) ?? "op.atLeast")}
            </PickerItem>
          )),
        ]}
      </Picker>
      {now && now.number !== null ? (
        <NumberField
          aria-label={t("group.scoreOf", { label })}
          size="S"
          styles={grow}
          minValue={0}
          maxValue={100}
          value={now.number}
          onChange={(next) => !Number.isNaN(next) && onChange({ [now.op]: next })}
        />
      ) : (
        <span className="grow" />
      )}
    </div>
  );
}

/** How many people hold a role in the group; further rows of the document stay as they are. */
function People({ value, onChange }: { value: unknown; onChange: (value: Loose[] | null) => void }) {
  const { t } = useSpeech();
  const roles = useWindow((state) => state.start?.references.role) ?? [];
  const rows = Array.isArray(value) ? (value as Loose[]) : [];
  const [first, ...rest] = rows;
  const op = ["atLeast", "atMost", "exactly"].find((one) => first && one in first) ?? "atLeast";
  const put = (next: Loose | null) => onChange(next ? [next, ...rest] : rest.length > 0 ? rest : null);
  return (
    <div className="leaf-line end">
      <Picker
        label={t("group.people")}
        size="S"
        styles={grow}
        value={first ? String(first.role) : any}
        onChange={(key) => put(key === any ? null : { role: String(key), [op]: Number(first?.[op] ?? 1) })}
      >
        {[
          <PickerItem key={any} id={any}>
            {t("group.anyPeople")}
          </PickerItem>,
          ...roles.map(({ id, name }) => (
            <PickerItem key={id} id={id}>
              {name}
            </PickerItem>
          )),
        ]}
      </Picker>
      {first ? (
        <NumberField
          label={t(messageFor("op", op) ?? "op.atLeast")}
          size="S"
          styles={grow}
          minValue={0}
          step={1}
          value={Number(first[op])}
          onChange={(next) => !Number.isNaN(next) && put({ role: first.role, [op]: next })}
        />
      ) : (
        <span className="grow" />
      )}
    </div>
  );
}
