//! Names at the right end of lines, moved apart so that none overlap. It does not know the lines.

use crate::error::ChartError;
use crate::order::rising;
use crate::spec::Size;
use crate::text::{BODY, line_height};

/// A name that wants to stand at height `wanted` (px from the top).
pub(crate) struct EndLabel {
    pub(crate) wanted: i32,
    pub(crate) lines: Vec<String>,
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
pub(crate) fn spread(labels: &[EndLabel], top: i32, bottom: i32, size: Size) -> Result<Vec<i32>, ChartError> {
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
pub(crate) fn bends(labels: &[(EndLabel, i32)]) -> Vec<i32> {
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
