//! A path whose condition an earlier path of the same split implies.

use std::collections::BTreeSet;

use super::Look;
use crate::condition::{AttributeTest, Condition, Operand, Operator, Scalar};
use crate::kinds::Kind;
use crate::primitives::Id;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    for node in &look.journey.nodes {
        let paths: Vec<(&Id, &Condition)> = match &node.kind {
            Kind::SplitAccounts(split) => {
                let paths = split.paths.items().iter();
                paths.filter_map(|path| Some((&path.id, path.condition.get()?))).collect()
            }
            Kind::SplitPeople(split) => {
                let paths = split.paths.items().iter();
                paths.filter_map(|path| Some((&path.id, path.condition.get()?))).collect()
            }
            _ => continue,
        };
        for (at, (path, condition)) in paths.iter().enumerate() {
            let earlier = paths[..at].iter().any(|(_, earlier)| implies(condition, earlier));
            if earlier || matches!(condition, Condition::Any(parts) if parts.is_empty()) {
                let problem = Problem::warning(
                    "path-never-taken",
                    "Whoever meets this condition already takes an earlier path; move this path up or narrow that one.",
                    "Quien cumple esta condición ya toma una rama anterior; sube esta rama o acota aquella.",
                );
                found.push(problem.at(&node.id).on(Some(path)));
            }
        }
    }
}

/// Whether whoever meets `a` meets `b` too, as far as the two can be compared by their form. False where in doubt.
fn implies(a: &Condition, b: &Condition) -> bool {
    if a == b {
        return true;
    }
    match (a, b) {
        (_, Condition::All(parts)) => parts.iter().all(|part| implies(a, part)),
        (Condition::Any(parts), _) => parts.iter().all(|part| implies(part, b)),
        (_, Condition::Any(parts)) if parts.iter().any(|part| implies(a, part)) => true,
        (Condition::All(parts), _) => parts.iter().any(|part| implies(part, b)),
        (Condition::Attribute(a), Condition::Attribute(b)) if a.attribute == b.attribute => narrower(a, b),
        (Condition::HasPerson(a), Condition::HasPerson(b)) => implies(a, b),
        _ => false,
    }
}

fn narrower(a: &AttributeTest, b: &AttributeTest) -> bool {
    if let (Some(a), Some(b)) = (range(a), range(b)) {
        return lower(&a, &b) && upper(&a, &b);
    }
    match (a.op, b.op) {
        (Operator::Is, Operator::Is) | (Operator::StartsWith, Operator::StartsWith) => {
            texts(a).zip(texts(b)).is_some_and(|(a, b)| !a.is_empty() && a.is_subset(&b))
        }
        _ => false,
    }
}

fn lower(a: &Range, b: &Range) -> bool {
    b.low < a.low || (b.low == a.low && (b.low_in || !a.low_in))
}

fn upper(a: &Range, b: &Range) -> bool {
    b.high > a.high || (b.high == a.high && (b.high_in || !a.high_in))
}

struct Range {
    low: f64,
    low_in: bool,
    high: f64,
    high_in: bool,
}

fn range(test: &AttributeTest) -> Option<Range> {
    let numbers: Option<Vec<f64>> = test.value.get()?.values().iter().map(number).collect();
    let numbers = numbers?;
    let (low, low_in, high, high_in) = match (test.op, numbers.as_slice()) {
        (Operator::Equals, &[value]) => (value, true, value, true),
        (Operator::GreaterThan, &[value]) => (value, false, f64::INFINITY, true),
        (Operator::AtLeast, &[value]) => (value, true, f64::INFINITY, true),
        (Operator::LessThan, &[value]) => (f64::NEG_INFINITY, true, value, false),
        (Operator::AtMost, &[value]) => (f64::NEG_INFINITY, true, value, true),
        (Operator::Between, &[low, high]) => (low, true, high, true),
        _ => return None,
    };
    Some(Range { low, low_in, high, high_in })
}

fn number(value: &Scalar) -> Option<f64> {
    match value {
        Scalar::Number(number) => Some(number.get()),
        _ => None,
    }
}

/// The values of a text test, as they compare.
fn texts(test: &AttributeTest) -> Option<BTreeSet<String>> {
    let texts = test.value.get().map_or(&[][..], Operand::values).iter().map(|value| match value {
        Scalar::Text(text) => Some(text.trim().to_lowercase()),
        _ => None,
    });
    texts.collect()
}
