//! Where things lie. It does not know what is in them.
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// The name of the single file inside dist/.
pub const SINGLE_FILE: &str = "viktat.html";

/// The root of the checkout.
pub struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The nearest folder, from the current one upwards, that holds this tool. Fails outside a checkout.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().context("the current folder cannot be read")?;
        let root = here.ancestors().find(|folder| folder.join("xtask/Cargo.toml").is_file());
        let root = root.with_context(|| format!("{} lies in no checkout of Viktat", here.display()))?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// The root folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path below the root.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The folder that the built page goes to.
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// The text of a file below the root. The error names the file.
    pub fn read(&self, relative: &str) -> Result<String> {
        std::fs::read_to_string(self.path(relative)).with_context(|| format!("{relative} cannot be read"))
    }
}
