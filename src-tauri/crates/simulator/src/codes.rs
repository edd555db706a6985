//! The codes of a column's cells, in as few bytes as they need: most columns have few texts, and that of keys has a
//! text of its own in every row.

use crate::population::Code;

/// A list of codes that only grows.
#[derive(Debug, Clone)]
pub enum Codes {
    /// So many rows, of which row i has code i + 1.
    Own(usize),
    Bytes(Vec<u8>),
    Shorts(Vec<u16>),
    Words(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Codes {
        Codes::Own(0)
    }
}

impl Codes {
    /// So many rows without a text.
    pub fn missing(rows: usize) -> Codes {
        Codes::Bytes(vec![0; rows])
    }

    pub fn len(&self) -> usize {
        match self {
            Codes::Own(rows) => *rows,
            Codes::Bytes(codes) => codes.len(),
            Codes::Shorts(codes) => codes.len(),
            Codes::Words(codes) => codes.len(),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The code of a row that is there.
    #[inline]
    pub fn at(&self, row: usize) -> Code {
        match self {
            Codes::Own(_) => row as Code + 1,
            Codes::Bytes(codes) => Code::from(codes[row]),
            Codes::Shorts(codes) => Code::from(codes[row]),
            Codes::Words(codes) => codes[row],
        }
    }

    /// The code of a row; None beyond the last one.
    pub fn get(&self, row: usize) -> Option<Code> {
        (row < self.len()).then(|| self.at(row))
    }

    pub fn iter(&self) -> impl Iterator<Item = Code> {
        (0..self.len()).map(|row| self.at(row))
    }

    pub fn push(&mut self, code: Code) {
        match self {
            Codes::Own(rows) if code as usize == *rows + 1 => *rows += 1,
            Codes::Bytes(codes) if code <= 0xff => codes.push(code as u8),
            Codes::Shorts(codes) if code <= 0xffff => codes.push(code as u16),
            Codes::Words(codes) => codes.push(code),
            _ => {
                self.widen(code);
                self.push(code);
            }
        }
    }

    /// Writes the code of a row that is there.
    pub fn set(&mut self, row: usize, code: Code) {
        match self {
            Codes::Own(_) if code as usize == row + 1 => {}
            Codes::Bytes(codes) if code <= 0xff => codes[row] = code as u8,
            Codes::Shorts(codes) if code <= 0xffff => codes[row] = code as u16,
            Codes::Words(codes) => codes[row] = code,
            _ => {
                self.widen(code);
                self.set(row, code);
            }
        }
    }

    /// Makes room for a code that the present form can't hold.
    fn widen(&mut self, code: Code) {
        let greatest = if let Codes::Own(rows) = self { code.max(*rows as Code) } else { code };
        *self = match greatest {
            0..=0xff => Codes::Bytes(self.iter().map(|code| code as u8).collect()),
            0x100..=0xffff => Codes::Shorts(self.iter().map(|code| code as u16).collect()),
            _ => Codes::Words(self.iter().collect()),
        };
    }

    /// Gives back the memory that was kept for growing.
    pub fn shrink_to_fit(&mut self) {
        match self {
            Codes::Own(_) => {}
            Codes::Bytes(codes) => codes.shrink_to_fit(),
            Codes::Shorts(codes) => codes.shrink_to_fit(),
            Codes::Words(codes) => codes.shrink_to_fit(),
        }
    }
}

impl FromIterator<Code> for Codes {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Codes {
        let mut all = Codes::default();
        codes.into_iter().for_each(|code| all.push(code));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Codes;

    /// Whatever form a list takes, it holds what was put in.
    #[test]
    fn codes_come_back_as_they_were_put_in() {
        let same = |n| vec![1; n];
        let lists: [Vec<u32>; 6] = [
            Vec::new(),
            (1..=300).collect(),
            same(3),
            (1..=300).chain([7]).collect(),
            (1..=70_000).chain([0]).collect(),
            vec![0, 255, 256, 65_535, 65_536, 3],
        ];
        for list in lists {
            let codes: Codes = list.iter().copied().collect();
            assert_eq!(codes.len(), list.len());
            assert!(codes.iter().eq(list.iter().copied()), "{list:?}");
            for (row, code) in
                [(0, 2), (1, 300), (2, 70_000)].into_iter().filter(|(row, _)| *row < list.len())
            {
                let (mut codes, mut list) = (codes.clone(), list.clone());
                codes.set(row, code);
                list[row] = code;
                assert!(codes.iter().eq(list.iter().copied()), "{code} in row {row} of {list:?}");
            }
        }
    }
}
