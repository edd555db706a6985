//! The heights at which cards and end marks stand.

use std::collections::HashMap;

use super::SIZES;
use super::flow::Flow;

pub(super) struct Rows {
    /// The height of each card's port; the start's is at 48, so that its card's top is at 0.
    pub(super) port: Vec<f64>,
    /// The heights of the marks of named exits, by node and number of the exit.
    pub(super) marks: HashMap<(usize, usize), f64>,
    /// The heights at which edges pass on to a node that stands behind other rows.
    pub(super) lanes: HashMap<(usize, usize), f64>,
}

/// How far a block reaches above and below the port of the node that owns it.
#[derive(Debug, Clone, Copy, Default)]
struct Reach {
    up: f64,
    down: f64,
}

/// One row of a block: what stands there, and its height relative to the owner's port.
#[derive(Debug, Clone, Copy)]
struct Row {
    what: What,
    y: f64,
}

#[derive(Debug, Clone, Copy)]
enum What {
    Block(usize),
    Mark(usize),
    /// An edge to a node behind this block, or to a merge that several rows lead to.
    Lane(usize),
}

pub(super) fn rows(flow: &Flow) -> Rows {
    let count = flow.ways.len();
    let mut reach = vec![Reach::default(); count];
    let mut inside: Vec<Vec<Row>> = vec![Vec::new(); count];
    let mut owned: Vec<Vec<usize>> = vec![Vec::new(); count];
    for &at in &flow.order {
        if let Some(owner) = flow.owner[at] {
            owned[owner].push(at);
        }
    }
    // Blocks from the inside out.
    for &at in flow.order.iter().rev() {
        let (rows, block) = block(flow, at, &owned[at], &reach);
        inside[at] = rows;
        reach[at] = block;
    }
    let mut port = vec![0.0; count];
    let (mut marks, mut lanes) = (HashMap::new(), HashMap::new());
    let mut below: Option<f64> = None;
    for &at in &flow.order {
        if flow.owner[at].is_none() {
            // What nothing leads to stands below everything else.
            port[at] = below.map_or(SIZES.port, |below| below + SIZES.row_gap + reach[at].up);
            let bottom = port[at] + reach[at].down;
            below = Some(below.map_or(bottom, |below| below.max(bottom)));
        }
        for row in &inside[at] {
            match row.what {
                What::Block(child) => port[child] = port[at] + row.y,
                What::Mark(number) => {
                    marks.insert((at, number), port[at] + row.y);
                }
                What::Lane(number) => {
                    lanes.insert((at, number), port[at] + row.y);
                }
            }
        }
    }
    keep_apart(flow, &mut port);
    Rows { port, marks, lanes }
}

/// Stacks what a node's exits lead to, and centres what they join in again.
fn block(flow: &Flow, at: usize, owned: &[usize], reach: &[Reach]) -> (Vec<Row>, Reach) {
    let ways = &flow.ways[at];
    let single = ways.len() == 1;
    let mut rows: Vec<(What, Reach)> = Vec::new();
    let mut row_of: HashMap<usize, (usize, usize)> = HashMap::new();
    for (number, way) in ways.iter().enumerate() {
        let mark = Reach { up: SIZES.mark / 2.0, down: SIZES.mark / 2.0 };
        let (what, size) = match way.to {
            Some(to) if flow.owner[to] == Some(at) && flow.before[to].len() == 1 => {
                (What::Block(to), reach[to])
            }
            Some(_) if single => (What::Lane(number), Reach::default()),
            Some(_) => (What::Lane(number), mark),
            None if single => (What::Lane(number), Reach::default()),
            None => (What::Mark(number), mark),
        };
        if let What::Block(to) = what {
            row_of.insert(to, (rows.len(), rows.len()));
        }
        rows.push((what, size));
    }
    // Merges that this node owns stand behind the rows that lead into them.
    let mut joins = Vec::new();
    let mut pad = vec![Reach::default(); rows.len()];
    for &join in owned.iter().filter(|&&join| !row_of.contains_key(&join)).collect::<Vec<_>>() {
        let fed = flow.before[join].iter().flat_map(|&source| feeding(flow, at, join, source, &row_of));
        let span = fed.fold(None, |span: Option<(usize, usize)>, (first, last)| {
            Some(span.map_or((first, last), |(a, b)| (a.min(first), b.max(last))))
        });
        let Some((first, last)) = span else { continue };
        row_of.insert(join, (first, last));
        let y = stack(&rows, &pad);
        let centre = (y[first] + y[last]) / 2.0;
        let above = y[first] - rows[first].1.up - pad[first].up;
        let under = y[last] + rows[last].1.down + pad[last].down;
        pad[first].up += (reach[join].up - (centre - above)).max(0.0);
        pad[last].down += (reach[join].down - (under - centre)).max(0.0);
        joins.push((join, first, last));
    }
    let y = stack(&rows, &pad);
    let centre = y.first().zip(y.last()).map_or(0.0, |(first, last)| (first + last) / 2.0);
    let mut size = Reach { up: SIZES.port, down: flow.height[at] - SIZES.port };
    let mut placed = Vec::with_capacity(rows.len() + joins.len());
    for (number, (what, reach)) in rows.iter().enumerate() {
        let offset = y[number] - centre;
        size.up = size.up.max(reach.up + pad[number].up - offset);
        size.down = size.down.max(offset + reach.down + pad[number].down);
        placed.push(Row { what: *what, y: offset });
    }
    for (join, first, last) in joins {
        let offset = (y[first] + y[last]) / 2.0 - centre;
        size.up = size.up.max(reach[join].up - offset);
        size.down = size.down.max(offset + reach[join].down);
        placed.push(Row { what: What::Block(join), y: offset });
    }
    (placed, size)
}

