//! Läget: three numbers at the left, and beside them what they come to as figures and in three key figures. Passes no
//! verdict.
use super::{assumed, doctors};
use crate::{
    components::{
        choice::{Alternative, choice},
        figure::{Figure, figure, figure_of_nobody, width_for},
        key_figure::{KeyFigure, key_figures},
        number_field::NumberField,
        parts::{all, button, cell, el, element, folded, paragraph, row, row_name, say, section, space, text},
        value::value,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        staff_assumed::{not_told, sentences},
        staff_charts::{self, Covered},
        staff_words,
        underlag::hides_named,
    },
    state::{Action, Grid},
    tools::{guard::Leaving, staffing::inputs},
    views::place,
};
use charts::Figure as Form;
use exchange::number::echo;
use model::{
    citation::Parameter,
    count::Count,
    edit::Edit,
    measure::{Measure, Persons, PersonsPerFte},
    staffing::{
        item::{DoctorKind, Group, Item},
        situation::Situation,
        staff::{Population, Staff},
    },
    trace::Node,
    value::{Key, Section, Value},
};
use rust_decimal::Decimal;
use std::rc::Rc;
use yew::{Html, html};

/// The tab.
pub fn now(ctx: &Ctx, found: &Situation) -> Html {
    let fields = section("inputs", vec![text(ctx.texts().staffing_inputs())], vec![take_list(ctx), entries(ctx)]);
    let quote = el("blockquote", &[("class", "quote")], vec![text(ctx.texts().staff_quote_short())]);
    let left = el("div", &[], vec![fields, quote]);
    el("div", &[("class", "staff-now")], vec![left, el("div", &[], answer(ctx, found))])
}

/// The answer in a sentence or two: the heading of the view.
pub fn heading(ctx: &Ctx, found: &Situation) -> String {
    let t = ctx.texts();
    let number = |of: Decimal| amount(t, Persons::of(of).quantity(), Show::Whole, false);
    let fte = |node: Option<&Rc<Node>>| node.map(|node| amount(t, node.value, Show::Fte, false)).unwrap_or_default();
    let listed = found.listed.value().decimal();
    let outcome = &found.outcome;
    let counted = match ctx.state().scenario().staff().population {
        Population::Listed => t.staff_counted_listed(&number(listed)),
        Population::Inhabitants => t.staff_counted_inhabitants(&number(listed)),
    };
    let capacity = number(outcome.capacity.value().decimal());
    let gap = outcome.gap.value().decimal();
    match (listed.is_zero(), found.told.is_empty()) {
        (true, true) => t.staffing_question().to_owned(),
        (true, false) => t.staffing_answer_no_list(&capacity),
        (false, true) => t.staffing_answer_no_doctors(&counted, &fte(outcome.need.as_ref().map(|of| of.node()))),
        _ if gap.is_zero() => t.staffing_answer_even(&capacity, &counted),
        _ if gap < Decimal::ZERO => t.staffing_answer_room(&counted, &number(-gap)),
        _ => t.staffing_answer_gap(&capacity, &counted, &fte(outcome.gap_fte.as_ref().map(|of| of.node()))),
    }
}

fn entries(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let staff = ctx.state().scenario().staff();
    let listed =
        if staff.listed == Count::ZERO { String::new() } else { written(ctx, staff.listed.persons().decimal()) };
    let (name, about) = match staff.population {
        Population::Listed => (t.staffing_listed(), t.staffing_listed_about()),
        Population::Inhabitants => (t.staff_inhabitants(), t.staffing_inhabitants_about()),
    };
    let listed = NumberField::labelled(Key::STAFFING_LISTED, listed, "staff-listed".to_owned()).html(ctx);
    // Enter goes from one to the other, and no further
    let main_doctors = vec![
        doctors_field(ctx, (DoctorKind::Specialist, 0), (t.staffing_bar_specialists(), t.staffing_specialists_about())),
        doctors_field(ctx, (DoctorKind::StAny, 1), (t.staffing_bar_st(), t.staffing_st_about())),
    ];
    let is = staff.listed.persons().decimal();
    let parts = vec![
        html! {
            <div class="big-field">
                <div><label for="staff-listed">{ name }</label><p class="about">{ about }</p></div>
                { step(ctx, name, (Key::STAFFING_LISTED, is), -Decimal::ONE_HUNDRED) }{ listed }
                { step(ctx, name, (Key::STAFFING_LISTED, is), Decimal::ONE_HUNDRED) }
            </div>
        },
        el("div", &[("class", "grid-rows"), ("data-grid", "true")], main_doctors),
        guideline(ctx),
        more(ctx),
        clear(ctx),
    ];
    el("div", &[("class", "staff-fields")], parts)
}

