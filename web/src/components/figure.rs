//! A chart with its finding as title, the same numbers as a table, its source, and both as files.
use super::parts::{before, button, cell, el, element, folded, paragraph, row, row_name, say, scroll, text};
use crate::{ctx::Ctx, download::download, present::charts::Drawn, text::Lang};
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

/// `<figure>` with title, picture, table twin, source and downloads.
pub fn figure(ctx: &Ctx, figure: &Figure) -> Html {
    let t = ctx.texts();
    let svg = figure.drawn.svg.as_ref().ok();
    let picture = match svg {
        Some(svg) => picture(figure.alt.clone(), svg.clone()),
        None => paragraph("fault", t.figure_failed()),
    };
    let twin = folded("", t.figure_table().to_owned(), twin(figure, t.lang));
    let csv = button("plain", text(t.figure_csv()), save_csv(figure));
    let image = svg.map(|svg| button("plain", text(t.figure_svg()), save_svg(figure, svg.clone())));
    let mut foot = vec![twin, csv];
    foot.extend(image);
    let parts = vec![
        el("figcaption", &[], vec![say(figure.title.clone())]),
        picture,
        el("div", &[("class", "figure-foot")], foot),
        el("p", &[("class", "source")], vec![say(t.source_line(figure.source))]),
    ];
    el("figure", &[("class", "chart")], parts)
}

fn picture(alt: String, svg: String) -> Html {
    let drawing = Html::from_html_unchecked(AttrValue::from(svg));
    element("div", &[("class", "picture"), ("role", "img")], vec![("aria-label", alt.into())], vec![drawing])
}

fn twin(figure: &Figure, lang: Lang) -> Html {
    let data = &figure.drawn.table;
    let headings = data.headings.iter().map(|h| el("th", &[("scope", "col")], vec![say(h.clone())]));
    let rows = data.rows.iter().map(|(label, values)| {
        let values = values.iter().map(|v| cell(say(v.map(|v| data.shown(lang, v)).unwrap_or_default())));
        row(before(row_name(label.clone()), values.collect()))
    });
    let head = el("thead", &[], vec![row(headings.collect())]);
    let table = el("table", &[("class", "twin")], vec![head, el("tbody", &[], rows.collect())]);
    scroll(figure.title.clone().into(), table)
}

fn save_csv(figure: &Figure) -> Callback<MouseEvent> {
    let figure = figure.clone();
    Callback::from(move |_| {
        let text = figure.drawn.table.csv(&[figure.title.clone(), figure.source.to_owned()]);
        download(&[figure.name, ".csv"].concat(), "text/csv;charset=utf-8", &text);
    })
}

fn save_svg(figure: &Figure, svg: String) -> Callback<MouseEvent> {
    let (name, title, source) = (figure.name, figure.title.clone(), figure.source);
    Callback::from(move |_| {
        let standing_alone = titled(&svg, &title, source).unwrap_or_else(|_| svg.clone());
        download(&[name, ".svg"].concat(), "image/svg+xml;charset=utf-8", &standing_alone);
    })
}
