//! A table by sex and age band. Knows nothing of what its cells hold.
use crate::{
    age::{Age, AgeBand, AgeBands},
    sex::Sex,
};

/// One sex and one age band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cell {
    /// Sex.
    pub sex: Sex,
    /// Ages.
    pub band: AgeBand,
}

impl AgeBands {
    /// Every cell: the women's bands in rising order, then the men's.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        Sex::ALL.into_iter().flat_map(|sex| self.bands().iter().map(move |band| Cell { sex, band: *band }))
    }

    fn position(&self, cell: Cell) -> Option<usize> {
        let band = self.bands().iter().position(|b| *b == cell.band)?;
        Some(if cell.sex == Sex::Woman { band } else { self.count() + band })
    }
}

/// The bands of two tables differ, so their cells cannot be paired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandsDiffer;

/// One value for each cell of a set of bands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Unchecked<T>"))]
pub struct PerCell<T> {
    bands: AgeBands,
    values: Vec<T>,
}

/// A table as read, before its values are counted.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Unchecked<T> {
    bands: AgeBands,
    values: Vec<T>,
}

#[cfg(feature = "serde")]
impl<T> TryFrom<Unchecked<T>> for PerCell<T> {
    type Error = &'static str;

    fn try_from(table: Unchecked<T>) -> Result<Self, Self::Error> {
        Self::from_values(&table.bands, table.values).ok_or("a table with more or fewer values than cells")
    }
}

impl<T> PerCell<T> {
    /// A table filled by a function of the cell.
    pub fn from_fn(bands: &AgeBands, make: impl FnMut(Cell) -> T) -> Self {
        Self { bands: bands.clone(), values: bands.cells().map(make).collect() }
    }

    /// A table filled in the order of [`AgeBands::cells`]; `None` when the number of values is another.
    pub fn from_values(bands: &AgeBands, values: Vec<T>) -> Option<Self> {
        (values.len() == 2 * bands.count()).then(|| Self { bands: bands.clone(), values })
    }

    /// The bands of the table.
    pub fn bands(&self) -> &AgeBands {
        &self.bands
    }

    /// Each cell with its value: women first.
    pub fn iter(&self) -> impl Iterator<Item = (Cell, &T)> {
        self.bands.cells().zip(&self.values)
    }

    /// The cell's value; `None` when the cell is of other bands.
    pub fn get(&self, cell: Cell) -> Option<&T> {
        self.values.get(self.bands.position(cell)?)
    }

    pub(crate) fn get_mut(&mut self, cell: Cell) -> Option<&mut T> {
        self.values.get_mut(self.bands.position(cell)?)
    }

    /// The cell that a person belongs to, with its value; a table has a value for every age.
    pub fn of_person(&self, sex: Sex, age: Age) -> Option<(Cell, &T)> {
        let band = *self.bands.bands().get(self.bands.index_of(age))?;
        let cell = Cell { sex, band };
        self.get(cell).map(|value| (cell, value))
    }

    /// The same table with another kind of value.
    pub fn map<U>(&self, mut make: impl FnMut(Cell, &T) -> U) -> PerCell<U> {
        PerCell { bands: self.bands.clone(), values: self.iter().map(|(cell, value)| make(cell, value)).collect() }
    }

    /// Two tables cell by cell.
    pub fn zip<'a, U>(&'a self, other: &'a PerCell<U>) -> Result<PerCell<(&'a T, &'a U)>, BandsDiffer> {
        if self.bands != other.bands {
            return Err(BandsDiffer);
        }
        let values = self.values.iter().zip(&other.values).collect();
        Ok(PerCell { bands: self.bands.clone(), values })
    }
}
