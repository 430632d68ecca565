//! From reports to chart specifications: which series, which axis, which words. Draws nothing.
use super::{
    amount::{Show, amount, plain},
    export::DataTable,
};
use crate::text::Texts;
use charts::{
    Axis, ChartError, ComponentBar, ComponentRow, Drawing, Role, Round, Segment, Shade, Size, StepChart, StepPoint,
    StepSeries, Tick, component_bar, nice_ticks, step_chart,
};
use model::{
    age::AgeBand,
    measure::{Measure, Rate},
    quantity::Quantity,
};
use report::{columns::Column, practice::PracticeColumn};
use rust_decimal::Decimal;

/// A drawn chart with the table of the same numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnChart {
    /// The picture, or why there is none.
    pub drawing: Result<Drawing, ChartError>,
    /// The same numbers.
    pub table: DataTable,
}

/// A line by age.
#[derive(Clone, Debug, PartialEq)]
pub struct AgeLine {
    /// Which model.
    pub column: Column,
    /// Its name beside the line.
    pub label: String,
    /// One amount a band.
    pub values: Vec<Rate>,
}

/// A person's amount in the chart by age.
#[derive(Clone, Debug, PartialEq)]
pub struct AgePoint {
    /// Which model.
    pub column: Column,
    /// The place of the age's band.
    pub band: usize,
    /// The amount.
    pub value: Rate,
    /// What stands beside the mark.
    pub label: String,
    /// Whether it is the one that is looked at.
    pub strong: bool,
}

/// The highest value that the axis has to reach, so that charts can share it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgeTop(pub Rate);

impl AgeTop {
    /// What these lines need.
    pub fn of(lines: &[AgeLine]) -> Self {
        Self(lines.iter().flat_map(|line| &line.values).copied().max().unwrap_or(Rate::ZERO))
    }
}

/// Lines by age for one sex, with persons as marks and the band that is looked at.
pub fn age_lines(
    texts: Texts,
    size: Size,
    (bands, top): (&[AgeBand], AgeTop),
    lines: &[AgeLine],
    (highlight, points): (Option<usize>, &[AgePoint]),
) -> DrawnChart {
    let top = float(top.0.decimal()).max(1.0);
    let ticks = nice_ticks(0.0, top, 4);
    let high = last(&ticks, top).max(top);
    let oldest = 105.0;
    let chart = StepChart {
        size,
        alt: String::new(),
        edges: bands.iter().map(|band| f64::from(band.low)).chain([oldest]).collect(),
        x: Axis {
            ticks: [0u8, 20, 40, 60, 80, 100].iter().map(|age| tick(f64::from(*age), age.to_string())).collect(),
            title: texts.axis_age().to_owned(),
            low: 0.0,
            high: oldest,
        },
        y: axis(texts, ticks, texts.axis_kr_month(), high),
        series: lines.iter().map(series).collect(),
        highlight,
        points: points.iter().map(point).collect(),
    };
    DrawnChart { drawing: step_chart(&chart), table: age_table(texts, bands, lines) }
}

fn series(line: &AgeLine) -> StepSeries {
    let values = line.values.iter().map(|rate| float(rate.decimal())).collect();
    StepSeries { role: role(line.column), values, label: line.label.clone() }
}

fn point(point: &AgePoint) -> StepPoint {
    let value = float(point.value.decimal());
    StepPoint { role: role(point.column), band: point.band, value, label: point.label.clone(), strong: point.strong }
}

fn age_table(texts: Texts, bands: &[AgeBand], lines: &[AgeLine]) -> DataTable {
    let headings = [texts.age_heading().to_owned()].into_iter().chain(lines.iter().map(|line| line.label.clone()));
    let row = |(i, band): (usize, &AgeBand)| {
        (band.to_string(), lines.iter().map(|line| line.values.get(i).map(|rate| rate.decimal())).collect())
    };
    DataTable { headings: headings.collect(), rows: bands.iter().enumerate().map(row).collect(), decimals: 2, whole: 0 }
}

