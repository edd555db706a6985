//! Email addresses in texts, and made-up ones in their places.

use std::collections::HashMap;

/// Numbers texts in the order in which they are first met, so that nothing of them is left but which were equal.
#[derive(Default)]
pub(super) struct Numbered(HashMap<String, usize>);

impl Numbered {
    /// From 1 on.
    pub(super) fn of(&mut self, text: &str) -> usize {
        let next = self.0.len() + 1;
        *self.0.entry(text.to_owned()).or_insert(next)
    }
}

/// The made-up addresses of one document.
#[derive(Default)]
pub(super) struct Addresses(Numbered);

impl Addresses {
    /// A text in which each email address is a made-up one.
    pub(super) fn hide(&mut self, text: &str) -> String {
        if !text.contains('@') {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find('@') {
            let begins = rest[..at]
                .rfind(|letter| !of_address(letter))
                .map_or(0, |before| before + next(rest, before));
            let ends =
                rest[at + 1..].find(|letter| !of_address(letter)).map_or(rest.len(), |after| at + 1 + after);
            let address = &rest[begins..ends];
            out.push_str(&rest[..begins]);
            if begins < at && ends > at + 1 {
                out.push_str(&format!("somebody-{}@mail.example", self.0.of(&address.to_lowercase())));
            } else {
                out.push_str(address);
            }
            rest = &rest[ends..];
        }
        out.push_str(rest);
        out
    }
}

fn of_address(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '+')
}

fn next(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}
