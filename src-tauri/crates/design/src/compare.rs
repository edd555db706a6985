//! Whether a cell meets an operator and its values: the one place where texts, numbers and dates are compared.

use std::borrow::Cow;

use crate::condition::{Operand, Operator, Scalar};

/// A cell against an operator. Text is compared without regard to case; several values mean any of them, or none of
/// them after a negated operator. A missing cell meets only isEmpty, isNot, notContains and notEquals.
pub(crate) fn meets(cell: Option<&str>, op: Operator, operand: Option<&Operand>) -> bool {
    Meets::new(op, operand).holds(cell)
}

/// An operator with its values made ready, for asking many cells.
pub(crate) struct Meets<'a> {
    op: Operator,
    values: Vec<Ready<'a>>,
}

/// A value with what the operators compare: its text in lower case, and its number or date.
struct Ready<'a> {
    value: &'a Scalar,
    text: String,
    bound: Option<f64>,
}

impl<'a> Meets<'a> {
    pub(crate) fn new(op: Operator, operand: Option<&'a Operand>) -> Meets<'a> {
        let ready = |value: &'a Scalar| Ready { value, text: lowercase(value), bound: bound(value) };
        Meets { op, values: operand.map_or(&[][..], Operand::values).iter().map(ready).collect() }
    }

    /// The test of a cell's number, where nothing but its number counts: the values are numbers, and the operator
    /// compares them. None where the text, or a date in it, counts.
    pub(crate) fn of_numbers(&self) -> Option<impl Fn(Option<f64>) -> bool> {
        use Operator::*;
        let test: fn(f64, f64) -> bool = match self.op {
            Equals | NotEquals => |cell, value| cell == value,
            GreaterThan => |cell, value| cell > value,
            AtLeast => |cell, value| cell >= value,
            LessThan => |cell, value| cell < value,
            AtMost => |cell, value| cell <= value,
            _ => return None,
        };
        let plain = |ready: &Ready<'_>| ready.bound.filter(|_| !is_date(ready.value));
        let bounds: Vec<f64> = self.values.iter().map(plain).collect::<Option<_>>()?;
        let negated = self.op == NotEquals;
        Some(move |cell: Option<f64>| {
            cell.is_some_and(|cell| bounds.iter().any(|&bound| test(cell, bound))) != negated
        })
    }

    pub(crate) fn holds(&self, cell: Option<&str>) -> bool {
        use Operator::*;
        let cell = cell.map(str::trim).filter(|cell| !cell.is_empty());
        match self.op {
            IsEmpty => cell.is_none(),
            IsNotEmpty => cell.is_some(),
            Is => self.is(cell),
            IsNot => !self.is(cell),
            Contains => self.text(cell, |cell, value| cell.contains(value)),
            NotContains => !self.text(cell, |cell, value| cell.contains(value)),
            StartsWith => self.text(cell, |cell, value| cell.starts_with(value)),
            EndsWith => self.text(cell, |cell, value| cell.ends_with(value)),
            Equals => self.number(cell, |cell, value| cell == value),
            NotEquals => !self.number(cell, |cell, value| cell == value),
            GreaterThan => self.number(cell, |cell, value| cell > value),
            AtLeast => self.number(cell, |cell, value| cell >= value),
            LessThan => self.number(cell, |cell, value| cell < value),
            AtMost => self.number(cell, |cell, value| cell <= value),
            Between => match self.values.as_slice() {
                [low, high] => {
                    low.measured(cell, |cell, low| cell >= low)
                        && high.measured(cell, |cell, high| cell <= high)
                }
                _ => false,
            },
        }
    }

    fn is(&self, cell: Option<&str>) -> bool {
        cell.is_some_and(|cell| {
            let lower = in_lower_case(cell);
            self.values.iter().any(|ready| match ready.value {
                Scalar::Flag(flag) => truth(cell) == Some(*flag),
                _ => *lower == *ready.text,
            })
        })
    }

    fn text(&self, cell: Option<&str>, test: fn(&str, &str) -> bool) -> bool {
        cell.is_some_and(|cell| {
            let cell = in_lower_case(cell);
            self.values.iter().any(|ready| test(&cell, &ready.text))
        })
    }

    fn number(&self, cell: Option<&str>, test: fn(f64, f64) -> bool) -> bool {
        self.values.iter().any(|ready| ready.measured(cell, test))
    }
}

impl Ready<'_> {
    fn measured(&self, cell: Option<&str>, test: fn(f64, f64) -> bool) -> bool {
        match (cell.and_then(|cell| measure(cell, self.value)), self.bound) {
            (Some(cell), Some(bound)) => test(cell, bound),
            _ => false,
        }
    }
}

/// The boolean that a cell holds, if it holds one.
pub(crate) fn truth(cell: &str) -> Option<bool> {
    match cell.trim().to_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// The number that a text is; infinities and not-a-number are none.
pub(crate) fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+' | b'e' | b'E'));
    text.parse().ok().filter(|number: &f64| plain && number.is_finite())
}

/// Minutes on the wall clock of an ISO 8601 date or date-time; a date is its midnight. An offset is left out of account,
/// the `Z` of UTC as any other: a birthday that a program wrote as midnight in UTC is that day everywhere.
pub(crate) fn date(text: &str) -> Option<f64> {
    let local = text.strip_suffix(['Z', 'z']).unwrap_or(text);
    let at = match local.parse::<jiff::civil::DateTime>() {
        Ok(at) => at,
        Err(_) => text.parse::<jiff::civil::Date>().ok()?.at(0, 0, 0, 0),
    };
    let start = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
    Some(at.duration_since(start).as_secs_f64() / 60.0)
}

/// Most cells that are asked by the hundred thousand, such as addresses, are in lower case as they stand.
fn in_lower_case(cell: &str) -> Cow<'_, str> {
    let is = cell.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is { Cow::Borrowed(cell) } else { Cow::Owned(cell.to_lowercase()) }
}

fn lowercase(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => text.trim().to_lowercase(),
        Scalar::Flag(flag) => flag.to_string(),
        Scalar::Number(number) => serde_json::to_string(number).unwrap_or_default(),
    }
}

/// The number of a value; of a text that is none, the date.
fn bound(value: &Scalar) -> Option<f64> {
    match value {
        Scalar::Number(number) => Some(number.get()),
        Scalar::Text(text) => number(text.trim()).or_else(|| date(text.trim())),
        Scalar::Flag(_) => None,
    }
}

/// The cell on the scale of the value: as a number, or as a date where the value is one.
fn measure(cell: &str, value: &Scalar) -> Option<f64> {
    if is_date(value) { date(cell) } else { number(cell) }
}

/// Whether cells are compared with a value as dates.
fn is_date(value: &Scalar) -> bool {
    matches!(value, Scalar::Text(text) if number(text.trim()).is_none())
}
