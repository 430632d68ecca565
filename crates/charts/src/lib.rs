//! Chart specification in, SVG out.
