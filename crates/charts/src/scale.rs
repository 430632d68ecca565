//! From a value to a pixel, by plotters' own coordinate. It does not know what the value means.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;

use crate::spec::Axis;

/// A checked axis laid over px; `from` may be below or above `to`.
pub(crate) struct Scale {
    range: RangedCoordf64,
    pixels: (i32, i32),
}

impl Scale {
    pub(crate) fn new(axis: &Axis, from: i32, to: i32) -> Self {
        Self { range: (axis.low..axis.high).into(), pixels: (from, to) }
    }

    pub(crate) fn at(&self, value: f64) -> i32 {
        self.range.map(&value, self.pixels)
    }
}

/// The whole px below a length.
pub(crate) fn whole(length: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a cast saturates, and what is too long is refused later")]
    let whole = (length + 1e-3) as i32;
    whole
}

/// Which of some labels to write so that none collide: every n-th, counted so that `anchor` is among them.
///
/// `spans` are the labels' extents along the axis in px, in rising order; `gap` is the least distance between two.
pub(crate) fn without_collisions(spans: &[(i32, i32)], gap: i32, anchor: Option<usize>) -> Vec<usize> {
    let free = |kept: &[usize]| {
        let spans: Vec<&(i32, i32)> = kept.iter().filter_map(|index| spans.get(*index)).collect();
        spans.windows(2).all(|pair| matches!(pair, [a, b] if b.0 >= a.1.saturating_add(gap)))
    };
    let every = |stride: usize| -> Vec<usize> {
        let first = anchor.unwrap_or(0) % stride;
        (first..spans.len()).step_by(stride).collect()
    };
    (1..=spans.len().max(1)).map(every).find(|kept| free(kept)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_second_label_when_they_are_twice_too_wide() {
        let spans: Vec<(i32, i32)> = (0..6).map(|n| (n * 10, n * 10 + 15)).collect();
        assert_eq!(without_collisions(&spans, 2, None), [0, 2, 4]);
        assert_eq!(without_collisions(&spans, 2, Some(3)), [1, 3, 5]);
    }

    #[test]
    fn the_ends_of_an_axis_are_the_ends_of_its_pixels() {
        let axis = Axis { ticks: vec![], title: String::new(), low: -1.0, high: 3.0 };
        let down = Scale::new(&axis, 200, 100);
        assert_eq!((down.at(-1.0), down.at(1.0), down.at(3.0)), (200, 150, 100));
    }

    proptest! {
        #[test]
        fn kept_labels_never_collide(widths in prop::collection::vec(1..60i32, 0..40), anchor: usize) {
            let spans: Vec<(i32, i32)> = widths.iter().zip(0..).map(|(w, n)| (n * 12 - w / 2, n * 12 + w / 2)).collect();
            let anchor = (!spans.is_empty()).then(|| anchor % spans.len());
            let kept = without_collisions(&spans, 4, anchor);
            prop_assert!(kept.windows(2).all(|pair| spans[pair[1]].0 >= spans[pair[0]].1 + 4));
            prop_assert!(anchor.is_none_or(|anchor| kept.contains(&anchor)));
        }
    }
}
