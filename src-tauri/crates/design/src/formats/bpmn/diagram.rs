//! The drawing: a plane for the process with its lanes, and one for the inside of each split by people.

use super::elements::{Element, Flow, Inside, Place, Shape};
use super::process::{Lane, Process};
use super::xml::{Tag, tag};

/// Around what stands in a lane, and for the names on its left.
const ROOM: f64 = 50.0;
const NAMES: f64 = 30.0;

pub(super) fn planes(process: &Process) -> Vec<Tag> {
    let lanes = lanes(process);
    let shift = |element: &Element| {
        lanes.iter().find(|lane| lane.lane.id == element.lane).map_or(0.0, |lane| lane.shift)
    };
    let (left, width) = extent(process.elements.iter().map(|element| element.place).collect());
    let (left, width) = (left - ROOM, width + 2.0 * ROOM);
    let top = lanes.first().map_or(0.0, |lane| lane.top);
    let height = lanes.iter().map(|lane| lane.height).sum();
    let whole = Place { x: left - NAMES, y: top, width: width + NAMES, height };
    let mut plane = tag("bpmndi:BPMNPlane").with("id", "plane").with("bpmnElement", "collaboration");
    plane = plane.and(shape("participant", whole).with("isHorizontal", "true").and(bounds(whole)));
    for lane in &lanes {
        let place = Place { x: left, y: lane.top, width, height: lane.height };
        plane = plane.and(shape(lane.lane.id, place).with("isHorizontal", "true").and(bounds(place)));
    }
    plane = draw(plane, &process.elements, &process.flows, shift);
    let mut planes = vec![tag("bpmndi:BPMNDiagram").with("id", "diagram").and(plane)];
    for element in &process.elements {
        for inside in &element.inside {
            let Inside::Process { elements, flows } = inside else { continue };
            let id = format!("plane_{}", element.id);
            let plane = tag("bpmndi:BPMNPlane").with("id", id).with("bpmnElement", &element.id);
            let plane = draw(plane, elements, flows, |_| 0.0);
            let id = format!("diagram_{}", element.id);
            planes.push(tag("bpmndi:BPMNDiagram").with("id", id).and(plane));
        }
    }
    planes
}

struct Laid<'p> {
    lane: &'p Lane,
    top: f64,
    height: f64,
    /// What the heights of its elements are moved by.
    shift: f64,
}

/// The lanes one below the other, each as high as what stands in it.
fn lanes(process: &Process) -> Vec<Laid<'_>> {
    let mut top = 0.0;
    let laid = process.lanes.iter().map(|lane| {
        let own = process.elements.iter().filter(|element| element.lane == lane.id);
        let (first, last) = own.fold((f64::MAX, f64::MIN), |(first, last), element| {
            (first.min(element.place.y), last.max(element.place.y + element.place.height))
        });
        let (first, last) = if first > last { (0.0, 60.0) } else { (first, last) };
        let height = last - first + 2.0 * ROOM;
        let laid = Laid { lane, top, height, shift: top + ROOM - first };
        top += height;
        laid
    });
    laid.collect()
}

fn extent(places: Vec<Place>) -> (f64, f64) {
    let left = places.iter().map(|place| place.x).fold(f64::MAX, f64::min);
    let right = places.iter().map(|place| place.x + place.width).fold(f64::MIN, f64::max);
    if left > right { (0.0, 200.0) } else { (left, right - left) }
}

fn draw(mut plane: Tag, elements: &[Element], flows: &[Flow], shift: impl Fn(&Element) -> f64) -> Tag {
    let placed = |element: &Element| Place { y: element.place.y + shift(element), ..element.place };
    for element in elements {
        let place = placed(element);
        let mut one = shape(&element.id, place);
        if element.shape == Shape::Folded {
            one = one.with("isExpanded", "false");
        }
        if element.shape == Shape::Gateway {
            one = one.with("isMarkerVisible", "true");
        }
        one = one.and(bounds(place));
        if matches!(element.shape, Shape::Event | Shape::Gateway) && !element.name.is_empty() {
            let label = Place {
                x: place.x + place.width / 2.0 - 60.0,
                y: place.y + place.height + 4.0,
                width: 120.0,
                height: 28.0,
            };
            one = one.and(tag("bpmndi:BPMNLabel").and(bounds(label)));
        }
        plane = plane.and(one);
    }
    for flow in flows {
        let find = |id: &str| elements.iter().find(|element| element.id == id);
        let (Some(from), Some(to)) = (find(&flow.from), find(&flow.to)) else { continue };
        let lane = flow.lane.filter(|_| from.lane == to.lane).map(|lane| lane + shift(from));
        let points = points(from.shape, placed(from), placed(to), lane);
        let mut edge =
            tag("bpmndi:BPMNEdge").with("id", format!("{}_di", flow.id)).with("bpmnElement", &flow.id);
        for (x, y) in &points {
            edge = edge.and(tag("di:waypoint").with("x", number(*x)).with("y", number(*y)));
        }
        if !flow.name.is_empty() {
            let (x, y) = points[points.len().min(3) - 1];
            let label = Place { x: x + 6.0, y: y - 20.0, width: 90.0, height: 14.0 };
            edge = edge.and(tag("bpmndi:BPMNLabel").and(bounds(label)));
        }
        plane = plane.and(edge);
    }
    plane
}

/// A line of right angles from the right side of one to the left side of the other; backwards it goes around below.
fn points(shape: Shape, from: Place, to: Place, lane: Option<f64>) -> Vec<(f64, f64)> {
    let (_, end) = to.middle();
    let begin = (from.x + from.width, if shape == Shape::Folded { from.y + 48.0 } else { from.middle().1 });
    let end = (to.x, end);
    let (out, back) = (begin.0 + 20.0, end.0 - 20.0);
    let mut points = vec![begin];
    if back < out {
        let below = (from.y + from.height).max(to.y + to.height) + 30.0;
        points.extend([(out, begin.1), (out, below), (back, below), (back, end.1)]);
    } else if let Some(lane) = lane.filter(|_| back > out) {
        points.extend([(out, begin.1), (out, lane), (back, lane), (back, end.1)]);
    } else if begin.1 != end.1 {
        points.extend([(out, begin.1), (out, end.1)]);
    }
    points.push(end);
    points.dedup();
    points
}

fn shape(of: &str, _: Place) -> Tag {
    tag("bpmndi:BPMNShape").with("id", format!("{of}_di")).with("bpmnElement", of)
}

fn bounds(it: Place) -> Tag {
    tag("dc:Bounds")
        .with("x", number(it.x))
        .with("y", number(it.y))
        .with("width", number(it.width))
        .with("height", number(it.height))
}

fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}
