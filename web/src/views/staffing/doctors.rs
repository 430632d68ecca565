//! More about the doctors: heads, every kind, and the time that goes to other work.
use super::fields::{all_back, alone, in_table, labelled, sources};
use crate::{
    components::parts::{all, before, cell, column, el, paragraph, row, row_name, table, text},
    ctx::Ctx,
    present::{staff_words, underlag::hides_named},
    state::Grid,
    tools::staffing::inputs,
};
use model::staffing::{
    item::{DoctorKind, Group, Item, ST_YEARS},
    situation::{DUTIES, situation},
};
use yew::{AttrValue, Html};

/// Every kind beside the heltid of the two that the guideline speaks of, duties, and persons with a named doctor.
pub fn more(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let st = (1..=ST_YEARS).map(|year| Item::Cover(DoctorKind::St(year)));
    let covers: Vec<Item> = st.chain([Item::Cover(DoctorKind::Other), Item::Cover(DoctorKind::Locum)]).collect();
    // on a stage the field would show how many have a named doctor
    let hidden = ctx.state().present && hides_named(ctx, &situation(&inputs(ctx)));
    let named = if hidden { Html::default() } else { labelled(ctx, Item::Named) };
    all(vec![
        named,
        heads(ctx),
        paragraph("about", t.staff_more_about()),
        kinds(ctx),
        all_back(ctx, &covers),
        sources(ctx, &covers),
        paragraph("about", t.staff_duties_about()),
        duties(ctx),
    ])
}

/// Heads of the kinds whose heltid stands above.
fn heads(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let rows = DoctorKind::all().enumerate().filter(|(_, kind)| kind.is_of_guideline()).map(|(at, kind)| {
        let field = in_table(ctx, Item::Heads(kind), Grid::Doctors, (at, 0));
        row(before(row_name(staff_words::capital(&staff_words::kind(t, kind))), vec![cell(field)]))
    });
    let headings = [t.staff_kind(), t.staff_heads()].map(column).to_vec();
    table(AttrValue::Static(t.staff_doctors()), "doctors", headings, rows.collect())
}

fn kinds(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let headings = [t.staff_kind(), t.staff_heads(), t.staff_fte(), t.staff_cover_each()].map(column).to_vec();
    let kinds = DoctorKind::all().enumerate().filter(|(_, kind)| !kind.is_of_guideline()).map(|(at, kind)| {
        let count = |item, across| in_table(ctx, item, Grid::Doctors, (at, across));
        let cells = [count(Item::Heads(kind), 0), count(Item::Fte(kind), 1), alone(ctx, Item::Cover(kind))];
        row(before(row_name(staff_words::capital(&staff_words::kind(t, kind))), cells.map(cell).to_vec()))
    });
    table(AttrValue::Static(t.staff_other_doctors()), "doctors", headings, kinds.collect())
}

/// Per cent of the working time of each group that goes to each duty.
fn duties(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let names = DUTIES.map(|duty| column(staff_words::duty(t, duty))).to_vec();
    let groups = [Group::Specialist, Group::St, Group::Other, Group::Locum].map(|group| {
        let cells = DUTIES.map(|duty| cell(alone(ctx, Item::Duty(group, duty)))).to_vec();
        el("tr", &[], before(row_name(staff_words::capital(staff_words::group(t, group))), cells))
    });
    let headings = before(el("th", &[("scope", "col")], vec![text(t.staff_duty_share())]), names);
    table(AttrValue::Static(t.staff_duties()), "doctors duties", headings, groups.to_vec())
}
