//! "Räkna baklänges": which value of one number gives a wanted result, with the way to use it.
use super::{import_panel::on, practice_figures::model_words};
use crate::{
    components::{
        entry_field::EntryField,
        notes::badge,
        parts::{all, button, el, list, paragraph, say, section, space, text},
        select_field::select_field,
        value::{ValueLook, value_as},
    },
    ctx::Ctx,
    dom::focus,
    present::{
        amount::{Show, cell_name},
        goal_words,
        term::factor,
    },
    tools::{
        goal::{Answer, GoalDesk, GoalKind, Wanted, aim, ask, basis, break_even, figure, is_usable, seek, take, want},
        practice::practice,
    },
};
use exchange::number::echo;
use model::{
    case_mix::WeightUnit,
    goal_seek::{Goal, Point, Unknown},
    scenario::Scenario,
};
use report::columns::Column;
use rust_decimal::Decimal;
use yew::Html;

const ID: &str = "goal";

/// The section.
pub fn panel(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    if practice(ctx).is_none() {
        return paragraph("empty", t.practice_empty());
    }
    let asked = if ctx.state().compared == Column::Scenario { Column::Scenario } else { Column::Proposal };
    let under = el("p", &[("class", "about")], vec![say(t.goal_under(model_words(ctx, asked)))]);
    let content = vec![paragraph("about", t.goal_about()), under, question(ctx), now(ctx), answer(ctx)];
    section(ID, vec![text(t.goal_heading()), space(), badge(ctx)], content)
}

fn question(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let goal = &ctx.state().tools.goal;
    let at = |found: Option<usize>| found.unwrap_or_default();
    let kinds = GoalKind::ALL.map(|kind| goal_words::kind(t, kind).to_owned()).to_vec();
    let kind = at(GoalKind::ALL.iter().position(|kind| *kind == goal.kind));
    let kind = select_field(ctx, ("goal-kind", t.goal_kind()), (kinds, kind), |ctx, at| {
        ask(ctx, |goal| goal.kind = GoalKind::ALL.get(at).copied().unwrap_or_default());
    });
    let results = Wanted::ALL.map(|wanted| goal_words::wanted(t, wanted).to_owned()).to_vec();
    let result = at(Wanted::ALL.iter().position(|wanted| *wanted == goal.wanted));
    let result = select_field(ctx, ("goal-wanted", t.goal_wanted()), (results, result), |ctx, at| {
        want(ctx, Wanted::ALL.get(at).copied().unwrap_or_default());
    });
    el("div", &[("class", "tool-form")], vec![kind, which(ctx, goal), result, target(ctx, goal), buttons(ctx)])
}

/// Which condition or which cell; an empty part for what is about neither, so that the others keep their places.
fn which(ctx: &Ctx, goal: &GoalDesk) -> Html {
    let t = ctx.texts();
    let scenario = ctx.state().scenario();
    match goal.kind {
        GoalKind::Weight | GoalKind::Affected => {
            let factors = ctx.state().factors();
            let chosen = goal.factor(scenario).and_then(|id| factors.iter().position(|factor| *factor == id));
            let names = factors.iter().map(|id| factor(t, ctx.catalogue(), id)).collect();
            let options = (names, chosen.unwrap_or_default());
            select_field(ctx, ("goal-which", t.model_weight_heading()), options, move |ctx, at| {
                ask(ctx, |goal| goal.factor = factors.get(at).cloned());
            })
        }
        GoalKind::Rate | GoalKind::Listed => {
            let cells: Vec<_> = scenario.start.bands.cells().collect();
            let chosen = goal.cell(scenario).and_then(|cell| cells.iter().position(|c| *c == cell));
            let names = cells.iter().map(|cell| cell_name(t, *cell)).collect();
            let options = (names, chosen.unwrap_or_default());
            select_field(ctx, ("goal-which", t.goal_group()), options, move |ctx, at| {
                ask(ctx, |goal| goal.cell = cells.get(at).copied());
            })
        }
        GoalKind::AllWeights | GoalKind::CostShare | GoalKind::DrugCost => el("div", &[("hidden", "")], Vec::new()),
    }
}

fn target(ctx: &Ctx, goal: &GoalDesk) -> Html {
    let t = ctx.texts();
    let field = EntryField {
        id: "goal-target",
        label: t.goal_target(),
        about: t.goal_target_about(),
        value: echo(goal.target.value, ctx.state().notation()),
        draft: goal.target.draft.as_ref(),
    };
    field.html(ctx, aim)
}

