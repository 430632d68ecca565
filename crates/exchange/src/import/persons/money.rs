//! The costs of a list, added up as they come: both sums where a mark can be read in two ways. Knows no person.

use super::cell::digits;
use super::outcome::{PersonNote, PersonQuestion};
use super::record::text;
use crate::import::sheet::SheetCell;
use crate::import::value::{Value, evidence, value};
use crate::import::{Answers, DecimalMark, Period};
use crate::number::Notation;
use model::measure::MonthlyMoney;
use rust_decimal::{Decimal, RoundingStrategy};

/// The costs so far.
#[derive(Default)]
pub(super) struct Costs {
    /// Öre of the costs that were read at once.
    ore: u128,
    /// Kronor of the others.
    others: Decimal,
    with_comma: Decimal,
    with_point: Decimal,
    is_open: bool,
    comma_leads: bool,
    point_leads: bool,
    pub(super) blank: u64,
}

impl Costs {
    /// Adds a cost; false where the cell is no cost.
    pub(super) fn add(&mut self, cell: &[u8]) -> bool {
        if let Some(kronor) = digits(cell) {
            self.ore += u128::from(kronor) * 100;
            return true;
        }
        if cell.is_empty() {
            self.blank += 1;
            return true;
        }
        self.add_with_decimals(cell) || self.add_written(cell)
    }

    /// Digits, a mark, and one or two digits: the mark leads decimals.
    fn add_with_decimals(&mut self, cell: &[u8]) -> bool {
        let Some(at) = cell.iter().position(|byte| matches!(byte, b',' | b'.')) else { return false };
        let (kronor, rest) = cell.split_at(at);
        let (mark, decimals) = rest.split_at(1);
        let (Some(kronor), Some(fraction)) = (digits(kronor), digits(decimals)) else { return false };
        let ore = match decimals.len() {
            1 => 10 * fraction,
            2 => fraction,
            _ => return false,
        };
        self.leads(if mark == b"," { DecimalMark::Comma } else { DecimalMark::Point });
        self.ore += u128::from(kronor) * 100 + u128::from(ore);
        true
    }

    fn add_written(&mut self, cell: &[u8]) -> bool {
        let text = text(cell);
        let Ok(number) = value(&SheetCell::text(&text)) else { return false };
        let (comma, point) = match number {
            Value::One(number) => (number, number),
            Value::Two(number) => (number.decided(DecimalMark::Comma), number.decided(DecimalMark::Point)),
        };
        if comma < Decimal::ZERO {
            return false;
        }
        if comma == point {
            evidence(&text).into_iter().for_each(|mark| self.leads(mark));
            self.others = self.others.saturating_add(comma);
        } else {
            self.is_open = true;
            self.with_comma = self.with_comma.saturating_add(comma);
            self.with_point = self.with_point.saturating_add(point);
        }
        true
    }

    fn leads(&mut self, mark: DecimalMark) {
        match mark {
            DecimalMark::Comma => self.comma_leads = true,
            DecimalMark::Point => self.point_leads = true,
        }
    }

    /// The sum in kronor, or the question that decides it.
    fn sum(&self, answers: &Answers, notation: Notation) -> Result<Decimal, PersonQuestion> {
        let ore = i128::try_from(self.ore).ok().and_then(|ore| Decimal::try_from_i128_with_scale(ore, 2).ok());
        let certain = ore.unwrap_or(Decimal::MAX).saturating_add(self.others);
        let with = |open: Decimal| certain.saturating_add(open).normalize();
        let shown = match (self.comma_leads, self.point_leads) {
            (true, false) => Some(DecimalMark::Comma),
            (false, true) => Some(DecimalMark::Point),
            _ => answers.decimal_mark.or((notation == Notation::English).then_some(DecimalMark::Point)),
        };
        match shown {
            _ if !self.is_open => Ok(with(Decimal::ZERO)),
            Some(DecimalMark::Comma) => Ok(with(self.with_comma)),
            Some(DecimalMark::Point) => Ok(with(self.with_point)),
            None => Err(PersonQuestion::DecimalMark {
                with_comma: with(self.with_comma),
                with_point: with(self.with_point),
            }),
        }
    }

    /// The cost of a month, or the question that is still open.
    pub(super) fn monthly(
        &self,
        (stated, thousands): (Option<Period>, u32),
        answers: &Answers,
        notation: Notation,
        notes: &mut Vec<PersonNote>,
    ) -> Result<MonthlyMoney, PersonQuestion> {
        let unit = Decimal::from(10u64.pow(thousands.min(6)));
        let amount = self.sum(answers, notation)?.checked_mul(unit).unwrap_or(Decimal::MAX);
        if self.blank > 0 {
            notes.push(PersonNote::CostsBlank { rows: self.blank });
        }
        let twelfth = amount.checked_div(Decimal::from(12)).unwrap_or_default();
        let twelfth = twelfth.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize();
        match stated.or(answers.period) {
            Some(Period::Month) => Ok(MonthlyMoney::new(amount)),
            Some(Period::Year) => {
                notes.push(PersonNote::YearlyCost { amount });
                Ok(MonthlyMoney::new(twelfth))
            }
            None => Err(PersonQuestion::Period { amount, monthly_if_year: MonthlyMoney::new(twelfth) }),
        }
    }
}