fn written(ctx: &Ctx, value: Decimal) -> String {
    echo(value, ctx.state().notation())
}

/// Heltid of doctors of whom the guideline speaks: nothing is shown as nothing until it has been said that there are none.
fn doctors_field(ctx: &Ctx, (kind, at): (DoctorKind, usize), (name, about): (&'static str, &'static str)) -> Html {
    let key = Key::Staff(Item::Fte(kind));
    let entered = ctx.state().scenario().value(&key).and_then(Value::number);
    let value = entered.map_or_else(String::new, |value| written(ctx, value));
    // the field's own name begins with what stands here
    let field = NumberField::in_table(key.clone(), value, Grid::Doctors, (at, 1)).html(ctx);
    let of = (key, entered.unwrap_or_default());
    let half = Decimal::new(5, 1);
    html! {
        <div class="big-field">
            <label><span>{ name }<span class="about">{ about }</span></span>{ field }</label>
            { step(ctx, name, of.clone(), -half) }{ step(ctx, name, of, half) }
        </div>
    }
}

/// A button that makes the number so much more, for fingers; not below zero.
fn step(ctx: &Ctx, name: &'static str, (key, is): (Key, Decimal), by: Decimal) -> Html {
    let t = ctx.texts();
    let size = plain(t.lang, by.abs());
    let (label, sign) = match by.is_sign_negative() {
        true => (t.staff_step_less(name, &size), "\u{2212}"),
        false => (t.staff_step_more(name, &size), "+"),
    };
    let to = (is + by).max(Decimal::ZERO);
    let press = ctx.on(Action::Type(key, written(ctx, to)));
    html! { <button type="button" class="stepper phone" aria-label={label} disabled={to == is} onclick={press}>{ sign }</button> }
}

/// A row that opens; what it holds stands under its name.
fn opens(name: &'static str, about: String, content: Html) -> Html {
    let words = el("span", &[], vec![text(name), el("span", &[("class", "about")], vec![say(about)])]);
    el("details", &[("class", "opens")], vec![el("summary", &[], vec![words]), content])
}

/// The guideline's two numbers, with the way back and where they come from.
pub fn guideline_fields(ctx: &Ctx, place: &'static str) -> Html {
    let t = ctx.texts();
    let of = ctx.state().scenario().guideline();
    let field = |key: Key, name: &'static str, of: &Parameter<PersonsPerFte>| {
        let id = [place, "-", &key.to_string().replace('.', "-")].concat();
        let back = of.original.map(|published| {
            let words = t.staff_back(name, &written(ctx, published.decimal()));
            button("plain", say(words), ctx.on_edit(Edit::reset(key.clone())))
        });
        let label = element("label", &[], vec![("for", id.clone().into())], vec![text(name)]);
        let input = NumberField::labelled(key, written(ctx, of.value.decimal()), id).html(ctx);
        el("div", &[("class", "labelled")], vec![label, input, back.unwrap_or_default()])
    };
    let about = match ctx.state().scenario().staff().population {
        Population::Listed => t.staffing_guideline_about(),
        Population::Inhabitants => t.staff_guideline_inhabitants(),
    };
    let source = vec![text(about), space(), place::full(ctx, &of.specialist.citation)];
    let fields = vec![
        field(Key::GUIDELINE_SPECIALIST, t.staffing_guideline_specialist(), &of.specialist),
        field(Key::GUIDELINE_ST, t.staffing_guideline_st(), &of.st),
    ];
    all(vec![el("div", &[("class", "form pair")], fields), el("p", &[("class", "about")], source)])
}

fn guideline(ctx: &Ctx) -> Html {
    let of = ctx.state().scenario().guideline();
    let [specialist, st] = [&of.specialist, &of.st].map(|of| written(ctx, of.value.decimal()));
    let t = ctx.texts();
    opens(t.staffing_guidelines(), t.staffing_guidelines_about(&specialist, &st), guideline_fields(ctx, "now"))
}

fn more(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let content = all(vec![population(ctx), doctors::more(ctx)]);
    opens(t.staff_more(), t.staff_more_what().to_owned(), content)
}

fn population(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let chosen = ctx.state().scenario().staff().population;
    let one = |population, name: &'static str, about: &'static str| Alternative {
        name: name.into(),
        about: about.into(),
        chosen: chosen == population,
        choose: ctx.on_edit(Edit::set(Key::POPULATION, population)),
    };
    let alternatives = [
        one(Population::Listed, t.staff_population_listed(), t.staff_population_listed_about()),
        one(Population::Inhabitants, t.staff_population_inhabitants(), t.staff_population_inhabitants_about()),
    ];
    choice("population", t.staff_population(), &alternatives)
}

