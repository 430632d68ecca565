//! The vårdcentraler of a list as bars against the guideline. Draws nothing.
use super::{
    amount::number,
    charts::{Drawn, axis_between, float, last},
    export::DataTable,
};
use crate::text::Texts;
use charts::{BulletList, Highlight, ListRow, Mark, Role, Size, bullet_list, nice_ticks};
use exchange::number::Sign;
use model::{
    id::Id,
    measure::Measure,
    staffing::{practices::RegionOutcome, staff::PracticeStaff},
};
use rust_decimal::Decimal;

/// More bars than this cannot be told apart.
pub const MOST_BARS: usize = 300;

/// A practice with its listed per specialist; none without specialists.
type Bar<'a> = (&'a PracticeStaff, Option<Decimal>);

/// Listed per specialist, most first and those without specialists last; at most [`MOST_BARS`].
pub fn per_specialist(
    t: Texts,
    width: u32,
    (list, outcome): (&[PracticeStaff], &RegionOutcome),
    guideline: Decimal,
    pinned: Option<&Id>,
) -> Drawn {
    let bars = bars(list, outcome);
    let whole = |value: Decimal| number(t.lang, value, 0, Sign::Auto);
    let value_label = |value: Option<Decimal>| value.map_or_else(|| t.not_available().to_owned(), whole);
    let row = |(practice, value): &Bar<'_>| ListRow {
        label: practice.name.as_str().to_owned(),
        value: value.map(float),
        value_label: value_label(*value),
    };
    let largest = bars.iter().filter_map(|(_, value)| *value).fold(guideline, Decimal::max);
    let ticks = nice_ticks(0.0, float(largest), 5);
    let high = last(&ticks, float(largest)).max(float(largest));
    let highlight = bars.iter().position(|(practice, _)| Some(&practice.name) == pinned);
    let highlight = highlight.and_then(|index| {
        let (practice, value) = bars.get(index)?;
        Some(Highlight { index, label: [practice.name.as_str(), ": ", &value_label(*value)].concat() })
    });
    let chart = BulletList {
        size: Size::for_list(width, bars.len()),
        alt: String::new(),
        axis: axis_between(t, ticks, t.staffregion_axis(), (0.0, high)),
        role: Role::Proposal,
        rows: bars.iter().map(row).collect(),
        mark: Mark { at: float(guideline), label: [t.staffregion_mark(), " ", &whole(guideline)].concat() },
        highlight,
    };
    let rows = bars.iter().map(|(practice, value)| (practice.name.as_str().to_owned(), vec![*value])).collect();
    let headings = vec![t.staffregion_heading_name().to_owned(), t.staffregion_axis().to_owned()];
    Drawn { svg: bullet_list(&chart), table: DataTable { headings, rows, decimals: 0 } }
}

fn bars<'a>(list: &'a [PracticeStaff], outcome: &RegionOutcome) -> Vec<Bar<'a>> {
    let value = |at: usize| Some(outcome.practices.get(at)?.per_specialist.as_ref()?.value().decimal());
    let mut bars: Vec<_> = list.iter().enumerate().map(|(at, practice)| (practice, value(at))).collect();
    bars.sort_by_key(|(_, value)| std::cmp::Reverse(*value));
    bars.truncate(MOST_BARS);
    bars
}
