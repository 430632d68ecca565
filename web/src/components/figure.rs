//! A chart with its finding as title, the same numbers as a table, its source, and both as files.
use crate::{ctx::Ctx, download::download, present::charts::Drawn};
use charts::titled;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

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
    pub source: String,
}

/// `<figure>` with title, picture, table twin, source and downloads.
pub fn figure(ctx: &Ctx, props: &Figure) -> Html {
    let texts = ctx.texts();
    let svg = props.drawn.svg.as_ref().ok().cloned();
    html! {
        <figure class="chart">
            <figcaption>{ &props.title }</figcaption>
            if let Some(svg) = svg.clone() {
                <div class="picture" role="img" aria-label={props.alt.clone()}>
                    { Html::from_html_unchecked(AttrValue::from(svg)) }
                </div>
            } else {
                <p class="fault">{ texts.figure_failed() }</p>
            }
            <div class="figure-foot">
                <details>
                    <summary>{ texts.figure_table() }</summary>
                    { table(props, texts.lang) }
                </details>
                <button type="button" class="plain" onclick={save_csv(props)}>{ texts.figure_csv() }</button>
                if let Some(svg) = svg {
                    <button type="button" class="plain" onclick={save_svg(props, svg)}>{ texts.figure_svg() }</button>
                }
            </div>
            <p class="source">{ texts.source_line(&props.source) }</p>
        </figure>
    }
}

fn table(props: &Figure, lang: crate::text::Lang) -> Html {
    let data = &props.drawn.table;
    html! {
        <table class="twin">
            <thead><tr>{ for data.headings.iter().map(|h| html! { <th scope="col">{ h }</th> }) }</tr></thead>
            <tbody>{ for data.rows.iter().map(|(label, values)| html! {
                <tr>
                    <th scope="row">{ label }</th>
                    { for values.iter().map(|value| html! {
                        <td>{ value.map(|value| data.shown(lang, value)) }</td>
                    }) }
                </tr>
            }) }</tbody>
        </table>
    }
}

fn save_csv(props: &Figure) -> Callback<MouseEvent> {
    let text = props.drawn.table.csv(&[props.title.clone(), props.source.clone()]);
    let name = [props.name, ".csv"].concat();
    Callback::from(move |_| download(&name, "text/csv;charset=utf-8", &text))
}

fn save_svg(props: &Figure, svg: String) -> Callback<MouseEvent> {
    let (name, title, source) = ([props.name, ".svg"].concat(), props.title.clone(), props.source.clone());
    Callback::from(move |_| {
        let standing_alone = titled(&svg, &title, &source).unwrap_or_else(|_| svg.clone());
        download(&name, "image/svg+xml;charset=utf-8", &standing_alone);
    })
}
