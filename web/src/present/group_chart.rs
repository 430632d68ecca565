//! From groups of persons to the specification of their chart: sections, rows, intervals. Draws nothing; works nothing
//! out but the ends of the axis.
use super::{
    charts::role,
    region_charts::{ChartContext, ORE_PER_YEAR},
};
use charts::{ChartError, Drawing, Estimate, Section, Size, SubgroupModel, SubgroupRow, Subgroups, subgroups};
use register::statistics::{Difference, SubgroupKind};
use report::columns::Column;

/// A group as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupRow {
    /// What it is called.
    pub label: String,
    /// How many it holds; none while that is withheld.
    pub persons: Option<u64>,
    /// One for each shown model; none while withheld or not known.
    pub differences: Vec<Option<Difference>>,
}

/// Groups under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSection {
    /// The heading.
    pub heading: &'static str,
    /// The groups.
    pub rows: Vec<GroupRow>,
}

/// What a group is a group by: its place among the sections.
pub fn section_of(kind: SubgroupKind) -> usize {
    match kind {
        SubgroupKind::Ages(..) => 0,
        SubgroupKind::Sex(_) => 1,
        SubgroupKind::Conditions(_) => 2,
        SubgroupKind::Condition(_) => 3,
        SubgroupKind::PracticeSize(_) => 4,
    }
}

/// Öre a year as kronor a month.
pub fn kronor(ore_per_year: f64) -> f64 {
    ore_per_year / ORE_PER_YEAR
}

fn estimate(difference: &Difference) -> Estimate {
    let mean = difference.per_person;
    let (low, high) = difference.interval().unwrap_or((mean, mean));
    Estimate { low: kronor(low), value: kronor(mean), high: kronor(high) }
}

/// What a second line of a name adds to a row, px.
const SECOND_LINE: u32 = 8;

/// In narrower drawings the names stand above, px.
const BESIDE: u32 = 480;

/// The drawing.
pub fn group_chart(
    context: &ChartContext<'_>,
    models: &[(Column, &'static str)],
    sections: &[GroupSection],
) -> Result<Drawing, ChartError> {
    let t = context.texts;
    let row = |row: &GroupRow| SubgroupRow {
        label: row.label.clone(),
        estimates: row.differences.iter().map(|one| one.as_ref().map(estimate)).collect(),
        sign: None,
        difference_label: String::new(),
    };
    let drawn: Vec<Section> = sections
        .iter()
        .map(|one| Section { heading: one.heading.to_owned(), rows: one.rows.iter().map(row).collect() })
        .collect();
    let estimates = drawn.iter().flat_map(|one| &one.rows).flat_map(|row| row.estimates.iter().flatten());
    let values = estimates.flat_map(|one| [one.low, one.high]).chain([0.0]);
    let rows = drawn.iter().map(|one| one.rows.len()).sum();
    let mut size = Size::for_subgroups(context.width, models.len(), drawn.len(), rows);
    // room for long names on two lines, where they stand beside their marks
    if context.width >= BESIDE {
        size.height += SECOND_LINE * u32::try_from(rows).unwrap_or(0);
    }
    let chart = Subgroups {
        size,
        alt: String::new(),
        axis: context.axis(values, t.region_axis_group(), 6),
        models: models
            .iter()
            .map(|(column, name)| SubgroupModel { role: role(*column), label: (*name).to_owned() })
            .collect(),
        sections: drawn,
    };
    subgroups(&chart)
}
