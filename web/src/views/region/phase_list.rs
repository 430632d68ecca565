//! What each practice is paid in a step, beside what it is paid today and under the whole new model.
use super::{Shown, phase::Phase};
use crate::{
    components::{
        lazy_value::{Quick, lazy_value},
        parts::{all, before, button, cell, column, el, paragraph, row, row_name, say, table, text},
    },
    ctx::Ctx,
    present::amount::Show,
    region::phase_tool::choose,
    views::import_panel::on,
};
use model::{measure::YearlyMoney, quantity::Unit, term::Term, trace::Traced};
use register::{
    exact::Ore,
    phase_in::{Financing, Held},
};
use report::{
    phase::{Made, kronor},
    region::whole_hundreds,
};
use rust_decimal::prelude::ToPrimitive;
use yew::{AttrValue, Html};

/// So many rows are shown before all are asked for.
const FIRST: usize = 20;

/// The practices by the whole change for each listed, the falls first.
pub fn order(phase: &Phase) -> Vec<usize> {
    let [whole, _] = phase.region.changes();
    let mut order: Vec<usize> = (0..whole.len()).collect();
    let change = |at: &usize| whole.get(*at).copied().unwrap_or(0.0);
    order.sort_by(|a, b| change(a).total_cmp(&change(b)));
    order
}

/// The table, and the button that shows all of it.
pub fn panel(ctx: &Ctx, phase: &Phase, shown: &Shown) -> Html {
    let rounds = shown.is_coarse(ctx);
    let t = ctx.texts();
    let order = order(phase);
    let first = if ctx.state().tools.region.phase.all { order.len() } else { FIRST.min(order.len()) };
    let rows = order.iter().take(first).filter_map(|at| practice(ctx, phase, *at, rounds)).collect();
    let headings = [
        t.region_list_name(),
        t.phase_list_old(),
        t.phase_list_new(),
        t.phase_list_now(),
        t.phase_list_change(),
        t.phase_list_held(),
    ];
    let table =
        table(AttrValue::Static(t.phase_list()), "region-amounts phase-list", headings.map(column).to_vec(), rows);
    let more = (order.len() > first).then(|| {
        let all = on(ctx, |ctx| choose(ctx, |phase| phase.all = true));
        button("plain", say(t.region_list_all(&order.len().to_string())), all)
    });
    let heading = el("h2", &[], vec![text(t.phase_list())]);
    all(vec![heading, paragraph("about", t.phase_list_about()), table, more.unwrap_or_default()])
}

fn practice(ctx: &Ctx, phase: &Phase, at: usize, rounds: bool) -> Option<Html> {
    let t = ctx.texts();
    let (of, phased) = (phase.region.payments.get(at)?, phase.region.found.practices.get(at)?);
    let held = phase.region.held(phased);
    let told = match held {
        Held::Floor => t.phase_held_floor(),
        Held::Cap => t.phase_held_cap(),
        Held::Free => t.phase_held_free(),
    };
    let known = phase.region.step.financing == Financing::Region || held != Held::Free;
    let figure = PracticeAmount { ctx, phase, at, rounds };
    let cells = vec![
        figure.html(of.old, false, true, |made| Some(made.old.clone())),
        figure.html(of.new, false, true, |made| Some(made.new.clone())),
        figure.html(phased.payment, false, known, |made| made.payment.clone()),
        figure.html(phased.payment - of.old, true, known, |made| {
            Some(made.payment.as_ref()?.minus(Term::Change, &made.old))
        }),
        text(told),
    ];
    let name = row_name(phase.known.facts.names.get(at)?.clone());
    Some(row(before(name, cells.into_iter().map(cell).collect())))
}

/// An amount of a practice.
struct PracticeAmount<'a> {
    ctx: &'a Ctx,
    phase: &'a Phase,
    at: usize,
    /// Whether it is in whole hundreds, as it may leave the page.
    rounds: bool,
}

impl PracticeAmount<'_> {
    fn html(&self, ore: Ore, signed: bool, known: bool, exactly: fn(&Made) -> Option<Traced<YearlyMoney>>) -> Html {
        let money = if self.rounds { whole_hundreds(kronor(ore)) } else { kronor(ore) };
        let value = money.to_f64().unwrap_or(0.0);
        let quick = Quick { value, unit: Unit::KrPerYear, show: Show::Kronor, signed };
        if !known {
            return say(quick.words(self.ctx));
        }
        let (phase, at) = (self.phase.clone(), self.at);
        lazy_value(self.ctx, quick, move |_| Some(exactly(&phase.made(at)?)?.node().clone()))
    }
}
