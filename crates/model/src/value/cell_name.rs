//! What a sex, a band and a cell are called in the names of keys. Knows no keys.
use crate::{
    age::{Age, AgeBand},
    cell::Cell,
    sex::Sex,
};

impl Sex {
    /// What the sex is called in a file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Woman => "woman",
            Self::Man => "man",
        }
    }

    /// The sex of the name.
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sex| sex.key() == name)
    }
}

impl AgeBand {
    /// What the band is called in a file: `0-4` or `85+`.
    pub fn key(self) -> String {
        match self.high {
            Some(high) => format!("{}-{high}", self.low),
            None => format!("{}+", self.low),
        }
    }

    /// The band of the name.
    pub fn read(name: &str) -> Option<Self> {
        if let Some(low) = name.strip_suffix('+') {
            return Some(Self { low: age(low)?, high: None });
        }
        let (low, high) = name.split_once('-')?;
        let (low, high) = (age(low)?, age(high)?);
        (low <= high).then_some(Self { low, high: Some(high) })
    }
}

pub(super) fn cell_name(cell: Cell) -> String {
    format!("{}.{}", cell.sex.key(), cell.band.key())
}

pub(super) fn read_cell(name: &str) -> Option<Cell> {
    let (sex, band) = name.split_once('.')?;
    Some(Cell { sex: Sex::read(sex)?, band: AgeBand::read(band)? })
}

/// One way to write each age, so that no cell can stand there twice.
fn age(text: &str) -> Option<Age> {
    text.parse().ok().filter(|age: &Age| age.to_string() == text)
}
