//! The buying groups of a run: cards, stages, thresholds.

use simulator::program::{Card, GroupPlan, Op, Stages};

use super::{CompileError, GroupOrigin, Lowering};
use crate::primitives::Id;

impl Lowering<'_> {
    /// Makes the plans of the scenario's groups. Their numbers are known before their conditions are lowered, since
    /// conditions may ask for groups.
    pub(super) fn groups(&mut self) -> Result<(), CompileError> {
        let workspace = self.workspace;
        self.origin.stages = workspace
            .stages_model
            .get()
            .map_or(Vec::new(), |model| model.stages.iter().map(|s| s.id.clone()).collect());
        let mut plans = Vec::new();
        for choice in self.scenario.groups.items() {
            let id = &choice.solution_interest;
            let interest = workspace.solution_interests.items().iter().find(|interest| interest.id == *id);
            let interest = interest.ok_or_else(|| self.unknown_in_scenario("solution interest", id))?;
            let templates = workspace.roles_templates.items();
            let template = templates.iter().find(|template| template.id == interest.roles_template);
            let template = template
                .ok_or_else(|| self.unknown_in_scenario("roles template", &interest.roles_template))?;
            let roles = template.cards.iter().map(|card| card.role.clone()).collect();
            self.origin.groups.push(GroupOrigin { solution_interest: id.clone(), roles });
            plans.push((choice, interest, template));
        }
        for (choice, interest, template) in plans {
            let audience = match choice.audience.get() {
                Some(id) => self.audience(id)?,
                None => 0..0,
            };
            let first_op = self.program.code.len();
            let mut cards = Vec::new();
            for card in &template.cards {
                let condition =
                    card.auto_assign.get().map(|condition| self.condition(condition)).transpose()?;
                cards.push(Card {
                    condition,
                    weight: card.weighting.weight(),
                    required: card.required,
                    members_required: card.members_required.or(1).max(1),
                    behaviour: self.behaviour_of(&card.role),
                });
            }
            let volatile = |op: &Op| {
                matches!(op, Op::EngagementScore { .. } | Op::History(_) | Op::Group(_) | Op::Member(_))
            };
            self.program.groups.push(GroupPlan {
                audience,
                cards,
                stages: if interest.uses_stages.or(false) { self.stages_plan() } else { None },
                ready_completeness: interest.ready_completeness(),
                ready_engagement: interest.ready_engagement(),
                volatile: self.program.code[first_op..].iter().any(volatile),
            });
        }
        Ok(())
    }

    fn stages_plan(&self) -> Option<Stages> {
        let model = self.workspace.stages_model.get()?;
        let first = model.stages.iter().position(|stage| stage.entry)? as u16;
        let next = |stage: &crate::workspace::Stage| {
            stage.next.items().iter().filter_map(|id| self.stage(id)).collect()
        };
        Some(Stages { first, next: model.stages.iter().map(next).collect() })
    }

    fn unknown_in_scenario(&self, kind: &'static str, id: &Id) -> CompileError {
        CompileError::Unknown { place: "the scenario's groups".into(), kind, id: id.to_string() }
    }

    /// The number of a solution interest's groups; None where the run has none.
    pub(crate) fn group(&self, id: &Id) -> Option<u16> {
        self.origin.groups.iter().position(|group| group.solution_interest == *id).map(|at| at as u16)
    }

    /// The card of a role in a group's template.
    pub(crate) fn card(&self, group: u16, role: &str) -> Option<u8> {
        self.origin.groups[usize::from(group)].roles.iter().position(|other| other == role).map(|at| at as u8)
    }

    pub(crate) fn stage(&self, id: &Id) -> Option<u16> {
        self.origin.stages.iter().position(|stage| stage == id).map(|at| at as u16)
    }
}
