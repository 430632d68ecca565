//! A whole region: reading, sums, statistics, fits, made-up persons.
mod aims;
mod engine;
mod fit;
mod ingest;
mod one_population;
mod phase_in;
mod synthetic;
mod synthetic_laws;
