//! A figure that is drawn anew while a slider moves: its table and files are made only when they are asked for.
use super::{
    figure::{mark, picture, twin},
    lazy_details::lazy_details,
    parts::{button, el, paragraph, say, text},
};
use crate::{
    ctx::Ctx,
    lazy,
    leave::save,
    present::export::DataTable,
    tools::guard::{Leaving, protects_region},
};
use charts::{ChartError, Drawing, titled};
use std::rc::Rc;
use yew::{Callback, Html, MouseEvent};

/// A chart and what is said about it.
#[derive(Clone)]
pub struct LiveFigure {
    /// Name of the files that it is saved as.
    pub name: &'static str,
    /// The finding, as a sentence.
    pub title: String,
    /// The picture in words.
    pub alt: String,
    /// The drawing.
    pub drawing: Result<Drawing, ChartError>,
    /// Where the numbers come from, and what they are not.
    pub source: String,
    /// The same numbers.
    pub table: Rc<dyn Fn() -> DataTable>,
}

/// The figure that leaves, made when it is asked for; none while nothing of it may leave.
pub type MakeLeaving = Rc<dyn Fn(&Ctx) -> Option<Leaving<LiveFigure>>>;

/// `<figure>` with title, picture, table twin, source and downloads: on the screen the figure, in files the one that may
/// leave the page, or why none does.
pub fn live_figure(ctx: &Ctx, figure: &LiveFigure, leaving: Result<MakeLeaving, String>) -> Html {
    let t = ctx.texts();
    let drawing = match &figure.drawing {
        Ok(drawing) => picture(figure.alt.clone(), drawing),
        Err(_) => paragraph("fault", t.figure_failed()),
    };
    let mut foot = vec![folded_table(ctx, figure)];
    match leaving {
        Ok(leaving) => foot.extend([
            button("plain", text(t.figure_csv()), file(ctx, &leaving, save_csv)),
            button("plain", text(t.figure_svg()), file(ctx, &leaving, save_svg)),
            button("plain", text(t.figure_png()), file(ctx, &leaving, save_png)),
        ]),
        Err(why) => foot.push(el("p", &[("class", "about")], vec![say(why)])),
    }
    let parts = vec![
        el("figcaption", &[], vec![say(figure.title.clone())]),
        drawing,
        el("div", &[("class", "figure-foot")], foot),
        el("p", &[("class", "source")], vec![say(t.source_line(&figure.source))]),
    ];
    el("figure", &[("class", "chart")], parts)
}

fn file(ctx: &Ctx, leaving: &MakeLeaving, save: fn(&Ctx, Leaving<LiveFigure>)) -> Callback<MouseEvent> {
    let (ctx, leaving) = (ctx.clone(), Rc::clone(leaving));
    Callback::from(move |_| {
        if let Some(figure) = leaving(&ctx) {
            save(&ctx, figure);
        }
    })
}

fn save_csv(ctx: &Ctx, leaving: Leaving<LiveFigure>) {
    let name = [leaving.get().name, ".csv"].concat();
    let text = leaving.map(|figure| {
        let table = (figure.table)();
        let table = if rounds(ctx) { table.rounded() } else { table };
        table.csv(ctx.texts().lang, &[figure.title, figure.source], mark(ctx))
    });
    save(&name, "text/csv;charset=utf-8", &text);
}

/// Whether numbers leave with no more digits than they are shown with: of real persons more would tell more.
fn rounds(ctx: &Ctx) -> bool {
    ctx.state().tools.region.known.as_ref().is_some_and(|known| protects_region(ctx, known))
}

/// The drawing with its title and source, to stand alone.
fn alone(ctx: &Ctx, figure: &LiveFigure) -> Option<String> {
    let drawing = figure.drawing.as_ref().ok()?;
    let notes = [&*figure.source, " ", &*ctx.texts().figure_made(env!("CARGO_PKG_VERSION"))].concat();
    Some(titled(drawing, &figure.title, &notes))
}

fn save_svg(ctx: &Ctx, leaving: Leaving<LiveFigure>) {
    let name = [leaving.get().name, ".svg"].concat();
    if let Some(svg) = leaving.map(|figure| alone(ctx, &figure)).transpose() {
        save(&name, "image/svg+xml;charset=utf-8", &svg);
    }
}

fn save_png(ctx: &Ctx, leaving: Leaving<LiveFigure>) {
    let name = [leaving.get().name, ".png"].concat();
    if let Some(svg) = leaving.map(|figure| alone(ctx, &figure)).transpose() {
        lazy::save_png(name, svg);
    }
}

/// The table under a figure, made when it is opened.
fn folded_table(ctx: &Ctx, figure: &LiveFigure) -> Html {
    let figure = figure.clone();
    lazy_details(ctx, "", ctx.texts().figure_table().to_owned(), move |ctx| {
        twin(&figure.title, &(figure.table)(), ctx.texts().lang)
    })
}
