//! Modellen: every weight and amount editable with its effect beside it, what the amounts follow from, in which order a
//! person is counted, and the models side by side.
mod amounts;
mod compare;
mod conditions;
mod share_answer;
mod weights;

use super::strip::Strip;
use crate::{
    components::{
        fault_list::fault_list,
        icon::Icon,
        notes::{badge, scenario_faults},
        number_field::NumberField,
        parts::{all, button, el, labelled, paragraph, say, space, text},
        tabs::{Tab, chosen, tabbed},
        view_head::view_head,
    },
    ctx::{Ctx, CtxProps},
    present::{
        amount::{Show, amount, plain},
        term::factor,
    },
    state::{Action, View},
    text::Texts,
    tools::take_away::save_scenario,
};
use amounts::AmountsTab;
pub use amounts::own_rates;
use exchange::number::echo;
use model::{
    case_mix::{CaseMix, Normalisation},
    measure::{Measure, Share, YearlyMoney},
    quantity::Quantity,
    scale::with_amounts_of_share,
    scenario::Difference,
    trace::Traced,
    value::Key,
};
use report::{table::year_change, weights::together};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;
use weights::Through;
use yew::{Callback, Html, component, html, use_memo};

/// The budget rules in the order that they are offered.
pub const RULES: [Normalisation; 3] =
    [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget, Normalisation::None];

/// The places of the tabs with a heading or a foot of their own.
const WEIGHTS: usize = 0;
const AMOUNTS: usize = 1;

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    html! { <Model ctx={ctx.clone()} /> }
}

#[component]
fn Model(props: &CtxProps) -> Html {
    let ctx = &props.ctx;
    let t = ctx.texts();
    let start = ctx.state().scenario().start.id.clone();
    // who has a condition hangs on the model that is started from alone
    let persons = {
        let model = ctx.state().scenario().model();
        use_memo(start, move |_| {
            let found = model.case_mix().and_then(|mix| mix.reference_affected().ok());
            Rc::from(found.unwrap_or_default())
        })
    };
    let through = Through::of(ctx, Rc::clone(&persons));
    let tabs = tabs(ctx);
    let at = chosen(ctx, View::Model, &tabs);
    let strip = at == WEIGHTS || ctx.state().has_scenario();
    let strip = if strip {
        html! { <Strip ctx={ctx.clone()} docked=true /> }
    } else {
        Html::default()
    };
    all(vec![
        view_head(ctx, heading(ctx, at, &through), acts(ctx)),
        fault_list(ctx, View::Model),
        scenario_faults(ctx),
        tabbed(ctx, View::Model, (t.view_model(), &tabs), |at| match at {
            AMOUNTS => html! { <AmountsTab ctx={ctx.clone()} /> },
            2 => conditions::panel(ctx),
            3 => compare::panel(ctx),
            _ => weights::panel(ctx, &through),
        }),
        strip,
    ])
}

fn tabs(ctx: &Ctx) -> [Tab; 4] {
    let t = ctx.texts();
    [
        Tab { slug: "vikter", name: t.model_weights() },
        Tab { slug: "belopp", name: t.model_table() },
        Tab { slug: "villkor", name: t.tab_conditions() },
        Tab { slug: "jamfor", name: t.tab_compare() },
    ]
}

/// A model in, and this one out.
fn acts(ctx: &Ctx) -> Vec<Html> {
    let t = ctx.texts();
    let save = {
        let ctx = ctx.clone();
        Callback::from(move |_| save_scenario(&ctx))
    };
    vec![
        html! {
            <button type="button" aria-haspopup="dialog" onclick={ctx.on(Action::Share(true))}>
                { Icon::File.html() }{ t.model_open() }
            </button>
        },
        html! { <button type="button" onclick={save}>{ Icon::Save.html() }{ t.model_save() }</button> },
    ]
}

