import { ActionButton, NumberField, Picker, PickerItem, Switch, Text } from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import CloseIcon from "@react-spectrum/s2/icons/Close";
import { useWindow } from "../../core/window";
import { messageFor, useSpeech } from "../../i18n";
import { ComparisonField } from "../ComparisonField";
import { InterestPicker } from "../InterestPicker";
import { ReferencesField, useRolesOf } from "../ReferenceField";
import { TextsField } from "../TextsField";
import { withKey } from "../triggers";
import { grow } from "../wide";
import { Is } from "./SmallLeaves";
import type { Loose } from "./tree";

interface BuyingGroupLeafProps {
  /** Asked of a person: is a member; else of an account: has such a group. */
  member: boolean;
  value: Loose;
  onChange: (value: Loose) => void;
}

/** What a buying group must be like; all parts hold for the same group. */
export function BuyingGroupLeaf({ member, value, onChange }: BuyingGroupLeafProps) {
  const { t } = useSpeech();
  const roles = useRolesOf(value.solutionInterest);
  const put = (key: string, next: unknown) => onChange(withKey(value, key, next));
  return (
    <>
      <div className="leaf-line">
        <Is
          value={value}
          onChange={onChange}
          yes={t(member ? "group.member" : "group.has")}
          no={t(member ? "group.notMember" : "group.hasNot")}
        />
        <InterestPicker
          label={t("group.interest")}
          any={t("group.anyInterest")}
          styles={grow}
          value={typeof value.solutionInterest === "string" ? value.solutionInterest : null}
          onChange={(id) => put("solutionInterest", id)}
        />
      </div>
      <div className="leaf-line end">
        {member ? (
          <div className="grow">
            <ReferencesField
              label={t("group.role")}
              to="role"
              among={roles}
              value={value.role}
              onChange={(next) => put("role", next)}
            />
          </div>
        ) : null}
        <div className="grow">
          <ReferencesField
            label={t("group.stage")}
            to="stage"
            value={value.stage}
            onChange={(next) => put("stage", next)}
          />
        </div>
        <div className="grow">
          <TextsField
            label={t("group.status")}
            value={value.status}
            onChange={(next) => put("status", next)}
          />
        </div>
      </div>
      <div className="leaf-line end">
        {(["completeness", "engagement"] as const).map((score) => (
          <div className="grow" key={score}>
            <ComparisonField
              label={t(`group.${score}`)}
              type="number"
              max={100}
              value={value[score]}
              onChange={(next) => put(score, next)}
            />
          </div>
        ))}
      </div>
      {member ? (
        <Switch
          size="S"
          isSelected={value.removed === true}
          onChange={(removed) => put("removed", removed ? true : null)}
        >
          {t("group.removed")}
        </Switch>
      ) : (
        <People roles={roles} value={value.people} onChange={(next) => put("people", next)} />
      )}
    </>
  );
}

interface PeopleProps {
  roles: string[] | undefined;
  value: unknown;
  onChange: (value: Loose[]) => void;
}

const counts = ["atLeast", "atMost", "exactly"];

/** How many people hold each of some roles in the group. */
function People({ roles: among, value, onChange }: PeopleProps) {
  const { t } = useSpeech();
  const all = useWindow((state) => state.start?.references.role) ?? [];
  const rows = Array.isArray(value) ? (value as Loose[]) : [];
  const roles = all.filter(({ id }) => !among || among.includes(id));
  const replace = (index: number, next: Loose) =>
    onChange(rows.map((row, place) => (place === index ? next : row)));
  return (
    <>
      {rows.map((row, index) => {
        const op = counts.find((one) => one in row) ?? "atLeast";
        const items = roles.some(({ id }) => id === row.role)
          ? roles
          : [...roles, { id: String(row.role), name: String(row.role) }];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids; their place is what they are.
          <div className="leaf-line end" key={index}>
            <Picker
              aria-label={t("group.people")}
              size="S"
              styles={grow}
              value={String(row.role)}
              onChange={(role) => replace(index, { ...row, role: String(role) })}
            >
              {items.map(({ id, name }) => (
                <PickerItem key={id} id={id}>
                  {name}
                </PickerItem>
              ))}
            </Picker>
            <Picker
              aria-label={t("condition.operator")}
              size="S"
              styles={grow}
              value={op}
              onChange={(next) => replace(index, { role: row.role, [String(next)]: row[op] ?? 1 })}
            >
              {counts.map((one) => (
                <PickerItem key={one} id={one}>
                  {t(messageFor("op", one) ?? "op.atLeast")}
                </PickerItem>
              ))}
            </Picker>
            <NumberField
              aria-label={t("group.count")}
              size="S"
              styles={grow}
              minValue={0}
              step={1}
              value={Number(row[op])}
              onChange={(next) => !Number.isNaN(next) && replace(index, { role: row.role, [op]: next })}
            />
            <ActionButton
              isQuiet
              size="S"
              aria-label={t("group.removePeople", { number: index + 1 })}
              onPress={() => onChange(rows.filter((_row, place) => place !== index))}
            >
              <CloseIcon />
            </ActionButton>
          </div>
        );
      })}
      <ActionButton
        size="S"
        isQuiet
        data-testid="add-people"
        isDisabled={roles.length === 0}
        onPress={() => onChange([...rows, { role: roles[0]?.id ?? "", atLeast: 1 }])}
      >
        <Add />
        <Text>{t("group.addPeople")}</Text>
      </ActionButton>
    </>
  );
}
