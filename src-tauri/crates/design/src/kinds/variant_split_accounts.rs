//! Shares accounts out over the paths by percentage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Choice, Step};
use ts_rs::TS;

use super::{Exit, Family, JourneyKinds, NodeKind, VariantPath, path_id};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Shares accounts out over the paths by percentage.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct VariantSplitAccounts {
    /// 2 to 20; the percentages sum to 100.
    #[schemars(title = "Paths", extend("x-es" = "Ramas", "x-hint-es" = "De 2 a 20; los porcentajes suman 100.", "x-required" = true, "x-fact" = true, "x-input" = "paths"))]
    pub paths: Maybe<Vec<VariantPath>>,
}

impl NodeKind for VariantSplitAccounts {
    const KIND: &str = "variantSplitAccounts";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = Some(On::Accounts);
    const JOURNEYS: JourneyKinds = JourneyKinds::ACCOUNT;
    const NAMES: Names = Names {
        en: "Variant split by accounts",
        es: "Reparto de variantes por cuentas",
        hint_es: "Reparte las cuentas entre las ramas por porcentaje.",
    };

    fn inserted() -> Self {
        let path = |number| VariantPath { id: path_id(number), label: Maybe::Absent, percentage: 50 };
        VariantSplitAccounts { paths: vec![path(1), path(2)].into() }
    }

    fn exits(&self, _: JourneyKind) -> Vec<Exit> {
        self.paths.items().iter().map(|path| Exit::path(&path.id, &path.label)).collect()
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let path = |path: &VariantPath| Choice {
            share: path.percentage as f64,
            exit: at.exit(Some(path.id.as_str())),
            ..Choice::default()
        };
        let paths = self.paths.items().iter().map(path).collect();
        Ok(Step::VariantAccounts { paths: at.choices(paths) })
    }
}
