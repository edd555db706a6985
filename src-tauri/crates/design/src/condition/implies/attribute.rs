//! Contradictions among tests of one cell, each of them with one value.

use super::interval::{self, Scale};
use crate::condition::{Operand, Operator, Scalar};

/// A test of an attribute with at most one value (`between`: two), that holds or does not.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    attribute: &'a str,
    op: Operator,
    /// As it compares: without blanks around it, in lower case.
    text: String,
    value: Option<&'a Scalar>,
    high: Option<&'a Scalar>,
    wanted: bool,
}

impl<'a> Cell<'a> {
    /// One test for each value: several values mean any of them.
    pub(super) fn all(attribute: &'a str, op: Operator, values: &'a [Scalar]) -> Vec<Cell<'a>> {
        let cell = |value: Option<&'a Scalar>, text: String| Cell {
            attribute,
            op,
            text,
            value,
            high: None,
            wanted: true,
        };
        match (op, values) {
            (Operator::IsEmpty, _) => vec![cell(None, String::new())],
            (Operator::Between, [low, high]) => {
                vec![Cell { high: Some(high), ..cell(Some(low), String::new()) }]
            }
            (Operator::Between, _) => Vec::new(),
            (Operator::Is, values) => values
                .iter()
                .flat_map(|value| match value {
                    Scalar::Flag(flag) => {
                        let words = if *flag { ["true", "yes", "1"] } else { ["false", "no", "0"] };
                        words.map(|word| cell(Some(value), word.to_owned())).to_vec()
                    }
                    _ => vec![cell(Some(value), lowercase(value))],
                })
                .collect(),
            (_, values) => values.iter().map(|value| cell(Some(value), lowercase(value))).collect(),
        }
    }

    pub(super) fn wanted(self, wanted: bool) -> Cell<'a> {
        Cell { wanted, ..self }
    }

    /// Whether it holds for the text, in lower case; None where that cannot be said.
    fn holds_for(&self, text: &str) -> Option<bool> {
        Some(match self.op {
            Operator::IsEmpty => text.is_empty(),
            Operator::Is => !text.is_empty() && self.text == text,
            Operator::Contains => !text.is_empty() && text.contains(&self.text),
            Operator::StartsWith => !text.is_empty() && text.starts_with(&self.text),
            Operator::EndsWith => !text.is_empty() && text.ends_with(&self.text),
            _ => {
                // Letters other than the exponent's may have been capitals that a date needs.
                let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.e:".contains(&byte));
                let operand = match (self.value?, self.high) {
                    (low, Some(high)) => Operand::Many(vec![low.clone(), high.clone()]),
                    (value, None) => Operand::One(value.clone()),
                };
                return plain.then(|| crate::compare::meets(Some(text), self.op, Some(&operand)));
            }
        })
    }

    /// Whether a cell that meets this test surely meets the other, both being about parts of a text.
    fn text_implies(&self, other: &Cell<'_>) -> bool {
        use Operator::{Contains, EndsWith, StartsWith};
        match (self.op, other.op) {
            (Contains | StartsWith | EndsWith, Contains) => self.text.contains(&other.text),
            (StartsWith, StartsWith) => self.text.starts_with(&other.text),
            (EndsWith, EndsWith) => self.text.ends_with(&other.text),
            _ => false,
        }
    }

    /// Whether no cell meets both.
    fn text_excludes(&self, other: &Cell<'_>) -> bool {
        match (self.op, other.op) {
            (Operator::StartsWith, Operator::StartsWith) => {
                !self.text.starts_with(&other.text) && !other.text.starts_with(&self.text)
            }
            (Operator::EndsWith, Operator::EndsWith) => {
                !self.text.ends_with(&other.text) && !other.text.ends_with(&self.text)
            }
            _ => false,
        }
    }
}

/// Whether no record meets all of the tests, which may be about several attributes.
pub(super) fn contradict(cells: &[Cell<'_>]) -> bool {
    let mut seen: Vec<&str> = Vec::new();
    cells.iter().any(|cell| {
        if seen.contains(&cell.attribute) {
            return false;
        }
        seen.push(cell.attribute);
        let of: Vec<&Cell<'_>> = cells.iter().filter(|other| other.attribute == cell.attribute).collect();
        one(&of)
    })
}

/// Whether no cell meets all of the tests.
fn one(cells: &[&Cell<'_>]) -> bool {
    let (holding, failing): (Vec<&Cell<'_>>, Vec<&Cell<'_>>) = cells.iter().partition(|cell| cell.wanted);
    // Whatever holds but "is empty" needs a cell with something in it.
    let empty = holding.iter().any(|cell| cell.op == Operator::IsEmpty);
    let filled = holding.iter().any(|cell| cell.op != Operator::IsEmpty)
        || failing.iter().any(|cell| cell.op == Operator::IsEmpty);
    if empty {
        return filled;
    }
    let filler = |cell: &Cell<'_>| {
        matches!(cell.op, Operator::Contains | Operator::StartsWith | Operator::EndsWith)
            && cell.text.is_empty()
    };
    if filled && failing.iter().any(|cell| filler(cell)) {
        return true;
    }
    if let Some(is) = holding.iter().find(|cell| cell.op == Operator::Is) {
        let differs = |cell: &&Cell<'_>| cell.holds_for(&is.text) == Some(!cell.wanted);
        return is.text.is_empty() || cells.iter().any(differs);
    }
    let texts = holding.iter().enumerate().any(|(at, cell)| {
        failing.iter().any(|other| cell.text_implies(other))
            || holding[at + 1..].iter().any(|other| cell.text_excludes(other))
    });
    texts || [Scale::Number, Scale::Date].into_iter().any(|scale| numbers(&holding, &failing, scale))
}

/// Whether no number (or date) lies where all tests that hold want it and none of those that fail.
fn numbers(holding: &[&Cell<'_>], failing: &[&Cell<'_>], scale: Scale) -> bool {
    let of = |cell: &&Cell<'_>| interval::of(cell.op, cell.value?, cell.high, scale);
    let inside: Vec<_> = holding.iter().filter_map(of).collect();
    let Some(inside) = inside.into_iter().reduce(interval::Interval::and) else { return false };
    inside.is_covered(failing.iter().filter_map(of).collect())
}

fn lowercase(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => text.trim().to_lowercase(),
        Scalar::Flag(flag) => flag.to_string(),
        Scalar::Number(number) => serde_json::to_string(number).unwrap_or_default(),
    }
}
