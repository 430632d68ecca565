//! The two sexes that the tables distinguish.

/// Sex as the tables and the population register have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Sex {
    /// Kvinna.
    Woman,
    /// Man.
    Man,
}

impl Sex {
    /// Women first, as the tables print them.
    pub const ALL: [Self; 2] = [Self::Woman, Self::Man];

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
