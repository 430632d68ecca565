//! The chart by age of I korthet: today against the compared model for those without chronic conditions, with the persons
//! as marks. It follows the selected card and keeps its scale between cards.
use super::brief::{compared, paid};
use crate::{
    components::{
        figure::{Figure, figure_of_nobody, width_for},
        parts::say,
        top_bar::column_name,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, sex_name},
        card_words::{card_name, kronor},
        charts::{AgeLine, AgePoint, AgeTop, age_lines},
    },
};
use charts::Size;
use model::{
    measure::{Measure, Rate},
    person_cards::{PersonCard, PersonSlot},
    sex::Sex,
};
use report::{brief::by_band, columns::Column};
use yew::{Callback, Html, MouseEvent, Properties, component, html, use_state};

/// The chart's properties.
#[derive(Clone, PartialEq, Properties)]
pub struct BriefChartProps {
    /// The handle.
    pub ctx: Ctx,
    /// The card that it follows.
    pub selected: Option<PersonSlot>,
    /// What today is compared with.
    pub against: Column,
}

/// One sex at a time: the selected person's, until the other is asked for.
#[component]
pub fn BriefChart(props: &BriefChartProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    let asked = use_state(|| None::<(Option<PersonSlot>, Sex)>);
    let card = props.selected.and_then(|slot| ctx.state().scenario().person(slot));
    let own = card.map_or(Sex::Woman, |card| card.sex);
    let sex = asked.filter(|(of, _)| *of == props.selected).map_or(own, |(_, sex)| sex);
    let choice = |of: Sex| {
        let (asked, selected) = (asked.clone(), props.selected);
        let press = Callback::from(move |_: MouseEvent| asked.set(Some((selected, of))));
        html! { <button type="button" aria-pressed={(sex == of).to_string()} onclick={press}>{ sex_name(t, of) }</button> }
    };
    let follows = card.map(|card| say(t.brief_chart_follows(&card_name(t, &card))));
    html! {
        <section class="card brief-chart" aria-label={t.brief_chart()}>
            <div class="chart-choice">
                <div class="segments" role="group" aria-label={t.brief_chart_sex()}>{ for Sex::ALL.map(choice) }</div>
                <span class="about">{ follows }</span>
            </div>
            { figure(ctx, sex, card) }
        </section>
    }
}

fn values(ctx: &Ctx, column: Column, sex: Sex) -> Option<Vec<Rate>> {
    let outcomes = by_band(ctx.state().tariffs.get(column)?, sex);
    Some(outcomes.iter().map(|(_, outcome)| Rate::of(outcome.payment.value().decimal())).collect())
}

fn largest_fall(ctx: &Ctx, sex: Sex, compared: Column) -> Option<Rate> {
    let (today, then) = (values(ctx, Column::Current, sex)?, values(ctx, compared, sex)?);
    today.into_iter().zip(then).map(|(today, then)| today - then).max()
}

fn figure(ctx: &Ctx, sex: Sex, selected: Option<PersonCard<'_>>) -> Html {
    let (t, against) = (ctx.texts(), compared(ctx));
    let line = |column, sex| {
        Some(AgeLine { column, label: column_name(t, column).to_owned(), values: values(ctx, column, sex)? })
    };
    let both = [Column::Current, against];
    let lines: Vec<AgeLine> = both.into_iter().filter_map(|column| line(column, sex)).collect();
    let of_all = Sex::ALL.iter().flat_map(|sex| both.map(|column| values(ctx, column, *sex))).flatten().flatten();
    let persons: Vec<PersonCard<'_>> = ctx.state().scenario().persons().collect();
    let payment =
        |card: &PersonCard<'_>, column| Some(Rate::of(paid(ctx, column, card.slot)?.outcome.payment.value().decimal()));
    let of_persons = persons.iter().filter_map(|card| payment(card, against));
    let top = AgeTop(of_all.chain(of_persons).max().unwrap_or(Rate::ZERO));
    let bands = &ctx.state().tariffs.current.model.bands;
    let point = |card: &PersonCard<'_>, column: Column, is_selected: bool| {
        let whole = kronor(t, paid(ctx, column, card.slot)?.whole());
        let label = match column {
            Column::Current => t.brief_chart_today(&whole),
            _ => t.brief_chart_point(&card_name(t, card), &whole),
        };
        let strong = is_selected && column != Column::Current;
        Some(AgePoint { column, band: bands.index_of(card.age), value: payment(card, column)?, label, strong })
    };
    let of_sex = |card: &&PersonCard<'_>| card.sex == sex;
    let selected = selected.filter(|card| card.sex == sex);
    let is_selected = |card: &PersonCard<'_>| selected.is_some_and(|one| one.slot == card.slot);
    let first = selected.iter().flat_map(|card| [point(card, against, true), point(card, Column::Current, true)]);
    let others =
        persons.iter().filter(of_sex).filter(|card| !is_selected(card)).map(|card| point(card, against, false));
    let points: Vec<AgePoint> = first.chain(others).flatten().collect();
    let highlight = selected.map(|card| bands.index_of(card.age));
    let size = Size { width: width_for(390), height: 316 };
    let drawn = age_lines(t, size, (bands.bands(), top), &lines, (highlight, &points));
    let name = match sex {
        Sex::Woman => "viktat-korthet-kvinnor",
        Sex::Man => "viktat-korthet-man",
    };
    let title = finding(ctx, sex, against);
    let alt = t.brief_chart_text(column_name(t, against));
    figure_of_nobody(ctx, Figure { name, title, alt, drawn, source: t.source_line_table() })
}

fn finding(ctx: &Ctx, sex: Sex, compared: Column) -> String {
    let t = ctx.texts();
    let fall = largest_fall(ctx, sex, compared).filter(|fall| *fall > Rate::ZERO);
    let kr = fall.map(|fall| amount(t, fall.quantity(), Show::Kronor, false));
    match (sex, kr) {
        (Sex::Woman, Some(kr)) => t.brief_chart_women(&kr),
        (Sex::Man, Some(kr)) => t.brief_chart_men(&kr),
        (Sex::Woman, None) => t.brief_chart_women_same().to_owned(),
        (Sex::Man, None) => t.brief_chart_men_same().to_owned(),
    }
}
