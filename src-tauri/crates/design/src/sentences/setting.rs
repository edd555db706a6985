//! The settings of nodes and actions in words, derived from the catalogue: a new kind speaks by itself.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Said, Speaker};
use crate::actions::Action;
use crate::catalogue::{FieldInfo, FieldInput, catalogue};
use crate::condition::Condition;
use crate::journey::Node;
use crate::kinds::{Kind, OtherPeople, Timeout};
use crate::time::{Duration, LocalDateTime, MustEndOn};
use crate::trigger::Trigger;

/// A path of a node with all that is set on it.
pub struct SaidPath {
    pub name: String,
    /// The condition, the share, or what chooses it.
    pub when: String,
    /// What is done for the people on it.
    pub actions: Vec<String>,
    /// Whether it takes whoever fits no other.
    pub rest: bool,
}

impl Speaker<'_> {
    /// What is set on a node, paths apart, in the order of its form.
    pub fn settings(&self, node: &Node) -> Vec<Said> {
        match &node.kind {
            Kind::Action(it) => self.action_settings(&it.action),
            kind => {
                let info = catalogue().kinds.iter().find(|info| info.kind == kind.tag());
                let settings = crate::tagged::settings(kind);
                self.said(info.map_or(&[][..], |info| &info.fields), &settings)
            }
        }
    }

    /// The one or two settings that a card shows. A split by people shows its paths itself.
    pub fn facts(&self, node: &Node) -> Vec<String> {
        let short = |said: Said| match &node.kind {
            Kind::Listen(listen) if said.key == "triggers" => {
                let triggers = listen.triggers.items().iter();
                self.or(&triggers.map(|one| self.trigger(one)).collect::<Vec<_>>())
            }
            _ => said.words,
        };
        self.settings(node).into_iter().filter(|said| said.fact).map(short).take(2).collect()
    }

    pub fn action_settings(&self, action: &Action) -> Vec<Said> {
        let info = catalogue().actions.iter().find(|info| info.r#type == action.tag());
        self.said(info.map_or(&[][..], |info| &info.fields), &crate::tagged::settings(action))
    }

    /// "Assign to buying group (Solution interest: AI seeds; Role: Champion)".
    pub fn action(&self, action: &Action) -> String {
        let names = action.names();
        let settings: Vec<String> = self
            .action_settings(action)
            .into_iter()
            .map(|said| format!("{}: {}", said.name, said.words))
            .collect();
        let name = self.say(names.en, names.es);
        if settings.is_empty() { name.to_owned() } else { format!("{name} ({})", settings.join("; ")) }
    }

    fn said(&self, fields: &[FieldInfo], settings: &Map<String, Value>) -> Vec<Said> {
        let said = fields.iter().filter_map(|field| {
            let words = self.setting(field, settings.get(&field.key)?);
            let name = self.language.text(&field.name).to_owned();
            let key = field.key.clone();
            (!words.is_empty()).then_some(Said { key, name, words, fact: field.fact })
        });
        said.collect()
    }

    fn setting(&self, field: &FieldInfo, value: &Value) -> String {
        match (&field.input, value) {
            (FieldInput::Reference { to }, Value::String(id)) => self.reference(*to, id),
            (FieldInput::Choice { options }, Value::String(value)) => {
                let option = options.iter().find(|option| option.value == *value);
                option.map_or(value.as_str(), |option| self.language.text(&option.name)).to_owned()
            }
            (FieldInput::Duration, value) => {
                read::<Duration>(value).map_or_else(String::new, |it| self.duration(&it))
            }
            (FieldInput::DateTime, value) => {
                read::<LocalDateTime>(value).map_or_else(String::new, |it| self.date(&it))
            }
            (FieldInput::MustEndOn, value) => {
                read::<MustEndOn>(value).map_or_else(String::new, |it| self.must_end_on(&it))
            }
            (FieldInput::Timeout, value) => {
                read::<Timeout>(value).map_or_else(String::new, |it| self.timeout(&it))
            }
            (FieldInput::Triggers, value) => {
                let triggers = read::<Vec<Trigger>>(value).unwrap_or_default();
                self.or(&triggers.iter().map(|it| self.whole_trigger(it)).collect::<Vec<_>>())
            }
            (FieldInput::Condition { .. }, value) => {
                read::<Condition>(value).map_or_else(String::new, |it| self.condition(&it))
            }
            (FieldInput::Paths { .. } | FieldInput::Other { .. } | FieldInput::Action, _) => String::new(),
            (_, Value::String(text)) => text.clone(),
            (_, Value::Number(number)) => self.number(number.as_f64().unwrap_or_default(), 2),
            (_, Value::Bool(flag)) => {
                (if *flag { self.say("yes", "sí") } else { self.say("no", "no") }).to_owned()
            }
            (_, Value::Array(values)) => {
                let texts: Vec<String> = values.iter().filter_map(Value::as_str).map(str::to_owned).collect();
                self.and(&texts)
            }
            _ => String::new(),
        }
    }

    /// The paths of a node from top to bottom, with what leads into each.
    pub fn paths(&self, node: &Node) -> Vec<SaidPath> {
        let path = |name: String, when: String, actions: &[Action]| SaidPath {
            name,
            when,
            actions: actions.iter().map(|action| self.action(action)).collect(),
            rest: false,
        };
        let other = |actions: &[Action]| SaidPath {
            rest: true,
            ..path(
                self.say("Other", "Otros").to_owned(),
                self.say("whoever fits no path above", "quien no encaja en ninguna rama anterior").to_owned(),
                actions,
            )
        };
        let share = |share: f64| {
            format!("{}: {}", self.say("expected share", "parte esperada"), self.language.percent(share, 1))
        };
        let asked = |condition: Option<&Condition>| match condition.map(|it| self.condition(it)).as_deref() {
            None | Some("") => self.say("everyone matches", "todos coinciden").to_owned(),
            Some(sentence) => sentence.to_owned(),
        };
        match &node.kind {
            Kind::SplitAccounts(it) => {
                let paths = it.paths.items().iter();
                let mut said: Vec<SaidPath> = paths
                    .map(|it| path(self.path(&it.id, it.label.text()), asked(it.condition.get()), &[]))
                    .collect();
                if it.other.or(false) {
                    said.push(other(&[]));
                }
                said
            }
            Kind::SplitPeople(it) => {
                let paths = it.paths.items().iter();
                let mut said: Vec<SaidPath> = paths
                    .map(|it| {
                        path(
                            self.path(&it.id, it.label.text()),
                            asked(it.condition.get()),
                            it.actions.items(),
                        )
                    })
                    .collect();
                match it.other.get() {
                    Some(OtherPeople::Path(true)) => said.push(other(&[])),
                    Some(OtherPeople::Actions(it)) => said.push(other(&it.actions)),
                    _ => {}
                }
                said
            }
            Kind::VariantSplitAccounts(it) => {
                let paths = it.paths.items().iter();
                paths
                    .map(|it| path(self.path(&it.id, it.label.text()), self.percent(it.percentage), &[]))
                    .collect()
            }
            Kind::VariantSplitPeople(it) => {
                let paths = it.paths.items().iter();
                paths
                    .map(|it| {
                        path(
                            self.path(&it.id, it.label.text()),
                            self.percent(it.percentage),
                            it.actions.items(),
                        )
                    })
                    .collect()
            }
            Kind::NextBestPath(it) => {
                let paths = it.paths.items().iter().map(|it| {
                    let when = format!("{} ({})", it.prompt.text(), share(it.expected_share.get()));
                    path(self.path(&it.id, it.label.text()), when, &[])
                });
                paths.chain([other(&[])]).collect()
            }
            Kind::ExternalSplit(it) => {
                let paths = it.paths.items().iter().map(|it| {
                    let test = self.returned(it.variable.text(), it.op.get().copied(), it.value.get());
                    let when = format!("{test} ({})", share(it.expected_share.get()));
                    path(self.path(&it.id, it.label.text()), when.trim().to_owned(), &[])
                });
                paths.collect()
            }
            _ => Vec::new(),
        }
    }

    fn percent(&self, percentage: i64) -> String {
        self.language.percent(percentage as f64 / 100.0, 0)
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}
