//! Names at the right end of lines, moved apart so that none overlap. It does not know the lines.

use plotters::style::RGBColor;

use crate::axis::Plot;
use crate::canvas::{Canvas, Drawn, Look, Point, Side};
use crate::error::ChartError;
use crate::order::rising;
use crate::rows::NARROW;
use crate::spec::Size;
use crate::text::{BODY, SMALL, fit, line_height, widest};

/// Room between the plot and the names of the lines, px: the line's own sample runs through it.
const LEADER: i32 = 20;

/// Names broken into lines, not yet placed.
pub(crate) struct Names {
    lines: Vec<Vec<String>>,
    size: u32,
}

impl Names {
    /// For a drawing of this size; they take at most a good third of it.
    pub(crate) fn new<'a>(names: impl Iterator<Item = &'a str>, size: Size) -> Self {
        let height = if size.width < NARROW { SMALL } else { BODY };
        let room = i32::try_from(size.width).unwrap_or(i32::MAX).saturating_mul(36) / 100;
        Self { lines: names.map(|name| fit(name, height, room, 3)).collect(), size: height }
    }

    /// Room to the right of the plot, px.
    pub(crate) fn room(&self) -> i32 {
        match self.lines.iter().map(|lines| widest(lines, self.size)).max().unwrap_or(0) {
            0 => 8,
            column => column + LEADER + 4,
        }
    }

    /// Beside the plot, each as near as can be to the height where its line ends.
    ///
    /// # Errors
    /// `TooSmall` when they do not fit even when packed.
    pub(crate) fn place(self, wanted: impl Iterator<Item = i32>, plot: Plot, size: Size) -> Result<Placed, ChartError> {
        let names = self.lines.into_iter().zip(wanted).map(|(lines, wanted)| EndLabel { wanted, lines });
        let names: Vec<EndLabel> = names.collect();
        let middles = spread(&names, plot.top - 10, plot.bottom + 10, size)?;
        Ok(Placed { names: names.into_iter().zip(middles).collect(), size: self.size, right: plot.right })
    }
}

/// Names that stand in their places.
pub(crate) struct Placed {
    names: Vec<(EndLabel, i32)>,
    size: u32,
    /// Right end of the plot, px.
    right: i32,
}

impl Placed {
    /// From the end of a line to its name; the bends of several lines stand side by side. `None` without a name.
    pub(crate) fn leader(&self, index: usize) -> Option<[Point; 4]> {
        let rank = bends(&self.names).get(index).copied().unwrap_or(0);
        let (label, middle) = self.names.get(index).filter(|(label, _)| !label.lines.is_empty())?;
        let bend = self.right + 3 + 3 * rank.min(3);
        let end = (self.right + LEADER - 4, *middle);
        Some([(self.right, label.wanted), (bend, label.wanted), (bend, *middle), end])
    }

    pub(crate) fn paint(&self, canvas: &Canvas, index: usize, colour: RGBColor) -> Drawn {
        let Some((label, middle)) = self.names.get(index) else { return Ok(()) };
        canvas.lines(&label.lines, (self.right + LEADER, *middle), Look::new(self.size, colour, Side::Start))
    }
}

/// A name that wants to stand at height `wanted` (px from the top).
struct EndLabel {
    wanted: i32,
    lines: Vec<String>,
}

impl EndLabel {
    fn height(&self) -> i32 {
        let lines = i32::try_from(self.lines.len()).unwrap_or(i32::MAX);
        lines.saturating_mul(line_height(BODY)).saturating_add(2)
    }
}

/// Middle height of each label, between `top` and `bottom`, in the order given. Equal wishes keep that order.
///
/// # Errors
/// `TooSmall` when they do not fit even when packed.
fn spread(labels: &[EndLabel], top: i32, bottom: i32, size: Size) -> Result<Vec<i32>, ChartError> {
    let needed = labels.iter().fold(0i32, |sum, label| sum.saturating_add(label.height()));
    let short = needed.saturating_sub(bottom - top);
    if short > 0 {
        let height = size.height.saturating_add(short.unsigned_abs());
        return Err(ChartError::TooSmall { at_least: Size { height, ..size } });
    }
    let order = rising(labels.iter().enumerate(), |(_, label)| label.wanted);
    let mut tops: Vec<i32> = Vec::with_capacity(order.len());
    let mut free = top;
    for (_, label) in &order {
        let at = (label.wanted - label.height() / 2).max(free);
        free = at + label.height();
        tops.push(at);
    }
    let mut limit = bottom;
    for (at, (_, label)) in tops.iter_mut().zip(&order).rev() {
        *at = (*at).min(limit - label.height());
        limit = *at;
    }
    let middles = order.iter().zip(tops).map(|((index, label), at)| (*index, at + label.height() / 2));
    Ok(rising(middles, |(index, _)| *index).into_iter().map(|(_, middle)| middle).collect())
}

/// How far out each label's leader bends, as a rank: of labels pushed the same way, the one furthest out bends first,
/// so that no two leaders cross.
fn bends(labels: &[(EndLabel, i32)]) -> Vec<i32> {
    let push = |(label, middle): &(EndLabel, i32)| (middle - label.wanted).signum();
    let rank = |one: &(EndLabel, i32)| {
        let further = |other: &&(EndLabel, i32)| push(other) == push(one) && (other.1 - one.1) * push(one) > 0;
        i32::try_from(labels.iter().filter(further).count()).unwrap_or(i32::MAX)
    };
    labels.iter().map(rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SIZE: Size = Size { width: 320, height: 220 };

    fn one_line(wanted: i32) -> EndLabel {
        EndLabel { wanted, lines: vec!["name".to_owned()] }
    }

    #[test]
    fn apart_they_stay_together_they_part() {
        assert_eq!(spread(&[one_line(40), one_line(90)], 0, 200, SIZE), Ok(vec![40, 90]));
        assert_eq!(spread(&[one_line(90), one_line(90)], 0, 200, SIZE), Ok(vec![90, 109]));
        assert_eq!(spread(&[one_line(195), one_line(190)], 0, 200, SIZE), Ok(vec![190, 171]));
    }

    #[test]
    fn the_label_pushed_furthest_bends_first() {
        let pushed = |wanted, middle| (one_line(wanted), middle);
        assert_eq!(bends(&[pushed(90, 90), pushed(91, 109), pushed(92, 128)]), [0, 1, 0]);
        assert_eq!(bends(&[pushed(90, 52), pushed(91, 71)]), [0, 1]);
    }

    proptest! {
        #[test]
        fn they_never_overlap_nor_leave_the_plot(wishes in prop::collection::vec(-50..400i32, 1..8)) {
            let labels: Vec<EndLabel> = wishes.iter().map(|wish| one_line(*wish)).collect();
            let mut middles = spread(&labels, 20, 180, SIZE).unwrap();
            middles.sort_unstable();
            prop_assert!(middles.windows(2).all(|pair| pair[1] - pair[0] >= labels[0].height()));
            prop_assert!(middles.iter().all(|middle| (20..=180).contains(middle)));
        }
    }
}
