//! The core: payment models, simulation, staffing, in exact arithmetic.
