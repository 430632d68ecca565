//! Where in a sheet something was read, as a person finds it again: `B3`, `B3:B7`. Does not know what was read.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A cell of a sheet, row and column from 0; written `B3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub column: usize,
}

/// A block of cells from one corner to the other; written `B3:C7`, or `B3` for a single cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Block {
    /// The upper left cell.
    pub first: Place,
    /// The lower right cell.
    pub last: Place,
}

/// Where something was read: a sheet and the cells in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The sheet's position in the workbook, from 0.
    pub sheet: usize,
    /// The cells, in reading order; neighbours below each other are one block.
    pub blocks: Vec<Block>,
}

impl Place {
    /// The cell at a row and a column from 0.
    pub const fn new(row: usize, column: usize) -> Self {
        Self { row, column }
    }
}

impl Origin {
    /// One cell.
    pub fn cell(sheet: usize, place: Place) -> Self {
        Self { sheet, blocks: vec![Block { first: place, last: place }] }
    }

    /// Several cells of a sheet, in reading order, each once.
    pub fn cells(sheet: usize, places: impl IntoIterator<Item = Place>) -> Self {
        let mut places: Vec<Place> = places.into_iter().collect();
        places.sort_unstable_by_key(|place| (place.column, place.row));
        places.dedup();
        let mut blocks: Vec<Block> = Vec::new();
        for place in places {
            match blocks.last_mut() {
                Some(block) if block.continues_at(place) => block.last = place,
                _ => blocks.push(Block { first: place, last: place }),
            }
        }
        blocks.sort_unstable();
        Self { sheet, blocks }
    }

    /// Every cell.
    pub(crate) fn places(&self) -> impl Iterator<Item = Place> + '_ {
        self.blocks.iter().flat_map(|block| {
            let columns = block.first.column..=block.last.column;
            columns.flat_map(|column| (block.first.row..=block.last.row).map(move |row| Place::new(row, column)))
        })
    }

    /// How many cells there are.
    pub fn count(&self) -> usize {
        let cells = |block: &Block| {
            (block.last.row - block.first.row + 1).saturating_mul(block.last.column - block.first.column + 1)
        };
        self.blocks.iter().map(cells).fold(0, usize::saturating_add)
    }

    /// Whether the cell is among them.
    pub fn contains(&self, place: Place) -> bool {
        self.blocks.iter().any(|block| block.contains(place))
    }
}

impl Block {
    fn continues_at(&self, place: Place) -> bool {
        place.column == self.last.column && place.row == self.last.row + 1
    }

    fn contains(&self, place: Place) -> bool {
        (self.first.row..=self.last.row).contains(&place.row)
            && (self.first.column..=self.last.column).contains(&place.column)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_column(f, self.column)?;
        write!(f, "{}", self.row + 1)
    }
}

impl fmt::Display for Block {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        if self.last != self.first {
            f.write_str(":")?;
            self.last.fmt(f)?;
        }
        Ok(())
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, block) in self.blocks.iter().enumerate() {
            if place > 0 {
                f.write_str(", ")?;
            }
            block.fmt(f)?;
        }
        Ok(())
    }
}

/// A, B, …, Z, AA, AB: twenty-six digits without a zero.
fn write_column(f: &mut fmt::Formatter<'_>, column: usize) -> fmt::Result {
    if column >= 26 {
        write_column(f, column / 26 - 1)?;
    }
    let letter = u8::try_from(column % 26).unwrap_or(0) + b'A';
    write!(f, "{}", char::from(letter))
}
