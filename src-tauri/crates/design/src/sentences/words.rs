//! Lists, numbers and shares as each language writes them.

use super::{Language, Speaker};

/// The sign between a number and its unit in Spanish: a space at which no line breaks.
const TIGHT: char = '\u{a0}';

impl Speaker<'_> {
    /// "a, b, and c", "a, b y c".
    pub fn and(&self, items: &[String]) -> String {
        self.language.join(items, "and", "y")
    }

    /// "a, b, or c", "a, b o c".
    pub fn or(&self, items: &[String]) -> String {
        self.language.join(items, "or", "o")
    }

    /// A number with at most so many digits behind the point.
    pub fn number(&self, value: f64, digits: usize) -> String {
        self.language.number(value, digits)
    }
}

impl Language {
    fn join(self, items: &[String], en: &str, es: &str) -> String {
        let Some((last, before)) = items.split_last() else { return String::new() };
        if before.is_empty() {
            return last.clone();
        }
        let before_last = before.join(", ");
        match self {
            Language::En if before.len() > 1 => format!("{before_last}, {en} {last}"),
            Language::En => format!("{before_last} {en} {last}"),
            Language::Es => format!("{before_last} {} {last}", smooth(es, last)),
        }
    }

    /// 1,234.5 in English and 1.234,5 in Spanish, with at most so many digits behind the point.
    pub fn number(self, value: f64, digits: usize) -> String {
        let plain = format!("{:.digits$}", value.abs());
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let fraction = fraction.trim_end_matches('0');
        let (group, point) = (self.say(",", "."), self.say(".", ","));
        let mut out = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push_str(group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push_str(point);
            out.push_str(fraction);
        }
        if value < 0.0 && out.chars().any(|digit| ('1'..='9').contains(&digit)) {
            out.insert(0, '-');
        }
        out
    }

    /// A share of 0 to 1 in percent.
    pub fn percent(self, share: f64, digits: usize) -> String {
        let number = self.number(share * 100.0, digits);
        match self {
            Language::En => format!("{number}%"),
            Language::Es => format!("{number}{TIGHT}%"),
        }
    }
}

/// Spanish says "e" before the sound of i and "u" before that of o.
fn smooth<'a>(joint: &'a str, next: &str) -> &'a str {
    let next = next.to_lowercase();
    let sounds = |vowel: char| next.trim_start_matches('h').starts_with(vowel);
    let glides = ["hia", "hie", "hio", "ia", "ie", "io"].iter().any(|start| next.starts_with(start));
    match joint {
        "y" if sounds('i') && !glides => "e",
        "o" if sounds('o') || next.starts_with('8') => "u",
        joint => joint,
    }
}
