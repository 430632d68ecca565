//! From what an outcome hangs on to the specification of a tornado chart. Draws nothing; works nothing out but the ends of
//! the axis.
use super::{amount::number, charts::role, region_charts::Ground};
use crate::{
    region::sensitivity::{Measured, Swayed, Swung},
    text::Texts,
};
use charts::{ChartError, Mark, Size, Tornado, TornadoRow, tornado};
use exchange::number::Sign;
use report::columns::Column;
use rust_decimal::{Decimal, prelude::FromPrimitive};

/// The unit that an outcome is told in.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// Öre a year in one of it.
    pub ore: f64,
    /// Decimals.
    pub decimals: u32,
    words: fn(Texts, &str) -> String,
    title: fn(Texts) -> &'static str,
}

impl Told {
    /// Kronor a month for a spread, millions or thousands of kronor a year for a sum.
    pub fn of(outcome: &Measured) -> Self {
        match outcome {
            Measured::Spread(_) => Self {
                ore: 1200.0,
                decimals: 2,
                words: |t, number| t.unit_kr(number),
                title: |t| t.tornado_axis_spread(),
            },
            Measured::Moved(_) => Self {
                ore: 100_000_000.0,
                decimals: 2,
                words: |t, number| t.unit_mnkr(number),
                title: |t| t.tornado_axis_moved(),
            },
            Measured::Payment(_) => Self {
                ore: 100_000.0,
                decimals: 1,
                words: |t, number| t.unit_tkr(number),
                title: |t| t.tornado_axis_payment(),
            },
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

/// The drawing of these bars, with their names.
pub fn tornado_chart(
    ground: &Ground<'_>,
    told: &Told,
    (found, column): (&Swung, Column),
    bars: &[(&Swayed, String)],
) -> Result<String, ChartError> {
    let t = ground.texts;
    let words = |end: Option<f64>| end.map_or_else(|| t.tornado_none().to_owned(), |end| told.say(t, end));
    let at = |end: Option<f64>| told.value(end.unwrap_or(found.base));
    let row = |(bar, label): &(&Swayed, String)| TornadoRow {
        label: label.clone(),
        low: at(bar.low),
        high: at(bar.high),
        low_label: words(bar.low),
        high_label: words(bar.high),
    };
    let rows: Vec<TornadoRow> = bars.iter().map(row).collect();
    let base = told.value(found.base);
    let values = rows.iter().flat_map(|row| [row.low, row.high]).chain([base]).collect::<Vec<f64>>();
    let chart = Tornado {
        size: Size::for_tornado(ground.width, rows.len()),
        alt: String::new(),
        axis: ground.axis(values.into_iter(), (told.title)(t), 5),
        base: Mark { at: base, label: t.tornado_base(&told.say(t, found.base)) },
        role: role(column),
        low_label: t.tornado_low().to_owned(),
        high_label: t.tornado_high().to_owned(),
        rows,
    };
    tornado(&chart)
}
