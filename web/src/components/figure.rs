//! A chart with its finding as title, the same numbers as a table, its source, and both as files.
use super::{
    drawing::drawing,
    parts::{before, button, cell, el, element, folded, paragraph, row, row_name, say, scroll, space, text},
};
use crate::{
    ctx::Ctx,
    lazy,
    leave::save,
    present::{charts::DrawnChart, export::DataTable},
    text::{Lang, Texts},
    tools::guard::Leaving,
};
use charts::{Drawing, titled};
use web_sys::window;
use yew::{Callback, Html, MouseEvent};

/// A chart and what is said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Name of the files that it is saved as.
    pub name: &'static str,
    /// The finding, as a sentence.
    pub title: String,
    /// The picture in words.
    pub alt: String,
    /// The chart.
    pub drawn: DrawnChart,
    /// Where the numbers come from.
    pub source: &'static str,
}

/// The width to draw at: what is wished, or a phone's, so that the texts of the chart can be read there.
pub fn width_for(wished: u32) -> u32 {
    const PHONE: f64 = 560.0;
    let inner = window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    if inner.is_some_and(|inner| inner < PHONE) { 340 } else { wished }
}

/// A figure that may leave the page, and what is to be said beside it.
pub type LeavingFigure = Leaving<(Figure, String)>;

/// A figure of nobody's counts.
pub fn figure_of_nobody(ctx: &Ctx, own: Figure) -> Html {
    figure(ctx, &own.clone(), Some(Leaving::of_nobody((own, String::new()))))
}

/// `<figure>` with title, picture, table twin, source and downloads: on the reader's own screen the figure, in files and in
/// a presentation the one that may leave the page. Without one it is shown, but neither saved nor presented.
pub fn figure(ctx: &Ctx, own: &Figure, leaving: Option<LeavingFigure>) -> Html {
    let t = ctx.texts();
    // what is presented is seen by others
    let (figure, note) = match (&leaving, ctx.state().present) {
        (Some(leaving), true) => (&leaving.get().0, &*leaving.get().1),
        (None, true) => return el("figure", &[("class", "chart")], vec![paragraph("empty", t.figure_guarded())]),
        (_, false) => (own, ""),
    };
    let picture = match &figure.drawn.drawing {
        Ok(drawing) => picture(figure.alt.clone(), drawing),
        Err(_) => paragraph("fault", t.figure_failed()),
    };
    let mut foot = vec![folded("", t.figure_table().to_owned(), twin(&figure.title, &figure.drawn.table, t.lang))];
    let source =
        el("p", &[("class", "source")], vec![say(t.source_line(figure.source)), space(), say(note.to_owned())]);
    let caption = el("figcaption", &[], vec![say(figure.title.clone())]);
    match &leaving {
        Some(leaving) => foot.extend(downloads(ctx, leaving)),
        None => foot.push(paragraph("about", t.figure_guarded())),
    }
    let parts = vec![caption, picture, el("div", &[("class", "figure-foot")], foot), source];
    el("figure", &[("class", "chart")], parts)
}

/// The mark of every row of a file, where the view's figures rest on made-up persons.
pub fn mark(ctx: &Ctx) -> Option<&'static str> {
    ctx.state().shows_made_up().then(|| ctx.texts().figure_synthetic())
}

/// What stands under the figure in its files.
fn notes(t: Texts, (figure, note): &(Figure, String)) -> Vec<String> {
    let made = t.figure_made(env!("CARGO_PKG_VERSION"));
    [figure.source, note, &made].into_iter().filter(|words| !words.is_empty()).map(str::to_owned).collect()
}

fn downloads(ctx: &Ctx, leaving: &LeavingFigure) -> Vec<Html> {
    let (t, mark) = (ctx.texts(), mark(ctx));
    let name = leaving.get().0.name;
    let csv = {
        let leaving = leaving.clone();
        Callback::from(move |_: MouseEvent| {
            let text = leaving.clone().map(|of| {
                let lines = [std::slice::from_ref(&of.0.title), &notes(t, &of)].concat();
                of.0.drawn.table.csv(t.lang, &lines, mark)
            });
            save(&[name, ".csv"].concat(), "text/csv;charset=utf-8", &text);
        })
    };
    let svg = leaving.clone().map(|of| {
        let drawing = of.0.drawn.drawing.as_ref().ok()?;
        Some(titled(drawing, &of.0.title, &notes(t, &of).join(" ")))
    });
    let images = svg.transpose().map(|svg| {
        let png = svg.clone();
        let png = Callback::from(move |_| lazy::save_png([name, ".png"].concat(), png.clone()));
        let svg = Callback::from(move |_| save(&[name, ".svg"].concat(), "image/svg+xml;charset=utf-8", &svg));
        [button("plain", text(t.figure_svg()), svg), button("plain", text(t.figure_png()), png)]
    });
    let csv = button("plain", text(t.figure_csv()), csv);
    [csv].into_iter().chain(images.into_iter().flatten()).collect()
}

/// The drawing, told in words once.
pub fn picture(alt: String, of: &Drawing) -> Html {
    element("div", &[("class", "picture"), ("role", "img")], vec![("aria-label", alt.into())], vec![drawing(of)])
}

/// The same numbers as a table, in a frame named by the figure's title.
pub fn twin(title: &str, data: &DataTable, lang: Lang) -> Html {
    let headings = data.headings.iter().map(|h| el("th", &[("scope", "col")], vec![say(h.clone())]));
    let rows = data.rows.iter().map(|(label, values)| {
        let shown = |(column, v): (usize, &Option<_>)| data.shown(lang, column, *v);
        let values = values.iter().enumerate().map(|one| cell(say(shown(one))));
        row(before(row_name(label.clone()), values.collect()))
    });
    let head = el("thead", &[], vec![row(headings.collect())]);
    let table = el("table", &[("class", "twin")], vec![head, el("tbody", &[], rows.collect())]);
    scroll(title.to_owned().into(), table)
}
