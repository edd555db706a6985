//! From tallies to the report.

use std::collections::BTreeMap;

use indexmap::IndexMap;
use rayon::prelude::*;
use simulator::samples::Samples;
use simulator::tally::Tally;

use super::figures::{Figures, Sheet};
use super::prices::Prices;
use super::replication::Replication;
use super::*;
use crate::compile::Compiled;
use crate::journey::Journey;
use crate::scenario::Scenario;
use crate::tables::Tables;

/// Takes in the tallies of the replications in their order, and gives the report.
pub struct Reporter<'a> {
    pub(super) compiled: &'a Compiled,
    journey: &'a Journey,
    pub(super) scenario: &'a Scenario,
    prices: Prices,
    /// In alphabetical order; and by code of their column, the place in that order.
    industries: Vec<String>,
    industry_of: Vec<Option<usize>>,
    figures: Figures,
}

impl<'a> Reporter<'a> {
    pub fn new(
        compiled: &'a Compiled,
        journey: &'a Journey,
        tables: &Tables,
        scenario: &'a Scenario,
    ) -> Self {
        let texts = compiled.industries(tables);
        let mut industries: Vec<String> = texts.iter().flatten().map(|&text| text.to_owned()).collect();
        industries.sort();
        industries.dedup();
        let place = |text: &Option<&str>| {
            text.and_then(|text| industries.binary_search_by(|of| of.as_str().cmp(text)).ok())
        };
        let industry_of = texts.iter().map(place).collect();
        let prices = Prices::new(scenario);
        Reporter { compiled, journey, scenario, prices, industry_of, industries, figures: Figures::default() }
    }

    /// Takes in the tally of the next replication.
    pub fn add(&mut self, tally: &Tally) {
        let nodes = self.compiled.program.nodes.len();
        let replication = Replication::new(tally, nodes, &self.industry_of, self.industries.len());
        let mut figures = std::mem::take(&mut self.figures);
        figures.take_in(|sheet| {
            self.write(sheet, Some(&replication), None, true);
        });
        self.figures = figures;
    }

    /// The report of one replication alone, without its days: for figures that are paired or watched one by one.
    pub fn single(&self, tally: &Tally) -> Report {
        let nodes = self.compiled.program.nodes.len();
        let replication = Replication::new(tally, nodes, &self.industry_of, self.industries.len());
        Figures::default().take_in(|sheet| self.write(sheet, Some(&replication), None, false))
    }

    /// The whole report of a run of one replication, the same as when it is taken in first. `samples` are its daily
    /// scores.
    pub fn only(&self, tally: &Tally, samples: &Samples) -> Report {
        let quantiles = self.quantiles(samples);
        let nodes = self.compiled.program.nodes.len();
        let replication = Replication::new(tally, nodes, &self.industry_of, self.industries.len());
        Figures::default().take_in(|sheet| self.write(sheet, Some(&replication), Some(&quantiles), true))
    }

    /// The report of the replications that were taken in. `samples` are the daily scores over all of them.
    pub fn report(mut self, samples: &Samples) -> Report {
        let mut figures = std::mem::take(&mut self.figures);
        let quantiles = self.quantiles(samples);
        figures.give(|sheet| self.write(sheet, None, Some(&quantiles), true))
    }

    fn quantiles(&self, samples: &Samples) -> Quantiles {
        let series = (0..2 * self.compiled.origin.groups.len()).into_par_iter();
        series.map(|series| samples.quantiles(series, [0.1, 0.5, 0.9])).collect()
    }

    /// Writes the report down. Each figure is asked for in the same order every time.
    fn write(
        &self,
        sheet: &mut Sheet<'_>,
        of: Option<&Replication<'_>>,
        quantiles: Option<&Quantiles>,
        days: bool,
    ) -> Report {
        let replications = sheet.replications();
        let mut page = Page { reporter: self, sheet, of, quantiles };
        let population = &self.compiled.population;
        Report {
            program: env!("CARGO_PKG_VERSION").into(),
            journey: self.journey.id.clone(),
            scenario: self.scenario.name().to_owned(),
            seed: self.compiled.program.seed,
            replications,
            horizon_days: self.scenario.days(),
            accounts: population.accounts() as u64,
            people_at_start: population.people() as u64,
            summary: page.summary(),
            solution_interests: page.interests(),
            nodes: page.nodes(),
            edges: page.edges(),
            events: page.events(),
            daily: if days { page.daily() } else { Vec::new() },
            roles: page.roles(),
            why: page.why(),
            kpis: page.kpis(),
            risks: page.risks(),
            refused: Refused {
                stage_transition: page.count(|of| of.tally.accounts.refused_stage),
                precedence: page.count(|of| of.tally.accounts.refused_precedence),
            },
        }
    }
}

