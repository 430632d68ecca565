//! Checks that turn a bad specification into a named error before anything is drawn. They do not know any chart.

use crate::error::ChartError;
use crate::spec::{Axis, Highlight, Size};

/// Largest width and height, px: far beyond any screen, and every sum of pixels fits an `i32`.
const LARGEST: u32 = 10_000;

pub(crate) fn size(size: Size) -> Result<(i32, i32), ChartError> {
    if size.width > LARGEST || size.height > LARGEST {
        return Err(ChartError::TooLarge);
    }
    match (i32::try_from(size.width), i32::try_from(size.height)) {
        (Ok(width), Ok(height)) => Ok((width, height)),
        _ => Err(ChartError::TooLarge),
    }
}

pub(crate) fn finite(value: f64, place: impl FnOnce() -> String) -> Result<(), ChartError> {
    if value.is_finite() { Ok(()) } else { Err(ChartError::NotFinite { place: place() }) }
}

/// Finite and at least zero.
pub(crate) fn not_negative(value: f64, place: impl Fn() -> String) -> Result<(), ChartError> {
    finite(value, &place)?;
    if value >= 0.0 { Ok(()) } else { Err(ChartError::Negative { place: place() }) }
}

pub(crate) fn not_empty<T>(list: &[T], place: &str) -> Result<(), ChartError> {
    if list.is_empty() { Err(ChartError::Empty { place: place.to_owned() }) } else { Ok(()) }
}

/// Finite and strictly rising, over a span that is finite too.
pub(crate) fn rising(values: &[f64], place: &str) -> Result<(), ChartError> {
    for (index, value) in values.iter().enumerate() {
        finite(*value, || format!("{place}[{index}]"))?;
    }
    let rises = values.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    let span = values.last().zip(values.first()).map_or(0.0, |(last, first)| last - first);
    if rises && span.is_finite() { Ok(()) } else { Err(ChartError::NotAscending { place: place.to_owned() }) }
}

pub(crate) fn axis(axis: &Axis, place: &str) -> Result<(), ChartError> {
    finite(axis.low, || format!("{place}.low"))?;
    finite(axis.high, || format!("{place}.high"))?;
    rising(&[axis.low, axis.high], place)?;
    let at: Vec<f64> = axis.ticks.iter().map(|tick| tick.at).collect();
    rising(&at, &format!("{place}.ticks"))?;
    at.iter().enumerate().try_for_each(|(index, at)| within(*at, axis, || format!("{place}.ticks[{index}]")))
}

/// Finite and within the axis.
pub(crate) fn within(value: f64, axis: &Axis, place: impl Fn() -> String) -> Result<(), ChartError> {
    finite(value, &place)?;
    if (axis.low..=axis.high).contains(&value) { Ok(()) } else { Err(ChartError::OutsideAxis { place: place() }) }
}

/// Both ends of every row within the axis.
pub(crate) fn rows(ends: impl Iterator<Item = (f64, f64)>, axis: &Axis) -> Result<(), ChartError> {
    for (at, (from, to)) in ends.enumerate() {
        within(from, axis, || format!("rows[{at}].from"))?;
        within(to, axis, || format!("rows[{at}].to"))?;
    }
    Ok(())
}

/// A bar that does not start at zero misleads.
pub(crate) fn has_zero(axis: &Axis, place: &str) -> Result<(), ChartError> {
    within(0.0, axis, || place.to_owned())
}

/// Each point within both axes.
pub(crate) fn points(points: &[(f64, f64)], axes: (&Axis, &Axis), place: &str) -> Result<(), ChartError> {
    for (index, (x, y)) in points.iter().enumerate() {
        within(*x, axes.0, || format!("{place}[{index}].0"))?;
        within(*y, axes.1, || format!("{place}[{index}].1"))?;
    }
    Ok(())
}

pub(crate) fn item(exists: bool, place: &str) -> Result<(), ChartError> {
    if exists { Ok(()) } else { Err(ChartError::NoSuchItem { place: place.to_owned() }) }
}

/// Points to one of `count` items.
pub(crate) fn highlight(highlight: Option<&Highlight>, count: usize) -> Result<(), ChartError> {
    item(highlight.is_none_or(|highlight| highlight.index < count), "highlight.index")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_may_not_fall_or_span_more_than_a_number_holds() {
        let bad = |low, high| axis(&Axis { ticks: vec![], title: String::new(), low, high }, "y");
        assert_eq!(bad(1.0, 1.0), Err(ChartError::NotAscending { place: "y".into() }));
        assert_eq!(bad(-1e308, 1e308), Err(ChartError::NotAscending { place: "y".into() }));
        assert_eq!(bad(0.0, f64::NAN), Err(ChartError::NotFinite { place: "y.high".into() }));
        assert_eq!(bad(0.0, 1e300), Ok(()));
    }
}
