//! Every dependency, Rust's and the UI's, must be under a licence that lets Caravan stay under its own, and those that
//! we chose ourselves must stand in the README with their reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::place;
use crate::step::{Outcome, answer, command};

const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "BlueOak-1.0.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Python-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Packages that say in a file what their manifest leaves out.
const STATED_IN_FILE: &[(&str, &str)] =
    &[("@react-aria/optimize-locales-plugin", "Apache-2.0"), ("khroma", "MIT")];

struct Package {
    name: String,
    licence: String,
    /// Named by one of our own manifests, and not by another package.
    direct: bool,
}

pub(crate) fn check() -> Outcome {
    let mut packages = rust()?;
    packages.extend(npm()?);
    let refused = packages.iter().filter(|package| !allowed(&package.licence));
    none(
        "These dependencies have a licence that is not on the list in xtask/src/licences.rs",
        refused.map(|package| format!("{} ({:?})", package.name, package.licence)),
    )?;
    let readme = read(&place::root().join("README.md"))?;
    let direct = packages.iter().filter(|package| package.direct);
    none(
        "These dependencies are missing in the tables of README.md",
        direct.map(|package| package.name.clone()).filter(|name| !readme.contains(&format!("`{name}`"))),
    )
}

fn none(sentence: &str, found: impl Iterator<Item = String>) -> Outcome {
    let found: Vec<String> = found.collect::<BTreeSet<_>>().into_iter().collect();
    if found.is_empty() { Ok(()) } else { Err(format!("{sentence}: {}.", found.join(", "))) }
}

/// The packages of this platform: the others are not downloaded just to be asked.
fn rust() -> Outcome<Vec<Package>> {
    let version = answer(command(&place::root(), "cargo", &["-vV"]))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let ask = ["metadata", "--format-version", "1", "--locked", "--all-features", "--filter-platform", host];
    let metadata = json(&answer(command(&place::root(), "cargo", &ask))?)?;
    let all = || metadata["packages"].as_array().into_iter().flatten();
    let ours = all().filter(|package| package["source"].is_null());
    let chosen: BTreeSet<&str> = ours
        .flat_map(|package| package["dependencies"].as_array().into_iter().flatten())
        .filter(|dependency| dependency["path"].is_null())
        .filter_map(|dependency| dependency["name"].as_str())
        .collect();
    let package = |package: &Value| {
        let name = text(&package["name"]);
        Package { direct: chosen.contains(name.as_str()), name, licence: text(&package["license"]) }
    };
    Ok(all().map(package).collect())
}

/// As with Rust's, the packages that are installed here.
fn npm() -> Outcome<Vec<Package>> {
    let lock = json(&read(&place::ui().join("package-lock.json"))?)?;
    let ours = &lock["packages"][""];
    let package = |(place, package): (&String, &Value)| {
        let name = place.rsplit("node_modules/").next().unwrap_or(place).to_owned();
        let known = STATED_IN_FILE.iter().find(|(stated, _)| *stated == name);
        let licence = known.map_or_else(|| text(&package["license"]), |(_, licence)| (*licence).to_owned());
        let direct = ["dependencies", "devDependencies"].iter().any(|kind| !ours[kind][&name].is_null());
        Package { name, licence, direct }
    };
    let all = lock["packages"].as_object().into_iter().flatten();
    Ok(all.filter(|(place, _)| place::ui().join(place).is_dir()).map(package).collect())
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| format!("{} could not be read: {error}.", path.display()))
}

fn json(text: &str) -> Outcome<Value> {
    serde_json::from_str(text).map_err(|error| format!("What lists the packages is no JSON: {error}."))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Whether one reading of a licence expression is allowed: every part of an AND, any part of an OR.
fn allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let expression = expression.trim();
    split(expression, " OR ").map_or_else(
        || {
            split(expression, " AND ").map_or_else(
                || match expression.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
                    Some(inner) => allowed(inner),
                    None => ALLOWED.contains(&expression),
                },
                |(left, right)| allowed(left) && allowed(right),
            )
        },
        |(left, right)| allowed(left) || allowed(right),
    )
}

/// Cuts at the first such word outside brackets.
fn split<'a>(expression: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let mut depth = 0;
    for (place, letter) in expression.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ if depth == 0 && expression[place..].starts_with(word) => {
                return Some((&expression[..place], &expression[place + word.len()..]));
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn expressions_are_read_as_spdx_says() {
        for (expression, expected) in [
            ("MIT", true),
            ("GPL-3.0 OR MIT", true),
            ("MIT/Apache-2.0", true),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
            ("Apache-2.0 WITH LLVM-exception OR GPL-2.0", true),
            ("", false),
        ] {
            assert_eq!(allowed(expression), expected, "{expression}");
        }
    }
}
