//! What a check finds: data, never a failure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::fix::Fix;
use crate::primitives::{Id, Text};

/// Whether a finding blocks simulating and publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    Error,
    Warning,
}

/// A finding: its stable code, where it is, and a sentence that says how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    pub code: String,
    pub severity: Severity,
    /// The node; none: the journey or the workspace as a whole.
    pub node: Option<Id>,
    /// The exit or path of the node.
    pub exit: Option<Id>,
    /// What the sentence is about, by name, such as `setting` or `id`.
    #[ts(type = "Record<string, string>")]
    pub params: BTreeMap<String, String>,
    pub sentence: Text,
    /// The fix that the product can make by itself.
    pub fix: Option<Fix>,
}

impl Problem {
    pub fn error(code: &str, en: impl Into<String>, es: impl Into<String>) -> Problem {
        Problem::new(code, Severity::Error, Text::new(en, es))
    }

    pub fn warning(code: &str, en: impl Into<String>, es: impl Into<String>) -> Problem {
        Problem::new(code, Severity::Warning, Text::new(en, es))
    }

    fn new(code: &str, severity: Severity, sentence: Text) -> Problem {
        let (code, params) = (code.to_owned(), BTreeMap::new());
        Problem { code, severity, node: None, exit: None, params, sentence, fix: None }
    }

    /// The node at which it is.
    pub fn at(mut self, node: &Id) -> Problem {
        self.node = Some(node.clone());
        self
    }

    /// The exit or path at which it is.
    pub fn on(mut self, exit: Option<&Id>) -> Problem {
        self.exit = exit.cloned();
        self
    }

    /// The setting of the node, or of its action, at which it is: the window says it at that field.
    pub(crate) fn in_setting(self, setting: Option<&str>) -> Problem {
        match setting {
            Some(setting) => self.with("setting", setting),
            None => self,
        }
    }

    /// Says how the product can mend it by itself.
    pub(crate) fn fixed(mut self, fix: Fix) -> Problem {
        self.fix = Some(fix);
        self
    }

    /// The same, where a fix exists in this case.
    pub(crate) fn fixed_if(self, there: bool, fix: impl FnOnce() -> Fix) -> Problem {
        if there { self.fixed(fix()) } else { self }
    }

    /// Whether it is the one that is meant.
    pub fn is(&self, finding: &Finding) -> bool {
        let Finding { code, node, exit, params, fix } = finding;
        let same = self.code == *code && self.node == *node && self.exit == *exit && self.params == *params;
        same && self.fix.as_ref().is_some_and(|own| own.code == *fix)
    }

    /// Adds what the sentence is about.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Problem {
        self.params.insert(name.to_owned(), value.into());
        self
    }
}

/// Says which problem is meant, as the window got it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Finding {
    pub code: String,
    pub node: Option<Id>,
    pub exit: Option<Id>,
    #[ts(type = "Record<string, string>")]
    pub params: BTreeMap<String, String>,
    /// The code of its fix.
    pub fix: String,
}
