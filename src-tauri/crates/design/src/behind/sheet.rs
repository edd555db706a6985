//! The accounts behind a number as a table for others.

use std::collections::HashMap;

use super::{AccountGroup, AccountLine};
use crate::compile::Compiled;
use crate::journey::Journey;
use crate::primitives::Id;
use crate::sentences::Speaker;

/// Writes accounts as rows: what they are and where, then how each of their groups stands.
pub struct Rows<'a> {
    speaker: Speaker<'a>,
    titles: HashMap<Id, String>,
    interests: Vec<Id>,
}

/// The columns of an account in both languages.
const ACCOUNT: [(&str, &str); 5] = [
    ("Account", "Cuenta"),
    ("Key", "Clave"),
    ("People", "Personas"),
    ("Is at", "Está en"),
    ("Cost", "Coste"),
];

/// The columns of a group.
const GROUP: [(&str, &str); 4] = [
    ("Completeness", "Integridad"),
    ("Engagement", "Interacción"),
    ("Ready on day", "Lista el día"),
    ("Missing roles", "Roles que faltan"),
];

impl<'a> Rows<'a> {
    pub fn new(compiled: &Compiled, journey: &Journey, speaker: Speaker<'a>) -> Rows<'a> {
        let titles = journey.nodes.iter().map(|node| (node.id.clone(), speaker.title(node))).collect();
        let interests = compiled.origin.groups.iter().map(|group| group.solution_interest.clone());
        Rows { titles, interests: interests.collect(), speaker }
    }

    /// The columns of groups bear the name of the solution interest where there are several.
    pub fn headers(&self) -> Vec<String> {
        let say = |(en, es): &(&'static str, &'static str)| self.speaker.say(en, es);
        let mut headers: Vec<String> = ACCOUNT.iter().map(|name| say(name).to_owned()).collect();
        for id in &self.interests {
            headers.extend(GROUP.iter().map(|name| match self.interests.len() {
                1 => say(name).to_owned(),
                _ => format!("{} ({})", say(name), self.interest(id)),
            }));
        }
        headers
    }

    /// An account without a group of a solution interest has nothing in its columns.
    pub fn row(&self, line: &AccountLine) -> Vec<String> {
        let mut row = vec![
            line.name.clone(),
            line.account.clone(),
            line.people.to_string(),
            self.place(line),
            rounded(line.cost, 4),
        ];
        for id in &self.interests {
            let group = line.groups.iter().find(|group| group.solution_interest == *id);
            row.extend(group.map_or_else(Default::default, cells));
        }
        row
    }

    fn place(&self, line: &AccountLine) -> String {
        match &line.here {
            Some(node) => self.titles.get(node).cloned().unwrap_or_else(|| node.to_string()),
            None if line.entries > 0 => self.speaker.say("ended", "terminó").to_owned(),
            None => self.speaker.say("never entered", "no entró").to_owned(),
        }
    }

    fn interest(&self, id: &Id) -> String {
        let known = self.speaker.workspace.map_or(&[][..], |workspace| workspace.solution_interests.items());
        known
            .iter()
            .find(|interest| interest.id == *id)
            .map_or(id.to_string(), |interest| interest.name.clone())
    }
}

fn cells(group: &AccountGroup) -> [String; GROUP.len()] {
    let missing: Vec<&str> = group.missing.iter().map(|missing| missing.role.as_str()).collect();
    [
        rounded(group.completeness, 1),
        rounded(group.engagement, 1),
        group.ready_day.map(|day| day.to_string()).unwrap_or_default(),
        missing.join("; "),
    ]
}

/// A number with so many decimals at most.
fn rounded(number: f64, decimals: i32) -> String {
    let unit = 10_f64.powi(decimals);
    ((number * unit).round() / unit).to_string()
}
