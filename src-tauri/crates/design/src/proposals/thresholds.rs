//! The scores from which groups count as ready, where many groups end just below them.

use super::{Asking, FEW, Mends, Proposal, ProposedEdit};
use crate::primitives::{Number, Text};
use crate::report::Spread;
use crate::workspace::intent::WorkspaceIntent;
use crate::workspace::{SalesReady, SolutionInterest, WorkspaceRecord};

/// Ending at most so many points below counts as missing it just so.
const JUST: f64 = 10.0;

/// A score with the least of it that a group needs.
struct Score {
    now: f64,
    words: [&'static str; 2],
    set: fn(&mut SalesReady, Number),
    of: fn(&crate::report::DayGroups) -> &Spread,
}

pub(super) fn propose(of: &Asking<'_>, found: &mut Vec<Proposal>) {
    for interest in of.workspace.solution_interests.items() {
        let completeness = Score {
            now: interest.ready_completeness(),
            words: ["completeness", "integridad"],
            set: |ready, value| ready.completeness = value.into(),
            of: |groups| &groups.completeness,
        };
        let engagement = Score {
            now: interest.ready_engagement(),
            words: ["engagement", "interacción"],
            set: |ready, value| ready.engagement = value.into(),
            of: |groups| &groups.engagement,
        };
        found.extend([completeness, engagement].iter().filter_map(|score| lower(of, interest, score)));
    }
}

/// The report tells the 10th, 50th and 90th percentile of a score at the horizon: so many groups at least end at each of
/// them or above. Those that are not ready all the same have missed the threshold.
fn lower(of: &Asking<'_>, interest: &SolutionInterest, score: &Score) -> Option<Proposal> {
    let groups = of.report.daily.last()?.groups.iter().find(|it| it.solution_interest == interest.id)?;
    let all = of.report.solution_interests.iter().find(|it| it.solution_interest == interest.id)?.groups;
    let ready = groups.sales_ready.mean?;
    let spread = (score.of)(groups);
    let missed =
        [(spread.p90, 0.1), (spread.p50, 0.5), (spread.p10, 0.9)].into_iter().filter_map(|(end, share)| {
            let end = end?.floor();
            let count = share * all as f64 - ready;
            (end < score.now && end >= score.now - JUST && count > FEW).then_some((end, count))
        });
    let (end, count) = missed.max_by(|(_, a), (_, b)| a.total_cmp(b))?;
    let said = |text: &str, at: usize| {
        text.replace("{name}", &interest.name)
            .replace("{score}", score.words[at])
            .replace("{end}", &end.to_string())
            .replace("{now}", &score.now.to_string())
    };
    let sentence = Text::new(
        said("Count groups of {name} as ready from a {score} of {end} on.", 0),
        said("Dar por listos los grupos de {name} desde una {score} de {end}.", 1),
    );
    let because = Text::new(
        said(
            "They end at {end} or above, and {now} is asked for. Only you know whether sales would take them.",
            0,
        ),
        said("Acaban en {end} o más, y se exige {now}. Solo tú sabes si ventas los aceptaría.", 1),
    );
    let mut changed = interest.clone();
    let mut ready = changed.sales_ready.get().cloned().unwrap_or_default();
    (score.set)(&mut ready, Number::from(end));
    changed.sales_ready = ready.into();
    let record = WorkspaceRecord::SolutionInterest(changed);
    let edit = ProposedEdit::Workspace(WorkspaceIntent::Set { key: interest.id.to_string(), record });
    let mends = Mends::JustMissed { solution_interest: interest.id.clone() };
    Some(Proposal { mends, count, sentence, because, edit })
}
