//! A person's sex and age in one byte. Knows nothing of bands.
use model::{age::Age, sex::Sex};

/// Sex and age: the age in the lower seven bits, the eighth set for men.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonKey(u8);

impl PersonKey {
    /// How many keys there are.
    pub const COUNT: usize = 256;
    /// The oldest age that a key holds.
    pub const OLDEST: Age = 127;

    /// The key; an age over [`PersonKey::OLDEST`] counts as that age.
    pub fn new(sex: Sex, age: Age) -> Self {
        let age = age.min(Self::OLDEST);
        Self(if sex == Sex::Man { 0x80 | age } else { age })
    }

    /// The sex.
    pub fn sex(self) -> Sex {
        if self.0 & 0x80 == 0 { Sex::Woman } else { Sex::Man }
    }

    /// The age in completed years.
    pub fn age(self) -> Age {
        self.0 & 0x7f
    }

    /// The place in a table of [`PersonKey::COUNT`] values.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// Every key in the order of [`PersonKey::index`]: women by age, then men.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).map(Self)
    }
}
