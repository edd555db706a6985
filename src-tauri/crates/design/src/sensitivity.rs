//! How much a result hangs on each assumption: each is moved alone, under the same draws.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::comparison::short;
use crate::formats::native::Document;
use crate::primitives::Id;
use crate::report::{Estimate, Intervals, Moments};

impl Document for Sensitivity {
    const FORMAT: &str = "caravan/sensitivity";
}

/// What came of moving each assumption of a scenario, for each figure that was asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Sensitivity {
    /// The version of the program that made it.
    pub program: String,
    pub journey: Id,
    pub scenario: String,
    #[ts(type = "number")]
    pub seed: u64,
    pub replications: u32,
    #[ts(type = "number")]
    pub accounts: u64,
    pub figures: Vec<FigureSensitivity>,
}

/// The effects on one figure, the greatest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct FigureSensitivity {
    /// By its path in the report, such as `solutionInterests[si-seeds].salesReady`.
    pub figure: String,
    /// With the scenario as it is.
    pub base: Estimate,
    pub assumptions: Vec<Effect>,
}

/// One assumption moved down and up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// By its path in the scenario, such as `behaviour.email.open`.
    pub assumption: String,
    pub value: f64,
    pub low: Moved,
    pub high: Moved,
}

/// What the figure becomes, and its difference from the base taken pair by pair of replications.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    pub value: f64,
    pub figure: Estimate,
    pub difference: Estimate,
}

/// The values of some figures by replication.
pub type Values = Vec<Vec<Option<f64>>>;

impl Moved {
    /// From the values of one figure by replication, with the assumption moved and as it is.
    pub fn new(value: f64, moved: &[Option<f64>], base: &[Option<f64>]) -> Moved {
        let difference: Vec<_> = moved.iter().zip(base).map(|(a, b)| a.zip(*b).map(|(a, b)| a - b)).collect();
        Moved { value, figure: estimate(moved), difference: estimate(&difference) }
    }

    fn reach(&self) -> f64 {
        self.difference.mean.map_or(0.0, f64::abs)
    }
}

impl FigureSensitivity {
    /// Sorts the effects by the greater of the two differences; ties keep the order of the assumptions.
    pub fn new(figure: String, base: &[Option<f64>], mut assumptions: Vec<Effect>) -> FigureSensitivity {
        let reach = |effect: &Effect| effect.low.reach().max(effect.high.reach());
        assumptions.sort_by(|a, b| reach(b).total_cmp(&reach(a)));
        FigureSensitivity { figure, base: estimate(base), assumptions }
    }
}

impl Sensitivity {
    /// A table for a terminal.
    pub fn table(&self) -> String {
        let mut text = String::new();
        for of in &self.figures {
            text.push_str(&format!("{}: {}\n\n", of.figure, with_interval(&of.base)));
            let header = ["assumption", "value", "moved to", "difference", "moved to", "difference"];
            let mut rows = vec![header.map(str::to_owned)];
            rows.extend(of.assumptions.iter().map(|effect| {
                [
                    effect.assumption.clone(),
                    short(effect.value),
                    short(effect.low.value),
                    with_interval(&effect.low.difference),
                    short(effect.high.value),
                    with_interval(&effect.high.difference),
                ]
            }));
            let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
            let widths: Vec<usize> = (0..header.len()).map(width).collect();
            for row in &rows {
                let cells: Vec<_> =
                    row.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
                text.push_str(cells.join("  ").trim_end());
                text.push('\n');
            }
            text.push('\n');
        }
        text
    }
}

/// The estimate over the replications.
pub fn estimate(values: &[Option<f64>]) -> Estimate {
    let mut moments = Moments::default();
    values.iter().zip(1u32..).for_each(|(value, n)| moments.take(*value, f64::from(n)));
    Intervals::over(values.len() as u32).of(&moments)
}

/// Such as `+4.2 (3.1 to 5.3)`.
fn with_interval(of: &Estimate) -> String {
    match (of.mean, of.low, of.high) {
        (Some(mean), Some(low), Some(high)) if low < high => {
            format!("{} ({} to {})", short(mean), short(low), short(high))
        }
        (Some(mean), ..) => short(mean),
        _ => "undefined".to_owned(),
    }
}
