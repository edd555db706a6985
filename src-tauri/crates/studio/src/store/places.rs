//! Which place in the file each row of a table has. Rows stand in the order of their places; the places of rows that
//! were deleted stay free, so that nothing behind them has to be written again.

use std::ops::Range;

use super::error::{StoreError, unreadable};

/// So many free places side by side are none that deleted rows have left.
const MOST: u32 = 1 << 24;

/// The places of all records, by table.
#[derive(Debug, Clone, Default)]
pub struct RecordPlaces {
    pub accounts: Places,
    pub people: Places,
    pub activities: Places,
    pub members: Places,
}

/// The places of one table's rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    rows: u32,
    /// Free places before the next new one, ascending.
    free: Vec<u32>,
    /// Those that were freed since the file was read, the newest last: what is taken back comes back there.
    freed: Vec<u32>,
}

impl Places {
    /// So many rows with nothing free between them.
    pub fn dense(rows: usize) -> Places {
        Places { rows: rows as u32, ..Places::default() }
    }

    pub fn rows(&self) -> usize {
        self.rows as usize
    }

    /// The place of a new last row.
    pub fn next(&self) -> u32 {
        self.rows + self.free.len() as u32
    }

    /// A further row was found in the file, at that place behind all others.
    pub(super) fn found(&mut self, place: u32) -> Result<(), StoreError> {
        if place.saturating_sub(self.next()) > MOST {
            return Err(unreadable("record", format!("its place is {place}")));
        }
        self.push(place);
        Ok(())
    }

    /// The row of a place that a record names.
    pub(super) fn held(&self, place: u32) -> Result<u32, StoreError> {
        self.row(place).ok_or_else(|| unreadable("record", format!("it belongs to the place {place}")))
    }

    /// A further row, at that place behind all others. Places that were passed over are free.
    pub(super) fn push(&mut self, place: u32) {
        self.free.extend(self.next()..place);
        self.rows += 1;
    }

    pub fn place(&self, row: u32) -> u32 {
        // The free place number i has `free[i] - i` rows before it, a number that never falls.
        let (mut low, mut high) = (0, self.free.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.free[middle] - middle as u32 <= row { low = middle + 1 } else { high = middle }
        }
        row + low as u32
    }

    /// None where no row has that place.
    pub fn row(&self, place: u32) -> Option<u32> {
        let before = self.free.binary_search(&place).err()? as u32;
        Some(place - before).filter(|&row| row < self.rows)
    }

    /// Frees the places of rows, which ascend; answers with them.
    pub fn remove(&mut self, rows: &[u32]) -> Vec<u32> {
        let places: Vec<u32> = rows.iter().map(|&row| self.place(row)).collect();
        self.free.extend(&places);
        self.free.sort_unstable();
        self.freed.extend(&places);
        self.rows -= rows.len() as u32;
        places
    }

    /// Gives places to rows that come in, each named by its row once all of them are there, ascending. None, and
    /// nothing changed, where too little is free between two rows.
    pub fn insert(&mut self, rows: &[u32]) -> Option<Vec<u32>> {
        let mut places = Vec::with_capacity(rows.len());
        let mut fresh = self.next();
        let mut from = 0;
        while from < rows.len() {
            // Rows that come in at the same point, before the row that is number `old` now.
            let old = rows[from] - from as u32;
            let count = (from..rows.len()).take_while(|&at| rows[at] - at as u32 == old).count();
            let start = if old == 0 { 0 } else { self.place(old - 1) + 1 };
            let end = if old < self.rows { self.place(old) } else { fresh };
            // Between two neighbours every place is free.
            if ((end - start) as usize) >= count {
                places.extend(self.newest(start..end, count));
            } else if old == self.rows {
                places.extend(fresh..fresh + count as u32);
                fresh += count as u32;
            } else {
                return None;
            }
            from += count;
        }
        let before = self.next();
        self.free.retain(|place| places.binary_search(place).is_err());
        self.freed.retain(|place| places.binary_search(place).is_err());
        self.rows += places.iter().filter(|place| **place < before).count() as u32;
        places.iter().filter(|place| **place >= before).for_each(|&place| self.push(place));
        Some(places)
    }

    /// So many of the free places of a gap, ascending: those freed last, and before them those at its end, since what is
    /// deleted row by row from above comes back in the reverse order.
    fn newest(&self, gap: Range<u32>, count: usize) -> Vec<u32> {
        let freed = self.freed.iter().rev().filter(|place| gap.contains(place));
        let mut newest: Vec<u32> = freed.take(count).copied().collect();
        let others = gap.rev().filter(|place| !self.freed.contains(place));
        newest.extend(others.take(count - newest.len()));
        newest.sort_unstable();
        newest
    }

    /// Frees a place; its row is gone.
    pub(super) fn free(&mut self, place: u32) {
        if let Err(at) = self.free.binary_search(&place) {
            self.free.insert(at, place);
            self.freed.push(place);
            self.rows -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Places;

    /// Rows come and go in every way; the others keep their places. The model is the list of the places.
    #[test]
    fn rows_keep_their_places_while_others_come_and_go() {
        let mut seed = 7u64;
        let mut draw = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % most
        };
        let (mut places, mut model) = (Places::dense(20), (0..20).collect::<Vec<u32>>());
        for _ in 0..5_000 {
            let mut rows: Vec<u32> = (0..1 + draw(3)).map(|_| draw(model.len()) as u32).collect();
            rows.sort_unstable();
            rows.dedup();
            if draw(2) == 0 && model.len() > 4 {
                let gone = places.remove(&rows);
                assert!(gone.iter().zip(&rows).all(|(place, row)| model[*row as usize] == *place));
                model.retain(|place| !gone.contains(place));
            } else if let Some(new) = places.insert(&rows) {
                for (row, place) in rows.iter().zip(new) {
                    model.insert(*row as usize, place);
                }
            }
            assert!(model.is_sorted_by(|a, b| a < b), "{model:?}");
            assert_eq!(places.rows(), model.len());
            for (row, &place) in (0..).zip(&model) {
                assert_eq!((places.place(row), places.row(place)), (place, Some(row)));
            }
            let mut read = Places::default();
            model.iter().for_each(|&place| read.push(place));
            assert!((0..).take(model.len()).all(|row| read.place(row) == places.place(row)));
        }
        assert_eq!(places.insert(&[model.len() as u32]).map(|new| new.len()), Some(1));
    }

    /// What is deleted row by row comes back row by row.
    #[test]
    fn undone_deletions_find_their_places() {
        let mut places = Places::dense(10);
        for row in [5, 5, 5, 7 - 3] {
            places.remove(&[row]);
        }
        for row in [4, 5, 5, 5] {
            assert!(places.insert(&[row]).is_some());
        }
        assert_eq!(places, Places::dense(10));
    }
}
