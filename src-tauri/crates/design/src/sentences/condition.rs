//! A condition as one sentence.

use super::Speaker;
use crate::catalogue::{OperatorValues, ReferenceTo, operators};
use crate::condition::{
    Comparison, Condition, EventHistory, FieldTest, MatchedBuyingGroup, MemberOfBuyingGroup, Operand,
    Operator, PeopleInRole, Scalar,
};
use crate::maybe::Maybe;
use crate::primitives::Id;

impl Speaker<'_> {
    /// A condition as one sentence without a full stop; empty where it asks nothing.
    pub fn condition(&self, condition: &Condition) -> String {
        self.tell(condition, true)
    }

    fn tell(&self, condition: &Condition, outermost: bool) -> String {
        let (parts, any) = match condition {
            Condition::All(parts) => (parts, false),
            Condition::Any(parts) | Condition::None(parts) => (parts, true),
            leaf => return self.leaf(leaf),
        };
        let said = parts.iter().map(|part| self.tell(part, false)).filter(|part| !part.is_empty());
        let said: Vec<String> = said.collect();
        if said.is_empty() {
            return String::new();
        }
        let joined = if any { self.or(&said) } else { self.and(&said) };
        match condition {
            Condition::None(_) => format!("{}: {joined}", self.say("none of", "nada de esto")),
            _ if outermost || said.len() == 1 => joined,
            _ => format!("({joined})"),
        }
    }

    fn leaf(&self, leaf: &Condition) -> String {
        match leaf {
            Condition::Attribute(test) => {
                self.test(&self.attribute(&test.attribute), test.op, test.value.get())
            }
            Condition::HasPerson(inner) => match self.tell(inner, true).as_str() {
                "" => self.say("has a person", "tiene una persona").to_owned(),
                inner => format!("{} {inner}", self.say("has a person whose", "tiene una persona cuyo")),
            },
            Condition::MemberOfAccountList(it) => {
                let base = match it.is.or(true) {
                    true => self.say("on the list", "en la lista"),
                    false => self.say("not on the list", "fuera de la lista"),
                };
                format!("{base} {}", self.reference(ReferenceTo::AccountList, it.list.as_str()))
            }
            Condition::RoleInAccount(it) => {
                let base = match it.is.or(true) {
                    true => self.say("role in the account is", "su papel en la cuenta es"),
                    false => self.say("role in the account is not", "su papel en la cuenta no es"),
                };
                format!("{base} {}", self.any(&it.role))
            }
            Condition::EventHistory(it) => self.history(it),
            Condition::MatchedBuyingGroup(it) => self.matched(it),
            Condition::MemberOfBuyingGroup(it) => self.member(it),
            Condition::All(_) | Condition::Any(_) | Condition::None(_) => String::new(),
        }
    }

    fn test(&self, name: &str, op: Operator, value: Option<&Operand>) -> String {
        let info = operators().into_iter().find(|info| info.op == op);
        let Some(info) = info else { return name.to_owned() };
        let words = self.language.text(&info.name);
        let values: Vec<String> =
            value.map_or(&[][..], Operand::values).iter().map(|one| self.scalar(one)).collect();
        match info.values {
            OperatorValues::None => format!("{name} {words}"),
            OperatorValues::Two if values.len() > 1 => format!("{name} {words} {}", self.and(&values)),
            _ => format!("{name} {words} {}", self.any(&values)),
        }
    }

    /// A value that a service returned, against another.
    pub(super) fn returned(&self, variable: &str, op: Option<Operator>, value: Option<&Operand>) -> String {
        op.map_or_else(|| variable.to_owned(), |op| self.test(variable, op, value))
    }

    fn scalar(&self, value: &Scalar) -> String {
        match value {
            Scalar::Flag(true) => self.say("yes", "sí").to_owned(),
            Scalar::Flag(false) => self.say("no", "no").to_owned(),
            Scalar::Number(number) => self.number(number.get(), 2),
            Scalar::Text(text) => text.clone(),
        }
    }

    pub(super) fn any(&self, values: &[String]) -> String {
        if values.is_empty() { "…".to_owned() } else { self.or(values) }
    }

    fn history(&self, it: &EventHistory) -> String {
        let event = self.event(&it.event_type);
        let days = match it.within_days.get() {
            Some(1) => self.say("in the last day", "en el último día").to_owned(),
            Some(days) => {
                let days = self.number(f64::from(*days), 0);
                match self.language {
                    super::Language::En => format!("in the last {days} days"),
                    super::Language::Es => format!("en los últimos {days} días"),
                }
            }
            None => self.say("at any time", "en cualquier momento").to_owned(),
        };
        let base = if it.inactive.or(false) {
            format!("{} {event} {days}", self.say("no", "sin"))
        } else {
            match it.at_least.or(1) {
                1 => format!("{event} {days}"),
                count => {
                    let count = self.number(f64::from(count), 0);
                    let (least, times) = (self.say("at least", "al menos"), self.say("times", "veces"));
                    format!("{event} {least} {count} {times} {days}")
                }
            }
        };
        base + &self.constraints(&it.constraints)
    }

    /// ", where email is em-intro"; empty where nothing is asked of the event's fields.
    pub(super) fn constraints(&self, tests: &Maybe<Vec<FieldTest>>) -> String {
        let tests: Vec<String> =
            tests.items().iter().map(|test| self.test(&test.field, test.op, test.value.get())).collect();
        if tests.is_empty() {
            return String::new();
        }
        format!("{} {}", self.say(", where", ", donde"), self.and(&tests))
    }

    fn matched(&self, it: &MatchedBuyingGroup) -> String {
        let base = match it.is.or(true) {
            true => self.say("has", "tiene"),
            false => self.say("does not have", "no tiene"),
        };
        let mut parts = self.scores(&it.completeness, &it.engagement);
        parts.extend(self.places(&it.stage, &it.status));
        parts.extend(it.people.items().iter().map(|people| self.people(people)));
        self.with(base, &it.solution_interest, &parts)
    }

    fn member(&self, it: &MemberOfBuyingGroup) -> String {
        let base = match it.is.or(true) {
            true => self.say("is a member of", "es miembro de"),
            false => self.say("is not a member of", "no es miembro de"),
        };
        let roles = it.role.items();
        let mut parts = Vec::new();
        if !roles.is_empty() {
            parts.push(format!("{} {}", self.say("the role", "el rol"), self.any(roles)));
        }
        parts.extend(self.scores(&it.completeness, &it.engagement));
        parts.extend(self.places(&it.stage, &it.status));
        if it.removed.or(false) {
            parts.push(self.say("the member removed", "el miembro retirado").to_owned());
        }
        self.with(base, &it.solution_interest, &parts)
    }

    fn with(&self, base: &str, interest: &Maybe<Id>, parts: &[String]) -> String {
        let group = match interest.get() {
            Some(id) => {
                let name = self.reference(ReferenceTo::SolutionInterest, id.as_str());
                format!("{} {name}", self.say("a buying group of", "un grupo de compra de"))
            }
            None => self.say("a buying group", "un grupo de compra").to_owned(),
        };
        if parts.is_empty() {
            return format!("{base} {group}");
        }
        format!("{base} {group} {} {}", self.say("with", "con"), self.and(parts))
    }

    fn scores(&self, completeness: &Maybe<Comparison>, engagement: &Maybe<Comparison>) -> Vec<String> {
        let said = |name: &str, score: &Maybe<Comparison>| {
            score.get().map(|score| format!("{name} {}", self.comparison(score)))
        };
        let parts = [
            said(self.say("completeness", "integridad"), completeness),
            said(self.say("engagement", "interacción"), engagement),
        ];
        parts.into_iter().flatten().collect()
    }

    fn places(&self, stage: &Maybe<Vec<Id>>, status: &Maybe<Vec<String>>) -> Vec<String> {
        let stages: Vec<String> =
            stage.items().iter().map(|id| self.reference(ReferenceTo::Stage, id.as_str())).collect();
        let stages =
            (!stages.is_empty()).then(|| format!("{} {}", self.say("stage", "fase"), self.any(&stages)));
        let statuses = status.items();
        let statuses = (!statuses.is_empty())
            .then(|| format!("{} {}", self.say("status", "estado"), self.any(statuses)));
        stages.into_iter().chain(statuses).collect()
    }

    fn people(&self, it: &PeopleInRole) -> String {
        let (en, es, count) = match (it.at_least.get(), it.at_most.get(), it.exactly.get()) {
            (_, Some(count), _) => ("at most", "de como mucho", *count),
            (_, _, Some(count)) => ("exactly", "de exactamente", *count),
            (count, _, _) => ("at least", "de al menos", count.copied().unwrap_or(1)),
        };
        let count = self.number(f64::from(count), 0);
        format!("{} {count} {} {}", self.say(en, es), self.say("in the role", "en el rol"), it.role)
    }

    /// "at least 70", "between 20 and 40".
    pub(super) fn comparison(&self, comparison: &Comparison) -> String {
        let values: Vec<String> = comparison.operand().values().iter().map(|one| self.scalar(one)).collect();
        let (en, es) = match comparison {
            Comparison::AtLeast(_) => ("at least", "de al menos"),
            Comparison::AtMost(_) => ("at most", "de como mucho"),
            Comparison::GreaterThan(_) => ("over", "de más de"),
            Comparison::LessThan(_) => ("under", "de menos de"),
            Comparison::Equals(_) => ("equal to", "igual a"),
            Comparison::NotEquals(_) => ("other than", "distinta de"),
            Comparison::Between(_) => {
                return format!("{} {}", self.say("between", "entre"), self.and(&values));
            }
            Comparison::Is(_) => return self.any(&values),
        };
        format!("{} {}", self.say(en, es), self.any(&values))
    }
}
