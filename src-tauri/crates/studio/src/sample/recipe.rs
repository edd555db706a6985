//! What a sample is made of: sizes and mixes that a user may choose.

use std::collections::BTreeMap;

use serde::Deserialize;
use ts_rs::TS;

use super::{account, words};

/// How to make a sample. What is left out is as in the sample that the program starts with.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recipe {
    /// 1 to 1,000,000; each has 8 people on average.
    pub accounts: u32,
    /// The same seed and recipe give the same tables.
    pub seed: u32,
    /// The weight of each industry; one that is not named keeps its own.
    #[serde(default)]
    pub industries: BTreeMap<String, u32>,
    /// Weights of accounts with fewer than 50, with up to 999, and with more employees.
    #[serde(default)]
    pub sizes: Option<[u32; 3]>,
    /// How many of the people lead, as a weight: 50 is as usual, 0 is nobody.
    #[serde(default)]
    pub leaders: Option<u32>,
    /// In percent, how many people did something in the two months before December 2026.
    #[serde(default)]
    pub active: Option<u32>,
}

pub(super) const MOST: u32 = 1_000_000;

/// A recipe as the draws use it.
pub(super) struct Mix {
    pub(super) industries: Vec<(&'static str, u32)>,
    pub(super) employees: Vec<((u32, u32), u32)>,
    pub(super) farm_titles: Vec<(&'static str, u32)>,
    pub(super) titles: Vec<(&'static str, u32)>,
    pub(super) active: u32,
}

/// The leaders' weight in the program's own sample.
const USUAL: u32 = 50;

impl Mix {
    pub(super) fn of(recipe: &Recipe) -> Mix {
        let most = |weight: u32| weight.min(1_000);
        let mut industries: Vec<_> = words::INDUSTRIES
            .iter()
            .map(|&(name, weight)| (name, most(recipe.industries.get(name).copied().unwrap_or(weight))))
            .collect();
        if industries.iter().all(|(_, weight)| *weight == 0) {
            industries = words::INDUSTRIES.to_vec();
        }
        let usual: [u32; 3] = std::array::from_fn(sum);
        let sizes =
            recipe.sizes.map(|sizes| sizes.map(most)).filter(|sizes| sizes.iter().any(|size| *size > 0));
        let sizes = sizes.unwrap_or(usual);
        // Within a class the shares stay as they are. Weights all times a number draw the same.
        let employees = account::EMPLOYEES.iter().map(|&(range, weight)| {
            let class = class(range);
            (range, weight * sizes[class] * 1_000 / usual[class])
        });
        let leaders = most(recipe.leaders.unwrap_or(USUAL));
        let titles = |titles: &[(&'static str, u32)]| {
            let weight = |&(title, weight): &(&'static str, u32)| {
                (title, weight * if leads(title) { leaders } else { USUAL })
            };
            titles.iter().map(weight).collect()
        };
        Mix {
            industries,
            employees: employees.collect(),
            farm_titles: titles(words::FARM_TITLES),
            titles: titles(words::TITLES),
            active: recipe.active.unwrap_or(35).min(100),
        }
    }
}

fn leads(title: &str) -> bool {
    ["VP ", "Chief ", "Director "].iter().any(|start| title.starts_with(start)) && title != "Chief Agronomist"
        || title == "Finance Director"
}

fn class((low, _): (u32, u32)) -> usize {
    match low {
        0..50 => 0,
        50..1_000 => 1,
        _ => 2,
    }
}

fn sum(wanted: usize) -> u32 {
    account::EMPLOYEES.iter().filter(|(range, _)| class(*range) == wanted).map(|(_, weight)| weight).sum()
}
