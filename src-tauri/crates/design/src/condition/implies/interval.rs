//! Intervals of numbers and of dates.

use crate::compare;
use crate::condition::{Comparison, Operand, Operator, Scalar};

/// A cell is read as a number or as a date, depending on the value that it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    Number,
    Date,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Interval {
    low: f64,
    /// Whether the end itself belongs to it.
    low_in: bool,
    high: f64,
    high_in: bool,
}

pub(super) fn is_numeric(op: Operator) -> bool {
    use Operator::{AtLeast, AtMost, Between, Equals, GreaterThan, LessThan};
    matches!(op, Equals | GreaterThan | AtLeast | LessThan | AtMost | Between)
}

/// Where a test wants the cell; None where it is no test of that scale.
pub(super) fn of(op: Operator, value: &Scalar, high: Option<&Scalar>, scale: Scale) -> Option<Interval> {
    let low = on(value, scale)?;
    let (low, low_in, high, high_in) = match op {
        Operator::Equals => (low, true, low, true),
        Operator::GreaterThan => (low, false, f64::INFINITY, true),
        Operator::AtLeast => (low, true, f64::INFINITY, true),
        Operator::LessThan => (f64::NEG_INFINITY, true, low, false),
        Operator::AtMost => (f64::NEG_INFINITY, true, low, true),
        Operator::Between => (low, true, on(high?, scale)?, true),
        _ => return None,
    };
    Some(Interval { low, low_in, high, high_in })
}

/// The interval of a comparison of scores; None where it compares in another way.
pub(super) fn of_comparison(comparison: &Comparison) -> Option<Interval> {
    let plain = |value: &Scalar| matches!(value, Scalar::Number(_));
    match (comparison.operator(), comparison.operand()) {
        (Operator::Between, Operand::Many(values)) => match values.as_slice() {
            [low, high] if plain(low) && plain(high) => of(Operator::Between, low, Some(high), Scale::Number),
            _ => None,
        },
        (op, Operand::One(value)) if op != Operator::Is && plain(value) => of(op, value, None, Scale::Number),
        _ => None,
    }
}

fn on(value: &Scalar, scale: Scale) -> Option<f64> {
    let number = match value {
        Scalar::Number(number) => Some(number.get()),
        Scalar::Text(text) => compare::number(text.trim()),
        Scalar::Flag(_) => return None,
    };
    match (number, value, scale) {
        (number, _, Scale::Number) => number,
        (None, Scalar::Text(text), Scale::Date) => compare::date(text.trim()),
        _ => None,
    }
}

impl Interval {
    /// What both hold; may be empty.
    pub(super) fn and(self, other: Interval) -> Interval {
        let (low, low_in) = if self.low > other.low || (self.low == other.low && !self.low_in) {
            (self.low, self.low_in)
        } else {
            (other.low, other.low_in)
        };
        let (high, high_in) = if self.high < other.high || (self.high == other.high && !self.high_in) {
            (self.high, self.high_in)
        } else {
            (other.high, other.high_in)
        };
        Interval { low, low_in, high, high_in }
    }

    fn is_empty(&self) -> bool {
        self.low > self.high || (self.low == self.high && !(self.low_in && self.high_in))
    }

    /// Whether the other holds all of this.
    pub(super) fn within(&self, other: &Interval) -> bool {
        self.is_covered(vec![*other])
    }

    /// Whether the others together hold all of this.
    pub(super) fn is_covered(mut self, mut others: Vec<Interval>) -> bool {
        others.sort_by(|a, b| a.low.total_cmp(&b.low).then(b.low_in.cmp(&a.low_in)));
        for other in &others {
            if self.is_empty() {
                return true;
            }
            let begins = other.low < self.low || (other.low == self.low && (other.low_in || !self.low_in));
            if !begins {
                return false;
            }
            let reaches =
                other.high > self.low || (other.high == self.low && (other.high_in || !self.low_in));
            if reaches {
                // What is left begins behind the end of the other.
                (self.low, self.low_in) = (other.high, !other.high_in);
            }
        }
        self.is_empty()
    }
}
