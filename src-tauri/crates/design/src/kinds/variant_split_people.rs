//! Shares the people of each account out over the paths by percentage.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Choice, Step};
use ts_rs::TS;

use super::{Exit, Family, JourneyKinds, NodeKind, PeopleVariantPath, path_id};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Shares the people of each account out over the paths by percentage.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct VariantSplitPeople {
    /// 2 to 20; the percentages sum to 100.
    #[schemars(title = "Paths", extend("x-es" = "Ramas", "x-hint-es" = "De 2 a 20; los porcentajes suman 100.", "x-required" = true, "x-fact" = true, "x-input" = "paths"))]
    pub paths: Maybe<Vec<PeopleVariantPath>>,
}

impl NodeKind for VariantSplitPeople {
    const KIND: &str = "variantSplitPeople";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = Some(On::People);
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names {
        en: "Variant split by people",
        es: "Reparto de variantes por personas",
        hint_es: "Reparte las personas de cada cuenta entre las ramas por porcentaje.",
    };

    fn inserted() -> Self {
        let path = |number| PeopleVariantPath {
            id: path_id(number),
            label: Maybe::Absent,
            percentage: 50,
            actions: Maybe::Absent,
        };
        VariantSplitPeople { paths: vec![path(1), path(2)].into() }
    }

    /// In an account journey the paths close by themselves into one exit.
    fn exits(&self, journey: JourneyKind) -> Vec<Exit> {
        if journey == JourneyKind::Account {
            return vec![Exit::only()];
        }
        let paths = self.paths.items().iter().map(|path| Exit::path(&path.id, &path.label));
        paths.collect()
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let mut paths = Vec::new();
        if at.of_persons() {
            for path in self.paths.items() {
                let exit = at.person_exit(path.id.as_str());
                paths.push(Choice { share: path.percentage as f64, exit, ..Choice::default() });
            }
            return Ok(Step::VariantPersons { paths: at.choices(paths) });
        }
        for path in self.paths.items() {
            let actions = at.actions(path.actions.items())?;
            let tally = at.people_path(path.id.as_str());
            paths.push(Choice { share: path.percentage as f64, actions, tally, ..Choice::default() });
        }
        Ok(Step::VariantPeople { paths: at.choices(paths), exit: at.exit(None) })
    }
}