/// A practice's payment under one model, in kronor a month, as far as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct PaymentBar {
    /// The model's name.
    pub name: String,
    /// The model.
    pub column: Column,
    /// By age and sex, and for conditions.
    pub parts: [Option<Decimal>; 2],
    /// The whole payment.
    pub total: Option<Quantity>,
}

impl PaymentBar {
    /// Everything of it.
    pub fn whole(name: String, column: &PracticeColumn) -> Self {
        let parts = [column.outcome.capitation(), column.outcome.case_mix()];
        let total = Some(column.outcome.payment.value().quantity());
        Self { name, column: column.column, parts: parts.map(|part| Some(part.value().decimal())), total }
    }
}

/// Payments under each model, by part, in thousands of kronor. A part that is not told has no bar.
pub fn practice_bars(texts: Texts, width: u32, bars: &[PaymentBar]) -> DrawnChart {
    let thousands = |value: Decimal| value / Decimal::ONE_THOUSAND;
    let parts = |bar: &PaymentBar| bar.parts.map(|part| part.map(thousands));
    let lengths = bars.iter().map(|bar| float(parts(bar).into_iter().flatten().sum()));
    let ticks = nice_ticks(0.0, lengths.fold(1.0, f64::max), 5);
    let high = last(&ticks, 1.0);
    let row = |bar: &PaymentBar| ComponentRow {
        label: bar.name.clone(),
        segments: segments(texts, role(bar.column), parts(bar)),
        total_label: bar.total.map(|total| amount(texts, total, Show::Thousands, false)).unwrap_or_default(),
    };
    let chart = ComponentBar {
        size: Size::for_rows(width, bars.len()),
        alt: String::new(),
        axis: axis(texts, ticks, texts.axis_kr_month_practice(), high),
        rows: bars.iter().map(row).collect(),
    };
    let table = DataTable {
        headings: [
            texts.practice_model_heading(),
            texts.practice_segment_capitation(),
            texts.practice_segment_case_mix(),
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: bars.iter().map(|bar| (bar.name.clone(), parts(bar).to_vec())).collect(),
        decimals: 1,
        whole: 0,
    };
    DrawnChart { drawing: component_bar(&chart), table }
}

fn segments(texts: Texts, role: Role, [capitation, case_mix]: [Option<Decimal>; 2]) -> Vec<Segment> {
    let segment =
        |value: Decimal, label: &str, shade| Segment { value: float(value), label: label.to_owned(), role, shade };
    let first = capitation.map(|value| segment(value, texts.practice_segment_capitation(), Shade::Strong));
    let second = case_mix.filter(|value| !value.is_zero());
    let second = second.map(|value| segment(value, texts.practice_segment_case_mix(), Shade::Medium));
    first.into_iter().chain(second).collect()
}

/// The role of a model in every chart.
pub fn role(column: Column) -> Role {
    match column {
        Column::Earlier | Column::Current => Role::Current,
        Column::Proposal => Role::Proposal,
        Column::Scenario => Role::Scenario,
    }
}

fn axis(texts: Texts, ticks: Vec<Round>, title: &str, high: f64) -> Axis {
    axis_between(texts, ticks, title, (0.0, high))
}

/// An axis that need not begin at zero.
pub(super) fn axis_between(texts: Texts, ticks: Vec<Round>, title: &str, (low, high): (f64, f64)) -> Axis {
    let exact = |(number, decimals)| Decimal::try_from_i128_with_scale(number, decimals);
    let label = |at: Round| exact(at.parts()).map_or_else(|_| String::new(), |value| plain(texts.lang, value));
    let ticks = ticks.into_iter().map(|round| tick(round.at(), label(round))).collect();
    Axis { ticks, title: title.to_owned(), low, high }
}

pub(super) fn last(ticks: &[Round], otherwise: f64) -> f64 {
    ticks.last().map_or(otherwise, |last| last.at())
}

fn tick(at: f64, label: String) -> Tick {
    Tick { at, label }
}

/// For drawing only: a pixel needs no exactness.
pub(super) fn float(value: Decimal) -> f64 {
    let power = (0..value.scale()).fold(1.0, |power, _| power * 10.0);
    value.mantissa() as f64 / power
}
