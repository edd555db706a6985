//! What stands in the way of publishing, and what is worth a second look: one rule a file, one list.

mod at_hand;
mod facts;
mod look;
mod mending;
mod mention;

use std::borrow::Cow;

use crate::disabled::enabled;
use crate::document::Context;
use crate::edit::{Draft, EditError};
use crate::journey::Journey;
use crate::problem::{Finding, Problem};
use crate::update::Sentence;
use crate::workspace::RolesTemplate;
use crate::workspace::intent::WorkspaceIntent;
pub(crate) use look::{Known, Look};
pub(crate) use mention::{condition_mentions, mentions};
pub use stages_model_invalid::problems as stages_model_problems;

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
    check_again(journey, context, &Known::default())
}

/// Only what stands in the way of running and publishing: nothing here asks the data at hand whether anybody meets a
/// condition.
pub fn errors(journey: &Journey, context: &Context<'_>) -> Vec<Problem> {
    errors_again(journey, context, &Known::default())
}

/// The same as `check`, with what the checks before it found out.
pub(crate) fn check_again(journey: &Journey, context: &Context<'_>, known: &Known) -> Vec<Problem> {
    find_all(journey, context, known, &[MEANING, WARNINGS])
}

/// The same as `errors`, with what the checks before it found out.
pub(crate) fn errors_again(journey: &Journey, context: &Context<'_>, known: &Known) -> Vec<Problem> {
    find_all(journey, context, known, &[MEANING])
}

fn find_all(journey: &Journey, context: &Context<'_>, known: &Known, meaning: &[&[Rule]]) -> Vec<Problem> {
    let mut found = Vec::new();
    let look = Look::at(journey, context, known);
    DRAWING.iter().for_each(|rule| rule(&look, &mut found));
    // What a disabled node is set to is nobody's concern until it is enabled again.
    let enabled = enabled(journey);
    let without = matches!(enabled, Cow::Owned(_)).then(|| Look::at(&enabled, context, known));
    let look = without.as_ref().unwrap_or(&look);
    meaning.iter().copied().flatten().for_each(|rule| rule(look, &mut found));
    found
}

/// Mends one finding on the draft of its journey; the name of the step is what the fix is called.
pub(crate) fn mend(
    finding: &Finding,
    journey: &Journey,
    context: &Context<'_>,
    known: &Known,
    draft: &mut Draft<'_>,
) -> Result<Sentence, EditError> {
    let problem = find(finding, journey, context, known).ok_or(EditError::Mended)?;
    let fix = problem.fix.as_ref().ok_or(EditError::Mended)?;
    let mend = fix.of_journey().ok_or(EditError::Mended)?;
    mend(&Look::at(journey, context, known), &problem, draft)?;
    Ok(Sentence::new("mend").with("en", &fix.name.en).with("es", &fix.name.es))
}

/// The edits of the workspace that mend one finding of a journey; None where it is there no more.
pub fn mend_workspace(
    finding: &Finding,
    journey: &Journey,
    context: &Context<'_>,
) -> Option<Vec<WorkspaceIntent>> {
    let known = Known::default();
    let problem = find(finding, journey, context, &known)?;
    let mend = problem.fix.as_ref()?.of_workspace()?;
    Some(mend(&Look::at(journey, context, &known), &problem))
}

fn find(finding: &Finding, journey: &Journey, context: &Context<'_>, known: &Known) -> Option<Problem> {
    check_again(journey, context, known).into_iter().find(|problem| problem.is(finding))
}

type Rule = fn(&Look<'_>, &mut Vec<Problem>);

/// Declares the files of the rules and their order; each has a `check` and its sentences.
macro_rules! rules {
    ($list:ident: $($rule:ident),+ $(,)?) => {
        $(mod $rule;)+
        const $list: &[Rule] = &[$($rule::check),+];
    };
}

rules! {
    // Errors in the drawing, of which disabled nodes are a part.
    DRAWING:
    start_missing,
    duplicate_id,
    reserved_id,
    bad_edge,
    cycle,
    unreachable_node,
    merge_needed,
    merge_too_few,
}

rules! {
    // Errors: the nodes.
    MEANING:
    wrong_journey_kind,
    missing_setting,
    split_without_condition,
    too_many_paths,
    percentages_not_100,
    percentage_out_of_range,
    status_too_long,
    // Errors: what the journey refers to.
    unknown_reference,
    unknown_in_record,
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
    // Errors: the records at hand.
    account_name_missing,
    email_missing,
}

rules! {
    WARNINGS:
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
