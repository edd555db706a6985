import {
  ActionButton,
  ActionMenu,
  Header,
  Heading,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Text,
} from "@react-spectrum/s2";
import Add from "@react-spectrum/s2/icons/Add";
import Close from "@react-spectrum/s2/icons/Close";
import { useEffect, useState } from "react";
import * as api from "../core/api";
import { useDesk } from "../core/desk";
import { complain } from "../core/failures";
import { editTables, useTables } from "../core/tables";
import type { GroupDetail, GroupMember } from "../core/types";
import { useSpeech } from "../i18n";
import { useNames } from "../panels/names";
import { useGroups } from "./store";

/** One group: its members by role, who is missing, and who of the account is outside. */
export function GroupPane({ interest, account }: { interest: string; account: string }) {
  const { t, number, score } = useSpeech();
  const names = useNames();
  const edition = useTables((state) => state.edition);
  const revision = useDesk((state) => state.view?.revision);
  const [detail, setDetail] = useState<GroupDetail | null>(null);
  const close = () => useGroups.setState({ open: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tables and another workspace make another group.
  useEffect(() => {
    let wanted = true;
    api.group(interest, account).then((found) => {
      if (!wanted) return;
      if (found) setDetail(found);
      else close();
    }, complain);
    return () => {
      wanted = false;
    };
  }, [interest, account, edition, revision]);
  if (!detail) return <aside className="group-pane" aria-busy="true" aria-label={t("groups.group")} />;
  const { line, cards, removed, others } = detail;
  const roles = cards.map(({ role }) => role);
  const put = (person: string, role: string, gone = false) =>
    void editTables({ do: "setMember", solutionInterest: interest, person, role, removed: gone });
  const forget = (person: string) =>
    void editTables({ do: "forgetMember", solutionInterest: interest, person });
  const act = (member: GroupMember, key: string) => {
    if (key === "remove" && member.role) put(member.person, member.role, true);
    else if (key === "forget") forget(member.person);
    else put(member.person, key.slice("role:".length));
  };
  return (
    <aside className="group-pane" aria-label={t("groups.group")} data-testid="group-pane">
      <header>
        <div>
          <h3>{line.name}</h3>
          <p className="hint">{names.reference("solutionInterest", line.solutionInterest)}</p>
        </div>
        <ActionButton isQuiet size="S" aria-label={t("groups.close")} onPress={close}>
          <Close />
        </ActionButton>
      </header>
      <dl className="group-figures figures">
        <div>
          <dt>{t("groups.column.completeness")}</dt>
          <dd>{score(line.completeness)}</dd>
        </div>
        <div>
          <dt>{t("groups.column.engagement")}</dt>
          <dd>{number(line.engagement)}</dd>
        </div>
        <div>
          <dt>{t("groups.column.stage")}</dt>
          <dd>{line.stage ? names.reference("stage", line.stage) : "–"}</dd>
        </div>
        <div>
          <dt>{t("groups.ready")}</dt>
          <dd>{t(line.ready ? "groups.isReady" : "groups.notReady")}</dd>
        </div>
      </dl>
      {cards.map((card) => (
        <section key={card.role} className="group-role" data-role={card.role} aria-label={card.role}>
          <h4>
            <span>{card.role}</span>
            <span className="figures" data-lacking={(card.required && card.completeness < 100) || undefined}>
              {t(card.required ? "groups.ofRequired" : "groups.ofOptional", {
                members: number(card.members.length),
                required: number(card.membersRequired),
              })}
            </span>
          </h4>
          <ul className="members">
            {card.members.map((member) => (
              <Member key={member.person} member={member} roles={roles} act={act} />
            ))}
          </ul>
          {card.members.length === 0 ? (
            <p className="hint">{t(card.required ? "groups.nobodyYet" : "groups.nobody")}</p>
          ) : null}
        </section>
      ))}
      {removed.length > 0 ? (
        <section className="group-role" aria-label={t("groups.removed")}>
          <h4>{t("groups.removed")}</h4>
          <ul className="members">
            {removed.map((member) => (
              <Member key={member.person} member={member} roles={roles} act={act} gone />
            ))}
          </ul>
        </section>
      ) : null}
      <section className="group-role" aria-label={t("groups.others")}>
        <h4>{t("groups.others")}</h4>
        {others.length === 0 ? <p className="hint">{t("groups.noOthers")}</p> : null}
        <ul className="members">
          {others.map((member) => (
            <li key={member.person} className="member" data-person={member.person}>
              <Who member={member} />
              <MenuTrigger>
                <ActionButton isQuiet size="S" aria-label={t("groups.addOf", { name: member.name })}>
                  <Add />
                </ActionButton>
                <Menu onAction={(role) => put(member.person, String(role))}>
                  {roles.map((role) => (
                    <MenuItem key={role} id={role}>
                      {t("groups.addAs", { role })}
                    </MenuItem>
                  ))}
                </Menu>
              </MenuTrigger>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

interface MemberProps {
  member: GroupMember;
  roles: string[];
  act: (member: GroupMember, key: string) => void;
  gone?: boolean;
}

function Member({ member, roles, act, gone }: MemberProps) {
  const { t } = useSpeech();
  return (
    <li className="member" data-person={member.person}>
      <Who member={member} />
      <ActionMenu
        isQuiet
        size="S"
        menuSize="S"
        aria-label={t("journeys.more", { name: member.name })}
        onAction={(key) => act(member, String(key))}
      >
        <MenuSection>
          <Header>
            <Heading>{t("groups.role")}</Heading>
          </Header>
          {roles
            .filter((role) => gone || role !== member.role)
            .map((role) => (
              <MenuItem key={role} id={`role:${role}`}>
                <Text slot="label">{role}</Text>
              </MenuItem>
            ))}
        </MenuSection>
        <MenuSection>
          {gone ? null : <MenuItem id="remove">{t("groups.remove")}</MenuItem>}
          {member.source === "system" ? null : <MenuItem id="forget">{t("groups.forget")}</MenuItem>}
        </MenuSection>
      </ActionMenu>
    </li>
  );
}

function Who({ member }: { member: GroupMember }) {
  const { t, number } = useSpeech();
  return (
    <div className="who">
      <b>{member.name}</b>
      <small>{[member.title, member.email].filter(Boolean).join(" · ")}</small>
      <small className="figures">
        {member.source ? `${t(`source.${member.source}`)} · ` : ""}
        {t("groups.score", { score: number(member.score) })}
      </small>
    </div>
  );
}
