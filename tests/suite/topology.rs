//! The graph of a journey: what a merge closes, what a split opens, and how long the ways are.

use design::Id;
use design::formats::native;
use design::journey::Journey;
use design::topology::Topology;

use crate::golden::fixture;

/// Compares the split that a merge closes, and the merge that the split leads to, with what they should be.
fn check(name: &str, merge: &str, split: &str) {
    let journey: Journey = native::read(&fixture(name)).unwrap();
    let topology = Topology::of(&journey);
    let find = |id: &str| topology.find(&Id::new(id).unwrap()).unwrap_or_else(|| panic!("{id}"));
    let opened = topology.opens(find(merge)).map(|at| topology.node(at).id.to_string());
    assert_eq!(opened.as_deref(), Some(split), "{merge}");
    let closed = topology.closes(find(split)).map(|at| topology.node(at).id.to_string());
    assert_eq!(closed.as_deref(), Some(merge), "{split}");
}

#[test]
fn a_merge_closes_the_split_at_which_its_paths_parted() {
    check("paid-media-controller/journey.json", "together", "tiers");
}

#[test]
fn a_split_whose_paths_end_apart_is_never_closed() {
    let mut journey: Journey = native::read(&fixture("paid-media-controller/journey.json")).unwrap();
    let merge = Id::new("together").unwrap();
    let first = journey.edges.iter().position(|edge| edge.to == merge).unwrap();
    journey.edges.remove(first);
    let topology = Topology::of(&journey);
    let split = topology.find(&Id::new("tiers").unwrap()).unwrap();
    assert_eq!(topology.closes(split), None);
}
