//! What is counted over some accounts of a block, so that a block can be shared out among threads.
//!
//! Whole numbers add up to the same in any order, decimals do not: of these each account's own is kept, and they are
//! added one after the other when the block is whole, however many parts it was made in.

use crate::program::Program;
use crate::samples::Sums;
use crate::tally::Tally;

/// The counts of neighbouring accounts of a block.
pub(crate) struct Part {
    /// Without its sums of decimals.
    pub(crate) tally: Tally,
    pub(crate) sums: Sums,
    /// By solution interest.
    pub(crate) addends: Vec<Addends>,
}

/// What each group adds to the sums of its solution interest, in the order of the table.
#[derive(Debug, Default)]
pub(crate) struct Addends {
    /// Completeness at minute 0; completeness and engagement at the horizon.
    pub(crate) at_start: Vec<f64>,
    pub(crate) at_end: Vec<[f64; 2]>,
    /// Card by card for each group: how far the role is filled at minute 0 and at the horizon.
    pub(crate) fill_start: Vec<f64>,
    pub(crate) fill_end: Vec<f64>,
}

impl Part {
    pub(crate) fn new(program: &Program) -> Part {
        Part {
            tally: Tally::new(program),
            sums: Sums::new(program.groups.len() * 2, program.clock.midnights.len() + 1),
            addends: program.groups.iter().map(|_| Addends::default()).collect(),
        }
    }

    /// The tally of a block, from its parts in the order of the table.
    pub(crate) fn joined(parts: Vec<Part>) -> Option<Tally> {
        let mut parts = parts.into_iter();
        let mut whole = parts.next()?;
        whole.add_up();
        for mut part in parts {
            std::mem::swap(&mut whole.addends, &mut part.addends);
            whole.add_up();
            whole.sums.merge(&part.sums);
            whole.tally.append(part.tally);
        }
        for (index, group) in whole.tally.groups.iter_mut().enumerate() {
            for (score, sums) in group.sums.iter_mut().enumerate() {
                whole.sums.write(index * 2 + score, sums);
            }
        }
        Some(whole.tally)
    }

    /// Adds the decimals to the sums so far, one after the other.
    fn add_up(&mut self) {
        for (group, addends) in self.tally.groups.iter_mut().zip(&self.addends) {
            addends.at_start.iter().for_each(|value| group.completeness_start += value);
            for [completeness, engagement] in &addends.at_end {
                group.completeness_end += completeness;
                group.engagement_end += engagement;
            }
            let cards = group.cards.len().max(1);
            for fills in addends.fill_start.chunks_exact(cards) {
                group.cards.iter_mut().zip(fills).for_each(|(card, fill)| card.fill_start += fill);
            }
            for fills in addends.fill_end.chunks_exact(cards) {
                group.cards.iter_mut().zip(fills).for_each(|(card, fill)| card.fill_end += fill);
            }
        }
    }
}
