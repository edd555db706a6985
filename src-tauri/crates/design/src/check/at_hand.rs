//! Whether anybody in the data at hand may meet a condition in a run.
//!
//! What a run changes (groups, events, lists and attributes that the journey sets, scores) may be one way or the
//! other; only where nobody meets the condition in either case is the answer no.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Weak};

use super::Look;
use crate::actions::Action;
use crate::compare::meets;
use crate::condition::{AttributeTest, Condition};
use crate::names::On;
use crate::primitives::Id;
use crate::tables::{Table, Tables};
use crate::workspace::{AccountList, ListType, Workspace};

/// What earlier checks of one journey were answered. Asking a hundred thousand people takes long, an edit changes few
/// conditions and hardly ever what the answers hang on.
#[derive(Debug, Clone, Default)]
pub(super) struct Answered {
    ground: Option<Ground>,
    /// By node and path: what was asked, and whether anybody may meet it.
    answers: HashMap<(Id, Id), (On, Condition, bool)>,
}

/// What the answers hang on besides the condition.
#[derive(Debug, Clone)]
struct Ground {
    /// Not kept from being freed; the address stays taken as long as it is held here.
    tables: Weak<Tables>,
    lists: Vec<AccountList>,
    written: BTreeSet<String>,
    new_people: bool,
}

impl Answered {
    /// Forgets everything where it was answered on other ground.
    fn stand_on(&mut self, at_hand: &AtHand<'_>) {
        let lists = at_hand.workspace.account_lists.items();
        let same = self.ground.as_ref().is_some_and(|ground| {
            std::ptr::eq(ground.tables.as_ptr(), Arc::as_ptr(at_hand.tables))
                && ground.lists == lists
                && ground.new_people == at_hand.new_people
                && ground.written.iter().eq(at_hand.written.iter().copied())
        });
        if !same {
            self.answers.clear();
            self.ground = Some(Ground {
                tables: Arc::downgrade(at_hand.tables),
                lists: lists.to_vec(),
                written: at_hand.written.iter().copied().map(str::to_owned).collect(),
                new_people: at_hand.new_people,
            });
        }
    }
}

pub(super) struct AtHand<'a> {
    tables: &'a Arc<Tables>,
    workspace: &'a Workspace,
    /// Attributes that an action of the journey sets, and lists that one changes.
    written: BTreeSet<&'a str>,
    /// Whether advertising may find people whom the tables don't hold.
    new_people: bool,
    answered: &'a RefCell<Answered>,
    /// The dynamic lists that are being asked.
    inside: RefCell<Vec<&'a Id>>,
}

/// By row, whether somebody may meet a condition, and whether somebody may fail it.
struct Maybes {
    may: Vec<bool>,
    may_not: Vec<bool>,
}

impl<'a> AtHand<'a> {
    pub(super) fn new(look: &Look<'a>, tables: &'a Arc<Tables>) -> AtHand<'a> {
        let mut written = BTreeSet::new();
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
        let answered = &look.known.answered;
        let inside = RefCell::default();
        let at_hand = AtHand { tables, workspace: look.workspace, written, new_people, answered, inside };
        at_hand.answered.borrow_mut().stand_on(&at_hand);
        at_hand
    }

    /// Whether anybody may take a path; `node` and `path` say where it was asked before.
    pub(super) fn anybody(&self, condition: &Condition, on: On, node: &Id, path: &Id) -> bool {
        let place = (node.clone(), path.clone());
        let mut answered = self.answered.borrow_mut();
        match answered.answers.get(&place) {
            Some((asked_on, asked, answer)) if *asked_on == on && asked == condition => *answer,
            _ => {
                let answer = self.may(condition, on);
                answered.answers.insert(place, (on, condition.clone(), answer));
                answer
            }
        }
    }

    fn may(&self, condition: &Condition, on: On) -> bool {
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
            // A list that asks for itself has no members by that way.
            (ListType::Dynamic, Some(condition)) if !self.inside.borrow().contains(&&list.id) => {
                self.inside.borrow_mut().push(&list.id);
                let members = self.ask(condition, On::Accounts);
                self.inside.borrow_mut().pop();
                members
            }
            (ListType::Dynamic, _) => self.all(On::Accounts, false),
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
    column.codes().iter().map(|code| met[code as usize]).collect()
}
