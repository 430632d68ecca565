//! Rows by age band: `0-4`, `5-9`, … `100+`, covering every age once.
use super::{fields::Fields, node::Node};
use crate::problem::ProblemKind;
use model::{
    age::{Age, AgeBand, AgeBands, BandFault},
    cell::PerCell,
};

/// The greatest age that a file may name.
pub(crate) const OLDEST: Age = 150;

/// One row: its band, and its values for women and men.
struct BandValues<'a, T> {
    node: Node<'a>,
    band: AgeBand,
    women: T,
    men: T,
}

impl<'a> Node<'a> {
    fn band(self) -> Option<AgeBand> {
        let text = self.text()?;
        let age = |s: &str| s.parse::<Age>().ok().filter(|age| *age <= OLDEST);
        let band = match text.strip_suffix('+') {
            Some(low) => age(low).map(|low| AgeBand { low, high: None }),
            None => {
                text.split_once('-').and_then(|(low, high)| Some(AgeBand { low: age(low)?, high: Some(age(high)?) }))
            }
        };
        band.or_else(|| {
            self.fail(ProblemKind::BadBand, format!("`{text}` is no age band."), "Write it as 5-9, or as 100+.")
        })
    }

    /// A list of `{ age, women, men, … }` as a table by sex and age. The function reads women's and men's value.
    pub(crate) fn by_cell<T: Clone>(self, mut read: impl FnMut(&Fields<'a>) -> Option<(T, T)>) -> Option<PerCell<T>> {
        let rows = self.each(|node| {
            node.table(|t| {
                let (band, values) = (t.need("age", Node::band), read(t));
                let (band, (women, men)) = (band?, values?);
                Some(BandValues { node, band, women, men })
            })
        })?;
        let bands = AgeBands::new(rows.iter().map(|row| row.band).collect());
        let bands = bands.map_err(|faults| faults.iter().for_each(|fault| report(self, &rows, *fault))).ok()?;
        let values = rows.iter().map(|row| row.women.clone()).chain(rows.iter().map(|row| row.men.clone()));
        PerCell::from_values(&bands, values.collect())
    }
}

fn report<T>(list: Node<'_>, rows: &[BandValues<'_, T>], fault: BandFault) {
    let (band, what) = match fault {
        BandFault::Empty => (None, "There is no row.".to_owned()),
        BandFault::DoesNotStartAtZero(band) => {
            (Some(band), format!("The first band, {}, does not start at 0.", ascii(band)))
        }
        BandFault::Reversed(band) => (Some(band), format!("The band {} ends before it starts.", ascii(band))),
        BandFault::Gap(a, b) => (Some(b), format!("Ages between {} and {} have no band.", ascii(a), ascii(b))),
        BandFault::Overlap(a, b) => (Some(b), format!("The bands {} and {} share ages.", ascii(a), ascii(b))),
        BandFault::NotOpen(band) => (Some(band), format!("The last band, {}, has an upper end.", ascii(band))),
    };
    let node = rows.iter().rfind(|row| Some(row.band) == band).map_or(list, |row| row.node);
    let remedy = "Let the bands cover 0 and up, each age once, the last one open as in 100+.";
    node.report(ProblemKind::Bands, what, remedy);
}

/// The band as the files write it.
pub(crate) fn ascii(band: AgeBand) -> String {
    band.high.map_or_else(|| format!("{}+", band.low), |high| format!("{}-{high}", band.low))
}
