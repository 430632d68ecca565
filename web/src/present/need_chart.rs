//! The list and its work by age, as parts of a hundred. Draws nothing.
use super::{
    amount::number,
    charts::{DrawnChart, axis_between, float, last},
    export::DataTable,
};
use crate::{state::WORKLOAD_AGES, text::Texts};
use charts::{Dumbbell, DumbbellRow, Size, dumbbell, nice_ticks};
use exchange::number::Sign;
use model::{
    cell::PerCell,
    count::Count,
    measure::Measure,
    sex::Sex,
    staffing::{item::Item, staff::Inputs},
};
use rust_decimal::Decimal;

/// From this age on people are old enough for the title to name them.
const OLD: u8 = 75;

/// One group of ages with its part of the list and of the work, in per cent.
struct Part {
    from_age: u8,
    label: String,
    listed: Decimal,
    work: Decimal,
}

/// The title and the chart; none where there is no work to divide.
pub fn by_age(t: Texts, width: u32, of: &Inputs<'_>, listed: &PerCell<Count>) -> Option<(String, DrawnChart)> {
    let parts = parts(of, listed)?;
    let whole = |of: Decimal| t.unit_percent(&number(t.lang, of, 0, Sign::Auto));
    let old = |value: fn(&Part) -> Decimal| {
        whole(parts.iter().filter(|part| part.from_age >= OLD).map(value).sum::<Decimal>())
    };
    let title = t.need_chart_title(&OLD.to_string(), &old(|part| part.listed), &old(|part| part.work));
    let largest = parts.iter().flat_map(|part| [part.listed, part.work]).max().map_or(1.0, float);
    let ticks = nice_ticks(0.0, largest, 5);
    let high = last(&ticks, largest).max(largest);
    let row = |part: &Part| DumbbellRow {
        label: part.label.clone(),
        from: float(part.listed),
        to: float(part.work),
        difference_label: t.need_chart_row(&whole(part.listed), &whole(part.work)),
    };
    let chart = Dumbbell {
        size: Size::for_rows(width, parts.len()),
        alt: String::new(),
        axis: axis_between(t, ticks, t.need_chart_axis(), (0.0, high)),
        from_label: t.need_chart_listed().to_owned(),
        to_label: t.need_chart_work().to_owned(),
        rows: parts.iter().map(row).collect(),
    };
    let rows = parts.iter().map(|part| (part.label.clone(), vec![Some(part.listed), Some(part.work)])).collect();
    let headings = [t.age_heading(), t.need_chart_listed(), t.need_chart_work()].map(str::to_owned).to_vec();
    Some((title, DrawnChart { drawing: dumbbell(&chart), table: DataTable { headings, rows, decimals: 1, whole: 0 } }))
}

fn parts(of: &Inputs<'_>, listed: &PerCell<Count>) -> Option<Vec<Part>> {
    let counted = WORKLOAD_AGES.iter().enumerate().map(|(at, from)| {
        let until = WORKLOAD_AGES.get(at.saturating_add(1));
        let here = |sex: Sex| {
            let cells = listed.iter().filter(move |(cell, _)| {
                cell.sex == sex && cell.band.low >= *from && until.is_none_or(|until| cell.band.low < *until)
            });
            cells.map(|(_, count)| count.persons().decimal()).sum::<Decimal>()
        };
        let persons = Sex::ALL.map(here);
        let weights = Sex::ALL.map(|sex| of.number(&Item::Workload(sex, *from)).unwrap_or(Decimal::ONE));
        let work = persons.iter().zip(weights).map(|(persons, weight)| persons * weight).sum::<Decimal>();
        let label = until.map_or_else(
            || [&*from.to_string(), "+"].concat(),
            |until| [&*from.to_string(), "–", &until.saturating_sub(1).to_string()].concat(),
        );
        Part { from_age: *from, label, listed: persons.iter().sum(), work }
    });
    let parts: Vec<Part> = counted.collect();
    let (all, work): (Decimal, Decimal) =
        (parts.iter().map(|part| part.listed).sum(), parts.iter().map(|part| part.work).sum());
    let share = |of: Decimal, all: Decimal| Some(Decimal::ONE_HUNDRED * of.checked_div(all)?);
    parts
        .into_iter()
        .map(|part| Some(Part { listed: share(part.listed, all)?, work: share(part.work, work)?, ..part }))
        .collect()
}
