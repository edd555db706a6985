//! A condition over whole columns: each part becomes the set of the rows that meet it, so that every part's number
//! comes with the whole. What a part means is said in `simulator::condition`, which asks one account at a time; a
//! property test holds the two against each other.

use super::ground::Ground;
use super::leaves::Set;
use crate::compile::CompileError;
use crate::condition::Condition;
use crate::primitives::Id;
use crate::scenario::Scenario;
use crate::tables::Tables;
use crate::workspace::Workspace;

/// Whom a condition is asked of.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) tables: &'a Tables,
    pub(super) scenario: &'a Scenario,
    pub(super) ground: &'a Ground,
}

/// By row, whether it is in the set.
pub(super) type Rows = Vec<bool>;

impl<'a> Asked<'a> {
    /// The rows that meet the condition: of people, or of accounts. `parts` gets the number of each part, outer ones
    /// first; inside *has person* they are numbers of people.
    pub(super) fn meeting(
        &self,
        condition: &'a Condition,
        of_people: bool,
        parts: &mut Vec<u32>,
    ) -> Result<Rows, CompileError> {
        self.part(condition, of_people, parts, &mut Vec::new())
    }

    /// `inside` are the lists whose condition is being asked: one that asks for itself has no members by that way.
    pub(super) fn part(
        &self,
        condition: &'a Condition,
        of_people: bool,
        parts: &mut Vec<u32>,
        inside: &mut Vec<&'a Id>,
    ) -> Result<Rows, CompileError> {
        let place = parts.len();
        parts.push(0);
        let rows = match condition {
            Condition::All(list) => self.joined(list, of_people, parts, inside, true)?,
            Condition::Any(list) => self.joined(list, of_people, parts, inside, false)?,
            Condition::None(list) => flipped(self.joined(list, of_people, parts, inside, false)?),
            Condition::HasPerson(inner) => {
                let people = self.part(inner, true, parts, inside)?;
                let accounts = self.some_person(&people);
                if of_people { self.of_their_account(&accounts) } else { accounts }
            }
            leaf => match (self.leaf(leaf, inside)?, of_people) {
                (Set::Accounts(rows), false) | (Set::People(rows), true) => rows,
                (Set::Accounts(rows), true) => self.of_their_account(&rows),
                (Set::People(rows), false) => self.some_person(&rows),
            },
        };
        parts[place] = rows.iter().filter(|met| **met).count() as u32;
        Ok(rows)
    }

    /// All of the parts, or any of them.
    fn joined(
        &self,
        list: &'a [Condition],
        of_people: bool,
        parts: &mut Vec<u32>,
        inside: &mut Vec<&'a Id>,
        all: bool,
    ) -> Result<Rows, CompileError> {
        let table = if of_people { &self.tables.people } else { &self.tables.accounts };
        let mut joined = vec![all; table.rows()];
        for part in list {
            let rows = self.part(part, of_people, parts, inside)?;
            if all {
                joined.iter_mut().zip(&rows).for_each(|(all, one)| *all &= one);
            } else {
                joined.iter_mut().zip(&rows).for_each(|(any, one)| *any |= one);
            }
        }
        Ok(joined)
    }

    /// The accounts of which some person is in the set.
    fn some_person(&self, people: &[bool]) -> Rows {
        let mut accounts = vec![false; self.tables.accounts.rows()];
        for (&met, &account) in people.iter().zip(&self.tables.account_of) {
            accounts[account as usize] |= met;
        }
        accounts
    }

    /// The people whose account is in the set.
    fn of_their_account(&self, accounts: &[bool]) -> Rows {
        self.tables.account_of.iter().map(|&account| accounts[account as usize]).collect()
    }
}

pub(super) fn flipped(mut rows: Rows) -> Rows {
    rows.iter_mut().for_each(|row| *row = !*row);
    rows
}
