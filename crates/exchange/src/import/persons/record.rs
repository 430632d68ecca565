//! One row of a list as bytes, without a text for each cell. Does not know what the cells mean.

/// The cells of a row, one after the other.
#[derive(Clone, Copy)]
pub(super) struct Record<'a> {
    bytes: &'a [u8],
    ends: &'a [usize],
    /// The row's number, from 1.
    pub(super) row: u64,
}

impl<'a> Record<'a> {
    /// A row: its bytes, and where each cell ends.
    pub(super) fn new(bytes: &'a [u8], ends: &'a [usize], row: u64) -> Self {
        Self { bytes, ends, row }
    }

    /// The cell without white space around it; nothing where the row is shorter.
    #[inline]
    pub(super) fn cell(&self, column: usize) -> &'a [u8] {
        let start = match column.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(usize::MAX),
            None => 0,
        };
        let end = self.ends.get(column).copied().unwrap_or(0);
        self.bytes.get(start..end).unwrap_or_default().trim_ascii()
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether every cell is blank.
    pub(super) fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    /// Whether a cell holds a line break.
    pub(super) fn has_line_break(&self) -> bool {
        self.bytes.contains(&b'\n')
    }
}

/// The text of a cell, in UTF-8 or else in Windows-1252; most cells have digits and plain letters only.
pub(super) fn text(cell: &[u8]) -> std::borrow::Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => text.into(),
        Err(_) => table::Encoding::Windows1252.text(cell).into(),
    }
}
