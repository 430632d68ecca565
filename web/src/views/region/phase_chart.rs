//! Every practice's change: with the whole new model, and in the step.
use super::{Shown, may_leave, phase::Phase, phase_list::order, source};
use crate::{
    components::{
        figure::width_for,
        live_figure::{LiveFigure, MakeLeaving, live_figure},
    },
    ctx::Ctx,
    present::{
        export::DataTable,
        region_charts::{ChartContext, Pinned},
    },
    tools::guard::Leaving,
};
use report::{phase::kronor, region::whole_hundreds};
use std::rc::Rc;
use yew::Html;

/// The chart.
pub fn chart(ctx: &Ctx, phase: &Phase, shown: &Shown) -> Html {
    let own = figure(ctx, phase, shown);
    let (phase, of) = (phase.clone(), shown.clone());
    let leaving: MakeLeaving = Rc::new(move |ctx| {
        let shown = of.published(ctx)?;
        let phase = phase.published(ctx, &shown)?;
        Leaving::of_region(ctx, &shown.known, figure(ctx, &phase, &shown))
    });
    live_figure(ctx, &own, may_leave(ctx, shown, leaving))
}

fn figure(ctx: &Ctx, phase: &Phase, shown: &Shown) -> LiveFigure {
    let t = ctx.texts();
    let names = &phase.known.facts.names;
    let pinned = ctx.state().tools.region.pinned.map(|pinned| shown.place(pinned));
    let pinned = pinned.and_then(|place| Some(Pinned { place, name: names.get(place)?.clone() }));
    let context = ChartContext { texts: t, width: width_for(960), pinned: pinned.as_ref() };
    LiveFigure {
        name: "viktat-infasning",
        title: t.phase_chart_title().to_owned(),
        alt: t.phase_chart_alt(names.len() as u64, &names.len().to_string()),
        drawing: context.phase_in(phase.to, &phase.region.changes(), &order(phase)),
        source: source::line(ctx, shown),
        table: table(ctx, phase, shown),
    }
}

/// What each practice is paid a year.
fn table(ctx: &Ctx, phase: &Phase, shown: &Shown) -> Rc<dyn Fn() -> DataTable> {
    let (ctx, phase) = (ctx.clone(), phase.clone());
    let rounds = shown.is_coarse(&ctx);
    Rc::new(move || {
        let t = ctx.texts();
        let headings = [t.region_list_name(), t.phase_list_old(), t.phase_list_new(), t.phase_list_now()];
        let practices = phase.region.payments.iter().zip(&phase.region.found.practices);
        let rows = phase.known.facts.names.iter().zip(practices).map(|(name, (of, phased))| {
            let amounts = [of.old, of.new, phased.payment].map(kronor);
            let amounts = amounts.map(|money| Some(if rounds { whole_hundreds(money) } else { money }));
            (name.clone(), amounts.to_vec())
        });
        DataTable { headings: headings.map(str::to_owned).to_vec(), rows: rows.collect(), decimals: 2, whole: 0 }
    })
}