/// By series of the samples and day: the quantiles p10, p50, p90.
pub(super) type Quantiles = Vec<Vec<Option<[f64; 3]>>>;

/// A report while it is written, figure by figure.
pub(super) struct Page<'p, 'f> {
    pub(super) reporter: &'p Reporter<'p>,
    sheet: &'p mut Sheet<'f>,
    of: Option<&'p Replication<'p>>,
    pub(super) quantiles: Option<&'p Quantiles>,
}

impl Page<'_, '_> {
    pub(super) fn figure(&mut self, value: impl FnOnce(&Replication<'_>) -> Option<f64>) -> Estimate {
        let of = self.of;
        self.sheet.estimate(|| of.and_then(value))
    }

    pub(super) fn count(&mut self, value: impl FnOnce(&Replication<'_>) -> u64) -> Estimate {
        self.figure(|of| Some(value(of) as f64))
    }

    /// A part of a whole; undefined where the whole is 0.
    pub(super) fn share(&mut self, value: impl FnOnce(&Replication<'_>) -> (f64, f64)) -> Estimate {
        self.figure(|of| {
            let (part, whole) = value(of);
            (whole > 0.0).then(|| part / whole)
        })
    }

    pub(super) fn mean(&mut self, value: impl FnOnce(&Replication<'_>) -> f64) -> f64 {
        let of = self.of;
        self.sheet.mean(|| of.map_or(0.0, value))
    }

    fn summary(&mut self) -> Summary {
        let prices = &self.reporter.prices;
        let cost = |of: &Replication<'_>| prices.total(of.whole());
        Summary {
            entered: self.count(|of| of.tally.accounts.entries),
            finished: self.count(|of| of.tally.accounts.finished),
            still_inside: self.count(|of| of.tally.nodes.iter().map(|node| node.here).sum()),
            new_people: self.count(|of| of.whole().new_people),
            cost: self.figure(|of| Some(cost(of))),
            cost_per_lead: self.share(|of| (cost(of), of.whole().new_people as f64)),
            cost_per_ready_group: self.share(|of| {
                let ready = of.tally.groups.iter().map(|group| group.ready.iter().sum::<u64>()).sum::<u64>();
                (cost(of), ready as f64)
            }),
        }
    }

    fn nodes(&mut self) -> Vec<NodeFigures> {
        let origin = &self.reporter.compiled.origin;
        let types = origin.events.len();
        let mut paths: Vec<IndexMap<String, Estimate>> = vec![IndexMap::new(); origin.nodes.len()];
        for (row, (node, path)) in origin.people_paths.iter().enumerate() {
            let people = self.count(|of| of.tally.people_paths[row]);
            paths[*node as usize].insert(path.clone(), people);
        }
        for (node, path, exit) in &origin.person_exits {
            let people = self.count(|of| of.tally.exits[*exit as usize]);
            paths[*node as usize].insert(path.clone(), people);
        }
        let mut nodes = Vec::new();
        for ((at, id), paths) in origin.nodes.iter().enumerate().zip(paths) {
            let mut events = BTreeMap::new();
            for (number, name) in origin.events.iter().enumerate() {
                let count = self.count(|of| of.tally.node_events[at * types + number]);
                if count.mean != Some(0.0) {
                    events.insert(name.clone(), count);
                }
            }
            nodes.push(NodeFigures {
                id: id.clone(),
                entered: self.count(|of| of.tally.nodes[at].entered),
                here: self.count(|of| of.tally.nodes[at].here),
                left: self.count(|of| of.tally.nodes[at].entered - of.tally.nodes[at].here),
                people: NodePeople {
                    reached: self.count(|of| of.tally.nodes[at].reached),
                    suppressed: self.count(|of| of.tally.nodes[at].suppressed),
                    events,
                    paths,
                },
            });
        }
        nodes
    }

    fn edges(&mut self) -> Vec<EdgeFigures> {
        let exits = &self.reporter.compiled.origin.exits;
        let edge = |(row, exit): (usize, &crate::compile::ExitOrigin)| EdgeFigures {
            from: exit.from.clone(),
            path: exit.path.clone(),
            to: exit.to.clone(),
            accounts: self.count(|of| of.tally.exits[row]),
        };
        exits.iter().enumerate().map(edge).collect()
    }

    fn events(&mut self) -> BTreeMap<String, Estimate> {
        let names = &self.reporter.compiled.origin.events;
        let count =
            |(number, name): (usize, &String)| (name.clone(), self.count(|of| of.tally.events[number]));
        let counts: Vec<_> = names.iter().enumerate().map(count).collect();
        counts.into_iter().filter(|(_, count)| count.mean != Some(0.0)).collect()
    }

    fn daily(&mut self) -> Vec<DayFigures> {
        let compiled = self.reporter.compiled;
        let prices = &self.reporter.prices;
        let nodes = compiled.origin.nodes.len();
        let mut days = Vec::new();
        for day in 0..=compiled.program.clock.midnights.len() {
            days.push(DayFigures {
                day: day as u32,
                new_people: self.count(|of| of.so_far[day].new_people),
                cost: self.figure(|of| Some(prices.total(&of.so_far[day]))),
                here: compiled
                    .origin
                    .nodes
                    .iter()
                    .enumerate()
                    .map(|(node, id)| (id.clone(), self.mean(|of| of.here[day * nodes + node] as f64)))
                    .collect(),
                groups: (0..compiled.origin.groups.len()).map(|at| self.day_groups(day, at)).collect(),
            });
        }
        days
    }

    fn kpis(&mut self) -> Kpis {
        let prices = &self.reporter.prices;
        let entered = |of: &Replication<'_>| of.tally.accounts.entered as f64;
        Kpis {
            awareness: Awareness {
                accounts_reached: self.share(|of| (of.tally.accounts.reached as f64, entered(of))),
                click_through: self.share(|of| (of.tally.accounts.clicked as f64, entered(of))),
                click_through_before: self.share(|of| (of.tally.accounts.clicked_before as f64, entered(of))),
            },
            engagement: Engagement {
                accounts: self.share(|of| (of.tally.accounts.engaged as f64, entered(of))),
                people: self
                    .share(|of| (of.tally.accounts.people_engaged as f64, of.tally.accounts.people as f64)),
            },
            time: Time {
                contacts_per_ready_group: self.share(|of| {
                    let ready: u64 = of.tally.groups.iter().flat_map(|group| &group.ready).sum();
                    let members: u64 = of.tally.groups.iter().map(|group| group.ready_members).sum();
                    (members as f64, ready as f64)
                }),
            },
            cost: Cost {
                by_channel: ByChannel {
                    email: self.figure(|of| Some(of.whole().emails as f64 * prices.email)),
                    sms: self.figure(|of| Some(of.whole().sms as f64 * prices.sms)),
                    whatsapp: self.figure(|of| Some(of.whole().whatsapp as f64 * prices.whatsapp)),
                    ads: self.figure(|of| Some(prices.ads(of.whole()))),
                    events: self.figure(|of| Some(of.whole().attendees as f64 * prices.attendee)),
                    sales_alert: self.figure(|of| Some(of.whole().alerts as f64 * prices.alert)),
                },
            },
        }
    }

    fn risks(&mut self) -> Risks {
        let industries = &self.reporter.industries;
        let has_groups = |of: &Replication<'_>| of.top_tenth.is_some();
        let mut by_industry = Vec::new();
        for (at, industry) in industries.iter().enumerate() {
            let share = self.figure(|of| has_groups(of).then(|| of.by_industry[at]));
            if share.mean != Some(0.0) {
                by_industry.push(IndustryShare { industry: industry.clone(), share });
            }
        }
        Risks {
            single_member_groups: self.count(|of| of.tally.accounts.single_member_groups),
            top_tenth_revenue_share: self.figure(|of| of.top_tenth),
            by_industry,
        }
    }
}
