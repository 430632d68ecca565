//! Formulas over figures and helping steps, and how they are written once every cell has its place. Knows no Excel
//! file, only its formula language.
use super::layout::WorkbookLayout;
use rust_xlsxwriter::utility::row_col_to_cell;

/// Where a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) page: usize,
    pub(super) row: u32,
    pub(super) column: u16,
}

impl Place {
    fn is_just_above(self, other: Self) -> bool {
        (self.page, self.row + 1, self.column) == (other.page, other.row, other.column)
    }
}

/// What a formula reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ref {
    /// A figure.
    Figure(usize),
    /// A helping step of the calculation.
    Step(usize),
    /// A cell of the sheet of several conditions: its row and column.
    Joint(u32, u16),
}

/// The formula of one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Formula {
    Same(Ref),
    /// At most [`MOST_TERMS`] of them.
    Sum(Vec<Ref>),
    Minus(Ref, Ref),
    Times(Ref, Ref),
    By(Ref, Ref),
    TwelveTimes(Ref),
    Root(Ref),
    /// The product of one less each.
    NoneOf(Vec<Ref>),
    /// One less the first, times the second.
    RestTimes(Ref, Ref),
    /// The first less the second times the third.
    LessProduct(Ref, Ref, Ref),
    /// The first times one less the share, and the second, if there is one, times the share.
    Chance(Ref, Option<Ref>, Ref),
    /// Between nothing and one.
    Within(Ref),
    /// One less the sum, between nothing and one.
    RestWithin(Vec<Ref>),
}

/// A reference takes at most 80 characters (a quoted name of 31 apostrophes, and `XFD1048576`), and a formula may have
/// 8,192 characters and a function 255 arguments.
pub(super) const MOST_TERMS: usize = 100;

/// Writes formulas for the cells of one page.
pub(super) struct Writing<'a> {
    pub(super) layout: &'a WorkbookLayout,
    pub(super) names: &'a [String],
    pub(super) page: usize,
}

impl Writing<'_> {
    /// The formula without its equals sign.
    pub(super) fn formula(&self, formula: &Formula) -> String {
        let at = |r: &Ref| self.reference(*r);
        let join = |parts: &[&str]| parts.concat();
        match formula {
            Formula::Same(a) => at(a),
            Formula::Sum(parts) => join(&["SUM(", &self.list(parts), ")"]),
            Formula::Minus(a, b) => join(&[&at(a), "-", &at(b)]),
            Formula::Times(a, b) => join(&[&at(a), "*", &at(b)]),
            Formula::By(a, b) => join(&[&at(a), "/", &at(b)]),
            Formula::TwelveTimes(a) => join(&["12*", &at(a)]),
            Formula::Root(a) => join(&["SQRT(", &at(a), ")"]),
            Formula::NoneOf(parts) => self.none_of(parts),
            Formula::RestTimes(a, b) => join(&["(1-", &at(a), ")*", &at(b)]),
            Formula::LessProduct(a, b, c) => join(&[&at(a), "-", &at(b), "*", &at(c)]),
            Formula::Chance(a, None, share) => join(&[&at(a), "*(1-", &at(share), ")"]),
            Formula::Chance(a, Some(b), share) => join(&[&at(a), "*(1-", &at(share), ")+", &at(b), "*", &at(share)]),
            Formula::Within(a) => join(&["MIN(1,MAX(0,", &at(a), "))"]),
            Formula::RestWithin(parts) => join(&["MIN(1,MAX(0,1-SUM(", &self.list(parts), ")))"]),
        }
    }

    fn none_of(&self, parts: &[Ref]) -> String {
        let rest = |part: &Ref| ["(1-", &self.reference(*part), ")"].concat();
        parts.iter().map(rest).collect::<Vec<_>>().join("*")
    }

    /// Cells and ranges, with commas; a zero for none.
    fn list(&self, parts: &[Ref]) -> String {
        let mut runs: Vec<(Place, Place)> = Vec::new();
        for place in parts.iter().map(|part| self.layout.place(*part)) {
            match runs.last_mut() {
                Some((_, last)) if last.is_just_above(place) => *last = place,
                _ => runs.push((place, place)),
            }
        }
        let written: Vec<_> = runs.into_iter().map(|(first, last)| self.range(first, last)).collect();
        if written.is_empty() { "0".to_owned() } else { written.join(",") }
    }

    fn range(&self, first: Place, last: Place) -> String {
        let start = self.cell(first);
        if first == last { start } else { [&start, ":", &row_col_to_cell(last.row, last.column)].concat() }
    }

    fn reference(&self, r: Ref) -> String {
        self.cell(self.layout.place(r))
    }

    fn cell(&self, place: Place) -> String {
        let cell = row_col_to_cell(place.row, place.column);
        match self.names.get(place.page).filter(|_| place.page != self.page) {
            Some(name) => ["'", &name.replace('\'', "''"), "'!", &cell].concat(),
            None => cell,
        }
    }
}
