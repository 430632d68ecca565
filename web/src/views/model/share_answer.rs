//! Modellen, what the amounts of 2026 follow from: how much of the change the lower cost share explains, and whether the
//! share is already in the amounts.
use crate::{
    components::{
        cell_table::{CellTable, cell_table},
        choice::{Alternative, choice},
        figure::{Figure, figure_of_nobody, width_for},
        lazy_details::lazy_details,
        parts::{all, el, element, paragraph, say, section, space, text},
        value::{difference, value},
    },
    ctx::Ctx,
    present::{
        amount::{MILLION, Show, amount, number},
        difference_words::readings,
        share_chart::ratios,
    },
    views::place,
};
use exchange::number::Sign;
use model::{
    cell::Cell,
    citation::Status,
    edit::Edit,
    measure::{Factor, Measure, Rate, YearlyMoney},
    trace::Traced,
    value::Key,
};
use report::table::{EXAMPLE_COST, YearChange, nets_by_reading, table, year_change};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use yew::{AttrValue, Html};

/// Both cards.
pub fn cards(ctx: &Ctx) -> Vec<Html> {
    let answer = year_change(&ctx.state().tariffs);
    let answer =
        answer.map_or_else(|| paragraph("empty", ctx.texts().share_none()), |change| answer_card(ctx, &change));
    vec![answer, reading(ctx)]
}

fn answer_card(ctx: &Ctx, change: &YearChange) -> Html {
    let t = ctx.texts();
    let size = |of: &Traced<YearlyMoney>| number(t.lang, of.value().decimal().abs() / MILLION, 0, Sign::Auto);
    let finding = t.share_finding(&size(&change.by_share), &size(&change.total));
    let ends = [change.ratios.first(), change.ratios.last()].map(|end| ratio(ctx, end));
    let [low, high] = ends;
    let count = change.ratios.len().to_string();
    let about = vec![
        text(t.share_about()),
        space(),
        value(ctx, change.share_ratio.node(), Show::Thousandths),
        text("."),
        space(),
        text(t.share_between()),
        space(),
        low,
        text("–"),
        high,
        text("."),
    ];
    let drawn = ratios(t, width_for(440), change);
    let figure = Figure {
        name: "viktat-belopp-mot-aret-innan",
        title: t.share_figure(&count, &number(t.lang, change.share_ratio.value().decimal(), 3, Sign::Auto)),
        alt: t.share_ratios_text().to_owned(),
        drawn,
        source: t.source_line_table(),
    };
    let parts = vec![
        el("p", &[], about),
        figure_of_nobody(ctx, figure),
        bars(ctx, change),
        lazy_details(ctx, "split", t.model_split().to_owned(), split),
    ];
    section("share-answer", vec![say(finding)], parts)
}

fn ratio(ctx: &Ctx, of: Option<&(Cell, Traced<Factor>)>) -> Html {
    of.map_or_else(Html::default, |(_, ratio)| value(ctx, ratio.node(), Show::Hundredths))
}

