//! What happened to one account, as lines of JSON.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value, json};
use simulator::trace::{Happening, What};

use crate::compile::{ColumnOrigin, Compiled};
use crate::scenario::Scenario;
use crate::tables::{Table, Tables};

#[derive(Serialize)]
struct Line<'a> {
    minute: i32,
    at: String,
    what: &'static str,
    node: Option<&'a str>,
    person: Option<String>,
    detail: Map<String, Value>,
}

/// One line for each thing that happened to the account of a row, in order.
pub fn lines(
    compiled: &Compiled,
    tables: &Tables,
    scenario: &Scenario,
    row: usize,
    happenings: &[Happening],
) -> String {
    let zone = scenario.zone().get();
    let teller = Teller { compiled, tables, row, zone };
    let mut text = String::new();
    for happening in happenings {
        text.push_str(&serde_json::to_string(&teller.line(happening)).unwrap_or_default());
        text.push('\n');
    }
    text
}

pub(crate) struct Teller<'a> {
    pub(crate) compiled: &'a Compiled,
    pub(crate) tables: &'a Tables,
    pub(crate) row: usize,
    pub(crate) zone: TimeZone,
}

impl Teller<'_> {
    fn line(&self, happening: &Happening) -> Line<'_> {
        let (what, detail) = self.what(&happening.what);
        let detail = match detail {
            Value::Object(detail) => detail,
            _ => Map::new(),
        };
        Line {
            minute: happening.minute,
            at: self.at(happening.minute),
            what,
            node: happening.node.map(|node| self.compiled.origin.nodes[node as usize].as_str()),
            person: happening.person.map(|person| self.person(person)),
            detail,
        }
    }

    pub(crate) fn at(&self, minute: i32) -> String {
        let epoch = (self.compiled.program.calendars[0].origin + i64::from(minute)) * 60;
        let at = Timestamp::from_second(epoch)
            .unwrap_or(Timestamp::UNIX_EPOCH)
            .to_zoned_datetime(self.zone.clone());
        at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }

    pub(crate) fn account_key(&self) -> &str {
        self.tables.accounts.cell("accountKey.sourceKey", self.row).unwrap_or_default()
    }

    /// The key of a person; people found by advertising are numbered after the account's own.
    pub(crate) fn person(&self, person: u16) -> String {
        match self.person_row(person) {
            Some(row) => {
                self.tables.people.cell("b2b.personKey.sourceKey", row).unwrap_or_default().to_owned()
            }
            None => {
                let (from, to) = self.people();
                format!("{}~{}", self.account_key(), u32::from(person) - (to - from) + 1)
            }
        }
    }

    /// The row of a person in the table; None for those whom advertising found.
    pub(crate) fn person_row(&self, person: u16) -> Option<usize> {
        let (from, to) = self.people();
        let at = from + u32::from(person);
        (at < to).then(|| self.compiled.origin.row_of(at as usize))
    }

    /// Where the people of the account begin and end in the population.
    pub(crate) fn people(&self) -> (u32, u32) {
        let from = &self.compiled.population.people_from;
        (from[self.row], from[self.row + 1])
    }

    fn what(&self, what: &What) -> (&'static str, Value) {
        let origin = &self.compiled.origin;
        let interest = |group: u16| origin.groups[usize::from(group)].solution_interest.as_str();
        let role = |group: u16, card: u8| origin.groups[usize::from(group)].roles[usize::from(card)].as_str();
        let in_role = |group, card| json!({"solutionInterest": interest(group), "role": role(group, card)});
        match *what {
            What::Entered => ("entered", Value::Null),
            What::Left { exit } => {
                let exit = &origin.exits[exit as usize];
                ("left", json!({"exit": exit.path, "to": exit.to}))
            }
            What::Ended => ("ended", Value::Null),
            What::Event { event, fields } => {
                let fields = origin.fields[fields as usize].iter();
                let fields: Map<String, Value> = fields.map(|(k, v)| (k.clone(), v.clone().into())).collect();
                ("event", json!({"type": origin.events[usize::from(event)], "fields": fields}))
            }
            What::Suppressed { email } => ("suppressed", json!({"email": origin.emails[email as usize]})),
            What::Assigned { group, card } => ("assigned", in_role(group, card)),
            What::Removed { group, card } => ("removed", in_role(group, card)),
            What::Refused { group, card } => {
                let role = card.map(|card| role(group, card));
                ("refused", json!({"solutionInterest": interest(group), "role": role}))
            }
            What::StageRefused { group, from, to } => {
                let stage = |stage: Option<u16>| stage.map(|stage| &origin.stages[usize::from(stage)]);
                (
                    "refused",
                    json!({"solutionInterest": interest(group), "from": stage(from), "to": stage(to)}),
                )
            }
            What::NoGroup { group } => ("noGroup", json!({"solutionInterest": group.map(interest)})),
            What::Stage { group, from, to } => {
                let from = from.map(|from| &origin.stages[usize::from(from)]);
                let to = &origin.stages[usize::from(to)];
                ("stage", json!({"solutionInterest": interest(group), "from": from, "to": to}))
            }
            What::Status { group, from, to } => {
                let text = |status: u32| (status > 0).then(|| &origin.statuses[status as usize]);
                ("status", json!({"solutionInterest": interest(group), "from": text(from), "to": text(to)}))
            }
            What::PersonAttribute { column, code } => {
                let column = &origin.person_columns[usize::from(column)];
                let to = text_of(&self.tables.people, column, code);
                ("attribute", json!({"name": format!("person.{}", column.attribute), "to": to}))
            }
            What::AccountAttribute { column, code } => {
                let column = &origin.account_columns[usize::from(column)];
                let to = text_of(&self.tables.accounts, column, code);
                ("attribute", json!({"name": format!("account.{}", column.attribute), "to": to}))
            }
            What::List { column, added } => {
                let list = &origin.account_columns[usize::from(column)].attribute;
                let list = list.strip_prefix("list:").unwrap_or(list);
                (if added { "listAdded" } else { "listRemoved" }, json!({"list": list}))
            }
            What::Activated { destination } => {
                ("activated", json!({"destination": origin.destinations[usize::from(destination)]}))
            }
            What::Deactivated { destination } => {
                ("deactivated", json!({"destination": origin.destinations[usize::from(destination)]}))
            }
            What::Alert => ("alert", Value::Null),
            What::NewPerson { role, title, .. } => {
                let role = role.map(|role| &origin.roles[usize::from(role)]);
                let title_column = self.compiled.program.people.title.map(|column| {
                    text_of(&self.tables.people, &origin.person_columns[usize::from(column)], title)
                });
                ("newPerson", json!({"role": role, "jobTitle": title_column.flatten()}))
            }
            What::Ready { group } => ("ready", json!({"solutionInterest": interest(group)})),
        }
    }
}

/// The text of a code of a column, whether a table has it or the journey.
pub(crate) fn text_of(table: &Table, column: &ColumnOrigin, code: u32) -> Option<String> {
    match code.checked_sub(column.first_added) {
        Some(added) => column.added.get(added as usize).cloned(),
        None => table.column(&column.attribute).and_then(|column| column.text(code)).map(str::to_owned),
    }
}
