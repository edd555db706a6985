//! Whether anybody in the data at hand may meet a condition in a run.
//!
//! What a run changes (groups, events, lists and attributes that the journey sets, scores) may be one way or the
//! other; only where nobody meets the condition in either case is the answer no.

use std::collections::HashSet;

use super::Look;
use crate::actions::Action;
use crate::compare::meets;
use crate::condition::{AttributeTest, Condition};
use crate::names::On;
use crate::tables::{Table, Tables};
use crate::workspace::{ListType, Workspace};

pub(super) struct AtHand<'a> {
    tables: &'a Tables,
    workspace: &'a Workspace,
    /// Attributes that an action of the journey sets, and lists that one changes.
    written: HashSet<&'a str>,
    /// Whether advertising may find people whom the tables don't hold.
    new_people: bool,
}

/// By row, whether somebody may meet a condition, and whether somebody may fail it.
struct Maybes {
    may: Vec<bool>,
    may_not: Vec<bool>,
}

impl<'a> AtHand<'a> {
    pub(super) fn new(look: &Look<'a>, tables: &'a Tables) -> AtHand<'a> {
        let mut written = HashSet::new();
        let mut new_people = false;
        for (_, _, action) in look.actions() {
            match action {
                Action::UpdateAccountProfile(update) => {
                    written.extend(update.attribute.get().map(String::as_str))
                }
                Action::UpdatePersonProfile(update) => {
                    written.extend(update.attribute.get().map(String::as_str))
                }
                Action::AddToAccountList(change) => written.extend(change.list.get().map(|it| it.as_str())),
                Action::RemoveFromAccountList(change) => {
                    written.extend(change.list.get().map(|it| it.as_str()))
                }
                Action::ActivateToDestination(_) => new_people = true,
                _ => {}
            }
        }
        AtHand { tables, workspace: look.workspace, written, new_people }
    }

    pub(super) fn anybody(&self, condition: &Condition, on: On) -> bool {
        let rows = match on {
            On::Accounts => self.tables.accounts.rows(),
            On::People => self.tables.people.rows(),
        };
        // Without data there is nothing to say; people who are still to come may be anybody.
        if rows == 0 || (on == On::People && self.new_people) {
            return true;
        }
        self.ask(condition, on).may.contains(&true)
    }

    fn ask(&self, condition: &Condition, on: On) -> Maybes {
        match condition {
            Condition::All(parts) => self.every(parts, on),
            Condition::Any(parts) => self.some(parts, on),
            Condition::None(parts) => self.some(parts, on).not(),
            Condition::HasPerson(part) if on == On::Accounts => self.somebody(self.ask(part, On::People)),
            Condition::Attribute(test) => self.attribute(test, on),
            Condition::MemberOfAccountList(member) => {
                let list = self.list(member.list.as_str(), on);
                if member.is.or(true) { list } else { list.not() }
            }
            _ => self.unknown(on),
        }
    }

    fn every(&self, parts: &[Condition], on: On) -> Maybes {
        parts.iter().map(|part| self.ask(part, on)).reduce(Maybes::and).unwrap_or_else(|| self.all(on, true))
    }

    fn some(&self, parts: &[Condition], on: On) -> Maybes {
        let asked = parts.iter().map(|part| self.ask(part, on).not()).reduce(Maybes::and);
        asked.unwrap_or_else(|| self.all(on, true)).not()
    }

    fn attribute(&self, test: &AttributeTest, on: On) -> Maybes {
        let (of, name) = match test.attribute.split_once('.') {
            Some(("account", name)) => (On::Accounts, name),
            Some((_, name)) => (On::People, name),
            None => return self.unknown(on),
        };
        // Bounces and opt-outs of a run write these.
        let changes = ["engagementScore", "consents.", "workEmail.status", "b2b."];
        let written = self.written.contains(test.attribute.as_str())
            || of == On::People && changes.iter().any(|start| name.starts_with(start));
        if written {
            return self.unknown(on);
        }
        let table = if of == On::Accounts { &self.tables.accounts } else { &self.tables.people };
        let may = by_row(table, name, |cell| meets(cell, test.op, test.value.get()));
        let asked = Maybes { may_not: may.iter().map(|may| !may).collect(), may };
        match (of, on) {
            (On::People, On::Accounts) => self.somebody(asked),
            (On::Accounts, On::People) => self.of_their_accounts(&asked),
            _ => asked,
        }
    }

    fn list(&self, id: &str, on: On) -> Maybes {
        let list = self.workspace.account_lists.items().iter().find(|list| list.id == *id);
        let Some(list) = list.filter(|_| !self.written.contains(id)) else { return self.unknown(on) };
        let members = match (list.r#type, list.condition.get()) {
            (ListType::Dynamic, Some(condition)) => self.ask(condition, On::Accounts),
            (ListType::Dynamic, None) => self.all(On::Accounts, false),
            (ListType::Static, _) => {
                let keys: HashSet<&str> = list.members.items().iter().map(String::as_str).collect();
                let on_list = |cell: Option<&str>| cell.is_some_and(|cell| keys.contains(cell));
                let may = by_row(&self.tables.accounts, "accountKey.sourceKey", on_list);
                Maybes { may_not: may.iter().map(|may| !may).collect(), may }
            }
        };
        if on == On::People { self.of_their_accounts(&members) } else { members }
    }

    /// By account, whether somebody of it does.
    fn somebody(&self, people: Maybes) -> Maybes {
        let rows = self.tables.accounts.rows();
        let (mut may, mut may_not) = (vec![self.new_people; rows], vec![true; rows]);
        for (person, &account) in self.tables.account_of.iter().enumerate() {
            may[account as usize] |= people.may[person];
            may_not[account as usize] &= people.may_not[person];
        }
        Maybes { may, may_not }
    }

    fn of_their_accounts(&self, accounts: &Maybes) -> Maybes {
        let of = |by_account: &[bool]| {
            self.tables.account_of.iter().map(|&account| by_account[account as usize]).collect()
        };
        Maybes { may: of(&accounts.may), may_not: of(&accounts.may_not) }
    }

    fn unknown(&self, on: On) -> Maybes {
        let may = self.all(on, true).may;
        Maybes { may_not: may.clone(), may }
    }

    fn all(&self, on: On, is: bool) -> Maybes {
        let table = if on == On::Accounts { &self.tables.accounts } else { &self.tables.people };
        Maybes { may: vec![is; table.rows()], may_not: vec![!is; table.rows()] }
    }
}

impl Maybes {
    fn not(self) -> Maybes {
        Maybes { may: self.may_not, may_not: self.may }
    }

    fn and(mut self, other: Maybes) -> Maybes {
        self.may.iter_mut().zip(other.may).for_each(|(a, b)| *a &= b);
        self.may_not.iter_mut().zip(other.may_not).for_each(|(a, b)| *a |= b);
        self
    }
}

/// A test of each row's cell, asked once for each distinct text.
fn by_row(table: &Table, name: &str, test: impl Fn(Option<&str>) -> bool) -> Vec<bool> {
    let Some(column) = table.column(name) else { return vec![test(None); table.rows()] };
    let met: Vec<bool> = (0..column.distinct()).map(|code| test(column.text(code as u32))).collect();
    column.codes().iter().map(|&code| met[code as usize]).collect()
}
