//! Each account takes the first path whose condition it meets.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::Step;
use ts_rs::TS;

use super::{ConditionPath, Exit, Family, JourneyKinds, NodeKind, other, path_id};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Each account takes the first path whose condition it meets.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SplitAccounts {
    /// Up to 25; the first match from the top wins.
    #[schemars(title = "Paths", extend("x-es" = "Ramas", "x-hint-es" = "Hasta 25; gana la primera coincidencia desde arriba.", "x-required" = true, "x-fact" = true, "x-input" = "paths"))]
    pub paths: Maybe<Vec<ConditionPath>>,
    /// Whether accounts without a match go on.
    #[schemars(title = "Other path", extend("x-es" = "Otra rama", "x-hint-es" = "Si las cuentas sin coincidencia siguen adelante.", "x-input" = "other"))]
    pub other: Maybe<bool>,
}

impl NodeKind for SplitAccounts {
    const KIND: &str = "splitAccounts";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = Some(On::Accounts);
    const JOURNEYS: JourneyKinds = JourneyKinds::ACCOUNT;
    const NAMES: Names = Names {
        en: "Split by accounts",
        es: "Dividir por cuentas",
        hint_es: "Cada cuenta toma la primera rama cuya condición cumple.",
    };

    /// Two ways on: one condition is left to choose, everybody else goes on too.
    fn inserted() -> Self {
        let path = ConditionPath { id: path_id(1), label: Maybe::Absent, condition: Maybe::Absent };
        SplitAccounts { paths: vec![path].into(), other: true.into() }
    }

    fn exits(&self, _: JourneyKind) -> Vec<Exit> {
        let paths = self.paths.items().iter().map(|path| Exit::path(&path.id, &path.label));
        paths.chain(self.other.or(false).then(other)).collect()
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let mut paths = Vec::new();
        for path in self.paths.items() {
            paths.push(at.condition_path(&path.id, path.condition.get())?);
        }
        let other = if self.other.or(false) { at.exit(Some("other")) } else { at.end() };
        Ok(Step::Split { paths: at.choices(paths), other })
    }
}
