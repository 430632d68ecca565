//! The doctors: specialists and ST doctors first, then every kind, and the time that goes to other work.
use super::fields::{all_back, alone, in_table, labelled, sources};
use crate::{
    components::{
        number_field::NumberField,
        parts::{all, before, cell, column, el, folded, paragraph, row, row_name, table, text},
    },
    ctx::Ctx,
    present::{staff_words, underlag::hides_named},
    state::Grid,
    tools::staffing::inputs,
};
use exchange::number::echo;
use model::{
    measure::Measure,
    staffing::{
        item::{DoctorKind, Group, Item, ST_YEARS},
        situation::{DUTIES, situation},
    },
    value::{Key, Value},
};
use rust_decimal::Decimal;
use yew::{AttrValue, Html};

/// Specialists and ST doctors, with what the guideline says of them.
pub fn main_kinds(ctx: &Ctx) -> Html {
    kinds(ctx, ctx.texts().staff_doctors(), 0..2)
}

/// Every other kind, duties and persons with a named doctor, folded.
pub fn more(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let st = (1..=ST_YEARS).map(|year| Item::Cover(DoctorKind::St(year)));
    let covers: Vec<Item> = st.chain([Item::Cover(DoctorKind::Other), Item::Cover(DoctorKind::Locum)]).collect();
    let content = all(vec![
        paragraph("about", t.staff_more_about()),
        kinds(ctx, t.staff_other_doctors(), 2..DoctorKind::all().count()),
        all_back(ctx, &covers),
        sources(ctx, &covers),
        paragraph("about", t.staff_duties_about()),
        duties(ctx),
    ]);
    // on a stage the field would show how many have a named doctor
    let hidden = ctx.state().present && hides_named(ctx, &situation(&inputs(ctx)));
    let named = if hidden { Html::default() } else { labelled(ctx, Item::Named) };
    all(vec![named, folded("more-doctors", t.staff_more().to_owned(), content)])
}

fn kinds(ctx: &Ctx, name: &'static str, rows: std::ops::Range<usize>) -> Html {
    let t = ctx.texts();
    let headings = [t.staff_kind(), t.staff_heads(), t.staff_fte(), t.staff_cover_each()].map(column).to_vec();
    let kinds = DoctorKind::all().enumerate().filter(|(at, _)| rows.contains(at)).map(|(at, kind)| {
        let cells = [in_table(ctx, Item::Heads(kind), Grid::Doctors, (at, 0)), fte(ctx, kind, at), cover(ctx, kind)];
        row(before(row_name(staff_words::capital(&staff_words::kind(t, kind))), cells.map(cell).to_vec()))
    });
    table(AttrValue::Static(name), "doctors", headings, kinds.collect())
}

fn fte(ctx: &Ctx, kind: DoctorKind, at: usize) -> Html {
    if !kind.is_of_guideline() {
        return in_table(ctx, Item::Fte(kind), Grid::Doctors, (at, 1));
    }
    let key = Key::Staff(Item::Fte(kind));
    // nothing is shown as nothing until it has been said that there are none
    let entered = ctx.state().scenario().value(&key).and_then(Value::number);
    let value = entered.map_or_else(String::new, |value| echo(value, ctx.state().notation()));
    NumberField::in_table(key, value, Grid::Doctors, (at, 1)).html(ctx)
}

/// Persons for each: the guideline's own two are values of a source.
fn cover(ctx: &Ctx, kind: DoctorKind) -> Html {
    let guideline = ctx.state().scenario().guideline();
    let (key, value): (_, Decimal) = match kind {
        DoctorKind::Specialist => (Key::GUIDELINE_SPECIALIST, guideline.specialist.value.decimal()),
        DoctorKind::StAny => (Key::GUIDELINE_ST, guideline.st.value.decimal()),
        _ => return alone(ctx, Item::Cover(kind)),
    };
    let value = echo(value, ctx.state().notation());
    NumberField { key, value, place: None, about: None, id: None }.html(ctx)
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
