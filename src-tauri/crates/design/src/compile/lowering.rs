//! The state of a compile, and what kinds and actions ask of it.

use std::collections::HashMap;

use indexmap::{IndexMap, IndexSet};
use simulator::events::NAMES;
use simulator::program::{Action, Choice, Effect, Exit, ExitNumber, Node, Program, Span, Step};
use simulator::random::{hash, join};

use super::clock::clock;
use super::columns::Columns;
use super::{CompileError, Compiled, ExitOrigin, Origin};
use crate::actions;
use crate::condition::{Condition, FieldTest, Operand, Operator, Scalar};
use crate::journey::{Journey, JourneyKind};
use crate::names::On;
use crate::primitives::Id;
use crate::scenario::Scenario;
use crate::tables::Tables;
use crate::workspace::Workspace;

/// Collects the program while kinds and actions lower themselves.
pub struct Lowering<'a> {
    pub(crate) journey: &'a Journey,
    pub(crate) workspace: &'a Workspace,
    pub(super) tables: &'a Tables,
    pub(crate) scenario: &'a Scenario,
    pub(crate) program: Program,
    pub(super) origin: Origin,
    pub(super) accounts: Columns<'a>,
    pub(super) people: Columns<'a>,
    pub(super) tests: Vec<PendingTest>,
    pub(super) events: IndexSet<String>,
    pub(super) fields: IndexSet<Vec<(String, String)>>,
    pub(super) field_tests: Vec<Vec<FieldTest>>,
    pub(super) statuses: IndexSet<String>,
    /// The dynamic lists whose condition is being lowered.
    pub(super) inside: Vec<Id>,
    pub(super) zones: IndexMap<String, u16>,
    exits: IndexMap<(u32, Option<Id>), ExitNumber>,
    /// The node that is being lowered, the row of what ends there, and how many actions it has so far.
    node: u32,
    end: ExitNumber,
    place: u32,
}

/// A test whose codes are found when all texts of its column are known.
#[derive(Clone, PartialEq)]
pub(super) struct PendingTest {
    pub(super) on_people: bool,
    pub(super) column: u16,
    pub(super) rule: Rule,
}

