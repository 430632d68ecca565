//! "Om några vårdcentraler får fler personer registrerade med tillstånd": what they get more and the others less, when
//! the sum is kept.
use super::{Shown, lead};
use crate::{
    components::{
        entry_field::EntryField,
        lazy_details::lazy_details,
        lazy_value::{Quick, lazy_value},
        notes::badge,
        parts::{all, cell, column, el, paragraph, row, row_name, say, space, table},
        select_field::select_field,
    },
    ctx::Ctx,
    present::{
        amount::{Show, number, plain},
        term::factor,
    },
    region::aims::{Flags, Whom, ask, chosen, set_count, set_share},
    views::practice_figures::model_words,
};
use exchange::number::Sign;
use model::{
    measure::{Measure, YearlyMoney},
    practice::Practice,
    quantity::Unit,
    trace::Traced,
};
use register::{
    aims::{self, WhatIf},
    exact::Ore,
    phase_in::Millionths,
};
use report::{
    columns::Column,
    more_flags::{MoreFlags, Question, more_flags},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;
use yew::Html;

/// The question and its answer, folded.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let shown = shown.clone();
    lazy_details(ctx, "more-flags", ctx.texts().flags_heading().to_owned(), move |ctx| content(ctx, &shown))
}

fn content(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let model = lead(ctx, shown);
    let region = &ctx.state().tools.region;
    let chosen = chosen(region, &shown.known.summary.lists());
    let asked = el("p", &[("class", "about")], vec![say(t.flags_about(model_words(ctx, model)))]);
    let leaves = shown.is_coarse(ctx);
    let answer = match chosen.is_empty() {
        // what is paid for more flags counts persons of single practices; no file has it either
        _ if leaves => paragraph("empty", t.flags_protected()),
        true => paragraph("empty", t.flags_nobody()),
        false => answer(ctx, shown, model, Rc::from(chosen)),
    };
    all(vec![asked, form(ctx), el("div", &[("role", "status")], vec![answer])])
}

fn form(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let flags = &ctx.state().tools.region.aims.flags;
    let names = ctx.state().factors().iter().map(|id| factor(t, ctx.catalogue(), id)).collect::<Vec<_>>();
    let names = [t.flags_every().to_owned()].into_iter().chain(names).collect();
    let of = select_field(
        ctx,
        ("flags-factor", t.flags_factor()),
        (names, flags.factor.map_or(0, |at| at + 1)),
        |ctx, at| {
            ask(ctx, |flags| flags.factor = at.checked_sub(1));
        },
    );
    let share = EntryField {
        id: "flags-share",
        label: t.flags_share(),
        about: t.flags_share_about(),
        value: plain(t.lang, flags.share.value.decimal() * Decimal::ONE_HUNDRED),
        draft: flags.share.draft.as_ref(),
    };
    let whom =
        (vec![t.flags_largest().to_owned(), t.flags_pinned().to_owned()], usize::from(flags.whom == Whom::Pinned));
    let whom = select_field(ctx, ("flags-whom", t.flags_whom()), whom, |ctx, at| {
        ask(ctx, |flags| flags.whom = if at == 1 { Whom::Pinned } else { Whom::Largest });
    });
    let count = match flags.whom {
        Whom::Pinned => el("div", &[("hidden", "")], Vec::new()),
        Whom::Largest => EntryField {
            id: "flags-count",
            label: t.flags_count(),
            about: t.flags_count_about(),
            value: flags.count.value.to_string(),
            draft: flags.count.draft.as_ref(),
        }
        .html(ctx, set_count),
    };
    el("div", &[("class", "tool-form")], vec![of, share.html(ctx, set_share), whom, count])
}

/// The whole öre that are paid.
fn found(ctx: &Ctx, shown: &Shown, model: Column, chosen: &[usize]) -> Option<WhatIf> {
    let flags = &ctx.state().tools.region.aims.flags;
    let factor = flags.factor.map(|factor| [factor]);
    let asked = aims::MoreFlags {
        practices: chosen,
        factors: factor.as_ref().map(|factor| &factor[..]),
        share: Millionths::of(flags.share.value)?,
    };
    aims::more_flags(&shown.known.summary, model.place(), shown.tariffs.get(model)?, &asked)
}

