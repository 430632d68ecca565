//! From a practice's reports to chart specifications: the way between two payments, persons against those expected, and
//! ages. Draws nothing.
use super::{
    amount::{Show, amount},
    charts::{DrawnChart, axis_between, float, last, role},
    export::DataTable,
};
use crate::text::Texts;
use charts::{
    Axis, Dumbbell, DumbbellRow, Pyramid, PyramidRow, Role, Size, Waterfall, WaterfallRow, dumbbell, nice_ticks,
    pyramid, waterfall,
};
use model::measure::{Measure, MonthlyMoney, Share};
use report::{columns::Column, drivers::Driver, pyramid::PyramidBand};
use rust_decimal::Decimal;

/// A payment, or a step on the way to the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct PaymentStep {
    /// Its name.
    pub label: String,
    /// The payment, or the change.
    pub amount: MonthlyMoney,
    /// Whose payment it is; none for a step.
    pub total: Option<Column>,
}

impl PaymentStep {
    fn role(&self) -> Role {
        match self.total {
            Some(column) => role(column),
            None if self.amount > MonthlyMoney::ZERO => Role::More,
            None if self.amount < MonthlyMoney::ZERO => Role::Less,
            None => Role::Neutral,
        }
    }
}

/// The steps as floating bars, in thousands of kronor.
pub fn steps_chart(texts: Texts, width: u32, steps: &[PaymentStep]) -> DrawnChart {
    let thousands = |step: &PaymentStep| float(step.amount.decimal() / Decimal::ONE_THOUSAND);
    let mut level = 0.0;
    let ends = steps.iter().map(|step| {
        let from = if step.total.is_some() { 0.0 } else { level };
        level = from + thousands(step);
        (from, level)
    });
    let ends: Vec<(f64, f64)> = ends.collect();
    let axis = steps_axis(texts, &ends);
    let row = |(step, (from, to)): (&PaymentStep, &(f64, f64))| WaterfallRow {
        label: step.label.clone(),
        from: from.max(axis.low),
        to: *to,
        role: step.role(),
        value_label: amount(texts, step.amount.quantity(), Show::Thousands, step.total.is_none()),
    };
    let rows: Vec<_> = steps.iter().zip(&ends).map(row).collect();
    let chart = Waterfall { size: Size::for_rows(width, rows.len()), alt: String::new(), axis, rows };
    let headings = [texts.waterfall_step(), texts.axis_kr_month_practice()].map(str::to_owned).to_vec();
    let value = |step: &PaymentStep| vec![Some(step.amount.decimal() / Decimal::ONE_THOUSAND)];
    let rows = steps.iter().map(|step| (step.label.clone(), value(step))).collect();
    DrawnChart { drawing: waterfall(&chart), table: DataTable { headings, rows, decimals: 1, whole: 0 } }
}

/// From zero, unless all ends lie so far from it that the steps between them would not be seen; then the title says so.
fn steps_axis(texts: Texts, ends: &[(f64, f64)]) -> Axis {
    let least = ends.iter().map(|(_, to)| *to).fold(f64::INFINITY, f64::min);
    let most = ends.iter().map(|(_, to)| *to).fold(1.0, f64::max);
    let cut = least > 0.6 * most;
    let low = if cut { least - 0.2 * (most - least) } else { least.min(0.0) };
    let ticks = nice_ticks(low, most, 6);
    let low = ticks.first().map_or(low, |first| first.at()).min(low);
    let high = last(&ticks, most).max(most);
    let title = if low > 0.0 { texts.waterfall_axis_cut() } else { texts.axis_kr_month_practice() };
    axis_between(texts, ticks, title, (low, high))
}

/// Persons expected and counted by factor, with what the difference pays.
pub fn drivers_chart(texts: Texts, width: u32, drivers: &[(String, &Driver)]) -> DrawnChart {
    let persons = |driver: &Driver| [&driver.expected, &driver.affected].map(|n| n.value().decimal());
    let most = drivers.iter().flat_map(|(_, driver)| persons(driver)).map(float).fold(1.0, f64::max);
    let ticks = nice_ticks(0.0, most, 5);
    let high = last(&ticks, most).max(most);
    let row = |(label, driver): &(String, &Driver)| {
        let [from, to] = persons(driver).map(float);
        let difference_label = amount(texts, driver.amount.node().value, Show::Kronor, true);
        DumbbellRow { label: label.clone(), from, to, difference_label }
    };
    let chart = Dumbbell {
        size: Size::for_rows(width, drivers.len()),
        alt: String::new(),
        axis: axis_between(texts, ticks, texts.staffing_axis(), (0.0, high)),
        from_label: texts.drivers_expected().to_owned(),
        to_label: texts.drivers_affected().to_owned(),
        rows: drivers.iter().map(row).collect(),
    };
    let headings =
        [texts.model_weight_heading(), texts.drivers_expected(), texts.drivers_affected(), texts.drivers_amount()];
    let row = |(label, driver): &(String, &Driver)| {
        let [expected, affected] = persons(driver);
        (label.clone(), [expected, affected, driver.amount.value().decimal()].map(Some).to_vec())
    };
    let rows = drivers.iter().map(row).collect();
    let table = DataTable { headings: headings.map(str::to_owned).to_vec(), rows, decimals: 1, whole: 0 };
    DrawnChart { drawing: dumbbell(&chart), table }
}

/// Shares of the list by age and sex, about the outline of the reference population; the oldest at the top.
pub fn ages_chart(texts: Texts, size: Size, bands: &[PyramidBand]) -> DrawnChart {
    let percent = |share: &Share| share.decimal() * Decimal::ONE_HUNDRED;
    let shares = |band: &PyramidBand| {
        let [own, reference] = [&band.own, &band.reference].map(|two| two.each_ref().map(|s| percent(&s.value())));
        (own, reference)
    };
    let all = bands.iter().flat_map(|band| <[_; 2]>::from(shares(band))).flatten();
    let most = all.map(float).fold(1.0, f64::max);
    let ticks = nice_ticks(0.0, most, 4);
    let high = last(&ticks, most).max(most);
    let row = |band: &PyramidBand| {
        let (own, reference) = shares(band);
        PyramidRow { label: band.band.to_string(), bars: own.map(float).map(Some), outline: reference.map(float) }
    };
    let chart = Pyramid {
        size,
        alt: String::new(),
        axis: axis_between(texts, ticks, texts.pyramid_axis(), (0.0, high)),
        sides: [texts.women(), texts.men()].map(str::to_owned),
        keys: [texts.pyramid_own(), texts.pyramid_reference()].map(str::to_owned),
        rows: bands.iter().rev().map(row).collect(),
    };
    let headings = [
        texts.age_heading(),
        texts.pyramid_own_women(),
        texts.pyramid_own_men(),
        texts.pyramid_reference_women(),
        texts.pyramid_reference_men(),
    ];
    let row = |band: &PyramidBand| {
        let (own, reference) = shares(band);
        (band.band.to_string(), own.into_iter().chain(reference).map(Some).collect())
    };
    let rows = bands.iter().map(row).collect();
    let table = DataTable { headings: headings.map(str::to_owned).to_vec(), rows, decimals: 2, whole: 0 };
    DrawnChart { drawing: pyramid(&chart), table }
}
