//! Each person of the account gets the actions of the first path that fits; closes by itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulator::program::{Choice, Step};
use ts_rs::TS;

use super::{Exit, Family, JourneyKinds, NodeKind, OtherPeople, PeoplePath, other, path_id};
use crate::compile::{CompileError, Lowering};
use crate::journey::JourneyKind;
use crate::maybe::Maybe;
use crate::names::{Names, On};

/// Each person of the account gets the actions of the first path that fits; closes by itself.
#[serde_with::apply(Maybe => #[serde(default, skip_serializing_if = "Maybe::is_absent")])]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SplitPeople {
    /// Up to 25; the first match from the top wins.
    #[schemars(title = "Paths", extend("x-es" = "Ramas", "x-hint-es" = "Hasta 25; gana la primera coincidencia desde arriba.", "x-required" = true, "x-fact" = true, "x-input" = "paths"))]
    pub paths: Maybe<Vec<PeoplePath>>,
    /// What people without a match get.
    #[schemars(title = "Other path", extend("x-es" = "Otra rama", "x-hint-es" = "Lo que reciben las personas sin coincidencia.", "x-input" = "other"))]
    pub other: Maybe<OtherPeople>,
}

impl NodeKind for SplitPeople {
    const KIND: &str = "splitPeople";
    const FAMILY: Family = Family::Flow;
    const ON: Option<On> = Some(On::People);
    const JOURNEYS: JourneyKinds = JourneyKinds::BOTH;
    const NAMES: Names = Names {
        en: "Split by people",
        es: "Dividir por personas",
        hint_es: "Cada persona recibe las acciones de la primera rama que encaja; se cierra sola.",
    };

    fn inserted() -> Self {
        let path = PeoplePath {
            id: path_id(1),
            label: Maybe::Absent,
            condition: Maybe::Absent,
            actions: Maybe::Absent,
        };
        SplitPeople { paths: vec![path].into(), other: Maybe::Absent }
    }

    /// In an account journey the paths close by themselves into one exit.
    fn exits(&self, journey: JourneyKind) -> Vec<Exit> {
        if journey == JourneyKind::Account {
            return vec![Exit::only()];
        }
        let paths = self.paths.items().iter().map(|path| Exit::path(&path.id, &path.label));
        paths.chain(self.other.get().is_some_and(OtherPeople::is_path).then(other)).collect()
    }

    fn lower(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        if at.of_persons() {
            return self.lower_branches(at);
        }
        let mut paths = Vec::new();
        for path in self.paths.items() {
            let choice = at.condition_path(&path.id, path.condition.get())?;
            let actions = at.actions(path.actions.items())?;
            paths.push(Choice { actions, tally: at.people_path(path.id.as_str()), ..choice });
        }
        let (other, other_tally) = match self.other.get() {
            Some(OtherPeople::Actions(other)) => (at.actions(&other.actions)?, Some(at.people_path("other"))),
            _ => (0..0, None),
        };
        let paths = at.choices(paths);
        Ok(Step::SplitPeople { paths, other, other_tally, exit: at.exit(None) })
    }
}

impl SplitPeople {
    /// In a person journey each path is a branch of its own.
    fn lower_branches(&self, at: &mut Lowering<'_>) -> Result<Step, CompileError> {
        let mut paths = Vec::new();
        for path in self.paths.items() {
            let choice = at.condition_path(&path.id, path.condition.get())?;
            paths.push(Choice { exit: at.person_exit(path.id.as_str()), ..choice });
        }
        let has_other = self.other.get().is_some_and(OtherPeople::is_path);
        let other = if has_other { at.person_exit("other") } else { at.end() };
        Ok(Step::Split { paths: at.choices(paths), other })
    }
}
