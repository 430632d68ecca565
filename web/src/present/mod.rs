//! From the core's figures to the reader's words, and from reports to chart specifications. Draws nothing and changes
//! nothing.
pub mod amount;
pub mod book;
pub mod book_words;
pub mod charts;
pub mod export;
pub mod fault;
pub mod goal_words;
pub mod group_chart;
pub mod guard_words;
pub mod guarding;
pub mod import_words;
pub mod person_words;
mod phase_chart;
pub mod phase_term;
pub mod phase_words;
pub mod practice_charts;
pub mod practice_rows;
pub mod reading_words;
pub mod region_charts;
pub mod scenario_words;
pub mod staff_words;
pub mod taken;
pub mod term;
pub mod today;
pub mod tornado_chart;
pub mod trigger;
pub mod used_sources;
