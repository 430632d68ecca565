//! JavaScript facade: the same engine for scripts.
