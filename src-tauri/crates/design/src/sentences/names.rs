//! What things are called: nodes, exits, and what settings refer to.

use super::Speaker;
use crate::catalogue::{ReferenceTo, attributes, event_types};
use crate::journey::{Journey, Node};
use crate::kinds::{Exit, Kind};
use crate::maybe::Maybe;
use crate::primitives::Id;

impl Speaker<'_> {
    /// What the user calls a node, or what it does.
    pub fn title(&self, node: &Node) -> String {
        match node.label.text().trim() {
            "" => self.doing(node).to_owned(),
            label => label.to_owned(),
        }
    }

    /// Says that everybody goes past a node, and by which way where it has several; nothing where it is enabled.
    pub fn disabled(&self, journey: &Journey, node: &Node) -> Option<String> {
        let by = node.is_disabled().then(|| journey.way_by(node))?;
        let off = self.say("Disabled: everybody goes past it", "Desactivado: todos pasan de largo");
        let name = by.map_or_else(String::new, |by| self.exit(&by));
        if name.is_empty() {
            return Some(off.to_owned());
        }
        Some(format!("{off} {} “{name}”", self.say("by the path", "por la rama")))
    }

    /// What a node does: its action, or its kind.
    pub fn doing(&self, node: &Node) -> &'static str {
        let names = match &node.kind {
            Kind::Action(settings) => settings.action.names(),
            kind => kind.names(),
        };
        self.say(names.en, names.es)
    }

    /// What an exit or a path is called; the only exit has no name.
    pub fn exit(&self, exit: &Exit) -> String {
        if let Some(name) = &exit.name {
            return self.language.text(name).to_owned();
        }
        exit.path.as_ref().map_or_else(String::new, |id| self.path(id, exit.label.as_deref().unwrap_or("")))
    }

    /// A path by its label; one that nobody has named yet by its number.
    pub fn path(&self, id: &Id, label: &str) -> String {
        if !label.trim().is_empty() {
            return label.trim().to_owned();
        }
        let number =
            id.as_str().strip_prefix('p').filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
        match number.filter(|number| !number.is_empty()) {
            Some(number) => format!("{} {number}", self.say("Path", "Rama")),
            None => id.to_string(),
        }
    }

    /// What a setting refers to, by the workspace's name for it; else by its id.
    pub fn reference(&self, to: ReferenceTo, id: &str) -> String {
        if to == ReferenceTo::EventType {
            return self.event(id);
        }
        let name = self.workspace.and_then(|it| match to {
            ReferenceTo::Audience => named(&it.audiences, id, |it| (&it.id, &it.name)),
            ReferenceTo::AccountList => named(&it.account_lists, id, |it| (&it.id, &it.name)),
            ReferenceTo::Destination => named(&it.destinations, id, |it| (&it.id, &it.name)),
            ReferenceTo::Email => named(&it.emails, id, |it| (&it.id, &it.name)),
            ReferenceTo::SolutionInterest => named(&it.solution_interests, id, |it| (&it.id, &it.name)),
            ReferenceTo::Stage => {
                let stages = it.stages_model.get().map_or(&[][..], |model| &model.stages);
                stages.iter().find(|stage| stage.id == *id).map(|stage| stage.name.clone())
            }
            ReferenceTo::Role | ReferenceTo::Journey | ReferenceTo::EventType => None,
        });
        name.unwrap_or_else(|| id.to_owned())
    }

    /// An event type by its name.
    pub fn event(&self, r#type: &str) -> String {
        let known = event_types().into_iter().find(|known| known.r#type == r#type);
        let own = || {
            let own = self.workspace?.event_types.items().iter().find(|own| own.r#type == r#type)?;
            Some(own.name.clone())
        };
        known
            .map(|known| self.language.text(&known.name).to_owned())
            .or_else(own)
            .unwrap_or_else(|| r#type.to_owned())
    }

    /// An attribute by its name; a custom one by the end of its path.
    pub fn attribute(&self, path: &str) -> String {
        let known = attributes().into_iter().find(|known| known.path == path);
        known.map_or_else(
            || {
                let rest = path.split_once('.').map_or(path, |(_, rest)| rest);
                rest.strip_prefix("custom.").unwrap_or(rest).to_owned()
            },
            |known| self.language.text(&known.name).to_owned(),
        )
    }
}

fn named<T>(list: &Maybe<Vec<T>>, id: &str, of: impl Fn(&T) -> (&Id, &String)) -> Option<String> {
    let mut all = list.items().iter().map(of);
    all.find(|(found, _)| found.as_str() == id).map(|(_, name)| name.clone())
}
