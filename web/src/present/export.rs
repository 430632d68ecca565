//! Tables under figures, and as CSV that a spreadsheet in the page's language opens as it stands.
use crate::text::{Lang, Texts};
use exchange::{
    csv::{Cell, Dialect, write},
    number::Sign,
};
use rust_decimal::{Decimal, RoundingStrategy::MidpointAwayFromZero};

/// A table under a figure or of its own: headings, then rows with a label each.
#[derive(Clone, Debug, PartialEq)]
pub struct DataTable {
    /// The first is the heading of the labels.
    pub headings: Vec<String>,
    /// Label and numbers; `None` where a model has no number.
    pub rows: Vec<(String, Vec<Option<Decimal>>)>,
    /// Decimals of every number that is no count.
    pub decimals: u32,
    /// How many of the first columns of numbers are counts, which have no decimals.
    pub whole: usize,
}

impl DataTable {
    /// A number of a column as the page shows it in the table, and that there is none; columns of numbers are counted
    /// from 0.
    pub fn shown(&self, lang: Lang, column: usize, value: Option<Decimal>) -> String {
        let Some(value) = value else { return none(lang).to_owned() };
        let decimals = if column < self.whole { 0 } else { self.decimals };
        super::amount::number(lang, value, decimals, Sign::Auto)
    }

    /// The same with no more digits than are shown.
    #[must_use]
    pub fn rounded(mut self) -> Self {
        let (whole, decimals) = (self.whole, self.decimals);
        for (_, values) in &mut self.rows {
            for (column, value) in values.iter_mut().enumerate() {
                let decimals = if column < whole { 0 } else { decimals };
                *value = value.map(|value| value.round_dp_with_strategy(decimals, MidpointAwayFromZero).normalize());
            }
        }
        self
    }

    /// The table as a file's text; numbers keep up to six decimals. `notes` stand under the table, a line each. The mark
    /// of made-up persons stands in every row: a row may be cut out.
    pub fn csv(&self, lang: Lang, notes: &[String], mark: Option<&str>) -> String {
        let marked = || mark.map(Cell::Text);
        let head = self.headings.iter().map(|heading| Cell::Text(heading)).chain(marked()).collect();
        let rows = self.rows.iter().map(|(label, values)| {
            let numbers = values.iter().map(|value| value.map_or(Cell::Text(none(lang)), Cell::Number));
            [Cell::Text(label)].into_iter().chain(numbers).chain(marked()).collect()
        });
        let notes = notes.iter().map(|note| vec![Cell::Text(note)]);
        let lines: Vec<Vec<Cell<'_>>> = [head].into_iter().chain(rows).chain([Vec::new()]).chain(notes).collect();
        write(lines, dialect(lang))
    }
}

/// What stands where there is no number, as in every other table.
fn none(lang: Lang) -> &'static str {
    Texts { lang }.not_available()
}

/// The marks that a spreadsheet in the language expects.
pub fn dialect(lang: Lang) -> Dialect {
    match lang {
        Lang::Sv => Dialect::SWEDISH,
        Lang::En => Dialect::ENGLISH,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounded_a_number_has_no_more_digits_than_the_table() {
        let rows = vec![("A".to_owned(), vec![Some(Decimal::new(400, 0)), Some(Decimal::new(12_345_678, 6))])];
        let headings = ["Vårdcentral", "Listade", "Netto"].map(str::to_owned).to_vec();
        let table = DataTable { headings, rows, decimals: 2, whole: 1 }.rounded();
        assert_eq!(table.csv(Lang::Sv, &[], None).lines().nth(1), Some("A;400;12,35"));
    }

    #[test]
    fn where_there_is_no_number_the_table_and_its_file_have_the_sign_of_every_other_table() {
        let table = DataTable {
            headings: ["Vårdcentral", "2025", "2026"].map(str::to_owned).to_vec(),
            rows: vec![("A".to_owned(), vec![None, Some(Decimal::new(125, 1))])],
            decimals: 2,
            whole: 0,
        };
        assert_eq!(table.shown(Lang::Sv, 0, None), "–");
        assert_eq!(table.shown(Lang::Sv, 1, Some(Decimal::new(125, 1))), "12,50");
        let csv = table.csv(Lang::Sv, &[], None);
        assert_eq!(csv.lines().nth(1), Some("A;–;12,5"), "{csv}");
    }
}
