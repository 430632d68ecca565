//! From what an outcome hangs on to the specification of a tornado chart. Draws nothing; works nothing out but the ends of
//! the axis.
use super::{
    amount::{Show, number},
    charts::role,
    region_charts::{ChartContext, ORE_PER_YEAR},
};
use crate::text::Texts;
use charts::{ChartError, Drawing, Mark, Size, Tornado, TornadoRow, tornado};
use exchange::number::Sign;
use register::tornado::{Bar, Outcome, Tornado as Found};
use report::columns::Column;
use rust_decimal::{Decimal, prelude::FromPrimitive};

/// The unit that an outcome is told in; of a sum by its size.
#[derive(Clone, Copy, Debug)]
pub struct OutcomeUnit {
    /// Öre a year in one of it.
    pub ore: f64,
    /// Decimals.
    pub decimals: u32,
    words: fn(Texts, &str) -> String,
    title: fn(Texts) -> &'static str,
}

impl OutcomeUnit {
    /// Kronor a month for a spread; kronor, thousands or millions of kronor a year for a sum that is so many öre with nothing
    /// moved. What one practice is paid is told in thousands at most: a small weight would not be seen in millions.
    pub fn of(outcome: &Outcome, base: f64) -> Self {
        let titles: [fn(Texts) -> &'static str; 3] = match outcome {
            Outcome::Spread | Outcome::SpreadAtNet => {
                return Self {
                    ore: ORE_PER_YEAR,
                    decimals: 2,
                    words: |t, number| t.unit_kr(number),
                    title: |t| t.tornado_axis_spread(),
                };
            }
            Outcome::Moved(_) => {
                [|t| t.tornado_axis_moved_kr(), |t| t.tornado_axis_moved_tkr(), |t| t.tornado_axis_moved_mnkr()]
            }
            Outcome::Payment(_) => {
                [|t| t.tornado_axis_payment_kr(), |t| t.tornado_axis_payment(), |t| t.tornado_axis_payment()]
            }
        };
        let [kr, tkr, mnkr] = titles;
        match (Show::of_sum(base / ORE), outcome) {
            (Show::Kronor, _) => Self { ore: ORE, decimals: 0, words: |t, number| t.unit_kr(number), title: kr },
            (Show::Millions, Outcome::Moved(_)) => {
                Self { ore: ORE * 1e6, decimals: 2, words: |t, number| t.unit_mnkr(number), title: mnkr }
            }
            _ => Self { ore: ORE * 1e3, decimals: 1, words: |t, number| t.unit_tkr(number), title: tkr },
        }
    }

    /// The number in the unit.
    pub fn value(&self, ore: f64) -> f64 {
        ore / self.ore
    }

    /// In words.
    pub fn say(&self, t: Texts, ore: f64) -> String {
        let value = Decimal::from_f64(self.value(ore)).unwrap_or_default();
        (self.words)(t, &number(t.lang, value, self.decimals, Sign::Auto))
    }
}

/// Öre in a krona.
const ORE: f64 = 100.0;

/// The drawing of these bars, with their names.
pub fn tornado_chart(
    context: &ChartContext<'_>,
    told: &OutcomeUnit,
    (found, column): (&Found, Column),
    bars: &[(&Bar, String)],
) -> Result<Drawing, ChartError> {
    let t = context.texts;
    let words = |end: Option<f64>| end.map_or_else(|| t.tornado_none().to_owned(), |end| told.say(t, end));
    let at = |end: Option<f64>| told.value(end.unwrap_or(found.base));
    let row = |(bar, label): &(&Bar, String)| {
        let [low, high] = bar.ends();
        let (low_label, high_label) = (words(low), words(high));
        TornadoRow { label: label.clone(), low: at(low), high: at(high), low_label, high_label }
    };
    let rows: Vec<TornadoRow> = bars.iter().map(row).collect();
    let base = told.value(found.base);
    let values = rows.iter().flat_map(|row| [row.low, row.high]).chain([base]).collect::<Vec<f64>>();
    let chart = Tornado {
        size: Size::for_tornado(context.width, rows.len()),
        alt: String::new(),
        axis: context.axis(values.into_iter(), (told.title)(t), 5),
        base: Mark { at: base, label: t.tornado_base(&told.say(t, found.base)) },
        role: role(column),
        low_label: t.tornado_low().to_owned(),
        high_label: t.tornado_high().to_owned(),
        rows,
    };
    tornado(&chart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_sum_is_told_in_a_unit_of_its_size() {
        let t = Texts { lang: Lang::Sv };
        let told = |outcome: &Outcome, kronor: f64| OutcomeUnit::of(outcome, kronor * ORE).say(t, kronor * ORE);
        let moved = Outcome::Moved(Vec::new());
        let words = [8_450.0, 84_500.0, 143_600_000.0].map(|kronor| told(&moved, kronor));
        assert_eq!(words.map(|words| words.replace('\u{a0}', " ")), ["8 450 kr", "84,5 tkr", "143,60 mnkr"]);
        let payment = Outcome::Payment(0);
        let words = [8_450.0, 40_123_400.0].map(|kronor| told(&payment, kronor));
        assert_eq!(words.map(|words| words.replace('\u{a0}', " ")), ["8 450 kr", "40 123,4 tkr"]);
    }
}
