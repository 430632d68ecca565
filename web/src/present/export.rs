//! Tables as CSV that Excel in Swedish opens as it stands: semicolons, decimal comma, byte order mark.
use crate::text::Lang;
use exchange::number::{Format, Notation, Sign, write};
use rust_decimal::Decimal;

/// A table under a figure or of its own: headings, then rows with a label each.
#[derive(Clone, Debug, PartialEq)]
pub struct DataTable {
    /// The first is the heading of the labels.
    pub headings: Vec<String>,
    /// Label and numbers; `None` where a model has no number.
    pub rows: Vec<(String, Vec<Option<Decimal>>)>,
    /// Decimals of every number.
    pub decimals: u32,
}

impl DataTable {
    /// A number as the page shows it in the table.
    pub fn shown(&self, lang: Lang, value: Decimal) -> String {
        super::amount::number(lang, value, self.decimals, Sign::Auto)
    }

    /// The table as a file's text; numbers keep up to six decimals. `notes` stand under the table, a line each.
    pub fn csv(&self, notes: &[String]) -> String {
        let head = self.headings.iter().map(|h| quoted(h)).collect::<Vec<_>>().join(";");
        let rows = self.rows.iter().map(|(label, values)| {
            let cells = values.iter().map(|value| value.map_or_else(String::new, csv_number));
            [quoted(label)].into_iter().chain(cells).collect::<Vec<_>>().join(";")
        });
        let notes = notes.iter().map(|note| quoted(note));
        let lines: Vec<String> = [head].into_iter().chain(rows).chain([String::new()]).chain(notes).collect();
        format!("\u{feff}{}\r\n", lines.join("\r\n"))
    }
}

fn csv_number(value: Decimal) -> String {
    let short = value.round_dp_with_strategy(6, rust_decimal::RoundingStrategy::MidpointAwayFromZero).normalize();
    let format = Format { notation: Notation::Swedish, decimals: short.scale(), sign: Sign::Auto, grouping: false };
    // a spreadsheet reads a hyphen as a minus, not the typographic sign
    write(short, &format).replace('\u{2212}', "-")
}

/// Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe before it.
fn quoted(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}
