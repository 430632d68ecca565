//! How far apart those who get more than they carry lie from those who get less. Unweighted: every practice counts once,
//! however long its list.

/// Values on either side of zero. Units are those of the values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sides {
    /// How many are over zero.
    pub above: usize,
    /// How many are below zero.
    pub below: usize,
    /// The mean of those over zero: Σ(x; x > 0) / n₊. `None` when none is.
    pub mean_above: Option<f64>,
    /// The mean of those below zero: Σ(x; x < 0) / n₋. `None` when none is.
    pub mean_below: Option<f64>,
}

impl Sides {
    /// The mean of those over zero less the mean of those below; `None` unless there are both.
    pub fn distance(&self) -> Option<f64> {
        Some(self.mean_above? - self.mean_below?)
    }
}

/// The two sides of zero: the measure of Region Skåne (Informationsmöte Hälsovalen, 7 May 2026, line 461), which speaks
/// of the spread between practices with a positive and with a negative net for drugs. The document gives no formula; that
/// the means of the two are meant, every practice counted once, is our reading. A value of zero is on neither side.
pub fn sides(values: &[f64]) -> Sides {
    let side = |is: fn(f64) -> bool| {
        let these: Vec<f64> = values.iter().copied().filter(|x| is(*x)).collect();
        let mean = (!these.is_empty()).then(|| these.iter().sum::<f64>() / super::spread::count(these.len()));
        (these.len(), mean)
    };
    let ((above, mean_above), (below, mean_below)) = (side(|x| x > 0.0), side(|x| x < 0.0));
    Sides { above, below, mean_above, mean_below }
}
