//! The course of one account, told in the sentences of stories, with how its buying groups filled meanwhile.

use jiff::tz::TimeZone;
use serde::Serialize;
use simulator::trace::{Happening, What};
use ts_rs::TS;

use crate::compile::Compiled;
use crate::journey::Journey;
use crate::matching::{account_name, person_name};
use crate::primitives::{Id, Text};
use crate::scenario::Scenario;
use crate::sentences::Language;
use crate::story::{PERSON, Teller as Writer};
use crate::tables::Tables;
use crate::trace::Teller;
use crate::workspace::Workspace;

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
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoryPerson {
    pub person: String,
    pub name: String,
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
}

/// Tells what happened to the account. Ads that are shown and pages that are looked at are counted, and told before
/// the next thing of another sort.
pub fn story(of: &Setting<'_>, happenings: &[Happening]) -> Story {
    let mut narrator = Narrator::new(of, happenings);
    let mut told = Vec::new();
    let mut seen = Seen::default();
    for happening in happenings {
        match narrator.passing(happening) {
            Some(Passing::Ad) => seen.ads.push(happening.minute),
            Some(Passing::Page) => seen.pages.push(happening.minute),
            None => {
                if let Some(next) = narrator.tell(happening) {
                    told.extend(narrator.seen(&mut seen));
                    told.push(next);
                }
            }
        }
    }
    told.extend(narrator.seen(&mut seen));
    Story {
        account: narrator.teller.account_key().to_owned(),
        name: account_name(of.tables, of.row),
        people: narrator.cast(),
        groups: narrator.groups(),
        happenings: told,
    }
}

/// What is told in sums: the minutes at which it happened.
#[derive(Default)]
struct Seen {
    ads: Vec<i32>,
    pages: Vec<i32>,
}

enum Passing {
    Ad,
    Page,
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
        let Setting { compiled, journey, workspace, tables, scenario, row } = *of;
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
        let midnights = &self.of.compiled.program.clock.midnights;
        midnights.partition_point(|&midnight| midnight <= minute.max(0)).saturating_sub(1) as u32
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

    fn name(&self, person: u16) -> String {
        match self.teller.person_row(person) {
            Some(row) => person_name(self.of.tables, row),
            None => self.teller.person(person),
        }
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

    /// What only counts: an ad that is shown, a page that is looked at.
    fn passing(&self, happening: &Happening) -> Option<Passing> {
        let What::Event { event, .. } = happening.what else { return None };
        match self.of.compiled.origin.events[usize::from(event)].as_str() {
            "advertising.impressions" => Some(Passing::Ad),
            "web.webpagedetails.pageViews" => Some(Passing::Page),
            _ => None,
        }
    }

    /// Tells what was counted so far, and counts anew.
    fn seen(&self, seen: &mut Seen) -> Vec<Happened> {
        let Seen { ads, pages } = std::mem::take(seen);
        let mut all = Vec::new();
        for (minutes, sentence) in [(ads, ads_shown as fn(Language, f64) -> String), (pages, pages_seen)] {
            if let Some(&last) = minutes.last() {
                let count = minutes.len() as f64;
                let text = Text::new(sentence(Language::En, count), sentence(Language::Es, count));
                all.push(self.told(last, HappenedSort::Activity, text));
            }
        }
        all.sort_by_key(|told| told.minute);
        all
    }

    fn tell(&mut self, happening: &Happening) -> Option<Happened> {
        let text = self.writer.text(happening.node, happening.person, &happening.what)?;
        let name = happening.person.map(|person| match (&happening.what, self.title(person)) {
            (What::Assigned { .. } | What::NewPerson { .. }, Some(title)) => {
                format!("{} ({title})", self.name(person))
            }
            _ => self.name(person),
        });
        let named = |text: String| match &name {
            Some(name) => text.replace(PERSON, name),
            None => text,
        };
        let text = Text::new(named(text.en), named(text.es));
        let mut told = self.told(happening.minute, sort(&happening.what), text);
        let origin = &self.of.compiled.origin;
        told.node = happening.node.map(|node| origin.nodes[node as usize].clone());
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

fn ads_shown(language: Language, count: f64) -> String {
    let number = language.number(count, 0);
    match (language, count == 1.0) {
        (Language::En, true) => "An ad is shown to somebody of the account.".into(),
        (Language::En, false) => format!("Ads are shown to people of the account {number} times."),
        (Language::Es, true) => "Se muestra un anuncio a alguien de la cuenta.".into(),
        (Language::Es, false) => format!("Se muestran anuncios a personas de la cuenta {number} veces."),
    }
}

fn pages_seen(language: Language, count: f64) -> String {
    let number = language.number(count, 0);
    match (language, count == 1.0) {
        (Language::En, true) => "Somebody of the account looks at a page.".into(),
        (Language::En, false) => format!("People of the account look at {number} pages."),
        (Language::Es, true) => "Alguien de la cuenta visita una página.".into(),
        (Language::Es, false) => format!("Personas de la cuenta visitan {number} páginas."),
    }
}

fn narrated_members(
    compiled: &Compiled,
    row: usize,
) -> impl Iterator<Item = &simulator::population::GivenMember> {
    let from = &compiled.population.members_from;
    compiled.population.members[from[row] as usize..from[row + 1] as usize].iter()
}
