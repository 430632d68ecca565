//! A chart with its finding as title, the same numbers as a table, its source, and both as files.
use super::parts::{before, button, cell, el, element, folded, paragraph, row, row_name, say, scroll, space, text};
use crate::{
    ctx::Ctx,
    download::download,
    present::{charts::Drawn, export::DataTable},
    rooms,
    state::View,
    text::Lang,
};
use charts::titled;
use web_sys::window;
use yew::{AttrValue, Callback, Html, MouseEvent};

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
    pub drawn: Drawn,
    /// Where the numbers come from.
    pub source: &'static str,
}

/// The width to draw at: what is wished, or a phone's, so that the texts of the chart can be read there.
pub fn width_for(wished: u32) -> u32 {
    const PHONE: f64 = 560.0;
    let inner = window().and_then(|window| window.inner_width().ok()).and_then(|width| width.as_f64());
    if inner.is_some_and(|inner| inner < PHONE) { 340 } else { wished }
}

/// `<figure>` with title, picture, table twin, source and downloads. A figure of counts that the guard hides some of is
/// shown, but does not leave the page.
pub fn figure(ctx: &Ctx, figure: &Figure) -> Html {
    shown(ctx, figure, (!rooms::hides(ctx)).then_some((figure, "")))
}

/// A figure of counts that the guard hides some of, with the figure that may leave the page in its place and what is to
/// be said about it; without one, nothing of it leaves.
pub fn figure_guarded(ctx: &Ctx, figure: &Figure, leaving: Option<(&Figure, &str)>) -> Html {
    shown(ctx, figure, leaving)
}

fn shown(ctx: &Ctx, figure: &Figure, leaving: Option<(&Figure, &str)>) -> Html {
    let t = ctx.texts();
    // what is presented is seen by others
    let on_screen = if ctx.state().present { leaving } else { Some((figure, "")) };
    let Some((figure, note)) = on_screen else {
        return el("figure", &[("class", "chart")], vec![paragraph("empty", t.figure_guarded())]);
    };
    let picture = match figure.drawn.svg.as_ref() {
        Ok(svg) => picture(figure.alt.clone(), svg.clone()),
        Err(_) => paragraph("fault", t.figure_failed()),
    };
    let mut foot = vec![folded("", t.figure_table().to_owned(), twin(&figure.title, &figure.drawn.table, t.lang))];
    match leaving {
        Some((figure, note)) => foot.extend(downloads(ctx, figure, note)),
        None => foot.push(paragraph("about", t.figure_guarded())),
    }
    let source =
        el("p", &[("class", "source")], vec![say(t.source_line(figure.source)), space(), say(note.to_owned())]);
    let caption = el("figcaption", &[], vec![say(figure.title.clone())]);
    let parts = vec![caption, picture, el("div", &[("class", "figure-foot")], foot), source];
    el("figure", &[("class", "chart")], parts)
}

/// The mark of every row of a file, where the view's figures rest on made-up persons.
pub fn mark(ctx: &Ctx) -> Option<&'static str> {
    let state = ctx.state();
    (state.view == View::Region && state.desk.region.is_synthetic()).then(|| ctx.texts().figure_synthetic())
}

fn downloads(ctx: &Ctx, figure: &Figure, note: &str) -> Vec<Html> {
    let t = ctx.texts();
    let made = t.figure_made(env!("CARGO_PKG_VERSION"));
    let notes = [figure.source, note, &made].into_iter().filter(|words| !words.is_empty());
    let notes: Vec<String> = notes.map(str::to_owned).collect();
    let standing_alone = |svg: &String| titled(svg, &figure.title, &notes.join(" ")).unwrap_or_else(|_| svg.clone());
    let svg = figure.drawn.svg.as_ref().ok().map(standing_alone);
    let csv = button("plain", text(t.figure_csv()), save_csv((t.lang, mark(ctx)), figure, notes));
    let images = svg.map(|svg| {
        let png = button("plain", text(t.figure_png()), save_png(figure.name, svg.clone()));
        [button("plain", text(t.figure_svg()), save_svg(figure.name, svg)), png]
    });
    [csv].into_iter().chain(images.into_iter().flatten()).collect()
}

/// The drawing, told in words once.
pub fn picture(alt: String, svg: String) -> Html {
    let drawing = Html::from_html_unchecked(AttrValue::from(svg));
    element("div", &[("class", "picture"), ("role", "img")], vec![("aria-label", alt.into())], vec![drawing])
}

/// The same numbers as a table, in a frame named by the figure's title.
pub fn twin(title: &str, data: &DataTable, lang: Lang) -> Html {
    let headings = data.headings.iter().map(|h| el("th", &[("scope", "col")], vec![say(h.clone())]));
    let rows = data.rows.iter().map(|(label, values)| {
        let shown = |(column, v): (usize, &Option<_>)| v.map(|v| data.shown(lang, column, v)).unwrap_or_default();
        let values = values.iter().enumerate().map(|one| cell(say(shown(one))));
        row(before(row_name(label.clone()), values.collect()))
    });
    let head = el("thead", &[], vec![row(headings.collect())]);
    let table = el("table", &[("class", "twin")], vec![head, el("tbody", &[], rows.collect())]);
    scroll(title.to_owned().into(), table)
}

fn save_csv((lang, mark): (Lang, Option<&'static str>), figure: &Figure, notes: Vec<String>) -> Callback<MouseEvent> {
    let figure = figure.clone();
    Callback::from(move |_| {
        let notes = [std::slice::from_ref(&figure.title), &notes].concat();
        let text = figure.drawn.table.csv(lang, &notes, mark);
        download(&[figure.name, ".csv"].concat(), "text/csv;charset=utf-8", &text);
    })
}

fn save_svg(name: &'static str, svg: String) -> Callback<MouseEvent> {
    Callback::from(move |_| download(&[name, ".svg"].concat(), "image/svg+xml;charset=utf-8", &svg))
}

fn save_png(name: &'static str, svg: String) -> Callback<MouseEvent> {
    Callback::from(move |_| rooms::save_png([name, ".png"].concat(), svg.clone()))
}