/// Empties the view; nothing when it is empty.
fn clear(ctx: &Ctx) -> Html {
    if *ctx.state().scenario().staff() == Staff::default() {
        return Html::default();
    }
    button("plain", text(ctx.texts().staff_clear()), ctx.on_edit(Edit::Clear(Section::Staffing)))
}

/// Offers the number of listed that has been entered in the other view.
fn take_list(ctx: &Ctx) -> Html {
    let scenario = ctx.state().scenario();
    let entered: Count = scenario.practice().listed.values().copied().sum();
    if entered == Count::ZERO || entered == scenario.staff().listed || ctx.state().present {
        return Html::default();
    }
    let words = ctx.texts().staffing_use_list(&plain(ctx.texts().lang, entered.persons().decimal()));
    button("plain take-list", say(words), ctx.on_edit(Edit::set(Key::STAFFING_LISTED, entered)))
}

fn answer(ctx: &Ctx, found: &Situation) -> Vec<Html> {
    let t = ctx.texts();
    let lacks = not_told(ctx, found).map(|words| paragraph("empty", words));
    let listed = found.listed.value().decimal();
    let groups = if listed.is_zero() { Vec::new() } else { staff_charts::covered(t, found) };
    let picture = if groups.is_empty() { meaning(ctx) } else { people(ctx, found, &groups) };
    let legend = if groups.is_empty() || ctx.state().present { Html::default() } else { legend(ctx, found, &groups) };
    let heading =
        el("h2", &[("id", "results"), ("class", "unseen"), ("tabindex", "-1")], vec![text(t.staffing_results())]);
    let card = el(
        "section",
        &[("aria-labelledby", "results")],
        vec![heading, overfull(ctx, found), picture, legend, lacks.unwrap_or_default(), assumed::assumed(ctx, found)],
    );
    let table = if listed.is_zero() && found.told.is_empty() {
        Html::default()
    } else {
        folded("all-figures", t.staffing_all_figures().to_owned(), results(ctx, found))
    };
    vec![card, keys(ctx, found), table]
}

/// Where nothing is known: what the guideline says, as figures.
fn meaning(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let of = ctx.state().scenario().guideline();
    let groups = staff_charts::guideline(t, [of.specialist.value, of.st.value]);
    let [specialist, st] = [&of.specialist, &of.st].map(|of| written(ctx, of.value.decimal()));
    let shown = Figure {
        name: "viktat-riktvarde",
        title: [&*t.staffing_guideline_title(&specialist, &st), " ", &*staff_charts::key(t, &groups)].concat(),
        alt: t.pictogram_text().to_owned(),
        drawn: staff_charts::people(t, width_for(838), &groups, true),
        source: t.source_line_guideline(),
    };
    figure_of_nobody(ctx, shown)
}

fn people(ctx: &Ctx, found: &Situation, groups: &[Covered]) -> Html {
    let t = ctx.texts();
    let title = match found.told.is_empty() {
        true => t.staffing_untold_title().to_owned(),
        false => [&*staff_charts::title(t, found), ". ", &*staff_charts::key(t, groups)].concat(),
    };
    let with_key = |with_key| Figure {
        name: "viktat-lakare",
        title: title.clone(),
        alt: t.pictogram_text().to_owned(),
        drawn: staff_charts::people(t, width_for(838), groups, with_key),
        source: t.source_line_guideline(),
    };
    let noted = sentences(ctx, found).join(" ");
    figure(ctx, &with_key(false), Leaving::of_doctors(ctx, (with_key(true), noted)))
}

/// What each form of figure stands for, with its number.
fn legend(ctx: &Ctx, found: &Situation, groups: &[Covered]) -> Html {
    let outcome = &found.outcome;
    let node = |of: &Covered| match of.figure {
        Form::Solid => Some(outcome.by_specialists.node()),
        Form::Pale => Some(outcome.by_st.node()),
        Form::Dotted => Some(outcome.gap.node()),
        Form::Hollow if of.persons == found.by_others.value().decimal() => Some(found.by_others.node()),
        Form::Hollow => None,
    };
    let each = groups.iter().map(|of| {
        let number = Persons::of(of.persons).quantity();
        let shown = node(of).map_or_else(
            || say(amount(ctx.texts(), number, Show::Whole, false)),
            |node| value(ctx, node, Show::Whole),
        );
        html! { <li>{ sign(of.figure) }<span><strong>{ shown }</strong>{ " " }<span class="about">{ of.name }</span></span></li> }
    });
    el("ul", &[("class", "people-key")], each.collect())
}

