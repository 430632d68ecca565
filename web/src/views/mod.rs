//! The rooms of the page, one file each. A view reads the state, sends actions, and shows what `report` arranged.
pub mod brief;
pub mod brief_chart;
pub mod differences;
pub mod import_origins;
pub mod import_panel;
pub mod import_preview;
pub mod method;
pub mod method_tables;
pub mod model;
pub mod model_tables;
pub mod place;
pub mod practice;
pub mod practice_figures;
pub mod practice_results;
pub mod practice_waterfall;
pub mod staffing;
