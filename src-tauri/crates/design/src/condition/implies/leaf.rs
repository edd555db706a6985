//! Contradictions among leaves that are no attributes: one that holds and one that does not, though the first
//! implies it.

use super::interval;
use crate::condition::{
    AttributeTest, Comparison, Condition, EventHistory, MatchedBuyingGroup, MemberOfBuyingGroup, PeopleInRole,
};
use crate::maybe::Maybe;

/// A leaf that holds or does not, without its own negation.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fact<'a> {
    what: What<'a>,
    wanted: bool,
}

#[derive(Debug, Clone, PartialEq)]
enum What<'a> {
    Group(&'a MatchedBuyingGroup),
    Member(&'a MemberOfBuyingGroup),
    /// At least so many events; inactivity is the negation of one.
    History(&'a EventHistory, u32),
    List(&'a str),
    Role(&'a [String]),
    Opaque(&'a AttributeTest),
}

/// Whether a leaf is about people.
pub(super) fn is_of_people(leaf: &Condition) -> bool {
    match leaf {
        Condition::Attribute(test) => !test.attribute.starts_with("account."),
        Condition::MemberOfBuyingGroup(_) | Condition::EventHistory(_) | Condition::RoleInAccount(_) => true,
        _ => false,
    }
}

impl<'a> Fact<'a> {
    pub(super) fn of(leaf: &'a Condition, wanted: bool) -> Option<Fact<'a>> {
        let (what, is) = match leaf {
            Condition::MatchedBuyingGroup(group) => (What::Group(group), group.is.or(true)),
            Condition::MemberOfBuyingGroup(member) => (What::Member(member), member.is.or(true)),
            Condition::EventHistory(history) if history.inactive.or(false) => {
                (What::History(history, 1), false)
            }
            Condition::EventHistory(history) => (What::History(history, history.at_least.or(1)), true),
            Condition::MemberOfAccountList(member) => (What::List(member.list.as_str()), member.is.or(true)),
            Condition::RoleInAccount(role) => (What::Role(&role.role), role.is.or(true)),
            _ => return None,
        };
        Some(Fact { what, wanted: wanted == is })
    }

    pub(super) fn opaque(test: &'a AttributeTest, wanted: bool) -> Fact<'a> {
        Fact { what: What::Opaque(test), wanted }
    }
}

pub(super) fn contradict(facts: &[Fact<'_>]) -> bool {
    let holding = facts.iter().filter(|fact| fact.wanted);
    holding
        .into_iter()
        .any(|fact| facts.iter().any(|other| !other.wanted && implies(&fact.what, &other.what)))
}

fn implies(a: &What<'_>, b: &What<'_>) -> bool {
    match (a, b) {
        (What::Group(a), What::Group(b)) => group(a, b),
        (What::Member(a), What::Member(b)) => member(a, b),
        (What::History(a, at_least), What::History(b, wanted)) => history(a, b) && at_least >= wanted,
        (What::Role(a), What::Role(b)) => a.iter().all(|role| b.contains(role)),
        (a, b) => a == b,
    }
}

fn group(a: &MatchedBuyingGroup, b: &MatchedBuyingGroup) -> bool {
    let people = |b: &PeopleInRole| a.people.items().iter().any(|a| counts(a, b));
    same_or_any(&a.solution_interest, &b.solution_interest)
        && narrower(&a.stage, &b.stage, |a, b| a == b)
        && narrower(&a.status, &b.status, |a, b| a.to_lowercase() == b.to_lowercase())
        && compares(&a.completeness, &b.completeness)
        && compares(&a.engagement, &b.engagement)
        && b.people.items().iter().all(people)
}

fn member(a: &MemberOfBuyingGroup, b: &MemberOfBuyingGroup) -> bool {
    same_or_any(&a.solution_interest, &b.solution_interest)
        && a.removed.or(false) == b.removed.or(false)
        && narrower(&a.role, &b.role, |a, b| a == b)
        && narrower(&a.stage, &b.stage, |a, b| a == b)
        && narrower(&a.status, &b.status, |a, b| a.to_lowercase() == b.to_lowercase())
        && compares(&a.completeness, &b.completeness)
        && compares(&a.engagement, &b.engagement)
}

/// Fewer days and more constraints count fewer events.
fn history(a: &EventHistory, b: &EventHistory) -> bool {
    let days = match (a.within_days.get(), b.within_days.get()) {
        (_, None) => true,
        (Some(a), Some(b)) => a <= b,
        (None, Some(_)) => false,
    };
    let asked = |test| a.constraints.items().contains(test);
    days && a.event_type == b.event_type && b.constraints.items().iter().all(asked)
}

fn same_or_any<T: PartialEq>(a: &Maybe<T>, b: &Maybe<T>) -> bool {
    b.get().is_none_or(|b| a.get() == Some(b))
}

/// Every value that `a` takes is one that `b` takes; left out: any value.
fn narrower<T>(a: &Maybe<Vec<T>>, b: &Maybe<Vec<T>>, same: impl Fn(&T, &T) -> bool) -> bool {
    b.get().is_none_or(|b| a.get().is_some_and(|a| a.iter().all(|a| b.iter().any(|b| same(a, b)))))
}

fn compares(a: &Maybe<Comparison>, b: &Maybe<Comparison>) -> bool {
    let Some(b) = b.get() else { return true };
    let Some(a) = a.get() else { return false };
    if a == b {
        return true;
    }
    let intervals = interval::of_comparison(a).zip(interval::of_comparison(b));
    intervals.is_some_and(|(a, b)| a.within(&b))
}

/// Whether a number of members that fits `a` fits `b`.
fn counts(a: &PeopleInRole, b: &PeopleInRole) -> bool {
    let range = |it: &PeopleInRole| {
        let exactly = it.exactly.get().copied();
        (
            exactly.or(it.at_least.get().copied()).unwrap_or(0),
            exactly.or(it.at_most.get().copied()).unwrap_or(u32::MAX),
        )
    };
    let ((least, most), (at_least, at_most)) = (range(a), range(b));
    a.role == b.role && least >= at_least && most <= at_most
}
