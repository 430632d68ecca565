//! Empty lists to fill in, with headings that are read. Nobody's counts are in them. Knows nothing of how they are read.
use super::guard::Leaving;
use crate::{
    ctx::Ctx,
    leave::save,
    present::{amount::sex_name, export::dialect, staff_list_words::heading, term::factor},
};
use exchange::{
    csv::{Cell, write},
    staff_list::Column,
};
use model::sex::Sex;
use register::ingest::headings;

/// Listed by age and sex, persons with each condition of the scenario's model, and the drug cost.
pub fn own_list(ctx: &Ctx) {
    let t = ctx.texts();
    let bands = ctx.state().scenario().start.bands.bands().iter().map(|band| vec![band.to_string()]);
    let conditions = ctx.state().factors().into_iter().map(|id| vec![factor(t, ctx.catalogue(), &id)]);
    let sexes = Sex::ALL.map(|sex| sex_name(t, sex).to_owned());
    let age = [&[t.age_heading().to_owned()], sexes.as_slice()].concat();
    let affected = vec![t.model_weight_heading().to_owned(), t.practice_affected_heading().to_owned()];
    let rows = std::iter::once(age).chain(bands).chain([vec![], affected]).chain(conditions);
    offer(ctx, "viktat-lista.csv", rows.chain([vec![], vec![t.practice_cost().to_owned()]]).collect());
}

/// A row for each vårdcentral of a region: listed by sex and age, persons with each condition of the scenario's model, and
/// the drug cost.
pub fn lists(ctx: &Ctx) {
    offer(ctx, "viktat-listade.csv", vec![lists_headings(ctx)]);
}

/// The headings of a region's lists.
pub fn lists_headings(ctx: &Ctx) -> Vec<String> {
    let t = ctx.texts();
    let cells = ctx.state().scenario().start.bands.cells();
    let cells = cells.map(|cell| [sex_name(t, cell.sex), " ", &cell.band.to_string()].concat());
    let conditions = ctx.state().factors().into_iter().map(|id| factor(t, ctx.catalogue(), &id));
    let name = [t.region_list_name().to_owned()].into_iter();
    name.chain(cells).chain(conditions).chain([t.practice_cost().to_owned()]).collect()
}

/// Vårdcentraler with their doctors.
pub fn practices(ctx: &Ctx) {
    let headings = Column::BARE.map(|column| heading(ctx.texts(), column));
    offer(ctx, "viktat-vardcentraler.csv", vec![headings.into()]);
}

/// A region's persons, with a column of 0 and 1 for each condition of the scenario's model.
pub fn persons(ctx: &Ctx) {
    let t = ctx.texts();
    let mix = ctx.state().scenario().start.case_mix();
    let names = mix.iter().flat_map(|mix| &mix.conditions).map(|condition| t.name(&condition.name).to_string());
    offer(ctx, "viktat-register.csv", vec![headings(names)]);
}

fn offer(ctx: &Ctx, name: &str, rows: Vec<Vec<String>>) {
    let rows = rows.iter().map(|row| row.iter().map(|text| Cell::Text(text)));
    save(name, "text/csv;charset=utf-8", &Leaving::of_nobody(write(rows, dialect(ctx.texts().lang))));
}
