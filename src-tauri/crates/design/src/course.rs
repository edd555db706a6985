//! The course of one account, told in the sentences of stories, with how its buying groups filled meanwhile.

mod ending;
mod passing;
mod together;

use jiff::tz::TimeZone;
use serde::Serialize;
use simulator::trace::{Happening, What};
use ts_rs::TS;

use crate::behind::AccountLine;
use crate::compile::Compiled;
use crate::journey::Journey;
use crate::matching::{account_name, person_name};
use crate::primitives::{Id, Text};
use crate::scenario::Scenario;
use crate::story::{PERSON, Teller as Writer};
use crate::tables::Tables;
use crate::trace::Teller;
use crate::workspace::Workspace;

use passing::Seen;
use together::Together;

/// The course of one account in a replication.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Story {
    /// The account's key.
    pub account: String,
    pub name: String,
    /// Everybody who takes part, by key; those whom advertising finds come last.
    pub people: Vec<StoryPerson>,
    pub groups: Vec<StoryGroup>,
    pub happenings: Vec<Happened>,
    /// How it stands at the horizon and why, in sentences.
    pub ending: Vec<Text>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoryPerson {
    pub person: String,
    pub name: Text,
    pub title: Option<String>,
    /// Whether advertising found the person.
    pub found: bool,
}

/// A buying group as it was at the start; the happenings say what changes.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryGroup {
    pub solution_interest: Id,
    /// In the order of the cards.
    pub roles: Vec<StoryRole>,
    /// Members given with the data.
    pub members: Vec<StoryMember>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StoryRole {
    pub role: String,
    pub required: bool,
    pub members_required: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoryMember {
    pub role: String,
    /// The person's key.
    pub person: String,
}

/// Something that happened, in a sentence.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Happened {
    /// Minutes from the start of the run.
    pub minute: i32,
    /// Days from the start of the run, by the scenario's midnights.
    pub day: u32,
    /// ISO 8601, in the scenario's zone.
    pub at: String,
    pub what: HappenedSort,
    /// The step at which it happened, or that it comes to.
    pub node: Option<Id>,
    /// The key of the person.
    pub person: Option<String>,
    pub sentence: Text,
    pub member: Option<MemberChange>,
}

/// What sort of thing happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum HappenedSort {
    /// It comes to a step, or leaves by a named path.
    Step,
    /// It ends its way through the journey.
    End,
    /// Somebody does or gets something.
    Activity,
    /// A buying group changes.
    Group,
    /// Somebody new is found.
    Person,
    /// A buying group is sales-ready.
    Ready,
    /// Something else is set, listed, switched or told.
    Other,
    /// Something was not done.
    Refused,
}

/// Somebody gets a role, or loses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MemberChange {
    pub solution_interest: Id,
    pub role: String,
    pub person: String,
    pub added: bool,
}

/// What a story is told of.
pub struct Setting<'a> {
    pub compiled: &'a Compiled,
    pub journey: &'a Journey,
    pub workspace: &'a Workspace,
    pub tables: &'a Tables,
    pub scenario: &'a Scenario,
    /// The account's row in the table.
    pub row: usize,
    /// How the account stands at the horizon.
    pub line: &'a AccountLine,
}

/// Tells what happened to the account. Ads that are shown and pages that are looked at are counted, and told before
/// the next thing of another sort; a message is told once for all who get it.
pub fn story(of: &Setting<'_>, happenings: &[Happening]) -> Story {
    let mut narrator = Narrator::new(of, happenings);
    let mut told = narrator.at_first();
    let (mut seen, mut together) = (Seen::default(), Together::default());
    for happening in happenings {
        if together.are_over(happening) {
            told.extend(together.told(&narrator));
        }
        if seen.counts(&narrator, happening) {
            continue;
        }
        told.extend(seen.told(&narrator));
        if together.gather(&narrator, happening) {
            continue;
        }
        told.extend(together.told(&narrator));
        told.extend(narrator.tell(happening));
    }
    told.extend(together.told(&narrator));
    told.extend(seen.told(&narrator));
    Story {
        account: narrator.teller.account_key().to_owned(),
        name: account_name(of.tables, of.row),
        people: narrator.cast(),
        groups: narrator.groups(),
        happenings: told,
        ending: narrator.ending(of.line),
    }
}

