//! Whether whoever meets one condition is sure to meet another, by the form of the two alone.
//!
//! "a implies b" is shown by leading "a and not b" to a contradiction: groups are taken apart into branches of
//! literals (a tableau), and each branch must contradict itself. What cannot be shown within the budget counts as not
//! implied, so the answer is never wrongly yes.

mod attribute;
mod interval;
mod leaf;

use super::{AttributeTest, Condition, Operand, Operator, Scalar};
use crate::names::On;
use attribute::Cell;
use leaf::Fact;

/// The most branches that are followed for one question.
const BUDGET: u32 = 400;

/// Whether everybody who meets `a` meets one of `others`, when the conditions are asked of accounts or of people.
pub fn implies(a: &Condition, others: &[&Condition], on: On) -> bool {
    let mut open = vec![(a, true)];
    open.extend(others.iter().map(|other| (*other, false)));
    contradictory(open, on, &mut { BUDGET })
}

/// Whether nobody can meet a condition.
pub fn impossible(condition: &Condition, on: On) -> bool {
    contradictory(vec![(condition, true)], on, &mut { BUDGET })
}

/// A condition that is to hold (true) or not to hold.
type Wanted<'a> = (&'a Condition, bool);

fn contradictory(open: Vec<Wanted<'_>>, on: On, budget: &mut u32) -> bool {
    Branch { open, on, ..Branch::default() }.closes(budget)
}

/// One branch: what is still to be taken apart, and the literals so far.
#[derive(Clone)]
struct Branch<'a> {
    on: On,
    open: Vec<Wanted<'a>>,
    /// Groups that part the branch, put off so that all else is known before.
    later: Vec<(Vec<Wanted<'a>>,)>,
    cells: Vec<Cell<'a>>,
    /// Tests whose values are several, one of which must hold.
    either: Vec<Vec<Cell<'a>>>,
    facts: Vec<Fact<'a>>,
    /// Conditions that some one person of the account meets, and those that none meets.
    somebody: Vec<&'a Condition>,
    nobody: Vec<&'a Condition>,
}

impl Default for Branch<'_> {
    fn default() -> Self {
        Branch {
            on: On::People,
            open: Vec::new(),
            later: Vec::new(),
            cells: Vec::new(),
            either: Vec::new(),
            facts: Vec::new(),
            somebody: Vec::new(),
            nobody: Vec::new(),
        }
    }
}

impl<'a> Branch<'a> {
    fn closes(mut self, budget: &mut u32) -> bool {
        let Some(left) = budget.checked_sub(1) else { return false };
        *budget = left;
        while let Some((condition, wanted)) = self.open.pop() {
            if !self.take(condition, wanted) {
                return true;
            }
        }
        if self.contradicts(budget) {
            return true;
        }
        if let Some(cells) = self.either.pop() {
            return cells.into_iter().all(|cell| {
                let mut branch = self.clone();
                branch.cells.push(cell);
                branch.closes(budget)
            });
        }
        let Some((ways,)) = self.later.pop() else { return false };
        ways.into_iter().all(|way| {
            let mut branch = self.clone();
            branch.open.push(way);
            branch.closes(budget)
        })
    }

    /// Takes one condition apart; false where it cannot hold by itself.
    fn take(&mut self, condition: &'a Condition, wanted: bool) -> bool {
        match (condition, wanted) {
            (Condition::All(parts), true) => self.open.extend(parts.iter().map(|part| (part, true))),
            (Condition::Any(parts), false) | (Condition::None(parts), true) => {
                self.open.extend(parts.iter().map(|part| (part, false)));
            }
            (Condition::Any(parts), true) | (Condition::None(parts), false) => {
                return self.part(parts.iter().map(|part| (part, true)).collect());
            }
            (Condition::All(parts), false) => {
                return self.part(parts.iter().map(|part| (part, false)).collect());
            }
            (Condition::HasPerson(part), _) => self.person(part, wanted),
            // Asked of an account, a leaf about people holds if somebody meets it.
            (leaf, _) if self.on == On::Accounts && leaf::is_of_people(leaf) => self.person(leaf, wanted),
            (Condition::Attribute(test), _) => return self.attribute(test, wanted),
            (leaf, _) => self.facts.extend(Fact::of(leaf, wanted)),
        }
        true
    }

    fn part(&mut self, mut ways: Vec<Wanted<'a>>) -> bool {
        match ways.len() {
            0 => false,
            1 => {
                self.open.append(&mut ways);
                true
            }
            _ => {
                self.later.push((ways,));
                true
            }
        }
    }

    fn person(&mut self, condition: &'a Condition, wanted: bool) {
        if wanted { self.somebody.push(condition) } else { self.nobody.push(condition) }
    }

    fn attribute(&mut self, test: &'a AttributeTest, wanted: bool) -> bool {
        let values = test.value.get().map_or(&[][..], Operand::values);
        let negated = |op| match op {
            Operator::IsNot => Some(Operator::Is),
            Operator::NotContains => Some(Operator::Contains),
            Operator::NotEquals => Some(Operator::Equals),
            Operator::IsNotEmpty => Some(Operator::IsEmpty),
            _ => None,
        };
        let (op, wanted) = negated(test.op).map_or((test.op, wanted), |op| (op, !wanted));
        // The score is computed; only what surely is a comparison of numbers is understood.
        let plain = values.iter().all(|value| matches!(value, Scalar::Number(_)));
        let numeric = interval::is_numeric(op) && plain && (values.len() == 1 || op == Operator::Between);
        if test.attribute == "person.engagementScore" && !numeric {
            self.facts.push(Fact::opaque(test, wanted));
            return true;
        }
        let cells = Cell::all(&test.attribute, op, values);
        let mut cells: Vec<Cell<'a>> = cells.into_iter().map(|cell| cell.wanted(wanted)).collect();
        match (wanted, cells.len()) {
            (false, _) | (true, 1) => self.cells.append(&mut cells),
            (true, 0) => return false,
            (true, _) => self.either.push(cells),
        }
        true
    }

    fn contradicts(&self, budget: &mut u32) -> bool {
        attribute::contradict(&self.cells) || leaf::contradict(&self.facts) || self.people_contradict(budget)
    }

    /// Whether a person who must be there meets what nobody meets. The account is the same for all of its people.
    fn people_contradict(&self, budget: &mut u32) -> bool {
        self.somebody.iter().any(|somebody| {
            let mut branch = Branch { on: On::People, ..Branch::default() };
            branch.open.push((somebody, true));
            branch.open.extend(self.nobody.iter().map(|nobody| (*nobody, false)));
            if self.on == On::Accounts {
                branch.cells.clone_from(&self.cells);
                branch.facts.clone_from(&self.facts);
            }
            branch.closes(budget)
        })
    }
}
