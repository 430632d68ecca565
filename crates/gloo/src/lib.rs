//! Stands in for the crate gloo, which Yew takes with all of its parts. One of them, gloo-worker, brings bincode, which
//! nobody maintains any more (RUSTSEC-2025-0141). Yew uses these four, so the others stay out. Adds nothing of its own.
pub use gloo_console as console;
pub use gloo_events as events;
pub use gloo_timers as timers;
pub use gloo_utils as utils;
