//! Tables pasted from a spreadsheet: cells from text, and cells onto a grid.
//!
//! Knows no heading and no field: which row is which age band is not decided here.

mod block;
pub(crate) mod cells;
mod error;
mod fill;
pub(crate) mod table;

pub use block::DataBlock;
pub use error::PasteError;
pub use fill::{Fill, Placed, fill};
pub use table::{MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Table, read_table};
