//! Each person takes the path that a prompt describes best; in a run, by the stated shares.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Choice, Step};
use ts_rs::TS;

use super::{Exit, Family, JourneyKinds, NodeKind, PromptPath, other, path_id};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};
use crate::primitives::Number;
use crate::problem::Problem;

/// Each person takes the path that a prompt describes best; in a run, by the stated shares.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct NextBestPath {
    /// Described in words; the rest goes to the default.
    #[schemars(title = "Paths", extend("x-es" = "Ramas", "x-hint-es" = "Descritas con palabras; el resto va a la rama por defecto.", "x-required" = true, "x-fact" = true, "x-input" = "paths"))]
    pub paths: Maybe<Vec<PromptPath>>,
}

impl NodeKind for NextBestPath {
    const KIND: &str = "nextBestPath";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = Some(On::People);
    const JOURNEYS: JourneyKinds = JourneyKinds::PERSON;
    const NAMES: Names = Names {
        en: "Next best path",
        es: "Mejor rama siguiente",
        hint_es: "Cada persona toma la rama que mejor describe un texto; en la simulación, según las cuotas.",
    };

    fn wrong(&self) -> Vec<Problem> {
        let sum: f64 = self.paths.items().iter().map(|path| path.expected_share.get()).sum();
        if sum <= 1.0 + 1e-9 {
            return Vec::new();
        }
        vec![
            Problem::error(
                "percentage-out-of-range",
                "The expected shares sum to more than 1; lower them.",
                "Las cuotas esperadas suman más de 1; bájalas.",
            )
            .in_setting(Some("paths")),
        ]
    }

    fn inserted() -> Self {
        let path = PromptPath {
            id: path_id(1),
            label: Maybe::Absent,
            prompt: Maybe::Absent,
            expected_share: Number::from(0.5),
        };
        NextBestPath { paths: vec![path].into() }
    }

    fn exits(&self, _: JourneyKind) -> Vec<Exit> {
        let paths = self.paths.items().iter().map(|path| Exit::path(&path.id, &path.label));
        paths.chain([other()]).collect()
    }

    /// An outside choice that never fails, with the shares as stated and the rest for the default.
    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let path = |path: &PromptPath| Choice {
            share: path.expected_share.get(),
            exit: at.exit(Some(path.id.as_str())),
            ..Choice::default()
        };
        let mut paths: Vec<_> = self.paths.items().iter().map(path).collect();
        let rest = (1.0 - paths.iter().map(|path| path.share).sum::<f64>()).max(0.0);
        let other = at.exit(Some("other"));
        paths.push(Choice { share: rest, exit: other, ..Choice::default() });
        Ok(Step::External { failure: 0.0, paths: at.choices(paths), failed: other })
    }
}
