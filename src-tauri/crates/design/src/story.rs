//! What happens to accounts, in plain sentences of both languages, each sentence once.

mod events;
mod together;

use indexmap::IndexSet;
use serde::Serialize;
use simulator::AtStart;
use simulator::trace::{Happening, What};
use ts_rs::TS;

use crate::catalogue::ReferenceTo;
use crate::compile::{ColumnOrigin, Compiled};
use crate::journey::{Journey, Node};
use crate::kinds::Kind;
use crate::play::{both, said};
use crate::primitives::{Id, Text};
use crate::sentences::{Language, Speaker};
use crate::tables::Tables;
use crate::trace::text_of;
use crate::workspace::Workspace;

/// The lines of all accounts, one account after another, each in the order of time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Stories {
    /// By account, where its lines begin; one more than there are accounts.
    pub from: Vec<u32>,
    pub minute: Vec<i32>,
    pub sentence: Vec<u32>,
    /// The place among the account's people; −1 where nobody is named.
    pub person: Vec<i32>,
}

/// Writes stories account by account.
pub(crate) struct Teller<'a> {
    compiled: &'a Compiled,
    journey: &'a Journey,
    tables: &'a Tables,
    speakers: [Speaker<'a>; 2],
    sentences: IndexSet<(String, String)>,
    stories: Stories,
    /// Who has seen a page or an ad in this story already.
    seen: Vec<(u16, u16)>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(
        compiled: &'a Compiled,
        journey: &'a Journey,
        workspace: &'a Workspace,
        tables: &'a Tables,
    ) -> Teller<'a> {
        Teller {
            compiled,
            journey,
            tables,
            speakers: both(workspace),
            sentences: IndexSet::new(),
            stories: Stories { from: vec![0], ..Stories::default() },
            seen: Vec::new(),
        }
    }

    pub(crate) fn take(&mut self, row: usize, happenings: &[Happening], start: &AtStart) {
        self.seen.clear();
        let people = &self.compiled.population.people_from;
        for (group, of) in start.groups.iter().enumerate().filter(|(_, of)| of.accounts[row].is_some()) {
            for person in people[row]..people[row + 1] {
                if let Some(record) = of.records[person as usize].filter(|record| !record.removed) {
                    let text = self.role_at_first(group as u16, record.card);
                    self.line(0, Some((person - people[row]) as u16), text);
                }
            }
        }
        for happening in happenings {
            let Happening { minute, node, person, ref what } = *happening;
            let first = matches!(what, What::Assigned { .. } | What::Removed { .. });
            if first && minute == 0 && node.is_none() {
                continue;
            }
            if let Some(text) = self.text(node, person, what) {
                self.line(minute, person, text);
            }
        }
        self.stories.from.push(self.stories.minute.len() as u32);
    }

    pub(crate) fn finish(self) -> (Vec<Text>, Stories) {
        (self.sentences.into_iter().map(|(en, es)| Text { en, es }).collect(), self.stories)
    }

    fn line(&mut self, minute: i32, person: Option<u16>, text: Text) {
        let named = text.en.contains(PERSON);
        let sentence = self.sentences.insert_full((text.en, text.es)).0;
        self.stories.minute.push(minute);
        self.stories.sentence.push(sentence as u32);
        self.stories.person.push(person.filter(|_| named).map_or(-1, i32::from));
    }

    pub(crate) fn say(&self, say: impl Fn(&Speaker<'_>) -> String) -> Text {
        said(&self.speakers, say)
    }

    /// The sentence of what happens; PERSON stands in it for the person.
    pub(crate) fn text(&mut self, node: Option<u32>, person: Option<u16>, what: &What) -> Option<Text> {
        let origin = &self.compiled.origin;
        let node = node.map(|node| &origin.nodes[node as usize]).and_then(|id| self.journey.node(id));
        let text = match *what {
            // Who goes past a node that is switched off has nothing to tell of it.
            What::Entered | What::Left { .. } if node.is_some_and(Node::is_disabled) => return None,
            What::Entered => self.arrival(node?, person.is_some()),
            What::Left { exit } => {
                let path = origin.exits[exit as usize].path.as_ref()?;
                self.choice(node?, path, person.is_some())
            }
            What::Ended => of_whom(person.is_some(), ("ends the journey.", "termina el recorrido.")),
            What::Event { event, fields } => return self.event(person?, event, fields),
            What::Suppressed { .. } | What::Refused { .. } => return self.together(what),
            What::Assigned { group, card } => self.in_role(
                (group, card),
                |role, interest| format!("{PERSON} becomes {role} in the group for {interest}."),
                |role, interest| format!("{PERSON} pasa a ser {role} en el grupo de {interest}."),
            ),
            What::Removed { group, card } => self.in_role(
                (group, card),
                |role, interest| format!("{PERSON} is no longer {role} in the group for {interest}."),
                |role, interest| format!("{PERSON} deja de ser {role} en el grupo de {interest}."),
            ),
            What::Stage { group, to, .. } => {
                let stage = origin.stages[usize::from(to)].as_str();
                self.of_group(group, |it, interest| {
                    let stage = it.reference(ReferenceTo::Stage, stage);
                    match it.language {
                        Language::En => format!("The group for {interest} moves to the stage “{stage}”."),
                        Language::Es => format!("El grupo de {interest} pasa a la etapa «{stage}»."),
                    }
                })
            }
            What::StageRefused { group, .. } => self.of_group(group, |it, interest| match it.language {
                Language::En => {
                    format!("The group for {interest} stays in its stage: the model allows no such step.")
                }
                Language::Es => {
                    format!("El grupo de {interest} sigue en su etapa: el modelo no permite ese paso.")
                }
            }),
            What::Status { group, to, .. } => {
                let status = origin.statuses.get(to as usize)?;
                self.of_group(group, |it, interest| match it.language {
                    Language::En => format!("The status of the group for {interest} becomes “{status}”."),
                    Language::Es => format!("El estado del grupo de {interest} pasa a «{status}»."),
                })
            }
            What::PersonAttribute { column, code } => {
                let column = &origin.person_columns[usize::from(column)];
                let to = text_of(&self.tables.people, column, code)?;
                self.attribute("person.", column, &to)
            }
            What::AccountAttribute { column, code } => {
                let column = &origin.account_columns[usize::from(column)];
                let to = text_of(&self.tables.accounts, column, code)?;
                self.attribute("account.", column, &to)
            }
            What::List { column, added } => {
                let list = &origin.account_columns[usize::from(column)].attribute;
                let list = list.strip_prefix("list:").unwrap_or(list);
                self.named(ReferenceTo::AccountList, list, |en, list| match (en, added) {
                    (true, true) => format!("The account is put on the list “{list}”."),
                    (true, false) => format!("The account is taken off the list “{list}”."),
                    (false, true) => format!("La cuenta entra en la lista «{list}»."),
                    (false, false) => format!("La cuenta sale de la lista «{list}»."),
                })
            }
            What::Activated { destination } => {
                let id = origin.destinations[usize::from(destination)].as_str();
                self.named(ReferenceTo::Destination, id, |en, name| match en {
                    true => format!("The campaign “{name}” begins for the account."),
                    false => format!("La campaña «{name}» empieza para la cuenta."),
                })
            }
            What::Deactivated { destination } => {
                let id = origin.destinations[usize::from(destination)].as_str();
                self.named(ReferenceTo::Destination, id, |en, name| match en {
                    true => format!("The campaign “{name}” ends for the account."),
                    false => format!("La campaña «{name}» termina para la cuenta."),
                })
            }
            What::Alert => Text::new("Sales is alerted.", "Se avisa a ventas."),
            What::NewPerson { .. } => Text::new(
                format!("Advertising finds {PERSON}."),
                format!("La publicidad encuentra a {PERSON}."),
            ),
            What::Ready { group } => self.of_group(group, |it, interest| match it.language {
                Language::En => format!("The group for {interest} is ready for sales."),
                Language::Es => format!("El grupo de {interest} está listo para ventas."),
            }),
            What::NoGroup { .. } => return None,
        };
        Some(text)
    }

    fn arrival(&self, node: &Node, person: bool) -> Text {
        if self.compiled.origin.nodes.first() == Some(&node.id) {
            return of_whom(person, ("enters the journey.", "entra en el recorrido."));
        }
        let waits = matches!(node.kind, Kind::Wait(_) | Kind::Listen(_));
        let en = self.speakers[0].title(node);
        let es = self.speakers[1].title(node);
        let whom = if person { (PERSON, PERSON) } else { ("The account", "La cuenta") };
        match waits {
            true => {
                Text::new(format!("{} waits at “{en}”.", whom.0), format!("{} espera en «{es}».", whom.1))
            }
            false => Text::new(format!("{} comes to “{en}”.", whom.0), format!("{} llega a «{es}».", whom.1)),
        }
    }

    /// The way taken at a node with several.
    fn choice(&self, node: &Node, path: &Id, person: bool) -> Text {
        let exits = self.journey.exits(node);
        let exit = exits.iter().find(|exit| exit.path.as_ref() == Some(path));
        let name = |it: &Speaker<'_>| exit.map_or_else(|| path.to_string(), |exit| it.exit(exit));
        let waited = matches!(node.kind, Kind::Listen(_)).then_some(path.as_str());
        let whom = |account| if person { PERSON } else { account };
        self.say(|it| {
            let (title, name) = (it.title(node), name(it));
            match (it.language, waited) {
                (Language::En, Some("timeout")) => {
                    format!("The time at “{title}” is over, and nothing has happened.")
                }
                (Language::Es, Some("timeout")) => {
                    format!("El plazo de «{title}» se acaba sin que pase nada.")
                }
                (Language::En, Some("event")) => format!("What “{title}” waits for happens."),
                (Language::Es, Some("event")) => format!("Ocurre lo que «{title}» espera."),
                (Language::En, _) => format!("At “{title}” {} takes the path “{name}”.", whom("the account")),
                (Language::Es, _) => format!("En «{title}» {} toma el camino «{name}».", whom("la cuenta")),
            }
        })
    }

    pub(crate) fn role_at_first(&self, group: u16, card: u8) -> Text {
        self.in_role(
            (group, card),
            |role, interest| format!("{PERSON} is {role} in the group for {interest} from the start."),
            |role, interest| format!("{PERSON} es {role} en el grupo de {interest} desde el principio."),
        )
    }

    fn in_role(
        &self,
        (group, card): (u16, u8),
        en: impl Fn(&str, &str) -> String,
        es: impl Fn(&str, &str) -> String,
    ) -> Text {
        let origin = &self.compiled.origin.groups[usize::from(group)];
        let role = &origin.roles[usize::from(card)];
        let interest = self.interest(group);
        Text::new(en(role, &interest), es(role, &interest))
    }

    fn of_group(&self, group: u16, say: impl Fn(&Speaker<'_>, &str) -> String) -> Text {
        let interest = self.interest(group);
        self.say(|it| say(it, &interest))
    }

    fn interest(&self, group: u16) -> String {
        let id = self.compiled.origin.groups[usize::from(group)].solution_interest.as_str();
        self.speakers[0].reference(ReferenceTo::SolutionInterest, id)
    }

    /// `say` hears whether it is to speak English.
    fn named(&self, of: ReferenceTo, id: &str, say: impl Fn(bool, &str) -> String) -> Text {
        self.say(|it| say(it.language == Language::En, &it.reference(of, id)))
    }

    fn attribute(&self, of: &str, column: &ColumnOrigin, to: &str) -> Text {
        let path = format!("{of}{}", column.attribute);
        let person = of == "person.";
        self.say(|it| {
            let name = it.attribute(&path);
            match (it.language, person) {
                (Language::En, true) => format!("{PERSON}: “{name}” becomes “{to}”."),
                (Language::Es, true) => format!("{PERSON}: «{name}» pasa a «{to}»."),
                (Language::En, false) => format!("“{name}” of the account becomes “{to}”."),
                (Language::Es, false) => format!("«{name}» de la cuenta pasa a «{to}»."),
            }
        })
    }
}

/// What stands in a sentence for the line's person.
pub(crate) const PERSON: &str = "{person}";

fn of_whom(person: bool, (en, es): (&str, &str)) -> Text {
    match person {
        true => Text::new(format!("{PERSON} {en}"), format!("{PERSON} {es}")),
        false => Text::new(format!("The account {en}"), format!("La cuenta {es}")),
    }
}