struct Narrator<'a> {
    of: &'a Setting<'a>,
    teller: Teller<'a>,
    writer: Writer<'a>,
    /// By place among the account's people: the title under which advertising found the person.
    found: Vec<(u16, Option<String>)>,
    /// In which groups the account has a group, so that no other is told of.
    exists: Vec<bool>,
}

impl<'a> Narrator<'a> {
    fn new(of: &'a Setting<'a>, happenings: &[Happening]) -> Narrator<'a> {
        let Setting { compiled, journey, workspace, tables, scenario, row, .. } = *of;
        let zone: TimeZone = scenario.zone().get();
        let teller = Teller { compiled, tables, row, zone };
        let title = |code| {
            let column = compiled.program.people.title?;
            crate::trace::text_of(&tables.people, &compiled.origin.person_columns[usize::from(column)], code)
        };
        let found = happenings.iter().filter_map(|happening| match happening.what {
            What::NewPerson { title: code, .. } => Some((happening.person?, title(code))),
            _ => None,
        });
        let found = found.collect();
        let mut exists = vec![false; compiled.origin.groups.len()];
        for happening in happenings {
            match happening.what {
                What::Assigned { group, .. } | What::Ready { group } | What::Stage { group, .. } => {
                    exists[usize::from(group)] = true;
                }
                _ => {}
            }
        }
        for member in narrated_members(compiled, row) {
            exists[usize::from(member.group)] = true;
        }
        let writer = Writer::new(compiled, journey, workspace, tables);
        Narrator { of, teller, writer, found, exists }
    }

    fn day(&self, minute: i32) -> u32 {
        self.of.compiled.program.clock.day_of(minute) as u32
    }

    fn node(&self, node: Option<u32>) -> Option<Id> {
        node.map(|node| self.of.compiled.origin.nodes[node as usize].clone())
    }

    /// The members that the data gives, so that the story begins with whom the group has.
    fn at_first(&self) -> Vec<Happened> {
        let given = narrated_members(self.of.compiled, self.of.row).filter(|member| !member.removed);
        let tell = |member: &simulator::population::GivenMember| {
            let text = self.writer.role_at_first(member.group, member.card);
            self.told(0, HappenedSort::Group, self.named(text, self.introduced(member.person)))
        };
        given.map(tell).collect()
    }

    fn told(&self, minute: i32, what: HappenedSort, sentence: Text) -> Happened {
        Happened {
            minute,
            day: self.day(minute),
            at: self.teller.at(minute),
            what,
            node: None,
            person: None,
            sentence,
            member: None,
        }
    }

    /// What the person is called; those whom advertising finds have no names, and are numbered.
    fn name(&self, person: u16) -> Text {
        if let Some(row) = self.teller.person_row(person) {
            let name = person_name(self.of.tables, row);
            return Text::new(name.clone(), name);
        }
        let number = 1 + self.found.iter().position(|(of, _)| *of == person).unwrap_or(0);
        Text::new(format!("new person {number}"), format!("la persona nueva {number}"))
    }

    /// The name with the title.
    fn introduced(&self, person: u16) -> Text {
        let Text { en, es } = self.name(person);
        match self.title(person) {
            Some(title) => Text::new(format!("{en} ({title})"), format!("{es} ({title})")),
            None => Text::new(en, es),
        }
    }

    /// The sentence with a name in it.
    fn named(&self, sentence: Text, name: Text) -> Text {
        let put = |sentence: String, name: &str| match sentence.strip_prefix(PERSON) {
            Some(rest) => capital(name) + &rest.replace(PERSON, name),
            None => sentence.replace(PERSON, name),
        };
        Text::new(put(sentence.en, &name.en), put(sentence.es, &name.es))
    }

    fn title(&self, person: u16) -> Option<String> {
        match self.teller.person_row(person) {
            Some(row) => self.of.tables.people.cell("extendedWorkDetails.jobTitle", row).map(str::to_owned),
            None => self.found.iter().find(|(of, _)| *of == person).and_then(|(_, title)| title.clone()),
        }
    }

    fn cast(&self) -> Vec<StoryPerson> {
        let (from, to) = self.teller.people();
        let known = 0..(to - from) as u16;
        let all = known.chain(self.found.iter().map(|(person, _)| *person));
        all.map(|person| StoryPerson {
            person: self.teller.person(person),
            name: self.name(person),
            title: self.title(person),
            found: self.teller.person_row(person).is_none(),
        })
        .collect()
    }

    fn groups(&self) -> Vec<StoryGroup> {
        let Setting { compiled, row, .. } = *self.of;
        let all = compiled.origin.groups.iter().zip(&compiled.program.groups).enumerate();
        let group = |(at, (origin, plan)): (
            usize,
            (&crate::compile::GroupOrigin, &simulator::program::GroupPlan),
        )| {
            let given = narrated_members(compiled, row)
                .filter(|member| usize::from(member.group) == at && !member.removed);
            StoryGroup {
                solution_interest: origin.solution_interest.clone(),
                roles: origin
                    .roles
                    .iter()
                    .zip(&plan.cards)
                    .map(|(role, card)| StoryRole {
                        role: role.clone(),
                        required: card.required,
                        members_required: card.members_required,
                    })
                    .collect(),
                members: given
                    .map(|member| StoryMember {
                        role: origin.roles[usize::from(member.card)].clone(),
                        person: self.teller.person(member.person),
                    })
                    .collect(),
            }
        };
        all.filter(|(at, _)| self.exists[*at]).map(group).collect()
    }

    fn tell(&mut self, happening: &Happening) -> Option<Happened> {
        let text = match happening.what {
            // Who has a role when the run begins does not become anything then.
            What::Assigned { group, card } if happening.minute == 0 && happening.node.is_none() => {
                self.writer.role_at_first(group, card)
            }
            _ => self.writer.text(happening.node, happening.person, &happening.what)?,
        };
        let name = happening.person.map(|person| match happening.what {
            What::Assigned { .. } | What::NewPerson { .. } => self.introduced(person),
            _ => self.name(person),
        });
        let text = match name {
            Some(name) => self.named(text, name),
            None => text,
        };
        let mut told = self.told(happening.minute, sort(&happening.what), text);
        let origin = &self.of.compiled.origin;
        told.node = self.node(happening.node);
        told.person = happening.person.map(|person| self.teller.person(person));
        told.member = match (&happening.what, &told.person) {
            (What::Assigned { group, card } | What::Removed { group, card }, Some(person)) => {
                let of = &origin.groups[usize::from(*group)];
                Some(MemberChange {
                    solution_interest: of.solution_interest.clone(),
                    role: of.roles[usize::from(*card)].clone(),
                    person: person.clone(),
                    added: matches!(happening.what, What::Assigned { .. }),
                })
            }
            _ => None,
        };
        Some(told)
    }
}

fn sort(what: &What) -> HappenedSort {
    match what {
        What::Entered | What::Left { .. } => HappenedSort::Step,
        What::Ended => HappenedSort::End,
        What::Event { .. } => HappenedSort::Activity,
        What::Assigned { .. } | What::Removed { .. } | What::Stage { .. } | What::Status { .. } => {
            HappenedSort::Group
        }
        What::NewPerson { .. } => HappenedSort::Person,
        What::Ready { .. } => HappenedSort::Ready,
        What::Suppressed { .. } | What::Refused { .. } | What::StageRefused { .. } | What::NoGroup { .. } => {
            HappenedSort::Refused
        }
        _ => HappenedSort::Other,
    }
}

fn narrated_members(
    compiled: &Compiled,
    row: usize,
) -> impl Iterator<Item = &simulator::population::GivenMember> {
    let from = &compiled.population.members_from;
    compiled.population.members[from[row] as usize..from[row + 1] as usize].iter()
}

/// A sentence begins with a capital.
fn capital(name: &str) -> String {
    let first = name.chars().next().map_or(0, char::len_utf8);
    name[..first].to_uppercase() + &name[first..]
}
