//! How much is taken in. Each limit has its own error; nothing is cut off silently.

/// The largest file that is opened whole, in bytes. A list of persons is streamed and has no such limit.
pub const MAX_FILE_BYTES: usize = 64_000_000;
/// The most bytes that a workbook's parts may unpack to, all together.
pub const MAX_UNPACKED_BYTES: u64 = 600_000_000;
/// The most rows of a sheet that is opened whole.
pub const MAX_ROWS: usize = 200_000;
/// The most rows of a sheet with a list of persons: as many as a workbook has.
pub const MAX_LIST_ROWS: usize = 1_048_576;
/// The most columns of a sheet.
pub const MAX_COLUMNS: usize = 1_000;
/// The most cells with something in them, over all sheets that are opened whole.
pub const MAX_CELLS: usize = 600_000;
/// The most bytes of text in the cells, over all sheets that are opened whole.
pub const MAX_TEXT_BYTES: usize = 64_000_000;
/// The most sheets of a workbook.
pub const MAX_SHEETS: usize = 200;
