//! "Ändra modellen": the model at hand beside every view. The effect stands in the view and in the strip below.
use super::{
    differences::differences, drawer_strip::DrawerStrip, model::cost_share, model_tables::own_rates, staffing,
};
use crate::{
    components::{
        fault_list::fault_list,
        icon::Icon,
        lazy_details::lazy_details,
        notes::scenario_faults,
        parts::{all, button, el, element, paragraph, say, space, text},
        slider_row::SliderRow,
        top_bar::column_name,
        view_head::ADJUST,
    },
    ctx::{Ctx, CtxProps},
    dom,
    present::{
        amount::{Show, amount},
        difference_words::rule_words,
        term::factor,
        trigger::triggers,
    },
    state::{Action, View},
};
use model::{
    case_mix::{CaseMix, Normalisation, PaidFactor},
    edit::Edit,
    id::Id,
    measure::{Measure, Rate, Weight},
    value::{Key, Section},
};
use report::columns::Column;
use rust_decimal::Decimal;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent, KeyboardEvent};
use yew::{Callback, Html, TargetCast, component, html, use_effect_with};

/// The element that the buttons of the views open.
pub const ID: &str = "drawer";

/// The drawer; nothing while it is closed.
pub fn drawer(ctx: &Ctx) -> Html {
    // where the model is the view it is not beside it
    let has_none = matches!(ctx.state().view, View::Model | View::Method);
    if !ctx.state().drawer.open || has_none || ctx.state().present {
        return Html::default();
    }
    html! { <DrawerPanel ctx={ctx.clone()} /> }
}

/// Closed: the focus is back at what opened it.
fn close(ctx: &Ctx) {
    ctx.send(Action::OpenDrawer(false));
    dom::focus(ADJUST);
}

#[component]
fn DrawerPanel(props: &CtxProps) -> Html {
    let (ctx, t) = (&props.ctx, props.ctx.texts());
    use_effect_with((), |()| dom::focus("drawer-title"));
    let shut = {
        let ctx = ctx.clone();
        Callback::from(move |_: web_sys::MouseEvent| close(&ctx))
    };
    let onkeydown = {
        let ctx = ctx.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() {
                event.prevent_default();
                close(&ctx);
            }
        })
    };
    html! {
        <aside id={ID} class="drawer" aria-labelledby="drawer-title" {onkeydown}>
            <div class="drawer-head">
                <h2 id="drawer-title" tabindex="-1">{ t.drawer_title() }</h2>
                <button type="button" class="icon" aria-label={t.close()} title={t.close()} onclick={shut}>
                    { Icon::Close.html() }
                </button>
            </div>
            { against(ctx) }
            { search(ctx) }
            <div class="drawer-values" role="group" aria-label={t.drawer_title()} tabindex="0">{ values(ctx) }</div>
            <DrawerStrip ctx={ctx.clone()} />
        </aside>
    }
}

/// How many changes there are, against what, and the way back from all of them.
fn against(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let count = ctx.state().scenario().differences().len();
    let words = t.compare_changes(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string());
    let words = t.drawer_against(&words, column_name(t, Column::Proposal));
    let reset = {
        let ctx = ctx.clone();
        Callback::from(move |_: web_sys::MouseEvent| {
            dom::focus("drawer-title");
            ctx.send(Action::Edit(Edit::Clear(Section::Model)));
        })
    };
    let reset = if count > 0 { button("plain", text(t.model_reset_all()), reset) } else { Html::default() };
    el("div", &[("class", "drawer-against")], vec![el("p", &[("class", "about")], vec![say(words)]), reset])
}

fn search(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let oninput = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            ctx.send(Action::Seek(input.value()));
        })
    };
    let placeholder = t.drawer_search(&ctx.state().factors().len().to_string());
    html! {
        <div class="drawer-search">
            { Icon::Search.html() }
            <input type="text" id="drawer-search" autocomplete="off" spellcheck="false" value={ctx.state().drawer.sought.clone()}
                aria-label={placeholder.clone()} {placeholder} {oninput} />
        </div>
    }
}

fn values(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let model = ctx.state().scenario().model();
    let Some(mix) = model.case_mix() else { return Html::default() };
    let sought = ctx.state().drawer.sought.trim().to_lowercase();
    let shown = Rows { ctx, mix, sought: &sought, highest: highest(mix) };
    let mut parts = vec![fault_list(ctx, View::Model), scenario_faults(ctx)];
    if sought.is_empty() {
        // what the view is worked out from comes first
        parts.extend((ctx.state().view == View::Staffing).then(|| staffing::own_values(ctx)));
        parts.extend([rule(ctx, mix), cost_share(ctx)]);
    }
    let groups: Vec<Html> = shown.groups();
    let found = !groups.is_empty();
    parts.extend(groups);
    if !found {
        parts.push(paragraph("empty", t.drawer_nothing()));
    }
    if sought.is_empty() {
        parts.push(lazy_details(ctx, "drawer-rates", t.model_table().to_owned(), own_rates));
        parts.push(lazy_details(ctx, "drawer-changes", t.model_differences().to_owned(), differences));
    }
    all(parts)
}

