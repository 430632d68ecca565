//! Parts that several views use: props in, callbacks out.
pub mod cell_table;
pub mod choice;
pub mod entry_field;
pub mod fault_list;
pub mod figure;
pub mod file_field;
pub mod lazy_details;
pub mod lazy_value;
pub mod live_figure;
pub mod notes;
pub mod number_field;
pub mod parts;
pub mod select_field;
pub mod status;
pub mod top_bar;
pub mod value;
pub mod why;
