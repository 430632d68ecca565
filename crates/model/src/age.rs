//! Age bands that cover every age once. Knows nothing of amounts.
use std::{fmt, rc::Rc};

/// Completed years, 0 and up.
pub type Age = u8;

/// Ages from `low` to `high` inclusive; the last band has no upper end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AgeBand {
    /// First age.
    pub low: Age,
    /// Last age, or none for "and over".
    pub high: Option<Age>,
}

impl AgeBand {
    /// Whether the age lies in the band.
    pub fn contains(self, age: Age) -> bool {
        age >= self.low && self.high.is_none_or(|high| age <= high)
    }

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
            return Some(Self { low: read(low)?, high: None });
        }
        let (low, high) = name.split_once('-')?;
        let (low, high) = (read(low)?, read(high)?);
        (low <= high).then_some(Self { low, high: Some(high) })
    }
}

/// One way to write each age, so that no cell can stand there twice.
pub(crate) fn read(text: &str) -> Option<Age> {
    text.parse().ok().filter(|age: &Age| age.to_string() == text)
}

impl fmt::Display for AgeBand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.high {
            Some(high) => write!(f, "{}\u{2013}{high}", self.low),
            None => write!(f, "{}+", self.low),
        }
    }
}

/// What keeps a list of bands from covering every age once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandFault {
    /// No band at all.
    Empty,
    /// The first band does not start at 0.
    DoesNotStartAtZero(AgeBand),
    /// The band ends before it starts.
    Reversed(AgeBand),
    /// Ages between the two bands belong to neither.
    Gap(AgeBand, AgeBand),
    /// Some ages belong to both bands.
    Overlap(AgeBand, AgeBand),
    /// The last band has an upper end, so the oldest have no band.
    NotOpen(AgeBand),
}

/// Bands that cover 0 and up without gap or overlap; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(try_from = "Vec<AgeBand>"))]
pub struct AgeBands(Rc<[AgeBand]>);

impl AgeBands {
    /// Checked bands in rising order, or every fault.
    pub fn new(bands: Vec<AgeBand>) -> Result<Self, Vec<BandFault>> {
        let faults = faults(&bands);
        if faults.is_empty() { Ok(Self(bands.into())) } else { Err(faults) }
    }

    /// The bands in rising order.
    pub fn bands(&self) -> &[AgeBand] {
        &self.0
    }

    /// How many bands there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The index of the age's band. Every age has one, because the bands cover 0 and up.
    pub fn index_of(&self, age: Age) -> usize {
        self.0.iter().rposition(|band| band.low <= age).unwrap_or(0)
    }
}

impl TryFrom<Vec<AgeBand>> for AgeBands {
    type Error = &'static str;

    fn try_from(bands: Vec<AgeBand>) -> Result<Self, Self::Error> {
        Self::new(bands).map_err(|_| "the bands do not cover every age once")
    }
}

fn faults(bands: &[AgeBand]) -> Vec<BandFault> {
    let (Some(first), Some(last)) = (bands.first(), bands.last()) else { return vec![BandFault::Empty] };
    let start = (first.low != 0).then_some(BandFault::DoesNotStartAtZero(*first));
    let reversed = bands.iter().filter(|b| b.high.is_some_and(|h| h < b.low)).map(|b| BandFault::Reversed(*b));
    let joints = bands.windows(2).filter_map(|pair| joint_fault(pair.first()?, pair.last()?));
    let end = last.high.map(|_| BandFault::NotOpen(*last));
    start.into_iter().chain(reversed).chain(joints).chain(end).collect()
}

fn joint_fault(left: &AgeBand, right: &AgeBand) -> Option<BandFault> {
    let next = left.high.map_or(u16::MAX, |high| u16::from(high) + 1);
    match u16::from(right.low).cmp(&next) {
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(BandFault::Gap(*left, *right)),
        std::cmp::Ordering::Less => Some(BandFault::Overlap(*left, *right)),
    }
}
