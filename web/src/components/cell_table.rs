//! A table by age band with women and men beside each other.
use super::parts::{before, cell, column, el, row_name, scroll, text};
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
        let cells = before(name, Sex::ALL.map(|sex| cell(foot(sex))).to_vec());
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
    let first = before(age, Sex::ALL.map(over).to_vec());
    let once: Vec<Html> = table.headings.iter().map(|heading| column(heading)).collect();
    let second = [once.as_slice(), once.as_slice()].concat();
    el("thead", &[], vec![el("tr", &[], first), el("tr", &[], second)])
}

fn body_row(table: &CellTable<'_>, index: usize, band: AgeBand) -> Html {
    let mut row = vec![row_name(band.to_string())];
    for sex in Sex::ALL {
        row.extend((table.cells)(index, Cell { sex, band }).into_iter().map(cell));
    }
    el("tr", &[], row)
}
