//! A table by age band with women and men beside each other.
use crate::{ctx::use_ctx, present::amount::sex_name};
use model::{age::AgeBand, cell::Cell, sex::Sex};
use yew::{AttrValue, Callback, Html, Properties, component, html};

/// What stands in the table.
#[derive(Properties, PartialEq)]
pub struct CellTableProps {
    /// Its name, for those who hear it.
    pub caption: AttrValue,
    /// The bands.
    pub bands: Vec<AgeBand>,
    /// Headings under each sex.
    pub headings: Vec<AttrValue>,
    /// The cells of a row: as many as there are headings. Row index and cell in.
    pub cells: Callback<(usize, Cell), Vec<Html>>,
    /// A last row by sex, if there is one.
    #[prop_or_default]
    pub foot: Option<Callback<Sex, Vec<Html>>>,
}

/// A native table, so that it reads well aloud.
#[component]
pub fn CellTable(props: &CellTableProps) -> Html {
    let texts = use_ctx().texts();
    let span = props.headings.len().to_string();
    let row = |(i, band): (usize, &AgeBand)| {
        let cells = Sex::ALL.into_iter().flat_map(|sex| props.cells.emit((i, Cell { sex, band: *band })));
        html! { <tr><th scope="row">{ band.to_string() }</th>{ for cells.map(|cell| html! { <td>{ cell }</td> }) }</tr> }
    };
    html! {
        <div class="scroll" role="region" aria-label={props.caption.clone()} tabindex="0">
            <table class="cells" data-grid="true">
                <caption>{ &props.caption }</caption>
                <thead>
                    <tr>
                        <th scope="col" rowspan="2">{ texts.age_heading() }</th>
                        { for Sex::ALL.map(|sex| html! {
                            <th scope="colgroup" colspan={span.clone()}>{ sex_name(texts, sex) }</th>
                        }) }
                    </tr>
                    <tr>{ for Sex::ALL.iter().flat_map(|_| &props.headings).map(|h| html! { <th scope="col">{ h }</th> }) }</tr>
                </thead>
                <tbody>{ for props.bands.iter().enumerate().map(row) }</tbody>
                if let Some(foot) = &props.foot {
                    <tfoot><tr>
                        <th scope="row">{ texts.sum_heading() }</th>
                        { for Sex::ALL.into_iter().flat_map(|sex| foot.emit(sex)).map(|c| html! { <td>{ c }</td> }) }
                    </tr></tfoot>
                }
            </table>
        </div>
    }
}
