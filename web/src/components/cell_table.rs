//! A table by age band with women and men beside each other.
use crate::{ctx::Ctx, present::amount::sex_name};
use model::{age::AgeBand, cell::Cell, sex::Sex};
use yew::{Html, html};

/// What stands in the table.
pub struct CellTable<'a> {
    /// Its name, for those who hear it.
    pub caption: &'static str,
    /// The bands.
    pub bands: &'a [AgeBand],
    /// Headings under each sex.
    pub headings: &'a [&'static str],
    /// The cells of a row for one sex: as many as there are headings. Row from 0, and cell.
    pub cells: &'a dyn Fn(usize, Cell) -> Vec<Html>,
    /// A last row by sex, if there is one.
    pub foot: Option<&'a dyn Fn(Sex) -> Html>,
}

/// A native table, so that it reads well aloud.
pub fn cell_table(ctx: &Ctx, table: &CellTable<'_>) -> Html {
    let texts = ctx.texts();
    html! {
        <div class="scroll" role="region" aria-label={table.caption} tabindex="0">
            <table class="cells" data-grid="true">
                <caption>{ table.caption }</caption>
                { head(ctx, table) }
                <tbody>{ for table.bands.iter().enumerate().map(|(i, band)| row(table, i, *band)) }</tbody>
                if let Some(foot) = table.foot {
                    <tfoot><tr>
                        <th scope="row">{ texts.sum_heading() }</th>
                        { for Sex::ALL.map(|sex| html! { <td>{ foot(sex) }</td> }) }
                    </tr></tfoot>
                }
            </table>
        </div>
    }
}

fn head(ctx: &Ctx, table: &CellTable<'_>) -> Html {
    let texts = ctx.texts();
    let span = table.headings.len().to_string();
    html! {
        <thead>
            <tr>
                <th scope="col" rowspan="2">{ texts.age_heading() }</th>
                { for Sex::ALL.map(|sex| html! {
                    <th scope="colgroup" colspan={span.clone()}>{ sex_name(texts, sex) }</th>
                }) }
            </tr>
            <tr>{ for Sex::ALL.iter().flat_map(|_| table.headings).map(|h| html! { <th scope="col">{ *h }</th> }) }</tr>
        </thead>
    }
}

fn row(table: &CellTable<'_>, index: usize, band: AgeBand) -> Html {
    let cells = Sex::ALL.into_iter().flat_map(|sex| (table.cells)(index, Cell { sex, band }));
    html! { <tr><th scope="row">{ band.to_string() }</th>{ for cells.map(|cell| html! { <td>{ cell }</td> }) }</tr> }
}
