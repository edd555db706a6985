//! Conditions and triggers as flat code.

use simulator::population::Code;
use simulator::program::{
    Compare, GroupTest, History, MemberTest, Op, PeopleTest, Span, Test, Trigger as Lowered,
};

use super::columns::Columns;
use super::lowering::{PendingTest, Rule};
use super::{CompileError, Lowering};
use crate::compare::truth;
use crate::condition::{
    AttributeTest, Comparison, Condition, EventHistory, MatchedBuyingGroup, MemberOfBuyingGroup, Operand,
    Operator, PeopleInRole, Scalar,
};
use crate::names::On;
use crate::primitives::Id;
use crate::trigger::{GroupChange, MembershipChange, Trigger};
use crate::workspace::ListType;

impl Lowering<'_> {
    pub(crate) fn condition(&mut self, condition: &Condition) -> Result<Span, CompileError> {
        let start = self.program.code.len() as u32;
        self.emit(condition)?;
        Ok(start..self.program.code.len() as u32)
    }

    fn emit(&mut self, condition: &Condition) -> Result<(), CompileError> {
        let op = match condition {
            Condition::All(_) | Condition::Any(_) | Condition::None(_) | Condition::HasPerson(_) => {
                return self.emit_group(condition);
            }
            Condition::Attribute(test) => self.attribute(test),
            Condition::MatchedBuyingGroup(test) => Op::Group(Box::new(self.group_test(test))),
            Condition::MemberOfBuyingGroup(test) => Op::Member(Box::new(self.member_test(test))),
            Condition::EventHistory(history) => self.history(history),
            Condition::MemberOfAccountList(test) => return self.list(&test.list, test.is.or(true)),
            Condition::RoleInAccount(test) => {
                let column = self.people.number("personRoles");
                let rule = Rule::HasRole { roles: test.role.clone(), is: test.is.or(true) };
                Op::Person { test: self.test(true, column, rule) }
            }
        };
        self.program.code.push(op);
        Ok(())
    }

    fn emit_group(&mut self, condition: &Condition) -> Result<(), CompileError> {
        // A group of one part says no more than the part.
        if let Condition::All(parts) | Condition::Any(parts) = condition
            && let [only] = parts.as_slice()
        {
            return self.emit(only);
        }
        let at = self.program.code.len();
        self.program.code.push(Op::All { end: 0 });
        for part in condition.parts() {
            self.emit(part)?;
        }
        let end = self.program.code.len() as u32;
        self.program.code[at] = match condition {
            Condition::Any(_) => Op::Any { end },
            Condition::None(_) => Op::None { end },
            Condition::HasPerson(_) => Op::HasPerson { end },
            _ => Op::All { end },
        };
        Ok(())
    }

    fn attribute(&mut self, test: &AttributeTest) -> Op {
        if test.attribute == "person.engagementScore" {
            return Op::EngagementScore { compare: comparing_score(test.op, test.value.get()) };
        }
        let rule = Rule::Meets(test.op, test.value.get().cloned());
        match test.attribute.strip_prefix("account.") {
            Some(name) => {
                let column = self.accounts.number(name);
                Op::Account { test: self.test(false, column, rule) }
            }
            None => {
                let name = test.attribute.strip_prefix("person.").unwrap_or(&test.attribute);
                let column = self.people.number(name);
                Op::Person { test: self.test(true, column, rule) }
            }
        }
    }

    pub(super) fn test(&mut self, on_people: bool, column: u16, rule: Rule) -> u32 {
        let test = PendingTest { on_people, column, rule };
        let known = self.tests.iter().position(|other| *other == test);
        known.unwrap_or_else(|| {
            self.tests.push(test);
            self.tests.len() - 1
        }) as u32
    }

    fn history(&mut self, history: &EventHistory) -> Op {
        let event = self.event(&history.event_type);
        let remembered = &mut self.program.remembered;
        remembered.resize(remembered.len().max(usize::from(event) + 1), false);
        remembered[usize::from(event)] = true;
        Op::History(History {
            event: Some(event),
            within: history.within_days.get().map(|days| (i64::from(*days) * 1440).min(1_000_000_000) as i32),
            at_least: history.at_least.or(1),
            inactive: history.inactive.or(false),
            fields: self.field_test(history.constraints.items()),
        })
    }

    fn list(&mut self, id: &Id, is: bool) -> Result<(), CompileError> {
        let lists = self.workspace.account_lists.items();
        let Some(list) = lists.iter().find(|list| list.id == *id) else {
            return Err(self.unknown_anywhere("account list", id));
        };
        if list.r#type == ListType::Dynamic {
            // A list that asks for itself has no members by that way.
            let asked = list.condition.get().filter(|_| !self.inside.contains(id));
            let members = asked.cloned().unwrap_or(Condition::Any(Vec::new()));
            self.inside.push(id.clone());
            // Accounts are on lists: a person is by being of one.
            self.program.code.push(Op::OfAccount);
            let emitted = self.emit(&if is { members } else { Condition::None(vec![members]) });
            self.inside.pop();
            return emitted;
        }
        let column = self.list_column(id);
        let op = if is { Operator::IsNotEmpty } else { Operator::IsEmpty };
        let test = self.test(false, column, Rule::Meets(op, None));
        self.program.code.push(Op::Account { test });
        Ok(())
    }

    /// The column that says who is on a static list.
    pub(crate) fn list_column(&mut self, id: &Id) -> u16 {
        let tables = self.tables;
        let list = self.workspace.account_lists.items().iter().find(|list| list.id == *id);
        self.accounts.made(&format!("list:{id}"), || {
            let members: std::collections::HashSet<&str> =
                list.iter().flat_map(|list| list.members.items()).map(String::as_str).collect();
            let keys = tables.accounts.column("accountKey.sourceKey");
            let on_list = |row| keys.and_then(|keys| keys.get(row)).is_some_and(|key| members.contains(key));
            (0..tables.accounts.rows()).map(|row| Code::from(on_list(row))).collect()
        })
    }

    /// What admits accounts: a named audience, or a list.
    pub(crate) fn audience(&mut self, id: &Id) -> Result<Span, CompileError> {
        let audience = self.workspace.audiences.items().iter().find(|audience| audience.id == *id);
        let Some(audience) = audience else { return Err(self.unknown_anywhere("audience", id)) };
        let condition = audience.condition.get().cloned().unwrap_or_default();
        self.condition(&condition)
    }

    pub(crate) fn list_members(&mut self, id: &Id) -> Result<Span, CompileError> {
        let start = self.program.code.len() as u32;
        self.list(id, true)?;
        Ok(start..self.program.code.len() as u32)
    }

    pub(super) fn unknown_anywhere(&self, kind: &'static str, id: &Id) -> CompileError {
        CompileError::Unknown { place: "the journey".into(), kind, id: id.to_string() }
    }

    fn group_test(&mut self, test: &MatchedBuyingGroup) -> GroupTest {
        let people = test.people.items().iter().map(|people| self.people_test(people)).collect();
        GroupTest {
            negate: !test.is.or(true),
            stages: test.stage.get().map(|stages| self.stage_numbers(stages)),
            statuses: test
                .status
                .get()
                .map(|texts| texts.iter().map(|text| self.same_status(text)).collect()),
            engagement: test.engagement.get().map(comparing),
            completeness: test.completeness.get().map(comparing),
            people,
            ..self.which_group(test.solution_interest.get())
        }
    }

    fn member_test(&mut self, test: &MemberOfBuyingGroup) -> MemberTest {
        let of = GroupTest {
            negate: !test.is.or(true),
            stages: test.stage.get().map(|stages| self.stage_numbers(stages)),
            statuses: test
                .status
                .get()
                .map(|texts| texts.iter().map(|text| self.same_status(text)).collect()),
            engagement: test.engagement.get().map(comparing),
            completeness: test.completeness.get().map(comparing),
            ..self.which_group(test.solution_interest.get())
        };
        let cards = test.role.get().map(|roles| {
            let of_group = |group: usize| {
                let card = |role: &String| self.card(group as u16, role);
                roles.iter().filter_map(card).collect()
            };
            (0..self.origin.groups.len()).map(of_group).collect()
        });
        MemberTest { of, cards, removed: test.removed.or(false) }
    }

    fn which_group(&self, id: Option<&Id>) -> GroupTest {
        let group = id.map(|id| self.group(id));
        GroupTest { group: group.flatten(), nothing: group == Some(None), ..GroupTest::default() }
    }

    fn people_test(&self, people: &PeopleInRole) -> PeopleTest {
        let groups = 0..self.origin.groups.len() as u16;
        let exactly = people.exactly.get().copied();
        PeopleTest {
            cards: groups.map(|group| self.card(group, &people.role)).collect(),
            at_least: exactly.or(people.at_least.get().copied()).unwrap_or(0),
            at_most: exactly.or(people.at_most.get().copied()).unwrap_or(u32::MAX),
        }
    }

    fn stage_numbers(&self, stages: &[Id]) -> Vec<u16> {
        stages.iter().filter_map(|stage| self.stage(stage)).collect()
    }

    /// What a listen waits for, or what admits persons.
    pub(crate) fn triggers(&mut self, triggers: &[Trigger]) -> Result<Span, CompileError> {
        let lowered = triggers.iter().map(|trigger| self.trigger(trigger)).collect::<Result<Vec<_>, _>>()?;
        let start = self.program.triggers.len() as u32;
        self.program.triggers.extend(lowered);
        Ok(start..self.program.triggers.len() as u32)
    }

    /// What only the account's own actions change never happens while it listens.
    fn trigger(&mut self, trigger: &Trigger) -> Result<Lowered, CompileError> {
        let filter = match trigger.filter.get() {
            Some(filter) => self.condition(filter)?,
            None => 0..0,
        };
        let group = match trigger.solution_interest.get() {
            Some(id) => match self.group(id) {
                Some(group) => Some(group),
                None => return Ok(Lowered::Never),
            },
            None => None,
        };
        if let Some(name) = trigger.event.get() {
            let event = self.event(name);
            let fields = self.field_test(trigger.constraints.items());
            return Ok(Lowered::Event { event, fields, filter });
        }
        if let Some(membership) = trigger.membership.get() {
            let mut cards = Vec::new();
            for group in 0..self.origin.groups.len() as u16 {
                let roles = trigger.role.items().iter();
                cards.extend(roles.filter_map(|role| Some((group, self.card(group, role)?))));
            }
            return Ok(Lowered::Membership {
                removed: *membership == MembershipChange::Removed,
                group,
                cards,
                any_card: !trigger.role.is_given(),
                filter,
            });
        }
        if let (On::People, Some(attribute)) = (trigger.on, trigger.attribute.get()) {
            let column = self.people.number(attribute.strip_prefix("person.").unwrap_or(attribute));
            let test = trigger.to.get().map(|to| {
                let rule = Rule::Meets(to.operator(), Some(to.operand().clone()));
                self.test(true, column, rule)
            });
            return Ok(Lowered::PersonAttribute { column, test, filter });
        }
        Ok(match trigger.change.get() {
            Some(change @ (GroupChange::Completeness | GroupChange::Engagement)) => Lowered::Score {
                completeness: *change == GroupChange::Completeness,
                group,
                from: trigger.from.get().map(comparing),
                to: trigger.to.get().map(comparing),
            },
            _ => Lowered::Never,
        })
    }
}

