//! Model files: TOML in, checked model types or every error out.
