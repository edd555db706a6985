//! The loop: one account from minute 0 to the horizon. Its memory is kept from account to account.

use crate::events::{Asked, EventType};
use crate::groups::{ByText, Fitting, Group, Record};
use crate::impressions::{AdRates, Drawn};
use crate::part::{Addends, Part};
use crate::place::Place;
use crate::poisson::Counts;
use crate::population::{Code, Population};
use crate::program::{Program, Test};
use crate::queue::{Due, DueKind, Queue, minute_of};
use crate::random::Stream;
use crate::samples::{Held, Samples, Sums};
use crate::scores::Window;
use crate::tally::Tally;
use crate::time::Minute;
use crate::trace::{Happening, What};
use crate::visits::Visits;
use crate::web::Process;

pub(crate) const NONE: u32 = u32::MAX;

/// An account's state and what the run counts over the accounts of a block.
pub(crate) struct Run<'p> {
    pub(crate) program: &'p Program,
    pub(crate) population: &'p Population,
    pub(crate) tally: Tally,
    pub(crate) samples: Samples,
    /// The scores of the account's groups so far.
    pub(crate) held: Vec<Held>,
    pub(crate) sums: Sums,
    /// By solution interest.
    pub(crate) addends: Vec<Addends>,
    /// By path of a variant split by accounts: how many visits it has had in this block.
    pub(crate) quotas: Vec<u64>,
    pub(crate) trace: Option<Vec<Happening>>,

    pub(crate) row: usize,
    pub(crate) stream: Stream,
    pub(crate) now: Minute,
    /// How many midnights are over.
    pub(crate) day: usize,
    /// Whether the jobs of a midnight, or the creation, are under way.
    pub(crate) in_jobs: bool,
    pub(crate) queue: Queue,
    pub(crate) people: Vec<Person>,
    pub(crate) groups: Vec<Group>,
    /// By group and person.
    pub(crate) records: Vec<Record>,
    /// By group and person, where it never changes. By group, whether that is so; and where one text decides.
    pub(crate) fitting: Vec<Fitting>,
    pub(crate) fixed_cards: Vec<bool>,
    pub(crate) by_text: Vec<Option<ByText>>,
    pub(crate) window: Window,
    pub(crate) log: Vec<Logged>,
    pub(crate) chains: Vec<crate::messages::Chain>,
    pub(crate) destinations: Vec<crate::web::Active>,
    pub(crate) ad_rates: AdRates,
    /// The number of impressions of a part of a day.
    pub(crate) part_of_day: Counts,
    /// The impressions that come due one by one.
    pub(crate) drawn: Vec<Drawn>,
    /// Those that are clicked, by person found and destination.
    pub(crate) found_clicked: Vec<Process>,
    /// The visits of the people of the table, and by person found those of the others.
    pub(crate) visits: Visits,
    pub(crate) found_visits: Vec<Process>,
    pub(crate) table_people: u16,
    /// By event type, what asks for the single event.
    pub(crate) asked: Vec<Asked>,
    /// By person and custom event.
    pub(crate) customs: Vec<Process>,
    /// By column, its place among those that the run may write.
    pub(crate) person_slots: Vec<Option<u16>>,
    pub(crate) account_slots: Vec<Option<u16>>,
    /// By person and column that the run may write.
    pub(crate) person_codes: Vec<Code>,
    pub(crate) account_codes: Vec<Code>,
    /// The tests that keep emails from a person: of cells that the run never writes, and of others.
    pub(crate) barring: [Vec<&'p Test>; 2],
    /// Whether everybody keeps the address.
    pub(crate) addresses_fixed: bool,
    /// Which address has had which email, where addresses change.
    pub(crate) emailed: Vec<(u32, u32)>,
    /// How many people advertising has found.
    pub(crate) found: u32,
    /// Whether the daily job may find something to change without anything having happened.
    pub(crate) volatile: bool,
    /// Whether somebody asks for the engagement of people.
    pub(crate) scores_asked: bool,
    /// Whether the daily job may find something to change.
    pub(crate) unsettled: bool,
    /// The account's place in the journey; in a person journey one for each person.
    pub(crate) places: Vec<Place>,
    /// Which of the places is dealt with: always the first, or in a person journey the person's.
    pub(crate) mover: usize,
    pub(crate) seen: Seen,
    /// Which path each person takes, while a split by people is passed.
    pub(crate) picked: Vec<u32>,
}