/// What each table pays in a year, and the two parts of what is between them.
fn bars(ctx: &Ctx, change: &YearChange) -> Html {
    let t = ctx.texts();
    let whole = change.from.value().decimal();
    let part = |of: &Traced<YearlyMoney>| {
        let part = (of.value().decimal() * Decimal::ONE_HUNDRED).checked_div(whole).unwrap_or_default().abs();
        part.to_f64().unwrap_or_default().clamp(0.0, 100.0)
    };
    let bar = |pieces: &[(&'static str, f64)]| {
        let mut from = 0.0;
        let mut drawn = Vec::new();
        for (class, wide) in pieces {
            let attributes = vec![("x", per_cent(from)), ("width", per_cent(*wide))];
            drawn.push(element("rect", &[("class", class), ("y", "1"), ("height", "16")], attributes, Vec::new()));
            from += wide;
        }
        element("svg", &[("class", "year-bar"), ("height", "18"), ("aria-hidden", "true")], Vec::new(), drawn)
    };
    let row = |name: &'static str, bar: Html, figure: Html| {
        vec![el("dt", &[], vec![text(name)]), el("dd", &[], vec![bar, figure])]
    };
    let signed = |of: &Traced<YearlyMoney>| difference(ctx, of.node(), Show::Millions);
    let then = [("to", part(&change.to)), ("rest", part(&change.unexplained)), ("share", part(&change.by_share))];
    let mut rows = row(t.split_from(), bar(&[("from", 100.0)]), value(ctx, change.from.node(), Show::Millions));
    rows.extend(row(t.split_to(), bar(&then), value(ctx, change.to.node(), Show::Millions)));
    let key = |class: &'static str, words: &'static str, figure: Html| {
        let mark = el("span", &[("class", class), ("aria-hidden", "true")], Vec::new());
        el("span", &[], vec![mark, text(words), space(), figure])
    };
    let keys = vec![
        key("key-mark share", t.split_share(), signed(&change.by_share)),
        key("key-mark rest", t.split_rest(), signed(&change.unexplained)),
        key("key-mark", t.split_total(), signed(&change.total)),
    ];
    all(vec![el("dl", &[("class", "year-bars")], rows), el("p", &[("class", "year-key")], keys)])
}

fn per_cent(of: f64) -> AttrValue {
    [&of.to_string(), "%"].concat().into()
}

/// Whether the amounts already hold the share: our reading until the reader chooses, with what each means for one person.
fn reading(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let [healthy, _] = ctx.catalogue().personas();
    let cost = amount(t, Rate::of(Decimal::from(EXAMPLE_COST)).quantity(), Show::Kronor, false);
    let chosen = ctx.state().scenario().practice().reading;
    let alternative = |(reading, name, about): (_, &'static str, &'static str)| Alternative {
        name: name.into(),
        about: about.into(),
        chosen: chosen == reading,
        choose: ctx.on_edit(Edit::set(Key::Reading, reading)),
    };
    let words = readings(t);
    let nets = nets_by_reading(&ctx.state().tariffs, healthy);
    let rows = nets.iter().zip(&words).flat_map(|((_, net), (_, name, _))| {
        [el("dt", &[], vec![text(name)]), el("dd", &[], vec![value(ctx, net.node(), Show::Kronor)])]
    });
    let person = t.name(&healthy.name);
    let parts = vec![
        paragraph("about", t.share_reading_about()),
        choice("model-reading", t.practice_reading(), &words.map(alternative)),
        el("p", &[("class", "about")], vec![say(t.share_reading_person(&person, &cost))]),
        el("dl", &[("class", "reading-nets")], rows.collect()),
    ];
    let heading = vec![text(t.share_reading()), space(), place::tag(t, Status::Reading)];
    section("share-reading", heading, parts)
}

/// The change between the years by age and sex, in the part that the cost share explains and the rest.
fn split(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let rows = table(&ctx.state().tariffs);
    let headings = [t.split_from(), t.split_to(), t.split_share(), t.split_rest(), t.split_total()];
    let cells = |_, of| {
        let split = rows.iter().find(|row| row.cell == of).and_then(|row| row.split.as_ref());
        let Some(split) = split else { return Vec::new() };
        let plain = |amount: &Traced<Rate>| value(ctx, amount.node(), Show::Whole);
        let signed = |amount: &Traced<Rate>| difference(ctx, amount.node(), Show::Ore);
        let parts = [&split.by_share, &split.unexplained, &split.total].map(signed);
        [plain(&split.from), plain(&split.to)].into_iter().chain(parts).collect()
    };
    let bands = ctx.state().tariffs.current.model.bands.bands();
    let caption = t.model_split();
    all(vec![
        paragraph("about", t.model_split_about()),
        cell_table(ctx, &CellTable { caption, bands, headings: &headings, cells: &cells, foot: None }),
    ])
}
