//! View models: plain data in the reader's terms.
