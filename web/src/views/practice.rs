//! Min vårdcentral: what each model pays for a list that is roughly known, or for the user's own, and why.
use super::{
    goal_panel, handout, import_panel, practice_answer, practice_figures, practice_results, practice_rough,
    practice_sheet, practice_shown, swap_panel, take_away_panel,
};
use crate::{
    components::{
        fault_list::fault_list,
        notes::{badge, scenario_faults},
        parts::{all, el, paragraph, section, space, text, title},
        tabs::{Tab, chosen, tabbed},
        view_head::view_head,
    },
    ctx::Ctx,
    present::practice_rows::{PracticeResults, results_of},
    state::{Action, View},
    text::Texts,
    tools::{guard::hides, practice::practice},
};
use yew::{Html, html};

/// The place of the tab that is told by its own heading.
const CHANCE: usize = 2;

/// The view.
pub fn view(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let found = results_of(ctx);
    let tabs = tabs(t);
    if ctx.state().present {
        return presented(ctx, found.as_ref(), tabs.split_last().map_or(&tabs[..], |(_, others)| others));
    }
    let faults = if ctx.state().reviewing { Html::default() } else { fault_list(ctx, View::Practice) };
    let own = html! {
        <button type="button" class="phone" onclick={ctx.on(Action::Review(true))}>{ t.sheet_title() }</button>
    };
    let head = view_head(ctx, lead(ctx, found.as_ref(), &tabs), vec![own]);
    let tabs = tabbed(ctx, View::Practice, (t.view_practice(), &tabs), |at| show(ctx, at, found.as_ref()));
    all(vec![
        head,
        faults,
        scenario_faults(ctx),
        columns(practice_rough::card(ctx), all(vec![import_panel::below(ctx), tabs])),
        practice_sheet::sheet(ctx),
        handout::handout(ctx),
    ])
}

fn columns(own: Html, answer: Html) -> Html {
    let columns = vec![el("div", &[], vec![own]), el("div", &[], vec![answer])];
    el("div", &[("class", "practice-columns")], columns)
}

fn tabs(t: Texts) -> [Tab; 6] {
    [
        Tab { slug: "resultat", name: t.tab_result() },
        Tab { slug: "varfor", name: t.tab_why() },
        Tab { slug: "slumpen", name: t.tab_chance() },
        Tab { slug: "baklanges", name: t.tab_goal() },
        Tab { slug: "byt", name: t.tab_swap() },
        Tab { slug: "ta-med", name: t.tab_take_away() },
    ]
}

fn lead(ctx: &Ctx, found: Option<&PracticeResults>, tabs: &[Tab]) -> Vec<Html> {
    let of_chance = chosen(ctx, View::Practice, tabs) == CHANCE;
    let told = found.and_then(|found| practice_answer::lead(ctx, found, of_chance));
    told.unwrap_or_else(|| vec![text(ctx.texts().view_practice())])
}

fn show(ctx: &Ctx, at: usize, found: Option<&PracticeResults>) -> Html {
    match at {
        1 => practice_figures::why(ctx),
        CHANCE => practice_figures::chance(ctx),
        3 => open_alone(ctx, goal_panel::panel),
        4 => open_alone(ctx, swap_panel::panel),
        5 => take_away_panel::take_away(ctx),
        _ => result(ctx, found),
    }
}

/// A tool that has counts in its fields is shown to others only where none is hidden.
fn open_alone(ctx: &Ctx, panel: fn(&Ctx) -> Html) -> Html {
    if ctx.state().present && hides(ctx) { paragraph("empty", ctx.texts().present_guarded()) } else { panel(ctx) }
}

fn result(ctx: &Ctx, found: Option<&PracticeResults>) -> Html {
    let t = ctx.texts();
    let answer = found.map_or_else(Html::default, |found| practice_answer::answer(ctx, found));
    let heading = vec![text(t.practice_results()), space(), badge(ctx)];
    all(vec![answer, section("results", heading, vec![practice_results::results(ctx)])])
}

/// What others see: nothing to write an own list in, and nothing that the guard hides.
fn presented(ctx: &Ctx, found: Option<&PracticeResults>, tabs: &[Tab]) -> Html {
    let t = ctx.texts();
    let is_own =
        practice(ctx).is_none_or(|of| !of.list_is_rough) || !ctx.state().scenario().practice().affected.is_empty();
    let own = if is_own {
        all(vec![
            section("listed", vec![text(t.practice_listed())], vec![practice_shown::listed(ctx)]),
            section("affected", vec![text(t.practice_affected())], vec![practice_shown::affected(ctx)]),
        ])
    } else {
        practice_rough::form(ctx)
    };
    let answer = tabbed(ctx, View::Practice, (t.view_practice(), tabs), |at| show(ctx, at, found));
    all(vec![title(lead(ctx, found, tabs)), scenario_faults(ctx), columns(own, answer)])
}
