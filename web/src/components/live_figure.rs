//! A figure that is drawn anew while a slider moves: its table and files are made only when they are asked for.
use super::{
    figure::{mark, picture, twin},
    lazy_details::lazy_details,
    parts::{button, el, paragraph, say, text},
};
use crate::{ctx::Ctx, download::download, present::export::DataTable, rooms};
use charts::{ChartError, titled};
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
    pub svg: Result<String, ChartError>,
    /// Where the numbers come from, and what they are not.
    pub source: String,
    /// The same numbers.
    pub table: Rc<dyn Fn() -> DataTable>,
}

/// `<figure>` with title, picture, table twin, source and downloads.
pub fn live_figure(ctx: &Ctx, figure: &LiveFigure) -> Html {
    let t = ctx.texts();
    let drawing = match &figure.svg {
        Ok(svg) => picture(figure.alt.clone(), svg.clone()),
        Err(_) => paragraph("fault", t.figure_failed()),
    };
    let csv = {
        let (ctx, figure) = (ctx.clone(), figure.clone());
        Callback::from(move |_: MouseEvent| {
            let notes = [figure.title.clone(), figure.source.clone()];
            let text = (figure.table)().csv(ctx.texts().lang, &notes, mark(&ctx));
            download(&[figure.name, ".csv"].concat(), "text/csv;charset=utf-8", &text);
        })
    };
    let foot = vec![
        folded_table(ctx, figure),
        button("plain", text(t.figure_csv()), csv),
        button("plain", text(t.figure_svg()), picture_file(ctx, figure, ".svg")),
        button("plain", text(t.figure_png()), picture_file(ctx, figure, ".png")),
    ];
    let parts = vec![
        el("figcaption", &[], vec![say(figure.title.clone())]),
        drawing,
        el("div", &[("class", "figure-foot")], foot),
        el("p", &[("class", "source")], vec![say(t.source_line(&figure.source))]),
    ];
    el("figure", &[("class", "chart")], parts)
}

fn picture_file(ctx: &Ctx, figure: &LiveFigure, ending: &'static str) -> Callback<MouseEvent> {
    let (ctx, figure) = (ctx.clone(), figure.clone());
    Callback::from(move |_| {
        let Ok(svg) = &figure.svg else { return };
        let notes = [&*figure.source, " ", &*ctx.texts().figure_made(env!("CARGO_PKG_VERSION"))].concat();
        let svg = titled(svg, &figure.title, &notes).unwrap_or_else(|_| svg.clone());
        let name = [figure.name, ending].concat();
        match ending {
            ".png" => rooms::save_png(name, svg),
            _ => download(&name, "image/svg+xml;charset=utf-8", &svg),
        }
    })
}

/// The table under a figure, made when it is opened.
fn folded_table(ctx: &Ctx, figure: &LiveFigure) -> Html {
    let figure = figure.clone();
    lazy_details(ctx, "", ctx.texts().figure_table().to_owned(), move |ctx| {
        twin(&figure.title, &(figure.table)(), ctx.texts().lang)
    })
}
