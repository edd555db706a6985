//! How an account stands at the horizon, and why, in sentences.

use super::Narrator;
use crate::behind::{AccountGroup, AccountLine, AccountMissing, MissingCause};
use crate::catalogue::ReferenceTo;
use crate::primitives::Text;
use crate::sentences::Language;

impl Narrator<'_> {
    /// Where the account is, how full each of its groups is, and for each missing role why.
    pub(super) fn ending(&self, line: &AccountLine) -> Vec<Text> {
        let mut told: Vec<Text> = self.whereabouts(line).into_iter().collect();
        for group in &line.groups {
            told.push(self.standing(group));
            told.extend(group.missing.iter().map(missing));
        }
        if line.groups.is_empty() && !self.of.compiled.origin.groups.is_empty() {
            told.push(Text::new("It has no buying group.", "No tiene ningún grupo de compra."));
        }
        told
    }

    fn whereabouts(&self, line: &AccountLine) -> Option<Text> {
        let days = self.of.scenario.days();
        let Some(here) = &line.here else {
            let never = line.entries == 0;
            return never.then(|| {
                Text::new("The account never enters the journey.", "La cuenta nunca entra en el recorrido.")
            });
        };
        let node = self.of.journey.node(here)?;
        Some(self.writer.say(|it| {
            let title = it.title(node);
            match it.language {
                Language::En => format!("On day {days} the account is still at “{title}”."),
                Language::Es => format!("El día {days} la cuenta sigue en «{title}»."),
            }
        }))
    }

    fn standing(&self, group: &AccountGroup) -> Text {
        let id = group.solution_interest.as_str();
        self.writer.say(|it| {
            let interest = it.reference(ReferenceTo::SolutionInterest, id);
            let full = it.language.percent(group.completeness / 100.0, 0);
            match (it.language, group.ready_day) {
                (Language::En, Some(day)) => {
                    format!("The group for {interest} is {full} complete, and was first ready for sales on day {day}.")
                }
                (Language::En, None) => {
                    format!("The group for {interest} is {full} complete, and was never ready for sales.")
                }
                (Language::Es, Some(day)) => {
                    format!("El grupo de {interest} está completo al {full}, y estuvo listo para ventas desde el día {day}.")
                }
                (Language::Es, None) => {
                    format!("El grupo de {interest} está completo al {full}, y nunca estuvo listo para ventas.")
                }
            }
        })
    }
}

fn missing(AccountMissing { role, cause }: &AccountMissing) -> Text {
    let (en, es) = match cause {
        MissingCause::Removed => {
            ("somebody who had this role was removed", "alguien que tenía este rol fue retirado")
        }
        MissingCause::Refused => (
            "whoever matches kept a role given by hand or by the journey",
            "quien coincide conservó un rol dado a mano o por el recorrido",
        ),
        MissingCause::ClaimedByEarlierRole => (
            "whoever matches has the role of an earlier card",
            "quien coincide tiene el rol de una tarjeta anterior",
        ),
        MissingCause::NeverAssigned => (
            "somebody matches, but was never put into the group",
            "alguien coincide, pero nunca entró en el grupo",
        ),
        MissingCause::NoMatchingTitle => {
            ("nobody at the account meets its conditions", "nadie de la cuenta cumple sus condiciones")
        }
    };
    Text::new(format!("{role} is missing: {en}."), format!("Falta {role}: {es}."))
}
