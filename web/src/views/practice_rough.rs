//! "Ungefär din vårdcentral": the three choices that give an answer at once, which part has been replaced by the user's own
//! numbers, and the ways to replace more of it.
use super::import_panel;
use crate::{
    components::{
        icon::Icon,
        number_field::NumberField,
        parts::{all, before, button, el, element, labelled, list, say, section, space, text},
        phone_fold::PhoneFold,
    },
    ctx::Ctx,
    present::amount::{Show, amount, plain},
    state::Action,
    text::Texts,
    tools::practice::practice,
};
use exchange::number::echo;
use model::{
    approximation::{Ages, Health},
    count::Count,
    edit::Edit,
    measure::{Measure, Share},
    quantity::Unit,
    sex::Sex,
    value::Key,
};
use report::estimate::{Completed, old};
use yew::{Html, html};

/// The card.
pub fn card(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let source = el("p", &[("class", "source")], vec![text(t.rough_source())]);
    let content = all(vec![form(ctx), review(ctx), import_panel::import(ctx), source]);
    html! { <PhoneFold summary={summary(ctx)} change={t.rough_change()}>{ content }</PhoneFold> }
}

/// The list in one line: its size, and as what it is taken where it is not the user's own.
fn summary(ctx: &Ctx) -> String {
    let t = ctx.texts();
    let Some(found) = practice(ctx) else { return t.rough_heading().to_owned() };
    let listed: Count = found.practice.listed.iter().map(|(_, count)| *count).sum();
    let rough = ctx.state().scenario().practice().rough;
    let ages = found.list_is_rough.then(|| name_of(&Ages::ALL, rough.ages, age_names(t)));
    let health = (!found.rough.is_empty()).then(|| name_of(&Health::ALL, rough.health, health_names(t)));
    let listed = t.staff_counted_listed(&plain(t.lang, listed.persons().decimal()));
    let words = ages.into_iter().chain(health).map(str::to_lowercase);
    let mut all: Vec<String> = [listed].into_iter().chain(words).collect();
    // typical in both is said once
    all.dedup();
    all.join(", ")
}