/// The rows of `at` through which `source` leads to `join`: its own exits, or the row in which the source stands.
fn feeding(
    flow: &Flow,
    at: usize,
    join: usize,
    source: usize,
    row_of: &HashMap<usize, (usize, usize)>,
) -> Vec<(usize, usize)> {
    if source == at {
        let ways = flow.ways[at].iter().enumerate();
        return ways.filter(|(_, way)| way.to == Some(join)).map(|(row, _)| (row, row)).collect();
    }
    let mut node = source;
    while let Some(owner) = flow.owner[node] {
        if owner == at {
            break;
        }
        node = owner;
    }
    row_of.get(&node).copied().into_iter().collect()
}

/// The heights of the rows, the first at 0.
fn stack(rows: &[(What, Reach)], pad: &[Reach]) -> Vec<f64> {
    let mut y = Vec::with_capacity(rows.len());
    let mut below = 0.0;
    for ((_, reach), pad) in rows.iter().zip(pad) {
        let centre = if y.is_empty() { 0.0 } else { below + SIZES.row_gap + pad.up + reach.up };
        below = centre + reach.down + pad.down;
        y.push(centre);
    }
    y
}

/// In graphs that are no split trees two blocks may want one place: within a column the lower card gives way.
fn keep_apart(flow: &Flow, port: &mut [f64]) {
    let last = flow.layer.iter().copied().max().unwrap_or(0);
    let mut columns: Vec<Vec<usize>> = vec![Vec::new(); last + 1];
    for &at in &flow.order {
        columns[flow.layer[at]].push(at);
    }
    for column in &mut columns {
        column.sort_by(|&a, &b| port[a].total_cmp(&port[b]));
        uncross(flow, port, column);
        for pair in 1..column.len() {
            let (upper, lower) = (column[pair - 1], column[pair]);
            let least = port[upper] + flow.height[upper] + SIZES.row_gap;
            if port[lower] < least {
                port[lower] = least;
            }
        }
    }
}

/// Lets neighbours of a column change places where the edges into them then cross less, as after merges of paths that
/// lie far apart. The columns before are settled.
fn uncross(flow: &Flow, port: &mut [f64], column: &mut [usize]) {
    let mut arrive: HashMap<usize, Vec<(f64, usize)>> = HashMap::new();
    for &at in column.iter() {
        let from = |&source: &usize| {
            let ways = flow.ways[source].iter().enumerate().filter(|(_, way)| way.to == Some(at));
            ways.map(|(number, _)| (port[source], number)).collect::<Vec<_>>()
        };
        arrive.insert(at, flow.before[at].iter().flat_map(from).collect());
    }
    for _ in 0..column.len() {
        let mut changed = false;
        for pair in 1..column.len() {
            let (upper, lower) = (column[pair - 1], column[pair]);
            if crossings(&arrive[&lower], &arrive[&upper]) < crossings(&arrive[&upper], &arrive[&lower]) {
                column.swap(pair - 1, pair);
                port.swap(upper, lower);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
}

/// How many edges cross when the ones into a card above leave below the ones into a card under it.
fn crossings(above: &[(f64, usize)], under: &[(f64, usize)]) -> usize {
    let crosses = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).is_gt();
    above.iter().map(|a| under.iter().filter(|b| crosses(a, b)).count()).sum()
}