pub(crate) struct Person {
    pub(crate) stream: Stream,
    /// The row in the population; NONE for people found by advertising.
    pub(crate) row: u32,
    pub(crate) title: Code,
    pub(crate) created: Minute,
    /// The row of `Program::behaviours`.
    pub(crate) behaviour: u16,
    pub(crate) personalized: bool,
    pub(crate) engaged: bool,
    pub(crate) reached: bool,
    /// Whether what the run never writes keeps emails from the person, once that has been asked.
    pub(crate) barred: Option<bool>,
    /// The emails that its address had, a bit each, if it is the first of the account with that address.
    pub(crate) emailed: u64,
    /// Who that is, once it has been asked.
    pub(crate) first_with_address: Option<u16>,
}

impl Person {
    fn new(stream: Stream, row: u32, title: Code, created: Minute) -> Person {
        Person {
            stream,
            row,
            title,
            created,
            behaviour: 0,
            personalized: false,
            engaged: false,
            reached: false,
            barred: None,
            emailed: 0,
            first_with_address: None,
        }
    }
}

/// An event that a condition may ask for later.
pub(crate) struct Logged {
    pub(crate) minute: Minute,
    pub(crate) person: u16,
    pub(crate) event: EventType,
    pub(crate) fields: u32,
}

/// What the figures ask of the account.
#[derive(Default)]
pub(crate) struct Seen {
    /// When the account, or the first of its people, entered for the first time.
    pub(crate) first_entry: Option<Minute>,
    pub(crate) impression: bool,
    pub(crate) ad_page_view: bool,
    pub(crate) engaged: bool,
}

