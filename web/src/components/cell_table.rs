//! A table by age band with women and men beside each other.
use super::parts::{cell, column, el, row_name, scroll, text};
use crate::{ctx::Ctx, present::amount::sex_name};
use model::{age::AgeBand, cell::Cell, sex::Sex};
use yew::{AttrValue, Html};

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
    let rows = table.bands.iter().enumerate().map(|(i, band)| body_row(table, i, *band)).collect();
    let mut parts = vec![head(ctx, table), el("tbody", &[], rows)];
    if let Some(foot) = table.foot {
        let name = row_name(ctx.texts().sum_heading().to_owned());
        let cells = [name].into_iter().chain(Sex::ALL.map(|sex| cell(foot(sex)))).collect();
        parts.push(el("tfoot", &[], vec![el("tr", &[], cells)]));
    }
    let table_element = el("table", &[("class", "cells"), ("data-grid", "true")], parts);
    scroll(AttrValue::Static(table.caption), table_element)
}

fn head(ctx: &Ctx, table: &CellTable<'_>) -> Html {
    let t = ctx.texts();
    let span = table.headings.len().to_string();
    let over = |sex| {
        let span = AttrValue::from(span.clone());
        let fixed = [("scope", "colgroup")];
        super::parts::element("th", &fixed, vec![("colspan", span)], vec![text(sex_name(t, sex))])
    };
    let age = el("th", &[("scope", "col"), ("rowspan", "2")], vec![text(t.age_heading())]);
    let first = [age].into_iter().chain(Sex::ALL.map(over)).collect();
    let second = Sex::ALL.iter().flat_map(|_| table.headings).map(|heading| column(heading)).collect();
    el("thead", &[], vec![el("tr", &[], first), el("tr", &[], second)])
}

fn body_row(table: &CellTable<'_>, index: usize, band: AgeBand) -> Html {
    let cells = Sex::ALL.into_iter().flat_map(|sex| (table.cells)(index, Cell { sex, band })).map(cell);
    el("tr", &[], [row_name(band.to_string())].into_iter().chain(cells).collect())
}