/// The sliders end at 1.4 times the largest weight, also of those that have been typed.
fn highest(mix: &CaseMix) -> Decimal {
    let weights = mix.factors().flat_map(|one| [one.weight.value.decimal(), one.weight.published().decimal()]);
    let largest = weights.max().unwrap_or_default().max(Decimal::TEN);
    (largest * Decimal::new(14, 1) / Decimal::TEN).ceil() * Decimal::TEN
}

fn rule(ctx: &Ctx, mix: &CaseMix) -> Html {
    let t = ctx.texts();
    let rules = [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget, Normalisation::None];
    let onchange = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            let chosen = select.value().parse::<usize>().ok().and_then(|at| rules.get(at).copied());
            if let Some(rule) = chosen {
                ctx.send(Action::Edit(Edit::set(Key::Normalisation, rule)));
            }
        })
    };
    html! {
        <div class="drawer-row">
            <label for="drawer-rule">{ t.model_rule() }</label>
            <select id="drawer-rule" {onchange}>
                { for rules.iter().enumerate().map(|(at, rule)| html! {
                    <option value={at.to_string()} selected={mix.normalisation == *rule}>{ rule_words(ctx, *rule).0 }</option>
                }) }
            </select>
        </div>
    }
}

struct Rows<'a> {
    ctx: &'a Ctx,
    mix: &'a CaseMix,
    sought: &'a str,
    highest: Decimal,
}

impl Rows<'_> {
    /// Every group with its conditions, then what is paid for several conditions together.
    fn groups(&self) -> Vec<Html> {
        let t = self.ctx.texts();
        let groups = self.mix.groups.iter().map(|group| {
            let of = |id: &Id| self.mix.conditions.iter().any(|one| one.id == *id && one.group == group.id);
            (t.name(&group.name).to_string(), self.rows(&of))
        });
        let together = |id: &Id| !self.mix.conditions.iter().any(|one| one.id == *id);
        let others = (t.drawer_together().to_owned(), self.rows(&together));
        groups
            .chain([others])
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(name, rows)| {
                let count = t.drawer_count(&rows.len().to_string());
                let head = vec![
                    el("strong", &[], vec![say(name)]),
                    space(),
                    el("span", &[("class", "about")], vec![say(count)]),
                ];
                let summary = el("summary", &[], head);
                element(
                    "details",
                    &[("class", "drawer-group"), ("open", "")],
                    Vec::new(),
                    vec![summary, el("div", &[], rows)],
                )
            })
            .collect()
    }

    fn rows(&self, of: &dyn Fn(&Id) -> bool) -> Vec<Html> {
        let wanted = self.mix.factors().enumerate().filter(|(_, one)| of(one.id) && self.is_sought(one));
        wanted.map(|(place, one)| self.row(place, one)).collect()
    }

    /// By its name and by the classes of drugs that show it.
    fn is_sought(&self, one: &PaidFactor<'_>) -> bool {
        let name = factor(self.ctx.texts(), self.ctx.catalogue(), one.id).to_lowercase();
        let condition = self.mix.conditions.iter().find(|condition| condition.id == *one.id);
        let shown_by = condition.map(|condition| triggers(self.ctx.texts(), condition).to_lowercase());
        name.contains(self.sought)
            || one.id.as_str().contains(self.sought)
            || shown_by.is_some_and(|words| words.contains(self.sought))
    }

    fn row(&self, place: usize, one: PaidFactor<'_>) -> Html {
        let (ctx, t) = (self.ctx, self.ctx.texts());
        let trial = &ctx.state().trial;
        let tried = trial.weight.filter(|_| trial.factor == place);
        let weight = tried.unwrap_or(one.weight.value);
        let published: Weight = one.weight.published();
        let before = (weight != published).then_some(published);
        let was =
            before.map(|before| t.drawer_was(&amount(t, Rate::of(before.decimal()).quantity(), Show::Kronor, false)));
        let name = factor(t, ctx.catalogue(), one.id);
        SliderRow { id: one.id.clone(), place, name, weight, before, was, highest: self.highest }.html(ctx)
    }
}
