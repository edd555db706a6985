//! Whether a cell meets an operator and its values: the one place where texts, numbers and dates are compared.

use crate::condition::{Operand, Operator, Scalar};

/// A cell against an operator. Text is compared without regard to case; several values mean any of them, or none of
/// them after a negated operator. A missing cell meets only isEmpty, isNot, notContains and notEquals.
pub(crate) fn meets(cell: Option<&str>, op: Operator, operand: Option<&Operand>) -> bool {
    use Operator::*;
    let values = operand.map_or(&[][..], Operand::values);
    let cell = cell.map(str::trim).filter(|cell| !cell.is_empty());
    let text = |test: fn(&str, &str) -> bool| {
        cell.is_some_and(|cell| {
            let cell = cell.to_lowercase();
            values.iter().any(|value| test(&cell, &lowercase(value)))
        })
    };
    let number = |test: fn(f64, f64) -> bool| {
        values.iter().any(|value| match (cell.and_then(|cell| measure(cell, value)), bound(value)) {
            (Some(cell), Some(bound)) => test(cell, bound),
            _ => false,
        })
    };
    match op {
        IsEmpty => cell.is_none(),
        IsNotEmpty => cell.is_some(),
        Is => cell.is_some_and(|cell| values.iter().any(|value| is(cell, value))),
        IsNot => !meets(cell, Is, operand),
        Contains => text(|cell, value| cell.contains(value)),
        NotContains => !meets(cell, Contains, operand),
        StartsWith => text(|cell, value| cell.starts_with(value)),
        EndsWith => text(|cell, value| cell.ends_with(value)),
        Equals => number(|cell, value| cell == value),
        NotEquals => !meets(cell, Equals, operand),
        GreaterThan => number(|cell, value| cell > value),
        AtLeast => number(|cell, value| cell >= value),
        LessThan => number(|cell, value| cell < value),
        AtMost => number(|cell, value| cell <= value),
        Between => match values {
            [low, high] => {
                let within = |bound: &Scalar, test: fn(f64, f64) -> bool| match (
                    cell.and_then(|cell| measure(cell, bound)),
                    self::bound(bound),
                ) {
                    (Some(cell), Some(bound)) => test(cell, bound),
                    _ => false,
                };
                within(low, |cell, low| cell >= low) && within(high, |cell, high| cell <= high)
            }
            _ => false,
        },
    }
}

fn is(cell: &str, value: &Scalar) -> bool {
    match value {
        Scalar::Flag(flag) => truth(cell) == Some(*flag),
        _ => cell.to_lowercase() == lowercase(value),
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

/// Minutes on the wall clock of an ISO 8601 date or local date-time; a date is its midnight.
pub(crate) fn date(text: &str) -> Option<f64> {
    let at = match text.parse::<jiff::civil::DateTime>() {
        Ok(at) => at,
        Err(_) => text.parse::<jiff::civil::Date>().ok()?.at(0, 0, 0, 0),
    };
    let start = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
    Some(at.duration_since(start).as_secs_f64() / 60.0)
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
    match value {
        Scalar::Text(text) if number(text.trim()).is_none() => date(cell),
        _ => number(cell),
    }
}