fn buttons(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let parts = vec![
        button("", text(t.goal_seek()), on(ctx, seek)),
        space(),
        button("", text(t.goal_even()), on(ctx, break_even)),
    ];
    el("div", &[("class", "tool-buttons")], parts)
}

/// The result as it stands.
fn now(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let goal = &ctx.state().tools.goal;
    let basis = basis(ctx);
    match figure(ctx, &basis) {
        None => Html::default(),
        Some(_) => {
            let words = t.goal_now(goal_words::wanted(t, goal.wanted));
            el("p", &[], vec![say(words), space(), result(ctx, &basis)])
        }
    }
}

/// The result asked for, of a scenario, as a figure that can be asked why.
fn result(ctx: &Ctx, scenario: &Scenario) -> Html {
    let signed = ctx.state().tools.goal.wanted != Wanted::Payment;
    let look = ValueLook { signed, ..ValueLook::default() };
    let figure = figure(ctx, scenario).map(|figure| value_as(ctx, figure.node(), Show::Kronor, look));
    figure.unwrap_or_else(|| text(ctx.texts().not_available()))
}

fn answer(ctx: &Ctx) -> Html {
    let goal = &ctx.state().tools.goal;
    let present = ctx.state().scenario();
    let content = match goal.answer.as_deref() {
        Some(Answer::Found { of, compared, unknown, goal })
            if **of == *present && *compared == ctx.state().compared =>
        {
            found(ctx, unknown, goal)
        }
        Some(Answer::Taken { of, unknown, value }) if **of == *present => {
            let t = ctx.texts();
            let words = t.goal_taken(&name(ctx, unknown), &value_words(ctx, unknown, *value));
            vec![el("p", &[("class", "lead")], vec![say(words)])]
        }
        _ => Vec::new(),
    };
    el("div", &[("class", "goal-answer"), ("role", "status")], content)
}

fn name(ctx: &Ctx, unknown: &Unknown) -> String {
    goal_words::unknown(ctx.texts(), ctx.catalogue(), unknown)
}

fn value_words(ctx: &Ctx, unknown: &Unknown, value: Decimal) -> String {
    let mix = ctx.state().scenario().start.case_mix();
    let points = mix.is_some_and(|mix| mix.unit != WeightUnit::Kronor);
    goal_words::value(ctx.texts(), unknown, points, value)
}

fn found(ctx: &Ctx, unknown: &Unknown, goal: &Goal) -> Vec<Html> {
    let t = ctx.texts();
    let lead = |words: String| el("p", &[("class", "lead")], vec![say(words)]);
    let name = name(ctx, unknown);
    let wanted = goal_words::wanted(t, ctx.state().tools.goal.wanted);
    match goal {
        Goal::Reached(point) => {
            let words = t.goal_reached(&name, &value_words(ctx, unknown, point.value));
            vec![lead(words), points(ctx, unknown, &[point], true)]
        }
        Goal::Between { below, above } => {
            vec![lead(t.goal_between(&name)), points(ctx, unknown, &[below, above], true)]
        }
        Goal::OutOfReach { least, most } => {
            vec![lead(t.goal_out_of_reach(&name)), points(ctx, unknown, &[least, most], false)]
        }
        Goal::NoEffect(_) => vec![lead(t.goal_no_effect(&name, wanted))],
        Goal::NotComputable(reasons) => {
            let words = reasons.iter().flat_map(|reason| goal_words::reason(t, ctx.catalogue(), reason)).map(say);
            vec![lead(t.goal_not_computable().to_owned()), list("", words.collect())]
        }
    }
}

/// Values with what they give, and a button to use each.
fn points(ctx: &Ctx, unknown: &Unknown, points: &[&Point], usable: bool) -> Html {
    let t = ctx.texts();
    let tools = &ctx.state().tools.goal;
    let wanted = goal_words::wanted(t, tools.wanted);
    let line = |point: &&Point| {
        let basis = basis(ctx);
        let then = unknown.edit(point.value, &basis).map_or_else(|| basis.clone(), |edit| basis.apply(&edit));
        let value = point.value;
        let words = t.goal_point(&value_words(ctx, unknown, value), wanted);
        let mut parts = vec![say(words), space(), result(ctx, &then)];
        if usable && is_usable(ctx) {
            let used = on(ctx, move |ctx| {
                // the button goes when it has been pressed
                focus(ID);
                take(ctx, value);
            });
            parts.extend([space(), button("", text(t.goal_use()), used)]);
        }
        all(parts)
    };
    let about = if usable && !is_usable(ctx) { paragraph("about", t.goal_rough()) } else { Html::default() };
    all(vec![list("goal-points", points.iter().map(line).collect()), about])
}