impl Rule {
    pub(super) fn test(&self, columns: &Columns<'_>, column: u16) -> Test {
        match self {
            Rule::Meets(op, operand) => columns.test(column, *op, operand.as_ref()),
            Rule::HasRole { roles, is } => columns.test_by(column, |text| {
                let mut held = text.unwrap_or_default().split('|').map(str::trim);
                held.any(|held| roles.iter().any(|role| role == held)) == *is
            }),
            Rule::Unsubscribed => {
                columns.test_by(column, |text| text.is_some_and(|text| text.eq_ignore_ascii_case("n")))
            }
            Rule::Suspended => columns.test_by(column, |text| text.and_then(truth) == Some(true)),
            Rule::SuspendedStatus => columns.test_by(column, |text| {
                let status = text.map(str::to_lowercase);
                status.is_some_and(|s| matches!(s.as_str(), "suspended" | "blocked" | "blacklisted" | "true"))
            }),
            Rule::NoAddress => columns.test_by(column, |text| !text.is_some_and(is_address)),
        }
    }
}

/// Whether a text has the form x@y.z. Bytes will do: nothing that is looked for is a part of another character.
fn is_address(text: &str) -> bool {
    let Some(at) = text.bytes().position(|byte| byte == b'@') else { return false };
    let domain = &text.as_bytes()[at + 1..];
    let dotted = domain.iter().position(|&byte| byte == b'.').is_some_and(|dot| dot > 0);
    let closed = at > 0 && domain.last() != Some(&b'.');
    // All bytes are looked at, many at once, which is faster than to look for the first.
    let ats = domain.iter().fold(false, |any, &byte| any | (byte == b'@'));
    let blanks = text.bytes().fold(false, |any, byte| any | byte.is_ascii_whitespace());
    closed && dotted && !ats && !blanks
}

