//! What a run counts. Tallies of blocks are merged in the order of the table, so sums are always the same.

use crate::population::Code;
use crate::program::Program;
use crate::time::Minute;

/// The counts of one replication, or of a block of its accounts.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    pub accounts: Accounts,
    pub nodes: Vec<NodeTally>,
    /// By row of `Program::exits`.
    pub exits: Vec<u64>,
    /// By event type.
    pub events: Vec<u64>,
    /// By node and event type: the events that the node's actions caused.
    pub node_events: Vec<u64>,
    /// By `Choice::tally`: persons by path of a split by people.
    pub people_paths: Vec<u64>,
    /// By the first daily sample that shows it; the last entry is for what comes after the last sample.
    pub days: Vec<DayTally>,
    /// By day and node: by how much the number of accounts there differs from the day before.
    pub here: Vec<i64>,
    pub groups: Vec<GroupTally>,
    /// By account that has a group, in table order.
    pub revenue: Vec<Expected>,
}

#[derive(Debug, Clone, Default)]
pub struct Accounts {
    /// Entries, and how many of them ended; re-entries count again.
    pub entries: u64,
    pub finished: u64,
    /// Accounts that entered, and those of them with an impression, a page view from an ad, a click on an ad before
    /// the run, a page view or other engagement.
    pub entered: u64,
    pub reached: u64,
    pub clicked: u64,
    pub clicked_before: u64,
    pub engaged: u64,
    /// The people of accounts that entered, and those of them who engaged.
    pub people: u64,
    pub people_engaged: u64,
    pub refused_stage: u64,
    pub refused_precedence: u64,
    pub single_member_groups: u64,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct NodeTally {
    pub entered: u64,
    pub here: u64,
    pub reached: u64,
    pub suppressed: u64,
}

/// What an account is worth at the horizon.
#[derive(Debug, Clone, Copy)]
pub struct Expected {
    pub row: u32,
    /// Annual revenue times the highest completeness of its groups.
    pub revenue: f64,
    pub industry: Option<Code>,
}

/// What cost something on a day, and how many people advertising found.
#[derive(Debug, Clone, Copy, Default)]
pub struct DayTally {
    pub new_people: u64,
    pub emails: u64,
    pub sms: u64,
    pub whatsapp: u64,
    pub impressions: u64,
    pub attendees: u64,
    pub alerts: u64,
}

/// The groups of one solution interest.
#[derive(Debug, Clone, Default)]
pub struct GroupTally {
    pub groups: u64,
    pub completeness_start: f64,
    pub completeness_end: f64,
    pub engagement_end: f64,
    pub bands: [[u64; 4]; 2],
    /// How many became sales-ready, by the first daily sample that shows it, as `Tally::days`.
    pub ready: Vec<u64>,
    pub ready_members: u64,
    /// Minutes from the account's first entry, and whether it was then ready (else still watched).
    pub times: Vec<(Minute, bool)>,
    pub cards: Vec<CardTally>,
    /// Of completeness and of engagement, by day: the sum over the groups at its sample.
    pub sums: [Vec<f64>; 2],
}

#[derive(Debug, Clone, Default)]
pub struct CardTally {
    pub fill_start: f64,
    pub fill_end: f64,
    pub missing: u64,
    /// Members by source: system, journey, manual.
    pub by_source: [u64; 3],
    pub from_advertising: u64,
    /// Why it is missing: removed, refused, claimed by an earlier role, never assigned, no matching title.
    pub causes: [u64; 5],
}

impl Tally {
    pub fn new(program: &Program) -> Tally {
        let days = program.clock.midnights.len() + 1;
        let nodes = program.nodes.len();
        let types = usize::from(program.event_types);
        Tally {
            nodes: vec![NodeTally::default(); nodes],
            exits: vec![0; program.exits.len()],
            events: vec![0; types],
            node_events: vec![0; nodes * types],
            people_paths: vec![0; program.people_paths as usize],
            days: vec![DayTally::default(); days + 1],
            here: vec![0; days * nodes],
            groups: program
                .groups
                .iter()
                .map(|plan| GroupTally {
                    ready: vec![0; days + 1],
                    cards: vec![CardTally::default(); plan.cards.len()],
                    sums: [vec![0.0; days], vec![0.0; days]],
                    ..GroupTally::default()
                })
                .collect(),
            ..Tally::default()
        }
    }

    /// Adds the tally of the block that follows in the table.
    pub fn append(&mut self, next: Tally) {
        self.accounts.add(&next.accounts);
        for (a, b) in self.nodes.iter_mut().zip(&next.nodes) {
            a.entered += b.entered;
            a.here += b.here;
            a.reached += b.reached;
            a.suppressed += b.suppressed;
        }
        add(&mut self.exits, &next.exits);
        add(&mut self.events, &next.events);
        add(&mut self.node_events, &next.node_events);
        add(&mut self.people_paths, &next.people_paths);
        self.here.iter_mut().zip(&next.here).for_each(|(a, b)| *a += b);
        self.days.iter_mut().zip(&next.days).for_each(|(a, b)| *a = a.plus(*b));
        for (a, b) in self.groups.iter_mut().zip(next.groups) {
            a.append(b);
        }
        self.revenue.extend(next.revenue);
    }
}

impl DayTally {
    pub fn plus(self, other: DayTally) -> DayTally {
        DayTally {
            new_people: self.new_people + other.new_people,
            emails: self.emails + other.emails,
            sms: self.sms + other.sms,
            whatsapp: self.whatsapp + other.whatsapp,
            impressions: self.impressions + other.impressions,
            attendees: self.attendees + other.attendees,
            alerts: self.alerts + other.alerts,
        }
    }
}

impl Accounts {
    fn add(&mut self, next: &Accounts) {
        self.entries += next.entries;
        self.finished += next.finished;
        self.entered += next.entered;
        self.reached += next.reached;
        self.clicked += next.clicked;
        self.clicked_before += next.clicked_before;
        self.engaged += next.engaged;
        self.people += next.people;
        self.people_engaged += next.people_engaged;
        self.refused_stage += next.refused_stage;
        self.refused_precedence += next.refused_precedence;
        self.single_member_groups += next.single_member_groups;
    }
}

impl GroupTally {
    fn append(&mut self, next: GroupTally) {
        self.groups += next.groups;
        self.completeness_start += next.completeness_start;
        self.completeness_end += next.completeness_end;
        self.engagement_end += next.engagement_end;
        for (a, b) in self.bands.iter_mut().zip(&next.bands) {
            add(a, b);
        }
        add(&mut self.ready, &next.ready);
        self.ready_members += next.ready_members;
        self.times.extend(next.times);
        for (a, b) in self.cards.iter_mut().zip(&next.cards) {
            a.fill_start += b.fill_start;
            a.fill_end += b.fill_end;
            a.missing += b.missing;
            add(&mut a.by_source, &b.by_source);
            a.from_advertising += b.from_advertising;
            add(&mut a.causes, &b.causes);
        }
        for (all, more) in self.sums.iter_mut().zip(&next.sums) {
            all.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        }
    }
}

fn add(a: &mut [u64], b: &[u64]) {
    for (a, b) in a.iter_mut().zip(b) {
        *a += b;
    }
}
