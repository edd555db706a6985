//! An outside service chooses the path by a returned value; in a run, by the stated shares.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Choice, Step};
use ts_rs::TS;

use super::external::{FAILED, failed, wrong_timeout};
use super::{Exit, ExternalPath, Family, JourneyKinds, NodeKind, path_id};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Number;
use crate::problem::Problem;

/// An outside service chooses the path by a returned value; in a run, by the stated shares.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ExternalSplit {
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
    /// Chosen by the value that the service returns.
    #[schemars(title = "Paths", extend("x-es" = "Ramas", "x-hint-es" = "Las elige el valor que devuelve el servicio.", "x-required" = true, "x-fact" = true, "x-input" = "paths"))]
    pub paths: Maybe<Vec<ExternalPath>>,
}

impl NodeKind for ExternalSplit {
    const KIND: &str = "externalSplit";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = None;
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names {
        en: "External split paths",
        es: "División externa",
        hint_es: "Un servicio externo elige la rama; en la simulación, según las cuotas.",
    };

    fn wrong(&self) -> Vec<Problem> {
        wrong_timeout(&self.timeout)
    }

    fn inserted() -> Self {
        let path = ExternalPath {
            id: path_id(1),
            label: Maybe::Absent,
            variable: Maybe::Absent,
            op: Maybe::Absent,
            value: Maybe::Absent,
            expected_share: Number::from(0.5),
        };
        ExternalSplit {
            service: Maybe::Absent,
            on: On::Accounts.into(),
            timeout: 60.into(),
            expected_failure: Number::from(0.02).into(),
            paths: vec![path].into(),
        }
    }

    fn exits(&self, _: JourneyKind) -> Vec<Exit> {
        let paths = self.paths.items().iter().map(|path| Exit::path(&path.id, &path.label));
        paths.chain([failed()]).collect()
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let path = |path: &ExternalPath| Choice {
            share: path.expected_share.get(),
            exit: at.exit(Some(path.id.as_str())),
            ..Choice::default()
        };
        let paths = self.paths.items().iter().map(path).collect();
        let failure = self.expected_failure.get().map_or(0.0, Number::get);
        Ok(Step::External { failure, paths: at.choices(paths), failed: at.exit(Some(FAILED)) })
    }
}
