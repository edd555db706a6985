//! A column of what was read into one that is there, without writing any text twice.

use simulator::codes::Codes;

use super::{Column, Texts};

/// Stands for a row that was not read.
pub const UNREAD: u32 = u32::MAX;

impl Column {
    /// A column with a row for each of `source`, which says from which row of `new` it was read. A cell that was read
    /// empty, or not at all, leaves what is there. `changed` is set for rows of `old` that now hold something else.
    pub fn merged(old: Option<&Column>, new: Option<Column>, source: &[u32], changed: &mut [bool]) -> Column {
        let Some(new) = new else {
            let there = |row: usize| old.and_then(|old| old.codes.get(row)).unwrap_or(0);
            let codes: Codes = (0..source.len()).map(there).collect();
            return old.unwrap_or(&Column::missing(0)).with_codes(codes);
        };
        let there = |row: usize| old.and_then(|old| old.codes.get(row)).unwrap_or(0);
        let read = |row: u32| if row == UNREAD { 0 } else { new.codes.at(row as usize) };
        if old.is_none_or(|old| old.distinct() == 1) {
            let codes: Codes = source.iter().map(|&row| read(row)).collect();
            changed.iter_mut().zip(codes.iter()).for_each(|(changed, code)| *changed |= code != 0);
            return new.with_codes(codes);
        }
        let mut texts = Texts::default();
        for code in 1..old.map_or(1, Column::distinct) as u32 {
            texts.number(old.and_then(|old| old.text(code)).unwrap_or_default());
        }
        // By code of what was read, its code in the whole; 0 where it was not asked for yet.
        let mut known = vec![0; new.distinct()];
        let mut codes = Codes::default();
        for (row, &from) in source.iter().enumerate() {
            let (mut code, before) = (read(from), there(row));
            if code != 0 {
                let place = &mut known[code as usize];
                if *place == 0 {
                    *place = texts.number(new.text(code).unwrap_or_default());
                }
                code = *place;
                if let Some(changed) = changed.get_mut(row) {
                    *changed |= code != before;
                }
            }
            codes.push(if code == 0 { before } else { code });
        }
        codes.shrink_to_fit();
        Column::of(codes, texts)
    }
}
