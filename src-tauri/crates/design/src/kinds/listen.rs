//! Waits for the first matching event, at most until the timeout.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{Exit, Family, JourneyKinds, NodeKind, Timeout, named};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::problem::Problem;
use crate::time::Duration;
use crate::trigger::Trigger;

/// Waits for the first matching event, at most until the timeout.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Listen {
    /// The first that happens moves the account on.
    #[schemars(title = "Events", extend("x-es" = "Eventos", "x-hint-es" = "El primero que ocurre hace avanzar la cuenta.", "x-required" = true, "x-fact" = true, "x-input" = "triggers"))]
    pub triggers: Maybe<Vec<Trigger>>,
    /// How long to wait; none: until the journey ends.
    #[schemars(title = "Timeout", extend("x-es" = "Plazo", "x-hint-es" = "Cuánto esperar; ninguno: hasta que acabe el recorrido.", "x-fact" = true))]
    pub timeout: Maybe<Timeout>,
}

impl NodeKind for Listen {
    const KIND: &str = "listen";
    const FAMILY: Family = Family::Event;
    const ON: Option<On> = None;
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names {
        en: "Listen for an event",
        es: "Escuchar un evento",
        hint_es: "Espera el primer evento que coincida, como mucho hasta el plazo.",
    };

    fn wrong(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.timeout.get().is_some_and(|timeout| timeout.after.is_given() == timeout.at.is_given()) {
            found.push(
                Problem::error(
                    "missing-setting",
                    "The timeout is either a time or a date; set one of them.",
                    "El plazo es un tiempo o una fecha; pon uno de los dos.",
                )
                .in_setting(Some("timeout")),
            );
        }
        if self.triggers.items().iter().any(|trigger| !trigger.is_whole()) {
            found.push(
                Problem::error(
                    "missing-setting",
                    "An event does not say what is listened for; complete it.",
                    "Un evento no dice qué se escucha; complétalo.",
                )
                .in_setting(Some("triggers")),
            );
        }
        found
    }

    /// What to wait for is the user's choice; two weeks are long enough for most answers.
    fn inserted() -> Self {
        let timeout = Timeout {
            after: Duration { weeks: Some(2), ..Duration::default() }.into(),
            ..Timeout::default()
        };
        Listen { timeout: timeout.into(), ..Listen::default() }
    }

    fn exits(&self, _: JourneyKind) -> Vec<Exit> {
        vec![named("event", ("Event", "Evento")), named("timeout", ("Timeout", "Plazo agotado"))]
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let triggers = at.triggers(self.triggers.items())?;
        let timeout = self
            .timeout
            .get()
            .map(|timeout| at.pause(timeout.after.get(), timeout.at.get(), timeout.must_end_on.get()));
        let timeout = timeout.map(|pause| (pause, at.exit(Some("timeout"))));
        Ok(Step::Listen { triggers, event: at.exit(Some("event")), timeout })
    }
}
