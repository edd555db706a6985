//! The line that makes a report again.

/// What a run was made from, as somebody types it.
pub struct Told<'a> {
    pub journey: Option<&'a str>,
    pub workspace: Option<&'a str>,
    pub data: Option<&'a str>,
    pub scenario: Option<&'a str>,
}

/// `caravan simulate …` with the paths that are known, and names in capitals for the others.
pub fn command_of(told: &Told<'_>) -> String {
    let path = |path: Option<&str>, unknown: &str| path.map_or_else(|| unknown.to_owned(), quoted);
    format!(
        "caravan simulate {} --workspace {} --data {} --scenario {} --out report.json",
        path(told.journey, "JOURNEY"),
        path(told.workspace, "WORKSPACE"),
        path(told.data, "DATA"),
        path(told.scenario, "SCENARIO"),
    )
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./".contains(letter);
    if !path.is_empty() && path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}
