//! Holds for a time or until a date.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{Family, JourneyKinds, NodeKind};
use crate::compile::{CompileError, Lowering};
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::problem::Problem;
use crate::time::{Duration, LocalDateTime, MustEndOn};

/// Holds for a time or until a date.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct Wait {
    /// How long; not together with a date.
    #[schemars(title = "Wait for", extend("x-es" = "Esperar", "x-hint-es" = "Cuánto tiempo; no junto con una fecha.", "x-fact" = true, "x-instead-of" = "until"))]
    #[serde(rename = "for")]
    pub duration: Maybe<Duration>,
    /// A date and time in the journey's time zone.
    #[schemars(title = "Wait until", extend("x-es" = "Esperar hasta", "x-hint-es" = "Una fecha y hora en la zona horaria del recorrido.", "x-fact" = true, "x-instead-of" = "for"))]
    pub until: Maybe<LocalDateTime>,
    /// The weekday and time at which it may end.
    #[schemars(title = "Must end on", extend("x-es" = "Debe acabar en", "x-hint-es" = "El día de la semana y la hora en que puede acabar.", "x-fact" = true))]
    pub must_end_on: Maybe<MustEndOn>,
}

impl NodeKind for Wait {
    const KIND: &str = "wait";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = None;
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names { en: "Wait", es: "Esperar", hint_es: "Espera un tiempo o hasta una fecha." };

    fn wrong(&self) -> Vec<Problem> {
        let (en, es) = match (self.duration.is_given(), self.until.is_given(), self.must_end_on.is_given()) {
            (false, false, false) => (
                "Nothing says how long to wait; set a time or a date.",
                "Nada dice cuánto esperar; pon un tiempo o una fecha.",
            ),
            (true, true, _) => (
                "Only one of a time and a date counts; take one of them away.",
                "Solo cuenta uno de los dos, el tiempo o la fecha; quita uno.",
            ),
            _ => return Vec::new(),
        };
        vec![Problem::error("missing-setting", en, es).in_setting(Some("for"))]
    }

    fn inserted() -> Self {
        Wait { duration: Duration::days(5).into(), ..Wait::default() }
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let pause = at.pause(self.duration.get(), self.until.get(), self.must_end_on.get());
        Ok(Step::Wait { pause, exit: at.exit(None) })
    }
}