/// How they were made.
fn made(shown: &Shown, model: Column, (flags, chosen): (&Flags, &[usize]), paid: &WhatIf) -> Option<MoreFlags> {
    let names = shown.known.facts.names.iter().enumerate();
    let lists = names.map(|(at, name)| Some((name.as_str(), shown.known.practice(at, model)?)));
    let lists: Vec<(&str, Practice)> = lists.collect::<Option<_>>()?;
    let question = Question { practices: chosen, factor: flags.factor, share: flags.share.value };
    more_flags(shown.tariffs.get(model)?, &lists, &question, paid)
}

fn answer(ctx: &Ctx, shown: &Shown, model: Column, chosen: Rc<[usize]>) -> Html {
    let t = ctx.texts();
    let Some(found) = found(ctx, shown, model, &chosen) else { return paragraph("empty", t.not_available()) };
    let found = Rc::new(found);
    let flags = ctx.state().tools.region.aims.flags.clone();
    let figure = |ore: Ore, signed: bool, of: fn(MoreFlags, usize) -> Option<Traced<YearlyMoney>>, at: usize| {
        let (shown, flags, chosen, paid) = (shown.clone(), flags.clone(), Rc::clone(&chosen), Rc::clone(&found));
        cell(lazy_value(ctx, quick(ore, signed), move |_| {
            Some(of(made(&shown, model, (&flags, &chosen), &paid)?, at)?.node().clone())
        }))
    };
    let others = found.practices.len().saturating_sub(chosen.len());
    let line = |name: String, figure: Html| row(vec![row_name(name), figure]);
    let sums = vec![
        line(t.flags_gained(&chosen.len().to_string()), figure(found.gained, false, |found, _| Some(found.gained), 0)),
        line(t.flags_lost(&others.to_string()), figure(found.lost, false, |found, _| Some(found.lost), 0)),
        line(t.flags_total().to_owned(), figure(found.total, false, |found, _| Some(found.total), 0)),
    ];
    let headings = vec![column(t.flags_result()), column(t.flags_year())];
    let sums = table(t.flags_heading().into(), "region-flags", headings, sums);
    let each = chosen.iter().filter_map(|at| {
        let effect = found.practices.get(*at)?;
        let more = number(t.lang, Decimal::from(effect.extra_flags), 0, Sign::Auto);
        let cells = vec![
            row_name(shown.known.facts.names.get(*at)?.clone()),
            cell(say(more)),
            figure(effect.before, false, |found, at| found.before.get(at).cloned(), *at),
            figure(effect.after, false, |found, at| found.after.get(at).cloned(), *at),
            figure(effect.after - effect.before, true, |found, at| found.changes.get(at).cloned(), *at),
        ];
        Some(row(cells))
    });
    let headings = [t.region_list_name(), t.flags_extra(), t.flags_before(), t.flags_after(), t.flags_change()];
    let each = table(t.flags_each().into(), "region-flags", headings.map(column).to_vec(), each.collect());
    all(vec![sentence(ctx, &found, chosen.len()), sums, each, paragraph("about", t.flags_note())])
}

/// Öre are far fewer than 2 to the 53rd.
fn quick(ore: Ore, signed: bool) -> Quick {
    let value = Decimal::new(ore, 2).to_f64().unwrap_or(0.0);
    Quick { value, unit: Unit::KrPerYear, show: Show::Ore, signed }
}

fn sentence(ctx: &Ctx, found: &WhatIf, chosen: usize) -> Html {
    let t = ctx.texts();
    let words = |ore| quick(ore, false).words(ctx);
    let words = match found.gained {
        0 => t.flags_finding_none().to_owned(),
        gained => t.flags_finding(&chosen.to_string(), &words(gained), &words(found.total)),
    };
    el("p", &[("class", "finding")], vec![say(words), space(), badge(ctx)])
}