impl<'p> Run<'p> {
    pub(crate) fn new(program: &'p Program, population: &'p Population, samples: Samples) -> Run<'p> {
        let Part { tally, sums, addends } = Part::new(program);
        Run {
            program,
            population,
            tally,
            samples,
            held: Vec::new(),
            sums,
            addends,
            quotas: vec![0; program.choices.len()],
            trace: None,
            row: 0,
            stream: Stream::of_replication(0, 0),
            now: 0,
            day: 0,
            in_jobs: false,
            queue: Queue::default(),
            people: Vec::new(),
            groups: Vec::new(),
            records: Vec::new(),
            fitting: Vec::new(),
            fixed_cards: program.groups.iter().map(|plan| crate::groups::are_fixed(program, plan)).collect(),
            by_text: program.groups.iter().map(|plan| ByText::of(program, plan)).collect(),
            window: Window::new(program),
            log: Vec::new(),
            chains: Vec::new(),
            destinations: Vec::new(),
            ad_rates: AdRates::new(program),
            part_of_day: Counts::default(),
            drawn: Vec::new(),
            found_clicked: Vec::new(),
            visits: Visits::default(),
            found_visits: Vec::new(),
            table_people: 0,
            asked: (0..program.event_types).map(|event| Asked::of(program, event)).collect(),
            customs: Vec::new(),
            person_slots: slots(population.person_columns.len(), &program.people.written),
            account_slots: slots(population.account_columns.len(), &program.people.accounts_written),
            person_codes: Vec::new(),
            account_codes: Vec::new(),
            barring: barring(program),
            addresses_fixed: program
                .people
                .address
                .is_none_or(|column| !program.people.written.contains(&column)),
            emailed: Vec::new(),
            found: 0,
            volatile: program.groups.iter().any(|plan| plan.volatile),
            scores_asked: crate::jobs::asks_for_scores(program),
            unsettled: false,
            places: Vec::new(),
            mover: 0,
            seen: Seen::default(),
            picked: Vec::new(),
        }
    }

    /// Runs an account from its creation to the horizon.
    pub(crate) fn account(&mut self, replication: Stream, row: usize) {
        self.reset(replication, row);
        self.create();
        self.count_creation();
        self.plan_entry();
        self.visits.start(self.program, self.stream, self.table_people);
        let horizon = self.program.clock.horizon;
        loop {
            // Nothing is awaited at or after the horizon; a midnight at the horizon still has its jobs.
            let (queued, visit) = (self.queue.next_rank(), self.visits.next_rank());
            let next = minute_of(queued.min(visit)).min(horizon);
            if let Some(midnight) = self.next_job(next) {
                self.now = midnight;
                self.jobs_of_the_day();
            } else if visit < queued {
                self.now = next;
                self.visit();
            } else if let Some((minute, due)) = self.queue.pop() {
                self.now = minute;
                self.happens(due);
            } else {
                break;
            }
        }
        self.now = horizon;
        self.close();
    }

    /// An account as it stands at minute 0, with its groups.
    pub(crate) fn account_at_start(&mut self, replication: Stream, row: usize) {
        self.reset(replication, row);
        self.create();
    }

    fn reset(&mut self, replication: Stream, row: usize) {
        let population = self.population;
        self.row = row;
        self.stream = replication.account(population.account_keys[row]);
        self.now = 0;
        self.day = 0;
        self.queue.clear(self.program.clock.horizon);
        self.people.clear();
        self.log.clear();
        self.chains.clear();
        self.emailed.clear();
        self.drawn.clear();
        self.found_clicked.clear();
        self.found_visits.clear();
        self.customs.clear();
        self.person_codes.clear();
        self.window.clear();
        self.found = 0;
        self.unsettled = false;
        self.places.clear();
        self.mover = 0;
        if !self.program.persons {
            self.places.push(Place::default());
        }
        self.seen = Seen::default();
        self.account_codes.clear();
        for &column in &self.program.people.accounts_written {
            self.account_codes.push(population.account_columns[usize::from(column)].at(row));
        }
        self.destinations.clear();
        self.destinations.resize_with(self.program.destinations.len(), Default::default);
        self.table_people = (population.people_from[row + 1] - population.people_from[row]) as u16;
        let (stream, rows) = (self.stream, population.people_from[row]..population.people_from[row + 1]);
        let keys = &population.person_keys[rows.start as usize..rows.end as usize];
        let people = rows.zip(keys).map(|(row, &key)| Person::new(stream.person(key), row, 0, 0));
        self.people.extend(people);
        self.begin_people(0);
        let past = population.history_from[row] as usize..population.history_from[row + 1] as usize;
        for past in &population.history[past] {
            self.remember(past.minute, past.person, past.event, past.fields);
        }
    }

    /// Adds a person whom advertising has found, with the processes that start now.
    pub(crate) fn add_found(&mut self, stream: Stream, title: Code) {
        self.people.push(Person::new(stream, NONE, title, self.now));
        let person = self.people.len() as u16 - 1;
        self.begin_people(person);
        self.found_visits.push(Process::default());
        self.start_own_visits(person);
    }

    /// Makes ready what is kept of people, for those from the one on.
    fn begin_people(&mut self, first: u16) {
        let (program, people) = (self.program, self.people.len());
        for person in first..people as u16 {
            for &column in &program.people.written {
                let code = self.first_code(person, column);
                self.person_codes.push(code);
            }
        }
        self.window.set_people(people);
        if program.persons {
            self.places.resize(people, Place::outside(&program.entry, self.now));
        }
        if !program.custom.is_empty() {
            self.customs.resize(people * program.custom.len(), Process::default());
            (first..people as u16).for_each(|person| self.start_customs(person));
        }
    }

    fn happens(&mut self, due: Due) {
        match due.kind {
            DueKind::JourneyEnds => self.end_of_journey(),
            DueKind::Enter => {
                self.mover = usize::from(due.person);
                self.ask_to_enter();
            }
            DueKind::Arrive => {
                self.mover = usize::from(due.person);
                let place = self.place();
                if due.of == place.token && place.node.is_some() {
                    self.leave(place.exit);
                }
            }
            DueKind::Visit => self.own_visit(due.person),
            DueKind::Custom => self.custom_event(due.person, due.of as usize),
            DueKind::Impression => self.impression(due.person, due.of as usize),
            DueKind::ClickedImpression => self.clicked_impression(due.person, due.of as usize),
            DueKind::Lead => self.lead(due.of as usize),
            _ => self.message_event(due),
        }
    }

    pub(crate) fn note(&mut self, node: Option<u32>, person: Option<u16>, what: What) {
        if let Some(trace) = &mut self.trace {
            trace.push(Happening { minute: self.now, node, person, what });
        }
    }
}

/// The tests that keep emails from people: of cells that the run never writes, and of others.
fn barring(program: &Program) -> [Vec<&Test>; 2] {
    let tests = program.people.suppressing.iter().map(|&test| &program.tests[test as usize]);
    let (changing, fixed) = tests.partition(|test| program.people.written.contains(&test.column));
    [fixed, changing]
}

/// By column, its place among the written ones.
fn slots(columns: usize, written: &[u16]) -> Vec<Option<u16>> {
    let place = |column| written.iter().position(|&other| usize::from(other) == column);
    (0..columns).map(|column| place(column).map(|place| place as u16)).collect()
}
