//! From a plan for doctors to a chart specification and the table of the same numbers. Works out nothing.
use super::{
    charts::{DrawnChart, axis_between, float, last},
    export::DataTable,
    plan_words::{capacities, varies},
};
use crate::text::Texts;
use charts::{Fan, FanBand, FanLine, FanSeries, Highlight, Role, Size, fan, nice_ticks};
use model::measure::Measure;
use report::staffing_plan::{Covered, Plan};
use rust_decimal::{Decimal, prelude::FromPrimitive};
use workforce::{Band, BandYear};

/// What the doctors cover year by year, as planned, on the low and the high path and by chance, against the list.
pub fn plan_fan(t: Texts, width: u32, plan: &Plan, band: &Band) -> DrawnChart {
    let shown = shown(t, plan);
    let series: Vec<FanSeries> = shown
        .iter()
        .map(|(line, label, values)| FanSeries {
            line: *line,
            label: (*label).to_owned(),
            values: values.iter().map(|value| float(*value)).collect(),
        })
        .collect();
    let by_chance = varies(band).then(|| FanBand {
        label: t.plan_chart_band().to_owned(),
        low: band.years.iter().map(|year| year.capacity.p10).collect(),
        high: band.years.iter().map(|year| year.capacity.p90).collect(),
    });
    let values = series.iter().flat_map(|series| &series.values).chain(by_chance.iter().flat_map(|band| &band.high));
    let (lowest, highest) = values.fold((0.0, 1.0), |(low, high), value| (value.min(low), value.max(high)));
    let ticks = nice_ticks(lowest, highest, 6);
    let ends = (ticks.first().map_or(lowest, |first| first.at()).min(lowest), last(&ticks, highest).max(highest));
    let chart = Fan {
        size: Size { width, height: 320 },
        alt: String::new(),
        points: plan.years.iter().map(|year| year.year.to_string()).collect(),
        x_title: String::new(),
        y: axis_between(t, ticks, t.plan_chart_axis(), ends),
        role: Role::Proposal,
        band: by_chance,
        series,
        mark: mark(t, plan),
    };
    DrawnChart { drawing: fan(&chart), table: table(t, plan, band, &shown) }
}

type PlanLine = (FanLine, &'static str, Vec<Decimal>);

/// The lines; a path that is the plan itself has none.
fn shown(t: Texts, plan: &Plan) -> Vec<PlanLine> {
    let middle = capacities(&plan.years);
    let path = |years: Option<&Vec<_>>, label| {
        let values = capacities(years?);
        (values != middle).then_some((FanLine::Path, label, values))
    };
    let paths = [path(plan.high.as_ref().ok(), t.plan_chart_high()), path(plan.low.as_ref().ok(), t.plan_chart_low())];
    let list = plan.years.iter().map(|year| year.listed.value().decimal()).collect();
    let list = (FanLine::Reference, t.plan_chart_list(), list);
    let mut lines = vec![(FanLine::Middle, t.plan_chart_middle(), middle)];
    lines.extend(paths.into_iter().flatten());
    lines.push(list);
    lines
}

fn mark(t: Texts, plan: &Plan) -> Option<Highlight> {
    let Covered::From(since) = plan.covered else { return None };
    let index = plan.years.iter().position(|year| year.year == since)?;
    Some(Highlight { index, label: t.plan_chart_mark(&since.to_string()) })
}

fn table(t: Texts, plan: &Plan, band: &Band, lines: &[PlanLine]) -> DataTable {
    let names = lines.iter().map(|(_, name, _)| *name);
    let chance = [t.plan_chart_p10(), t.plan_chart_p90(), t.plan_chart_chance(), t.plan_chart_reached()];
    let headings = [t.plan_year()].into_iter().chain(names).chain(chance);
    let rows = plan.years.iter().enumerate().map(|(at, year)| {
        let drawn = lines.iter().map(|(_, _, values)| values.get(at).copied());
        let runs = band.years.get(at);
        let number = |of: fn(&BandYear) -> f64| runs.and_then(|runs| Decimal::from_f64(of(runs)));
        let per_cent = |of| number(of).map(|share| share * Decimal::ONE_HUNDRED);
        let ends = [number(|runs| runs.capacity.p10), number(|runs| runs.capacity.p90)];
        let shares = [per_cent(|runs| runs.covered), per_cent(|runs| runs.reached)];
        (year.year.to_string(), drawn.chain(ends).chain(shares).collect())
    });
    DataTable { headings: headings.map(str::to_owned).collect(), rows: rows.collect(), decimals: 0, whole: 0 }
}