#[derive(Clone, PartialEq)]
pub(super) enum Rule {
    Meets(Operator, Option<Operand>),
    /// Whether one of several values in a cell is one of the roles.
    HasRole {
        roles: Vec<String>,
        is: bool,
    },
    // What keeps an email from being sent.
    Unsubscribed,
    Suspended,
    SuspendedStatus,
    NoAddress,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(
        journey: &'a Journey,
        workspace: &'a Workspace,
        tables: &'a Tables,
        scenario: &'a Scenario,
    ) -> Result<Lowering<'a>, CompileError> {
        let mut at = Lowering {
            journey,
            workspace,
            tables,
            scenario,
            program: Program { same_status: vec![0], ..Program::default() },
            origin: Origin::default(),
            accounts: Columns::new(&tables.accounts),
            people: Columns::new(&tables.people),
            tests: Vec::new(),
            events: NAMES.iter().map(|&name| name.to_owned()).collect(),
            fields: IndexSet::from([Vec::new()]),
            field_tests: Vec::new(),
            statuses: IndexSet::from([String::new()]),
            inside: Vec::new(),
            zones: IndexMap::new(),
            exits: IndexMap::new(),
            node: 0,
            end: 0,
            place: 0,
        };
        let zone = scenario.zone();
        let days = scenario.days();
        at.calendar(&zone);
        at.program.clock = clock(&at.program.calendars[0], scenario.start().get(), days)?;
        at.program.persons = at.of_persons();
        at.program.seed = scenario.seed();
        at.program.email_deduplication = journey.settings.email_deduplication.or(false);
        at.assumptions();
        Ok(at)
    }

    /// Lowers every node; node 0 is the start, the others keep the order of the document.
    pub(super) fn nodes(&mut self) -> Result<(), CompileError> {
        let journey = self.journey;
        let is_start = |node: &&crate::journey::Node| node.kind.is_start();
        let start = journey.nodes.iter().find(is_start).ok_or(CompileError::NoStart)?;
        let others = journey.nodes.iter().filter(|node| node.id != start.id);
        let nodes: Vec<_> = std::iter::once(start).chain(others).collect();
        // Of two with one id the first counts, as everywhere.
        let numbers: HashMap<&Id, u32> =
            nodes.iter().enumerate().rev().map(|(at, node)| (&node.id, at as u32)).collect();
        let targets: HashMap<(&Id, Option<&Id>), &Id> =
            journey.edges.iter().rev().map(|edge| ((&edge.from, edge.path.get()), &edge.to)).collect();
        for (index, node) in nodes.iter().enumerate() {
            self.origin.nodes.push(node.id.clone());
            for exit in journey.exits(node) {
                let to = targets.get(&(&node.id, exit.path.as_ref())).copied();
                let number = to.and_then(|to| numbers.get(to).copied());
                self.add_exit(index as u32, &node.id, exit.path, number, to.cloned());
            }
        }
        for (index, node) in nodes.iter().enumerate() {
            self.node = index as u32;
            self.place = 0;
            let open = self.exits.get(&(self.node, None)).copied();
            let end = open.filter(|&exit| self.program.exits[exit as usize].target.is_none());
            let end = end.unwrap_or_else(|| self.add_exit(index as u32, &node.id, None, None, None));
            self.end = end;
            let step = match node.is_disabled().then(|| journey.way_by(node)) {
                // Its settings may be as wrong as they like.
                Some(by) => {
                    Step::Pass { exit: self.exit(by.and_then(|exit| exit.path).as_ref().map(Id::as_str)) }
                }
                None if node.kind.journeys().holds(journey.kind) => node.kind.lower(self)?,
                None => return Err(self.wrong_journey(node.kind.names().en)),
            };
            self.program.nodes.push(Node { step, end, key: hash(node.id.as_str().as_bytes()) });
        }
        self.entry()
    }

    fn add_exit(
        &mut self,
        node: u32,
        from: &Id,
        path: Option<Id>,
        target: Option<u32>,
        to: Option<Id>,
    ) -> ExitNumber {
        let number = self.program.exits.len() as ExitNumber;
        self.exits.entry((node, path.clone())).or_insert(number);
        self.program.exits.push(Exit { node, target });
        self.origin.exits.push(ExitOrigin { from: from.clone(), path, to });
        number
    }

    /// The row of an exit of the node that is being lowered.
    pub(crate) fn exit(&self, path: Option<&str>) -> ExitNumber {
        let path = path.and_then(Id::new);
        self.exits.get(&(self.node, path)).copied().unwrap_or_else(|| self.end())
    }

    /// The row of what ends at the node that is being lowered.
    pub(crate) fn end(&self) -> ExitNumber {
        self.end
    }

    /// Whether persons move through the journey, and not accounts.
    pub(crate) fn of_persons(&self) -> bool {
        self.journey.kind == JourneyKind::Person
    }

    /// The row of a path's exit in a person journey, where a split by people branches.
    pub(crate) fn person_exit(&mut self, path: &str) -> ExitNumber {
        let exit = self.exit(Some(path));
        self.origin.person_exits.push((self.node, path.to_owned(), exit));
        exit
    }

    fn wrong_journey(&self, what: &str) -> CompileError {
        let journey = if self.of_persons() { "a person journey" } else { "an account journey" };
        CompileError::WrongJourney { place: self.id().to_string(), what: format!("\"{what}\""), journey }
    }

    /// The id of the node that is being lowered.
    pub(crate) fn id(&self) -> &Id {
        &self.origin.nodes[self.node as usize]
    }

    pub(crate) fn missing(&self, what: &'static str) -> CompileError {
        CompileError::Missing { place: self.id().to_string(), what }
    }

    pub(crate) fn unknown(&self, kind: &'static str, id: impl ToString) -> CompileError {
        CompileError::Unknown { place: self.id().to_string(), kind, id: id.to_string() }
    }

    /// Lowers a list of actions of the present node; each has a place of its own in the draws.
    pub(crate) fn actions(&mut self, list: &[actions::Action]) -> Result<Span, CompileError> {
        let start = self.program.actions.len() as u32;
        for action in list {
            if self.of_persons() && action.on() == On::Accounts {
                return Err(self.wrong_journey(action.names().en));
            }
            let effect = action.lower(self)?;
            self.program.actions.push(Action { effect, place: self.place });
            self.place += 1;
        }
        Ok(start..self.program.actions.len() as u32)
    }

    /// Adds the paths of a split, next to one another.
    pub(crate) fn choices(&mut self, choices: Vec<Choice>) -> Span {
        let start = self.program.choices.len() as u32;
        self.program.choices.extend(choices);
        start..self.program.choices.len() as u32
    }

    /// The row for the persons on a path of a split by people.
    pub(crate) fn people_path(&mut self, path: &str) -> u32 {
        self.origin.people_paths.push((self.node, path.to_owned()));
        self.program.people_paths += 1;
        self.program.people_paths - 1
    }

    pub(crate) fn event(&mut self, name: &str) -> u16 {
        let known = self.events.get_index_of(name);
        known.unwrap_or_else(|| self.events.insert_full(name.to_owned()).0) as u16
    }

    /// The number of an event's fields.
    pub(crate) fn fields(&mut self, fields: &[(&str, &str)]) -> u32 {
        if fields.is_empty() {
            return 0;
        }
        let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        self.fields.insert_full(fields).0 as u32
    }

    /// The number of constraints on an event's fields; None where nothing is asked.
    pub(crate) fn field_test(&mut self, constraints: &[FieldTest]) -> Option<u32> {
        if constraints.is_empty() {
            return None;
        }
        self.field_tests.push(constraints.to_vec());
        Some(self.field_tests.len() as u32 - 1)
    }

    /// The number of a status text.
    pub(crate) fn status(&mut self, text: &str) -> u32 {
        let (number, new) = self.statuses.insert_full(text.trim().to_owned());
        if new {
            let lower = text.trim().to_lowercase();
            let same = self.statuses.iter().position(|other| other.to_lowercase() == lower);
            self.program.same_status.push(same.unwrap_or(number) as u32);
        }
        number as u32
    }

    /// The number that stands for a status text in comparisons, which don't look at case.
    pub(super) fn same_status(&mut self, text: &str) -> u32 {
        let number = self.status(text);
        self.program.same_status[number as usize]
    }

    /// Puts the population, the tests and the names together.
    pub(super) fn finish(mut self) -> Result<Compiled, CompileError> {
        self.program.industry = Some(self.accounts.number("accountOrganization.industry"));
        let revenue = self.accounts.number("accountOrganization.annualRevenue.amount");
        let population = self.population()?;
        if self.program.people.accounts_written.contains(&revenue) {
            let numbers = self.accounts.numbers(revenue);
            self.program.revenue_by_code = Some((revenue, numbers));
        }
        let test = |test: &PendingTest| {
            let columns = if test.on_people { &self.people } else { &self.accounts };
            test.rule.test(columns, test.column)
        };
        self.program.tests = self.tests.iter().map(test).collect();
        self.program.people.same_address = match self.program.people.address {
            Some(column) if self.program.email_deduplication => self.people.apart_from_case(column),
            _ => Vec::new(),
        };
        let people = &mut self.program.people;
        people.addresses_differ = people.same_address.is_empty()
            && people.address.is_some_and(|column| self.people.differs(column));
        let constraints = |tests: &Vec<FieldTest>, fields: &[(String, String)]| {
            tests.iter().all(|test| {
                let cell = fields.iter().find(|(key, _)| *key == test.field).map(|(_, value)| value.as_str());
                crate::compare::meets(cell, test.op, test.value.get())
            })
        };
        self.program.field_tests = self
            .field_tests
            .iter()
            .map(|tests| self.fields.iter().map(|fields| constraints(tests, fields)).collect())
            .collect();
        self.origin.events = self.events.into_iter().collect();
        self.origin.fields = self.fields.into_iter().collect();
        self.origin.statuses = self.statuses.into_iter().collect();
        self.origin.account_columns = self.accounts.origins();
        self.origin.person_columns = self.people.origins();
        Ok(Compiled { program: self.program, population, origin: self.origin })
    }

    /// A path of a split that asks a condition.
    pub(crate) fn condition_path(
        &mut self,
        id: &Id,
        condition: Option<&Condition>,
    ) -> Result<Choice, CompileError> {
        let condition = condition.ok_or_else(|| self.missing("a path's condition"))?;
        Ok(Choice {
            condition: self.condition(condition)?,
            exit: self.exit(Some(id.as_str())),
            ..Choice::default()
        })
    }

    /// Puts the account on a static list, or takes it off.
    pub(crate) fn set_list(&mut self, list: &Id, member: bool) -> Effect {
        let column = self.list_column(list);
        let written = &mut self.program.people.accounts_written;
        if !written.contains(&column) {
            written.push(column);
        }
        Effect::SetList { column, member }
    }

    pub(crate) fn set_account(&mut self, attribute: &str, value: Option<&Scalar>) -> Effect {
        let column = self.accounts.number(attribute.strip_prefix("account.").unwrap_or(attribute));
        let code = self.accounts.code(column, &text(value));
        let written = &mut self.program.people.accounts_written;
        if !written.contains(&column) {
            written.push(column);
        }
        Effect::SetAccount { column, code }
    }

    pub(crate) fn set_person(&mut self, attribute: &str, value: Option<&Scalar>) -> Effect {
        let column = self.people.number(attribute.strip_prefix("person.").unwrap_or(attribute));
        let code = self.people.code(column, &text(value));
        let written = &mut self.program.people.written;
        if !written.contains(&column) {
            written.push(column);
        }
        Effect::SetPerson { column, code }
    }

    /// What a node does at once before it goes on.
    pub(crate) fn pass(&self) -> Step {
        Step::Pass { exit: self.exit(None) }
    }
}

/// A value as a cell of a table.
fn text(value: Option<&Scalar>) -> String {
    match value {
        Some(Scalar::Text(text)) => text.clone(),
        Some(Scalar::Flag(flag)) => flag.to_string(),
        Some(Scalar::Number(number)) => serde_json::to_string(number).unwrap_or_default(),
        None => String::new(),
    }
}

/// The hash that names a thing of a kind in draws.
pub(super) fn key(kind: &str, id: &str) -> u64 {
    join(hash(kind.as_bytes()), hash(id.as_bytes()))
}
