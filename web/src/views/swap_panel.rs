//! "Byt vårdcentral": who moves and to how large a practice.
use super::{import_panel::on, swap_results};
use crate::{
    components::{
        entry_field::EntryField,
        notes::badge,
        parts::{all, button, el, folded, paragraph, say, section, space, text},
        select_field::select_field,
    },
    ctx::Ctx,
    present::{
        amount::{plain, sex_name},
        term::factor,
    },
    tools::swap::{Practices, become_persona, choose, mix, practices, set_age, set_count, set_size, size, toggle},
};
use model::{count::Count, id::Id, measure::Measure, sex::Sex};
use yew::{Callback, Event, Html, html};

/// The section; nothing until somebody is listed.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let Some(practices) = practices(ctx) else { return Html::default() };
    let heading = vec![text(t.swap_heading()), space(), badge(ctx)];
    let about = paragraph("about", t.swap_about());
    let parts =
        vec![about, presets(ctx), form(ctx, &practices), conditions(ctx), swap_results::results(ctx, &practices)];
    section("swap", heading, parts)
}

fn presets(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let persona = |at: usize| {
        let name = ctx.catalogue().personas().get(at).map(|persona| t.name(&persona.name)).unwrap_or_default();
        let press = on(ctx, move |ctx| {
            if let Some(persona) = ctx.catalogue().personas().get(at) {
                become_persona(ctx, persona);
            }
        });
        button("", say(t.swap_persona(&name)), press)
    };
    el("div", &[("class", "tool-buttons")], vec![persona(0), space(), persona(1)])
}

fn form(ctx: &Ctx, practices: &Practices) -> Html {
    let t = ctx.texts();
    let swap = &ctx.state().tools.swap;
    let number = |count: Count| plain(t.lang, count.persons().decimal());
    let count = EntryField {
        id: "swap-count",
        label: t.swap_count(),
        about: t.swap_count_about(),
        value: number(swap.count.value),
        draft: swap.count.draft.as_ref(),
    };
    let age = EntryField {
        id: "swap-age",
        label: t.swap_age(),
        about: t.swap_age_about(),
        value: swap.age.value.to_string(),
        draft: swap.age.draft.as_ref(),
    };
    let other = EntryField {
        id: "swap-size",
        label: t.swap_size(),
        about: t.swap_size_about(),
        value: number(size(ctx, &practices.own)),
        draft: swap.size.draft.as_ref(),
    };
    let sexes = Sex::ALL.map(|sex| sex_name(t, sex).to_owned()).to_vec();
    let sex = Sex::ALL.iter().position(|sex| *sex == swap.sex).unwrap_or_default();
    let sex = select_field(ctx, ("swap-sex", t.swap_sex()), (sexes, sex), |ctx, at| {
        choose(ctx, |swap| swap.sex = Sex::ALL.get(at).copied().unwrap_or(swap.sex));
    });
    let fields = vec![count.html(ctx, set_count), sex, age.html(ctx, set_age), other.html(ctx, set_size)];
    el("div", &[("class", "tool-form")], fields)
}

/// The model's conditions to choose among, folded.
fn conditions(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let chosen = &ctx.state().tools.swap.conditions;
    let known = mix(ctx).map_or(&[][..], |mix| &mix.conditions);
    let boxes = known.iter().map(|condition| check_box(ctx, &condition.id, chosen.contains(&condition.id)));
    let count = known.iter().filter(|condition| chosen.contains(&condition.id)).count();
    let names = known.iter().filter(|condition| chosen.contains(&condition.id));
    let names: Vec<String> = names.map(|condition| factor(t, ctx.catalogue(), &condition.id)).collect();
    let summary = if count == 0 { t.swap_conditions_none().to_owned() } else { t.swap_conditions(&names.join(", ")) };
    folded("swap-conditions", summary, el("div", &[("class", "checks")], vec![all(boxes.collect())]))
}

fn check_box(ctx: &Ctx, id: &Id, checked: bool) -> Html {
    let onchange = {
        let (ctx, id) = (ctx.clone(), id.clone());
        Callback::from(move |_: Event| toggle(&ctx, &id))
    };
    html! {
        <label><input type="checkbox" {checked} {onchange} />{ factor(ctx.texts(), ctx.catalogue(), id) }</label>
    }
}
