//! Whether doctors are told in full-time equivalents or in per cent of one. Knows no group.

use super::FteUnit;
use super::layout::StaffLayout;
use crate::import::Place;
use rust_decimal::Decimal;

/// The most full-time equivalents of a group at a vårdcentral that are taken without asking. Ours: the largest
/// vårdcentraler have about twenty specialists.
const MOST: Decimal = Decimal::from_parts(30, 0, 0, false, 0);
/// The same under a heading that speaks of a degree of employment.
const MOST_DEGREE: Decimal = Decimal::from_parts(10, 0, 0, false, 0);

/// The numbers of full-time equivalents so far.
#[derive(Default)]
pub(super) struct FteCells {
    pub(super) unit: Option<FteUnit>,
    /// Where there are more than are taken without asking.
    beyond: Vec<Place>,
    largest: Decimal,
}

impl FteCells {
    /// Enters a number and gives the full-time equivalents that it is: of a list in per cent a hundredth, where some headings
    /// say per cent under these alone.
    pub(super) fn enter(&mut self, at: Place, number: Decimal, layout: &StaffLayout) -> Decimal {
        let is_degree = layout.degrees.contains(&at.column);
        if number > if is_degree { MOST_DEGREE } else { MOST } {
            self.beyond.push(at);
            self.largest = self.largest.max(number);
        }
        let in_percent = self.unit == Some(FteUnit::Percent) && (is_degree || layout.degrees.is_empty());
        let hundredth = number.checked_div(Decimal::ONE_HUNDRED).filter(|_| in_percent);
        hundredth.map_or(number, |fte| fte.normalize())
    }

    /// The numbers that have to be asked about, and the largest of them.
    pub(super) fn asked(&mut self) -> Option<(Vec<Place>, Decimal)> {
        let places = std::mem::take(&mut self.beyond);
        (self.unit.is_none() && !places.is_empty()).then_some((places, self.largest))
    }
}
