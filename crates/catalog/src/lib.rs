//! The shipped models, sources and populations, lowered at build time.
