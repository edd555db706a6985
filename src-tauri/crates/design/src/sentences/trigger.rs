//! What a listen waits for, in words.

use super::Speaker;
use crate::actions::Moment;
use crate::catalogue::ReferenceTo;
use crate::trigger::{GroupChange, MembershipChange, Trigger};

impl Speaker<'_> {
    /// What happens, in a few words: as cards show it.
    pub fn trigger(&self, trigger: &Trigger) -> String {
        if let Some(event) = trigger.event.get() {
            return self.event(event);
        }
        if let Some(change) = trigger.change.get() {
            let (en, es) = match change {
                GroupChange::Stage => ("stage", "la fase"),
                GroupChange::Status => ("status", "el estado"),
                GroupChange::Completeness => ("completeness", "la integridad"),
                GroupChange::Engagement => ("engagement", "la interacción"),
            };
            return match self.language {
                super::Language::En => format!("Buying group’s {en} changes"),
                super::Language::Es => format!("Cambia {es} del grupo de compra"),
            };
        }
        if let Some(membership) = trigger.membership.get() {
            return match membership {
                MembershipChange::Assigned => {
                    self.say("Assigned to buying group", "Asignada a un grupo de compra")
                }
                MembershipChange::Removed => {
                    self.say("Removed from buying group", "Retirada de un grupo de compra")
                }
            }
            .to_owned();
        }
        if let Some(attribute) = trigger.attribute.get() {
            let attribute = self.attribute(attribute);
            return match self.language {
                super::Language::En => format!("{attribute} changes"),
                super::Language::Es => format!("Cambia {attribute}"),
            };
        }
        trigger.moment.get().map_or_else(String::new, |moment| {
            let (en, es) = match moment {
                Moment::Email => ("email", "correo"),
                Moment::Milestone => ("milestone", "hito"),
                Moment::Web => ("web", "web"),
            };
            format!("{} ({})", self.say("Interesting moment", "Momento interesante"), self.say(en, es))
        })
    }

    /// The same with everything that is asked of it.
    pub fn whole_trigger(&self, trigger: &Trigger) -> String {
        let mut said = self.trigger(trigger);
        if let Some(interest) = trigger.solution_interest.get() {
            let name = self.reference(ReferenceTo::SolutionInterest, interest.as_str());
            said += &format!(" ({name})");
        }
        let roles = trigger.role.items();
        if !roles.is_empty() {
            said += &format!(", {} {}", self.say("in the role", "en el rol"), self.any(roles));
        }
        for (comparison, en, es) in [(&trigger.from, "from", "desde"), (&trigger.to, "to", "a")] {
            if let Some(comparison) = comparison.get() {
                said += &format!(", {} {}", self.say(en, es), self.comparison(comparison));
            }
        }
        said += &self.constraints(&trigger.constraints);
        let filter = trigger.filter.get().map(|filter| self.condition(filter)).unwrap_or_default();
        if !filter.is_empty() {
            said +=
                &format!("; {}: {filter}", self.say("only people who match", "solo personas que cumplen"));
        }
        match trigger.label.text().trim() {
            "" => said,
            label => format!("{label}: {said}"),
        }
    }
}