/// A figure of the chart before its number.
fn sign(form: Form) -> Html {
    let class = match form {
        Form::Solid => "solid",
        Form::Pale => "pale",
        Form::Hollow => "hollow",
        Form::Dotted => "dotted",
    };
    html! {
        <svg class={class} viewBox="-1 -1 16 28" width="16" height="28" aria-hidden="true">
            <circle cx="7" cy="4" r="4" /><path d="M0 12q0-3 3-3h8q3 0 3 3v6h-3v8H3v-8H0z" />
        </svg>
    }
}

fn keys(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let outcome = &found.outcome;
    let show = |node: Option<&Rc<Node>>, show| node.map(|node| value(ctx, node, show));
    let guideline = plain(t.lang, inputs(ctx).guideline.specialist.value.decimal());
    let listed = plain(t.lang, found.listed.value().decimal());
    let is_gap = outcome.gap.value().decimal() > Decimal::ZERO;
    let gap = outcome.gap_fte.as_ref().filter(|_| !found.told.is_empty()).map(|of| of.node());
    let (name, about) = match is_gap {
        true => (t.staff_key_gap(), t.staff_key_gap_about()),
        false => (t.staff_key_room(), t.staff_key_room_about()),
    };
    let rows = [
        (name, show(gap, Show::Fte), about.to_owned()),
        (
            t.term_need_fte(),
            show(outcome.need.as_ref().map(|of| of.node()), Show::Fte),
            t.staff_key_need_about(&listed, &guideline),
        ),
        (
            t.term_listed_per_specialist(),
            show(outcome.per_specialist.as_ref().map(|of| of.node()), Show::PerFte),
            t.staff_key_per_about(&guideline),
        ),
    ];
    if found.listed.value() == Persons::ZERO {
        return Html::default();
    }
    let shown = |(name, shown, about): (&'static str, Option<Html>, String)| KeyFigure {
        name,
        shown: shown.unwrap_or_else(|| text(t.not_available())),
        about,
    };
    key_figures(rows.into_iter().map(shown).collect())
}

/// Groups whose duties take more than all their time.
fn overfull(ctx: &Ctx, found: &Situation) -> Html {
    let t = ctx.texts();
    let told = found.overfull.iter().map(|group| {
        el("p", &[("class", "fault"), ("role", "alert")], vec![say(t.staff_overfull(staff_words::group(t, *group)))])
    });
    all(told.collect())
}

fn results(ctx: &Ctx, found: &Situation) -> Html {
    let texts = ctx.texts();
    let outcome = &found.outcome;
    let line = |name: &'static str, node: Option<&Rc<Node>>, show: Show| {
        let figure = node.map_or_else(|| text(texts.not_available()), |node| value(ctx, node, show));
        row(vec![row_name(name.to_owned()), cell(figure)])
    };
    // of a group that nothing has been entered of, nothing is said
    let mut rows = Vec::new();
    if found.told.contains(&Group::Specialist) {
        rows.push(line(texts.term_capacity_specialists(), Some(outcome.by_specialists.node()), Show::Persons));
    }
    if found.told.contains(&Group::St) {
        rows.push(line(texts.term_capacity_st(), Some(outcome.by_st.node()), Show::Persons));
    }
    if !found.by_others.value().decimal().is_zero() {
        rows.push(line(texts.staff_row_others(), Some(found.by_others.node()), Show::Persons));
    }
    if !found.told.is_empty() {
        rows.extend([
            line(texts.term_capacity(), Some(outcome.capacity.node()), Show::Persons),
            line(texts.term_coverage(), outcome.coverage.as_ref().map(|c| c.node()), Show::Percent),
            line(texts.term_gap(), Some(outcome.gap.node()), Show::Persons),
            line(texts.term_gap_fte(), outcome.gap_fte.as_ref().map(|g| g.node()), Show::Fte),
        ]);
    }
    rows.extend([
        line(texts.term_need_fte(), outcome.need.as_ref().map(|n| n.node()), Show::Fte),
        line(texts.term_listed_per_specialist(), outcome.per_specialist.as_ref().map(|p| p.node()), Show::PerFte),
    ]);
    if ctx.state().present && hides_named(ctx, found) {
        rows.push(row(vec![row_name(texts.staff_named_share().to_owned()), cell(text(texts.guard_withheld()))]));
    } else if let (Some(share), Some(unnamed)) = (&found.named_share, &found.unnamed) {
        rows.push(line(texts.staff_named_share(), Some(share.node()), Show::Percent));
        rows.push(line(texts.staff_unnamed(), Some(unnamed.node()), Show::Persons));
    }
    el("table", &[("class", "results")], vec![el("tbody", &[], rows)])
}
