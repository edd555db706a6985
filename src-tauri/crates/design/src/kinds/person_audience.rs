//! Where people enter: a profile condition, or up to ten events.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{Family, JourneyKinds, NodeKind};
use crate::compile::{CompileError, Lowering};
use crate::condition::Condition;
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::problem::Problem;
use crate::trigger::Trigger;

/// Where people enter: a profile condition, or up to ten events.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct PersonAudience {
    /// Who enters; not together with events.
    #[schemars(title = "Condition", extend("x-es" = "Condición", "x-hint-es" = "Quién entra; no junto con eventos.", "x-input" = "peopleCondition", "x-instead-of" = "events"))]
    pub condition: Maybe<Condition>,
    /// What admits a person when it happens.
    #[schemars(title = "Events", extend("x-es" = "Eventos", "x-hint-es" = "Lo que hace entrar a una persona cuando ocurre.", "x-input" = "triggers", "x-instead-of" = "condition"))]
    pub events: Maybe<Vec<Trigger>>,
}

impl NodeKind for PersonAudience {
    const KIND: &str = "personAudience";
    const FAMILY: Family = Family::Audience;
    const ON: Option<On> = Some(On::People);
    const JOURNEYS: JourneyKinds = JourneyKinds::PERSON;
    const NAMES: Names = Names {
        en: "Person audience",
        es: "Audiencia de personas",
        hint_es: "Por donde entran las personas: una condición del perfil o hasta diez eventos.",
    };

    fn wrong(&self) -> Vec<Problem> {
        let events = self.events.items().len();
        let (en, es) = match (self.condition.is_given(), events) {
            (false, 0) => (
                "Nobody enters yet; set a condition or choose events.",
                "Aún no entra nadie; pon una condición o elige eventos.",
            ),
            (true, 1..) => (
                "Only one of condition and events counts; take one of them away.",
                "Solo cuenta una de las dos, la condición o los eventos; quita una.",
            ),
            (false, 11..) => (
                "An audience has at most 10 events; delete some.",
                "Una audiencia tiene como mucho 10 eventos; borra algunos.",
            ),
            _ => return Vec::new(),
        };
        vec![Problem::error("missing-setting", en, es).in_setting(Some("condition"))]
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        match (self.condition.get(), self.events.items()) {
            (Some(condition), []) => at.program.entry.audience = at.condition(condition)?,
            (None, events @ [_, ..]) => at.program.entry.events = at.triggers(events)?,
            _ => return Err(at.missing("the condition or the events")),
        }
        Ok(at.pass())
    }
}
