//! What stands in the way of publishing, and what is worth a second look: one rule a file, one list.

mod look;
mod mention;

use crate::document::Context;
use crate::journey::Journey;
use crate::problem::Problem;
use look::Look;
pub(crate) use mention::{condition_mentions, mentions};
pub(crate) use stages_model_invalid::problems as stages_model_problems;

use crate::workspace::RolesTemplate;

/// What keeps a roles template from being live.
pub(crate) fn template_problems(template: &RolesTemplate) -> Vec<Problem> {
    template_empty::problem(template)
        .into_iter()
        .chain(template_nothing_required::problem(template))
        .collect()
}

pub(crate) use wrong_journey_kind::forbidden;

/// All findings, in the order of the list. Nothing here fails: a wrong journey is normal while it is drawn.
pub fn check(journey: &Journey, context: &Context<'_>) -> Vec<Problem> {
    let look = Look::at(journey, context);
    let mut found = Vec::new();
    for rule in RULES {
        rule(&look, &mut found);
    }
    found
}

/// Declares the files of the rules and their order; each has a `check` and its sentences.
macro_rules! rules {
    ($($rule:ident),+ $(,)?) => {
        $(mod $rule;)+
        const RULES: &[fn(&Look<'_>, &mut Vec<Problem>)] = &[$($rule::check),+];
    };
}

rules! {
    // Errors: the drawing.
    start_missing,
    duplicate_id,
    reserved_id,
    bad_edge,
    cycle,
    unreachable_node,
    merge_needed,
    merge_too_few,
    // Errors: the nodes.
    wrong_journey_kind,
    missing_setting,
    split_without_condition,
    too_many_paths,
    percentages_not_100,
    percentage_out_of_range,
    status_too_long,
    // Errors: what the journey refers to.
    unknown_reference,
    reference_not_live,
    stage_not_in_model,
    // Errors: the journey's settings.
    duplicate_name,
    end_date_missing,
    end_date_too_late,
    end_before_start,
    reentry_invalid,
    // Errors: the workspace.
    duplicate_role,
    too_many_roles,
    template_empty,
    template_nothing_required,
    stages_model_invalid,
    too_many_destinations,
    // Warnings.
    no_sales_alert,
    no_other_path,
    path_never_taken,
    listen_never_fires,
    dead_timeout,
    wait_short,
    email_fatigue,
    transition_not_allowed,
    paid_media_without_role_filter,
    form_without_error_redirect,
    too_many_required_roles,
    threshold_high,
    unused_solution_interest,
}