/// What the tab comes to, in a sentence.
fn heading(ctx: &Ctx, at: usize, through: &Through) -> Vec<Html> {
    let t = ctx.texts();
    if at == AMOUNTS {
        let per_cent = year_change(&ctx.state().tariffs).and_then(|change| change.per_cent());
        let said = per_cent.map(|parts| parts.map(|part| plain(t.lang, part)));
        return vec![
            said.map_or_else(|| text(t.model_table()), |[fall, part]| say(t.model_head_amounts(&fall, &part))),
        ];
    }
    let Some(now) = &through.now else { return vec![text(t.model_head_broken())] };
    let mix = ctx.state().scenario().model();
    let Some(mix) = mix.case_mix() else { return vec![text(t.view_model())] };
    if ctx.state().has_scenario() {
        return of_scenario(ctx, mix, (now, &through.before));
    }
    if mix.normalisation != Normalisation::PerCellNeutral {
        return vec![text(t.view_model())];
    }
    let paid = together(now.iter().cloned()).value();
    let count = mix.factors().count().to_string();
    let with = match ctx.state().tariffs.proposal.model.is_illustrative() {
        true => el("mark", &[], vec![text(t.head_examples())]),
        false => text(t.head_proposal()),
    };
    vec![with, space(), say(t.model_head_start(&millions(t, paid), &count))]
}

/// What mitt scenario moves, where only weights differ and every group keeps its mean; else in how many values it differs.
fn of_scenario(ctx: &Ctx, mix: &CaseMix, (now, before): (&[Traced<YearlyMoney>], &[Traced<YearlyMoney>])) -> Vec<Html> {
    let t = ctx.texts();
    let mark = el("mark", &[("class", "scenario")], vec![text(t.column_scenario())]);
    let changed = ctx.state().scenario().differences();
    let only_weights = changed.iter().all(|one| matches!(one.key, Key::Weight(_)));
    let moved = together(now.iter().cloned()).value().decimal() - together(before.iter().cloned()).value().decimal();
    let words = if !only_weights || mix.normalisation != Normalisation::PerCellNeutral || moved.is_zero() {
        let count = changed.len();
        t.model_head_values(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string())
    } else {
        let name = match changed.as_slice() {
            [Difference { key: Key::Weight(id), .. }] => Some(factor(t, ctx.catalogue(), id)),
            _ => None,
        };
        let name = name.unwrap_or_else(|| t.model_head_weights(&changed.len().to_string()));
        let kr = millions(t, YearlyMoney::of(moved.abs()));
        if moved > Decimal::ZERO { t.model_head_more(&kr, &name) } else { t.model_head_less(&kr, &name) }
    };
    vec![mark, space(), say(words), space(), badge(ctx)]
}

fn millions(t: Texts, paid: YearlyMoney) -> String {
    let quantity: Quantity = paid.quantity();
    amount(t, quantity, Show::of_sum(quantity.value.to_f64().unwrap_or_default()), false)
}

/// The share of the cost that the practice carries, with what another share changes.
pub fn cost_share(ctx: &Ctx) -> Html {
    all(vec![cost_share_field(ctx), other_share(ctx)])
}

fn cost_share_field(ctx: &Ctx) -> Html {
    let share = ctx.state().scenario().model().cost_share.value.decimal() * Decimal::ONE_HUNDRED;
    let share = echo(share, ctx.state().notation());
    let field = NumberField::labelled(Key::CostShare, share, "cost-share".to_owned());
    labelled("cost-share".to_owned(), ctx.texts().model_cost_share(), vec![field.html(ctx)])
}

/// What another cost share changes and what it leaves, and the offer to let the amounts follow.
fn other_share(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    let share = &scenario.model().cost_share;
    let Some(published) = share.original else { return Html::default() };
    let per_cent = |share: Share| plain(t.lang, share.decimal() * Decimal::ONE_HUNDRED);
    let (now, then) = (per_cent(share.value), per_cent(published));
    let about = el("p", &[("class", "about")], vec![say(t.model_share_follows(&now, &then))]);
    let edit = with_amounts_of_share(scenario).filter(|edit| scenario.apply(edit) != *scenario);
    let offer = match edit {
        None => paragraph("about", t.model_share_scaled()),
        Some(edit) => button("", say(t.model_share_scale(&now, &then)), ctx.on_edit(edit)),
    };
    el("div", &[("class", "other-share")], vec![about, offer])
}
