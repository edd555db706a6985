//! Calls an outside service; in a run, by the stated share of failures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Choice, Step};
use ts_rs::TS;

use super::external::{FAILED, failed, wrong_timeout};
use super::{Exit, Family, JourneyKinds, NodeKind, named};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Number;
use crate::problem::Problem;

/// Calls an outside service; in a run, by the stated share of failures.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ExternalAction {
    /// The name of the service that is called.
    #[schemars(title = "Service", extend("x-es" = "Servicio", "x-hint-es" = "El nombre del servicio al que se llama.", "x-required" = true, "x-fact" = true))]
    pub service: Maybe<String>,
    /// Whom the call is about.
    #[schemars(title = "On", extend("x-es" = "Sobre", "x-hint-es" = "De quién trata la llamada.", "x-required" = true))]
    #[serde(rename = "on")]
    pub on: Maybe<On>,
    /// At most 240 minutes.
    #[schemars(title = "Timeout (minutes)", extend("x-es" = "Plazo (minutos)", "x-hint-es" = "Como mucho 240 minutos.", "x-required" = true, "x-max" = 240))]
    pub timeout: Maybe<u32>,
    /// The share that takes the timeout or error path in a run, 0 to 1.
    #[schemars(title = "Expected failures", extend("x-es" = "Fallos esperados", "x-hint-es" = "La parte que toma la rama de plazo o error en una simulación, de 0 a 1.", "x-required" = true))]
    pub expected_failure: Maybe<Number>,
}

impl NodeKind for ExternalAction {
    const KIND: &str = "externalAction";
    const FAMILY: Family = Family::Action;
    const ON: Option<On> = None;
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names {
        en: "External action",
        es: "Acción externa",
        hint_es: "Llama a un servicio externo; en la simulación, según la cuota de fallos.",
    };

    fn wrong(&self) -> Vec<Problem> {
        wrong_timeout(&self.timeout)
    }

    fn inserted() -> Self {
        ExternalAction {
            service: Maybe::Absent,
            on: On::Accounts.into(),
            timeout: 60.into(),
            expected_failure: Number::from(0.02).into(),
        }
    }

    fn exits(&self, _: JourneyKind) -> Vec<Exit> {
        vec![named("done", ("Done", "Hecho")), failed()]
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let done = Choice { share: 1.0, exit: at.exit(Some("done")), ..Choice::default() };
        let failure = self.expected_failure.get().map_or(0.0, Number::get);
        let paths = at.choices(vec![done]);
        Ok(Step::External { failure, paths, failed: at.exit(Some(FAILED)) })
    }
}
