//! The loop allocates nothing for an event or a day: once the memory of a first replication is there, a further one
//! asks for no more than a block's counts.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicBool, AtomicU64};

use design::compile::compile;
use simulator::{BLOCK, Simulation};

use super::independence::sample_case;

/// The system's allocator, which counts what each thread asks for.
struct Counting;

thread_local! {
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

fn count() {
    // A thread that ends has no counter any more.
    let _ = ASKED.try_with(|asked| asked.set(asked.get() + 1));
}

// SAFETY: everything is left to the system's allocator; counting touches no memory of its callers.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        unsafe { System.realloc(memory, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// How often a replication of the sample journey asks for memory, and how many events it has.
fn asked(days: u32, visits: f64) -> (u64, u64) {
    let mut case = sample_case(2 * BLOCK as u32, 1);
    case.scenario.horizon_days = days.into();
    let rate = serde_json::json!({"web": {"visitsPerPersonDay": visits}});
    case.scenario.behaviour = serde_json::from_value::<design::scenario::Behaviour>(rate).unwrap().into();
    let compiled = compile(&case.journey, &case.workspace, &case.tables, &case.scenario).unwrap();
    // So many replications that daily scores are kept in bins, as in a large run.
    let simulation = Simulation::new(&compiled.program, &compiled.population, 10);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    pool.install(|| {
        let replicate = |number| {
            let before = ASKED.get();
            let tally = simulation.replicate(number, &AtomicBool::new(false), &AtomicU64::new(0)).unwrap();
            (ASKED.get() - before, tally.events.iter().sum())
        };
        replicate(0);
        replicate(1)
    })
}

#[test]
fn allocations_do_not_grow_with_days_or_events() {
    let (few, some_events) = asked(30, 0.02);
    let (more, many_events) = asked(120, 0.2);
    assert!(many_events > 5 * some_events, "{some_events} events, then {many_events}");
    // The lists of a block double when they are full, and a queue may meet an account larger than any before.
    assert!(more <= few + 64, "{few} allocations for {some_events} events, {more} for {many_events}");
    assert!(more < 1_000, "{more} allocations for two blocks");
}
