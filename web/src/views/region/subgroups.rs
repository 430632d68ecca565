//! Whom each model pays more for than they cost, and whom less: as a chart, with every group in a folded table.
use super::{Shown, figures, may_leave};
use crate::{
    components::{
        figure::width_for,
        lazy_details::lazy_details,
        live_figure::{LiveFigure, MakeLeaving, live_figure},
        parts::{all, before, cell, column, el, paragraph, row, row_name, say, table},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::{
        amount::{number, sex_name},
        export::DataTable,
        group_chart::{GroupRow, GroupSection, group_chart, kronor, section_of},
        region_charts::ChartContext,
        term::factor,
    },
    region::order::Paid,
    text::Texts,
    tools::guard::{Leaving, protects_region},
};
use exchange::number::Sign;
use model::id::Id;
use register::{
    groups::{Beside, Section, few},
    merge::{coarse, tells_fifths},
    rates::ORE_PER_YEAR,
    statistics::{Difference, Subgroup, SubgroupKind, fifths},
};
use report::columns::Column;
use rust_decimal::{Decimal, prelude::FromPrimitive};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// The groups, or that they are on their way.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let waiting = || paragraph("empty", t.region_waiting());
    if shown.is_published && is_one_practice(ctx, shown) {
        return paragraph("empty", t.figure_guarded());
    }
    let Some(paid) = ctx.state().tools.region.paid.clone().filter(|paid| !paid.groups().0.is_empty()) else {
        return waiting();
    };
    let folded = {
        let (shown, paid) = (shown.clone(), Rc::clone(&paid));
        lazy_details(ctx, "", t.region_groups_all().to_owned(), move |ctx| differences(ctx, &shown, &paid))
    };
    let drawn = el("div", &[("class", "region-groups-figure")], vec![chart(ctx, shown, &paid)]);
    all(vec![paragraph("about", t.region_groups_about()), guard_about(ctx, shown), drawn, folded])
}

/// Whether groups are those of one practice of the user's own, whose small counts they would tell.
fn is_one_practice(ctx: &Ctx, shown: &Shown) -> bool {
    protects_region(ctx, &shown.known) && !shown.known.summary.tells_groups()
}

/// What differs in what leaves the page.
fn guard_about(ctx: &Ctx, shown: &Shown) -> Html {
    if !protects_region(ctx, &shown.known) {
        return Html::default();
    }
    paragraph("about", ctx.texts().region_groups_guard_about())
}

/// The group's difference under the model of a place: exactly, or as it may leave the page.
fn difference_of(ctx: &Ctx, (shown, paid): (&Shown, &Paid), kind: SubgroupKind, place: usize) -> Option<Difference> {
    if let (SubgroupKind::PracticeSize(_), true) = (kind, shown.is_coarse(ctx)) {
        return fifth_of(shown, kind, place);
    }
    paid.difference((place, shown.columns.get(place)?.comparison), kind, shown.is_coarse(ctx))
}

/// A fifth of the practices as they may be told: the worker's has their small counts.
fn fifth_of(shown: &Shown, kind: SubgroupKind, place: usize) -> Option<Difference> {
    let (summary, one) = (&shown.known.summary, shown.columns.get(place).filter(|one| one.comparison.has_net())?);
    let carried: Vec<f64> = one.carried.iter().zip(summary.listed()).map(|(of, listed)| of * listed).collect();
    let ore = |kronor: f64| kronor * ORE_PER_YEAR;
    let payment: Vec<f64> = one.kept.iter().zip(&carried).map(|(kept, carried)| ore(kept + carried)).collect();
    let carried: Vec<f64> = carried.into_iter().map(ore).collect();
    let found = fifths(&summary.practices, &payment, &carried).into_iter().find(|one| one.kind == kind)?;
    Some(coarse(&found))
}

/// The groups that are told of at all. Fifths of practices are of the practices as they are, before any are put together.
fn told_groups<'a>(ctx: &Ctx, shown: &Shown, groups: impl Iterator<Item = &'a Subgroup>) -> Vec<&'a Subgroup> {
    let together = shown.merge.as_ref().map_or(0, |merge| merge.together());
    let fifths = !shown.is_coarse(ctx) || tells_fifths(&shown.known.summary.lists(), together);
    groups.filter(|group| fifths || !matches!(group.kind, SubgroupKind::PracticeSize(_))).collect()
}

