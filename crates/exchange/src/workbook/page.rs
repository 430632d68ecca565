//! A sheet as plain cells: what stands where, and how it looks. Knows no figure and no file.
use model::quantity::Unit;
use rust_decimal::Decimal;

/// One sheet, ready to be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Page {
    pub(super) name: String,
    pub(super) cells: Vec<Placed>,
    /// Rows and columns that stay in view.
    pub(super) frozen: (u32, u16),
    /// Widths in characters, from the first column.
    pub(super) widths: Vec<u16>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Placed {
    pub(super) row: u32,
    pub(super) column: u16,
    pub(super) content: Content,
    pub(super) look: Look,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    Text(String),
    Number(Decimal),
    /// A formula without its equals sign, and its value.
    Formula(String, Decimal),
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Look {
    Title,
    Heading,
    /// Over the sheet's breadth.
    Text,
    /// A heading of columns.
    Head,
    /// The same over numbers.
    HeadOfNumbers,
    Label,
    /// Figures.
    Number(Unit, NumberOrigin),
    /// The place of a figure in the legend.
    Sample(NumberOrigin),
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum NumberOrigin {
    /// A cell to write in.
    Input,
    /// The user's, in the place of a source's.
    Edited,
    /// A source's.
    Source,
    /// Worked out.
    Formula,
}

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (6, 58);
/// The width of a number.
const NUMBER: usize = 14;

impl Page {
    /// A page without cells.
    pub(super) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Puts a text there; an empty one leaves the cell empty.
    pub(super) fn text(&mut self, row: u32, column: u16, text: String, look: Look) {
        if !text.is_empty() {
            self.put(row, column, Content::Text(text), look);
        }
    }

    /// Puts something there, and makes the column wide enough.
    pub(super) fn put(&mut self, row: u32, column: u16, content: Content, look: Look) {
        let wide = match (&content, look) {
            (Content::Text(text), Look::Label) => text.chars().count() + 2,
            (Content::Text(_), _) => 0,
            _ => NUMBER,
        };
        self.widen(column, wide);
        self.cells.push(Placed { row, column, content, look });
    }

    /// Headings of columns, from the first; numbers stand in the columns from the second up to this.
    pub(super) fn head(&mut self, row: u32, headings: impl IntoIterator<Item = String>, numbers: u16) {
        for (column, heading) in (0..).zip(headings) {
            // a heading wraps
            self.widen(column, NUMBER);
            let look = if (1..=numbers).contains(&column) { Look::HeadOfNumbers } else { Look::Head };
            self.cells.push(Placed { row, column, content: Content::Text(heading), look });
        }
    }

    fn widen(&mut self, column: u16, wide: usize) {
        let at = usize::from(column);
        if self.widths.len() <= at {
            self.widths.resize(at + 1, u16::try_from(WIDTHS.0).unwrap_or_default());
        }
        let wide = u16::try_from(wide.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or_default();
        if let Some(width) = self.widths.get_mut(at) {
            *width = wide.max(*width);
        }
    }
}