fn name_of<T: PartialEq>(all: &[T], chosen: T, names: [&'static str; 3]) -> &'static str {
    all.iter().zip(names).find(|(one, _)| **one == chosen).map_or("", |(_, name)| name)
}

fn age_names(t: Texts) -> [&'static str; 3] {
    [t.rough_younger(), t.rough_typical(), t.rough_older()]
}

fn health_names(t: Texts) -> [&'static str; 3] {
    [t.rough_healthier(), t.rough_typical(), t.rough_sicker()]
}

/// The choices alone.
pub fn form(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let found = practice(ctx);
    let is_rough = found.as_ref().is_none_or(|found| found.is_rough());
    let badge = if is_rough { el("span", &[("class", "badge")], vec![text(t.rough_badge())]) } else { Html::default() };
    let heading = if is_rough { t.rough_heading() } else { t.rough_heading_own() };
    let found = found.as_deref();
    let content = vec![list_part(ctx, found), health_part(ctx, found), lacking(ctx)];
    section("rough", vec![text(heading), space(), badge], content)
}

/// How many and how old, or that the list is the user's own.
fn list_part(ctx: &Ctx, found: Option<&Completed>) -> Html {
    let t = ctx.texts();
    if let Some(found) = found.filter(|found| !found.list_is_rough) {
        let listed: Count = found.practice.listed.iter().map(|(_, count)| *count).sum();
        let words = t.rough_list_own(&plain(t.lang, listed.persons().decimal()));
        return all(vec![el("p", &[("class", "rough-own")], vec![say(words)]), ages_words(ctx, found)]);
    }
    let rough = ctx.state().scenario().practice().rough;
    let size = rough
        .listed
        .map_or_else(|| ctx.catalogue().approximation().listed.value.decimal(), |size| size.persons().decimal());
    let id = "field-rough-listed".to_owned();
    let field = NumberField::labelled(Key::RoughListed, echo(size, ctx.state().notation()), id.clone());
    let ages = Ages::ALL.into_iter().zip(age_names(t));
    let ages = ages.map(|(ages, name)| (name, rough.ages == ages, Edit::set(Key::RoughAges, ages))).collect();
    all(vec![
        labelled(id, t.rough_listed(), vec![field.html(ctx)]),
        segments(ctx, ("rough-ages", t.rough_ages()), ages),
        found.map_or_else(Html::default, |found| ages_words(ctx, found)),
    ])
}

fn ages_words(ctx: &Ctx, found: &Completed) -> Html {
    let t = ctx.texts();
    let Some(mix) = ctx.state().scenario().start.case_mix() else { return Html::default() };
    let share = |of: &model::cell::PerCell<Count>| {
        let all: Count = of.iter().map(|(_, count)| *count).sum();
        let share = old(of).persons().decimal().checked_div(all.persons().decimal()).unwrap_or_default();
        amount(t, Share::of(share).quantity(), Show::PercentTenth, false)
    };
    about(t.rough_ages_about(&share(&found.practice.listed), &share(&mix.reference.listed)))
}

/// How ill they are, and how many conditions are the user's own.
fn health_part(ctx: &Ctx, found: Option<&Completed>) -> Html {
    let t = ctx.texts();
    let of = ctx.state().factors().len();
    let rough = found.map_or(of, |found| found.rough.len());
    let [own, all_of] = [of.saturating_sub(rough), of].map(|count| count.to_string());
    if rough == 0 {
        return el("p", &[("class", "rough-own")], vec![say(t.rough_conditions_own(&all_of))]);
    }
    let health = ctx.state().scenario().practice().rough.health;
    let choices = Health::ALL.into_iter().zip(health_names(t));
    let choices = choices.map(|(one, name)| (name, health == one, Edit::set(Key::RoughHealth, one))).collect();
    let share = ctx.catalogue().approximation().health.value.decimal();
    let share = amount(t, model::quantity::Quantity { value: share, unit: Unit::Share }, Show::Percent, false);
    let words = match health {
        Health::Healthier => t.rough_health_fewer(&share),
        Health::Typical => t.rough_health_same().to_owned(),
        Health::Sicker => t.rough_health_more(&share),
    };
    let some = (rough < of).then(|| about(t.rough_conditions_some(&own, &all_of)));
    all(vec![segments(ctx, ("rough-health", t.rough_health()), choices), about(words), some.unwrap_or_default()])
}

fn about(words: String) -> Html {
    el("p", &[("class", "about")], vec![say(words)])
}

/// One of a few, as buttons beside each other under their name.
fn segments(ctx: &Ctx, (id, name): (&'static str, &'static str), choices: Vec<(&'static str, bool, Edit)>) -> Html {
    let choices = choices.into_iter().map(|(name, chosen, edit)| {
        html! { <button type="button" aria-pressed={chosen.to_string()} onclick={ctx.on_edit(edit)}>{ name }</button> }
    });
    let name = el("span", &[("id", id)], vec![text(name)]);
    let group = element(
        "div",
        &[("class", "segments"), ("role", "group")],
        vec![("aria-labelledby", id.into())],
        choices.collect(),
    );
    el("div", &[("class", "rough-choice")], vec![name, group])
}

/// Which groups an own list has nothing for.
fn lacking(ctx: &Ctx) -> Html {
    let (t, scenario) = (ctx.texts(), ctx.state().scenario());
    let entered = &scenario.practice().listed;
    let (read, of) = (entered.iter().count(), Sex::ALL.len() * scenario.start.bands.count());
    if read == 0 || read == of {
        return Html::default();
    }
    let without = |sex: Sex| entered.iter().all(|(cell, _)| cell.sex != sex);
    let women = without(Sex::Woman).then(|| t.practice_missing_women());
    let men = without(Sex::Man).then(|| t.practice_missing_men());
    let groups = say(t.practice_missing(&read.to_string(), &of.to_string()));
    list("lacking", before(groups, women.into_iter().chain(men).map(text).collect()))
}

/// To the fields.
fn review(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let cells = Sex::ALL.len() * scenario.start.bands.count();
    let about = t.sheet_open_about(&cells.to_string(), &ctx.state().factors().len().to_string());
    let words = html! { <span><strong>{ t.sheet_title() }</strong><span class="about">{ about }</span></span> };
    button("review", all(vec![words, Icon::Next.html()]), ctx.on(Action::Review(true)))
}
