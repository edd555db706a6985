//! What several people get, or are refused, in the same minute, told in one sentence.

use simulator::trace::{Happening, What};

use super::{Happened, HappenedSort, Narrator};
use crate::primitives::Text;
use crate::sentences::Language;
use crate::story::PERSON;

/// So many people are named; of more, the rest is counted.
const NAMED: usize = 8;

/// Of one minute at one step, each with those whom it concerns.
#[derive(Default)]
pub(super) struct Together {
    at: Option<(i32, Option<u32>)>,
    messages: Vec<Message>,
}

struct Message {
    sentence: Text,
    held_back: bool,
    people: Vec<u16>,
}

impl Together {
    /// Whether something happens elsewhere or later than what is gathered.
    pub(super) fn are_over(&self, happening: &Happening) -> bool {
        self.at.is_some_and(|at| at != (happening.minute, happening.node))
    }

    /// Takes in what may concern several people; tells whether it was such a thing.
    pub(super) fn gather(&mut self, narrator: &Narrator<'_>, happening: &Happening) -> bool {
        let Some(person) = happening.person else { return false };
        let Some(sentence) = narrator.writer.together(&happening.what) else { return false };
        self.at = Some((happening.minute, happening.node));
        match self.messages.iter_mut().find(|message| message.sentence == sentence) {
            Some(message) => message.people.push(person),
            None => {
                let held_back = matches!(happening.what, What::Suppressed { .. } | What::Refused { .. });
                self.messages.push(Message { sentence, held_back, people: vec![person] });
            }
        }
        true
    }

    /// Tells what was gathered: first what is done, then what is not.
    pub(super) fn told(&mut self, narrator: &Narrator<'_>) -> Vec<Happened> {
        let Together { at, mut messages } = std::mem::take(self);
        let Some((minute, node)) = at else { return Vec::new() };
        messages.sort_by_key(|message| message.held_back);
        let tell = |message: Message| {
            let sort = if message.held_back { HappenedSort::Refused } else { HappenedSort::Activity };
            let all = narrator.all(&message.people);
            let text = Text::new(
                message.sentence.en.replace(PERSON, &all.en),
                message.sentence.es.replace(PERSON, &all.es),
            );
            let mut told = narrator.told(minute, sort, text);
            told.node = narrator.node(node);
            if let [only] = message.people[..] {
                told.person = Some(narrator.teller.person(only));
            }
            told
        };
        messages.into_iter().map(tell).collect()
    }
}

impl Narrator<'_> {
    /// All of them by name, or the first ones and how many more there are.
    fn all(&self, people: &[u16]) -> Text {
        // One more is sooner named than counted.
        let named = if people.len() > NAMED + 1 { NAMED } else { people.len() };
        let more = people.len() - named;
        self.writer.say(|it| {
            let mut names: Vec<String> = people[..named]
                .iter()
                .map(|&person| it.language.text(&self.name(person)).to_owned())
                .collect();
            if more > 0 {
                let count = it.number(more as f64, 0);
                names.push(match it.language {
                    Language::En => format!("{count} others"),
                    Language::Es => format!("{count} más"),
                });
            }
            it.and(&names)
        })
    }
}
