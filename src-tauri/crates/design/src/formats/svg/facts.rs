//! The one or two settings that a card shows, in words.

use serde_json::Value;

use crate::catalogue::{FieldInfo, FieldInput, ReferenceTo, catalogue, event_types};
use crate::journey::Node;
use crate::kinds::{Kind, OtherPeople};
use crate::maybe::Maybe;
use crate::primitives::Id;
use crate::time::{Duration, MustEndOn};
use crate::trigger::Trigger;
use crate::workspace::Workspace;

pub(super) fn facts(node: &Node, workspace: Option<&Workspace>) -> Vec<String> {
    match &node.kind {
        Kind::Wait(wait) => {
            let until = wait.until.get().map(|until| format!("until {}", until.as_str().replace('T', " ")));
            wait.duration
                .get()
                .map(duration)
                .or(until)
                .into_iter()
                .chain(wait.must_end_on.get().map(must))
                .collect()
        }
        Kind::Listen(listen) => {
            let events: Vec<String> = listen.triggers.items().iter().map(trigger).collect();
            let timeout = listen.timeout.get().and_then(|timeout| {
                let at = timeout.at.get().map(|at| format!("until {}", at.as_str().replace('T', " ")));
                timeout.after.get().map(|after| format!("at most {}", duration(after))).or(at)
            });
            let events = (!events.is_empty()).then(|| events.join(" or "));
            events.into_iter().chain(timeout).collect()
        }
        // The paths of other splits stand on their edges or below.
        kind => plain(kind, workspace),
    }
}

/// The names of the paths that a split by people holds.
pub(super) fn paths(node: &Node) -> Vec<String> {
    let name = |label: &Maybe<String>, id: &Id| match label.text() {
        "" => id.to_string(),
        label => label.to_owned(),
    };
    match &node.kind {
        Kind::SplitPeople(split) => {
            let paths = split.paths.items().iter().map(|path| name(&path.label, &path.id));
            let other = split.other.get().filter(|other| **other != OtherPeople::Path(false));
            paths.chain(other.map(|_| "Other".to_owned())).collect()
        }
        Kind::VariantSplitPeople(split) => {
            let paths = split.paths.items().iter();
            paths.map(|path| format!("{} · {} %", name(&path.label, &path.id), path.percentage)).collect()
        }
        _ => Vec::new(),
    }
}

fn plain(kind: &Kind, workspace: Option<&Workspace>) -> Vec<String> {
    let catalogue = catalogue();
    let (fields, settings) = match kind {
        Kind::Action(it) => {
            let info = catalogue.actions.iter().find(|info| info.r#type == it.action.tag());
            (info.map(|info| &info.fields), crate::tagged::settings(&it.action))
        }
        kind => {
            let info = catalogue.kinds.iter().find(|info| info.kind == kind.tag());
            (info.map(|info| &info.fields), crate::tagged::settings(kind))
        }
    };
    let shown = fields.into_iter().flatten().filter(|field| field.fact);
    shown.filter_map(|field| fact(field, settings.get(&field.key)?, workspace)).collect()
}

fn fact(field: &FieldInfo, value: &Value, workspace: Option<&Workspace>) -> Option<String> {
    match (&field.input, value) {
        (FieldInput::Reference { to }, Value::String(id)) => Some(named(*to, id, workspace)),
        (FieldInput::Choice { options }, Value::String(value)) => {
            let option = options.iter().find(|option| option.value == *value);
            Some(option.map_or(value, |option| &option.name.en).clone())
        }
        (FieldInput::Paths { .. }, _) => None,
        (_, Value::String(text)) => Some(text.clone()),
        (_, Value::Number(number)) => Some(number.to_string()),
        _ => None,
    }
}

fn named(to: ReferenceTo, id: &str, workspace: Option<&Workspace>) -> String {
    let name = workspace.and_then(|it| match to {
        ReferenceTo::Audience => it.audiences.items().iter().find(|it| it.id == *id).map(|it| &it.name),
        ReferenceTo::AccountList => {
            it.account_lists.items().iter().find(|it| it.id == *id).map(|it| &it.name)
        }
        ReferenceTo::Destination => it.destinations.items().iter().find(|it| it.id == *id).map(|it| &it.name),
        ReferenceTo::Email => it.emails.items().iter().find(|it| it.id == *id).map(|it| &it.name),
        ReferenceTo::SolutionInterest => {
            it.solution_interests.items().iter().find(|it| it.id == *id).map(|it| &it.name)
        }
        ReferenceTo::Stage => {
            let stages = it.stages_model.get().map_or(&[][..], |model| &model.stages);
            stages.iter().find(|stage| stage.id == *id).map(|stage| &stage.name)
        }
        ReferenceTo::Role | ReferenceTo::Journey | ReferenceTo::EventType => None,
    });
    name.map_or(id, String::as_str).to_owned()
}

fn duration(duration: &Duration) -> String {
    let parts = [
        (duration.months, "month"),
        (duration.weeks, "week"),
        (duration.days, "day"),
        (duration.hours, "hour"),
        (duration.minutes, "minute"),
    ];
    let said = parts.into_iter().filter_map(|(count, unit)| {
        let count = count.filter(|count| *count > 0)?;
        Some(format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
    });
    said.collect::<Vec<_>>().join(", ")
}

fn must(must: &MustEndOn) -> String {
    let days: Vec<String> = must.days.items().iter().map(|day| format!("{day:?}")).collect();
    let days = if days.is_empty() { "any day".to_owned() } else { days.join(", ") };
    let time =
        must.time.get().map_or_else(|| "00:00".to_owned(), |time| time.get().strftime("%H:%M").to_string());
    format!("ends {days} {time}")
}

fn trigger(trigger: &Trigger) -> String {
    if let Some(label) = trigger.label.get().filter(|label| !label.is_empty()) {
        return label.clone();
    }
    if let Some(event) = trigger.event.get() {
        let known = event_types().into_iter().find(|known| known.r#type == *event);
        return known.map_or_else(|| event.clone(), |known| known.name.en);
    }
    if let Some(change) = trigger.change.get() {
        return format!("{change:?} changes");
    }
    if let Some(membership) = trigger.membership.get() {
        return format!("{membership:?}");
    }
    if let Some(attribute) = trigger.attribute.get() {
        return format!("{attribute} changes");
    }
    trigger.moment.get().map_or_else(String::new, |moment| format!("{moment:?} moment"))
}
