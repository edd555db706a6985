//! What a roles template does to the people at hand, before it is live: who gets which role, and who gets none.

use serde::Serialize;
use ts_rs::TS;

use super::evaluate::Asked;
use super::{Ground, person_name};
use crate::compile::CompileError;
use crate::scenario::Scenario;
use crate::tables::Tables;
use crate::workspace::{RoleCard, Workspace};

/// The people of all accounts under a template's cards, as the creation job would assign them where nobody has a
/// role yet.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TemplatePreview {
    pub people: u32,
    pub accounts: u32,
    /// In the order of the cards.
    pub cards: Vec<CardPreview>,
    /// People without a role.
    pub none: u32,
    /// The first ten of them.
    pub none_some: Vec<PersonPreview>,
    /// Accounts by completeness of their group: [0, 25), [25, 50), [50, 75), [75, 100].
    pub bands: [u32; 4],
    /// Accounts whose group has all the members that it needs.
    pub complete: u32,
}

/// What one card does.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardPreview {
    pub role: String,
    /// People who meet its conditions.
    pub matching: u32,
    /// Those of them who get the role.
    pub assigned: u32,
    /// The others, by the earlier card that claims them.
    pub claimed: Vec<Claim>,
    /// The first ten who get the role.
    pub some: Vec<PersonPreview>,
    /// Accounts with as many members as the card requires.
    pub filled: u32,
}

/// People who match a card and have the role of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Claim {
    pub role: String,
    pub people: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonPreview {
    pub name: String,
    pub title: Option<String>,
}

/// As many names as somebody reads.
const SOME: usize = 10;
/// Stands for no card.
const NONE: u8 = u8::MAX;

/// Gives every person the first card that matches. A card without conditions assigns nobody.
pub fn preview_template(
    cards: &[RoleCard],
    workspace: &Workspace,
    tables: &Tables,
    scenario: &Scenario,
    ground: &Ground,
) -> Result<TemplatePreview, CompileError> {
    let cards = &cards[..cards.len().min(usize::from(NONE))];
    let asked = Asked { workspace, tables, scenario, ground };
    let people = tables.people.rows();
    let mut card_of = vec![NONE; people];
    let mut previews: Vec<CardPreview> =
        cards.iter().map(|card| CardPreview { role: card.role.clone(), ..CardPreview::default() }).collect();
    for (index, card) in cards.iter().enumerate() {
        let Some(condition) = card.auto_assign.get() else { continue };
        let rows = asked.meeting(condition, true, &mut Vec::new())?;
        let mut claimed = vec![0u32; index];
        for (row, _) in rows.iter().enumerate().filter(|(_, met)| **met) {
            previews[index].matching += 1;
            if card_of[row] != NONE {
                claimed[usize::from(card_of[row])] += 1;
                continue;
            }
            card_of[row] = index as u8;
            previews[index].assigned += 1;
            if previews[index].some.len() < SOME {
                previews[index].some.push(person(tables, row));
            }
        }
        let claims = claimed.iter().enumerate().filter(|(_, people)| **people > 0);
        previews[index].claimed =
            claims.map(|(by, &people)| Claim { role: cards[by].role.clone(), people }).collect();
    }
    let left = card_of.iter().enumerate().filter(|(_, card)| **card == NONE).map(|(row, _)| row);
    let none_some = left.clone().take(SOME).map(|row| person(tables, row)).collect();
    let none = left.count() as u32;
    let accounts = tables.accounts.rows();
    let mut counts = vec![0u16; accounts * cards.len()];
    for (&card, &account) in card_of.iter().zip(&tables.account_of) {
        if card != NONE {
            let count = &mut counts[account as usize * cards.len() + usize::from(card)];
            *count = count.saturating_add(1);
        }
    }
    let needs: Vec<(bool, f64)> =
        cards.iter().map(|card| (card.required, f64::from(card.members_required.or(1).max(1)))).collect();
    let required = needs.iter().filter(|(required, _)| *required).count();
    let (mut bands, mut complete) = ([0u32; 4], 0);
    for account in 0..accounts {
        let mut sum = 0.0;
        for (card, (required, needed)) in needs.iter().enumerate() {
            let share = (f64::from(counts[account * cards.len() + card]) / needed).min(1.0);
            previews[card].filled += u32::from(share >= 1.0);
            sum += if *required { share } else { 0.0 };
        }
        let completeness = if required == 0 { 0.0 } else { 100.0 * sum / required as f64 };
        bands[((completeness / 25.0) as usize).min(3)] += 1;
        complete += u32::from(required > 0 && completeness >= 100.0 - 1e-9);
    }
    Ok(TemplatePreview {
        people: people as u32,
        accounts: accounts as u32,
        cards: previews,
        none,
        none_some,
        bands,
        complete,
    })
}

fn person(tables: &Tables, row: usize) -> PersonPreview {
    PersonPreview {
        name: person_name(tables, row),
        title: tables.people.cell("extendedWorkDetails.jobTitle", row).map(str::to_owned),
    }
}