/// A comparison of a score.
pub(crate) fn comparing(comparison: &Comparison) -> Compare {
    comparing_score(comparison.operator(), Some(comparison.operand()))
}

pub(crate) fn comparing_score(op: Operator, operand: Option<&Operand>) -> Compare {
    let number = |value: &Scalar| match value {
        Scalar::Number(number) => Some(number.get()),
        Scalar::Text(text) => crate::compare::number(text.trim()),
        Scalar::Flag(_) => None,
    };
    let values: Vec<f64> = operand.map_or(&[][..], Operand::values).iter().filter_map(number).collect();
    match (op, values.as_slice()) {
        (Operator::IsNotEmpty, _) => Compare::AtLeast(0.0),
        (Operator::Equals | Operator::Is, &[x]) => Compare::Equals(x),
        (Operator::NotEquals | Operator::IsNot, &[x]) => Compare::NotEquals(x),
        (Operator::GreaterThan, &[x]) => Compare::GreaterThan(x),
        (Operator::AtLeast, &[x]) => Compare::AtLeast(x),
        (Operator::LessThan, &[x]) => Compare::LessThan(x),
        (Operator::AtMost, &[x]) => Compare::AtMost(x),
        (Operator::Between, &[low, high]) => Compare::Between(low, high),
        _ => Compare::Never,
    }
}