/// The groups that the chart has, by section.
fn sections(ctx: &Ctx, shown: &Shown, paid: &Paid, models: &[(Column, &'static str)]) -> Vec<GroupSection> {
    let t = ctx.texts();
    let headings =
        [t.region_by_age(), t.region_by_sex(), t.region_by_count(), t.region_by_condition(), t.region_by_size()];
    let (narrow, broad) = paid.groups();
    let groups = broad.iter().chain(narrow.iter().filter(|one| section_of(one.kind) > 0));
    let groups = told_groups(ctx, shown, groups);
    let places: Vec<Option<usize>> =
        models.iter().map(|(column, _)| shown.columns.iter().position(|one| one.column == *column)).collect();
    let hidden = withheld(ctx, shown, &groups);
    let row = |(group, hidden): (&&Subgroup, bool)| {
        let told = !hidden;
        let difference = |place: &Option<usize>| {
            let place = (*place)?;
            difference_of(ctx, (shown, paid), group.kind, place).filter(|_| told)
        };
        GroupRow {
            label: short_name(ctx, shown, group.kind),
            persons: told.then_some(group.persons),
            differences: places.iter().map(difference).collect(),
        }
    };
    let told = || groups.iter().zip(hidden.iter().copied());
    let of = |place: usize| told().filter(move |(group, _)| section_of(group.kind) == place);
    let all = headings.into_iter().enumerate();
    let all = all.map(|(place, heading)| GroupSection { heading, rows: of(place).map(row).collect() });
    all.filter(|section| !section.rows.is_empty()).collect()
}

/// Which groups of a register of the user's own are not told: those of few persons, and as many beside them as it takes
/// that no sum over their section tells them.
fn withheld(ctx: &Ctx, shown: &Shown, groups: &[&Subgroup]) -> Vec<bool> {
    let fewest = if protects_region(ctx, &shown.known) { ctx.state().tools.guard.fewest() } else { 0 };
    let frame = &shown.known.summary.frame;
    let of = |group: &&Subgroup| {
        let beside = match group.kind {
            SubgroupKind::Condition(place) => {
                Beside::Condition { in_every_model: condition(shown, place).is_some_and(|id| frame.has_everywhere(id)) }
            }
            SubgroupKind::Conditions(_) => Beside::Number,
            kind => Beside::Parting(section_of(kind)),
        };
        Section { beside, persons: group.persons }
    };
    let all = shown.known.summary.lists().iter().sum();
    few(&groups.iter().map(of).collect::<Vec<_>>(), all, fewest.into())
}

fn chart(ctx: &Ctx, shown: &Shown, paid: &Rc<Paid>) -> Html {
    let (own, of) = (shown.clone(), Rc::clone(paid));
    let leaving: MakeLeaving = Rc::new(move |ctx| {
        let published = own.published(ctx)?;
        Leaving::of_region(ctx, &published.known, figure(ctx, &published, &of))
    });
    let is_one = shown.published(ctx).is_some_and(|published| is_one_practice(ctx, &published));
    let leaving = if is_one { Err(ctx.texts().figure_guarded().to_owned()) } else { may_leave(ctx, shown, leaving) };
    live_figure(ctx, &figure(ctx, shown, paid), leaving)
}

fn figure(ctx: &Ctx, shown: &Shown, paid: &Paid) -> LiveFigure {
    let t = ctx.texts();
    let models: Vec<(Column, &'static str)> =
        figures::compared(ctx, shown).into_iter().map(|(one, name)| (one.column, name)).collect();
    let sections = sections(ctx, shown, paid, &models);
    let context = ChartContext { texts: t, width: width_for(720), pinned: None };
    let [today, then] = [beyond_chance(&sections, 0), beyond_chance(&sections, models.len().saturating_sub(1))];
    let told = told(&sections).count().to_string();
    let name = models.last().map_or("", |(_, name)| name);
    let title = match shown.known.facts.synthetic {
        // the made-up costs are what a proposal pays: that its payment lies near them says nothing
        true => t.region_groups_title_made_up(&told),
        false => t.region_groups_title(&told, name, &then.to_string(), &today.to_string()),
    };
    LiveFigure {
        name: "viktat-region-grupper",
        title,
        alt: t.region_groups_alt(&told),
        drawing: group_chart(&context, &models, &sections),
        source: figures::source(ctx, shown),
        table: twin(ctx, &models, sections),
    }
}

/// The groups that are told.
fn told(sections: &[GroupSection]) -> impl Iterator<Item = &GroupRow> {
    sections.iter().flat_map(|section| &section.rows).filter(|row| row.persons.is_some())
}

/// In how many groups the interval of the model's difference does not hold zero.
fn beyond_chance(sections: &[GroupSection], model: usize) -> usize {
    let intervals = told(sections).filter_map(|row| row.differences.get(model)?.as_ref()?.interval());
    intervals.filter(|(low, high)| *low > 0.0 || *high < 0.0).count()
}

/// Persons, and for each model the difference and the ends of its interval.
fn twin(ctx: &Ctx, models: &[(Column, &'static str)], sections: Vec<GroupSection>) -> Rc<dyn Fn() -> DataTable> {
    let t = ctx.texts();
    let of_model = |(_, name): &(Column, &'static str)| {
        [t.region_group_mean(name), t.region_group_low(name), t.region_group_high(name)]
    };
    let headings = [t.region_group().to_owned(), t.region_group_persons().to_owned()].into_iter();
    let headings: Vec<String> = headings.chain(models.iter().flat_map(of_model)).collect();
    Rc::new(move || {
        let numbers = |one: &Option<Difference>| {
            let interval = one.as_ref().and_then(Difference::interval);
            let numbers =
                [one.as_ref().map(|one| one.per_person), interval.map(|ends| ends.0), interval.map(|ends| ends.1)];
            numbers.map(|ore| ore.and_then(|ore| Decimal::from_f64(kronor(ore))))
        };
        let row = |row: &GroupRow| {
            let persons = row.persons.map(Decimal::from);
            (row.label.clone(), [persons].into_iter().chain(row.differences.iter().flat_map(numbers)).collect())
        };
        let rows = sections.iter().flat_map(|section| &section.rows).map(row).collect();
        DataTable { headings: headings.clone(), rows, decimals: 2, whole: 1 }
    })
}

/// Every group under every model.
fn differences(ctx: &Ctx, shown: &Shown, paid: &Paid) -> Html {
    let t = ctx.texts();
    let names = shown.columns.iter().map(|one| column(column_name(t, one.column)));
    let headings = [column(t.region_group()), column(t.region_group_persons())].into_iter().chain(names).collect();
    let all = told_groups(ctx, shown, paid.groups().0.iter());
    let hidden = withheld(ctx, shown, &all);
    let threshold = ctx.state().tools.guard.fewest();
    let rows = all.into_iter().zip(hidden).map(|(group, withheld)| {
        let persons = match withheld {
            true if group.persons < threshold.into() => t.region_group_few(&threshold.to_string()),
            true => t.not_available().to_owned(),
            false => number(t.lang, Decimal::from(group.persons), 0, Sign::Auto),
        };
        let cells = (0..shown.columns.len()).map(|place| {
            let difference = difference_of(ctx, (shown, paid), group.kind, place).filter(|_| !withheld);
            cell(say(difference.map_or_else(|| t.not_available().to_owned(), |one| with_interval(t, &one))))
        });
        let name = row_name(kind_name(ctx, shown, group.kind));
        row(before(name, before(cell(say(persons)), cells.collect())))
    });
    table(AttrValue::Static(t.region_groups()), "region-subgroups", headings, rows.collect())
}

fn signed(t: Texts, ore_per_year: f64) -> String {
    let value = Decimal::from_f64(kronor(ore_per_year)).unwrap_or_default();
    number(t.lang, value, 1, Sign::Always)
}

fn with_interval(t: Texts, difference: &Difference) -> String {
    let mean = signed(t, difference.per_person);
    match difference.interval() {
        Some((low, high)) => t.region_interval(&mean, &signed(t, low), &signed(t, high)),
        None => mean,
    }
}

/// The condition of a place in the region.
fn condition(shown: &Shown, place: u8) -> Option<&Id> {
    shown.known.facts.conditions.get(usize::from(place))
}

/// What the persons have in common, in words.
fn kind_name(ctx: &Ctx, shown: &Shown, kind: SubgroupKind) -> String {
    let t = ctx.texts();
    match kind {
        SubgroupKind::Ages(from, Some(to)) => t.age_range(&from.to_string(), &to.to_string()),
        SubgroupKind::Ages(from, None) => t.age_open(&from.to_string()),
        SubgroupKind::Sex(sex) => sex_name(t, sex).to_owned(),
        SubgroupKind::Conditions(4) => t.region_group_four().to_owned(),
        SubgroupKind::Conditions(n) => t.region_group_conditions(&n.to_string()),
        SubgroupKind::Condition(place) => {
            condition(shown, place).map_or_else(String::new, |id| factor(t, ctx.catalogue(), id))
        }
        SubgroupKind::PracticeSize(fifth) => t.region_group_size(&fifth.to_string()),
    }
}

/// The same under a heading that says what is told apart.
fn short_name(ctx: &Ctx, shown: &Shown, kind: SubgroupKind) -> String {
    let t = ctx.texts();
    match kind {
        SubgroupKind::PracticeSize(1) => t.region_size_least().to_owned(),
        SubgroupKind::PracticeSize(5) => t.region_size_most().to_owned(),
        SubgroupKind::PracticeSize(fifth) => t.region_size_fifth(&fifth.to_string()),
        kind => kind_name(ctx, shown, kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_that_is_withheld_is_not_counted() {
        let row = |persons, interval: Option<(f64, f64)>| GroupRow {
            label: String::new(),
            persons,
            differences: vec![persons.map(|_| Difference {
                per_person: 0.0,
                ratio: None,
                low: interval.map(|(low, _)| low),
                high: interval.map(|(_, high)| high),
            })],
        };
        let rows = vec![row(Some(900), Some((1.0, 2.0))), row(Some(80), Some((-1.0, 1.0))), row(None, None)];
        let sections = [GroupSection { heading: "", rows }];
        assert_eq!(told(&sections).count(), 2);
        assert_eq!(beyond_chance(&sections, 0), 1);
    }
}
