//! The web crate as a WASM module with its JavaScript glue. It does not know the page around them.
use crate::command::{cargo, output};
use crate::minify::minify;
use crate::pieces::{Cut, Piece, as_script, check_imports, cut, link};
use crate::progress::told;
use crate::repository::Repository;
use crate::tools::{Need, WASM_TARGET, ensure as ensure_tools};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};
use wasm_bindgen_cli_support::Bindgen;

/// How the module is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Small and fast; what users get.
    Release,
    /// Soon there and quick enough to be used.
    Serve,
    /// The same with the gallery of components in the place of the page.
    Gallery,
    /// Quick to build, with names in stack traces.
    Debug,
}

impl Profile {
    /// As Cargo.toml names it.
    fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Serve | Self::Gallery => "serve",
            Self::Debug => "dev",
        }
    }

    fn features(self) -> &'static str {
        match self {
            Self::Release | Self::Debug => "viktat-web/pieces",
            Self::Serve => "viktat-web/pieces,viktat-web/saved-models",
            Self::Gallery => "viktat-web/pieces,viktat-web/gallery",
        }
    }
}

/// How the glue reaches the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glue {
    /// `app.js`, a module that fetches `app_bg.wasm` beside it.
    Module,
    /// A classic script that sets `wasm_bindgen`, for a page that holds the module itself.
    Script,
}

/// The module and the script that it needs.
pub struct Bound {
    /// The glue.
    pub js: String,
    /// What every visit loads of the module.
    pub wasm: Vec<u8>,
    /// What is fetched when wanted.
    pub pieces: Vec<Piece>,
}

/// Compiles `web` and binds it. Fails when it does not compile.
pub fn compile(repository: &Repository, profile: Profile, glue: Glue) -> Result<Bound> {
    ensure_tools(&[Need::WasmTarget])?;
    let about = "cargo compiles the page to WebAssembly";
    let module = told(repository, &format!("compile-{}", profile.name()), about, || cargo_build(repository, profile))?;
    let about = "the module is cut into its pieces and bound to JavaScript";
    told(repository, &format!("bind-{}", profile.name()), about, || bound(repository, &module, (profile, glue)))
}

fn bound(repository: &Repository, module: &Path, kind: (Profile, Glue)) -> Result<Bound> {
    let folder = module.with_file_name("pieces");
    let module = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let cut = cut(&module, &folder)?;
    bind(cut, repository, kind)
}

/// The path of the compiled module, as cargo itself reports it.
fn cargo_build(repository: &Repository, profile: Profile) -> Result<PathBuf> {
    let mut command = cargo();
    command.current_dir(repository.root()).args([
        "rustc",
        "-p",
        "viktat-web",
        "--bin",
        "app",
        "--features",
        profile.features(),
    ]);
    command.args(["--profile", profile.name(), "--target", WASM_TARGET, "--message-format=json-render-diagnostics"]);
    if profile == Profile::Release {
        command.args(["--config", &without_paths(repository)?]);
    }
    // relocations say where the module may be cut
    command.args(["--", "-C", "link-arg=--emit-relocs"]);
    let messages = output(&mut command)?;
    messages
        .lines()
        .find_map(|message| module_path(message, "app.wasm"))
        .context("cargo did not report where app.wasm lies")
}

/// Compiler flags that keep this machine's folders out of the module, where panics name their places.
fn without_paths(repository: &Repository) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registry = home.context("neither CARGO_HOME nor a home folder is known")?.join("registry/src");
    let flags = [(registry.as_path(), "r"), (repository.root(), "v")]
        .map(|(from, to)| format!("{:?}", format!("--remap-path-prefix={}={to}", from.display())));
    Ok(format!("target.{WASM_TARGET}.rustflags=[{}]", flags.join(", ")))
}

/// The path of the compiled module of a name, if one of cargo's messages tells it.
pub fn module_path(message: &str, name: &str) -> Option<PathBuf> {
    let message: Value = serde_json::from_str(message).ok()?;
    let files = message.get("filenames")?.as_array()?;
    files.iter().filter_map(Value::as_str).find(|file| file.ends_with(name)).map(PathBuf::from)
}

fn bind(cut: Cut, repository: &Repository, (profile, glue): (Profile, Glue)) -> Result<Bound> {
    let release = profile == Profile::Release;
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("app", cut.main.clone()).typescript(false).debug(profile == Profile::Debug);
    bindgen.remove_producers_section(release).remove_name_section(release);
    // the pieces need the function table
    bindgen.web(true)?.omit_default_module_path(glue == Glue::Script).keep_lld_exports(true);
    let mut output = bindgen.generate_output()?;
    let plain = output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty();
    ensure!(plain, "a dependency brings JavaScript snippets, which neither the page nor the single file can carry");
    let js = link(output.js(), &cut, repository)?;
    let js = if glue == Glue::Script { as_script(&js)? } else { js };
    let js = if release { minify(&js) } else { js };
    let wasm = output.wasm_mut().emit_wasm();
    check_imports(&wasm, &cut.pieces)?;
    Ok(Bound { js, wasm, pieces: cut.pieces })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What asks the makers' machine for models, or shows a gallery, is not in what users get.
    #[test]
    fn users_get_the_page_alone() {
        assert_eq!(Profile::Release.features(), "viktat-web/pieces");
    }

    #[test]
    fn the_module_is_found_among_the_messages() {
        let found = module_path(r#"{"reason":"compiler-artifact","filenames":["t/app.d","t/app.wasm"]}"#, "app.wasm");
        assert_eq!(found, Some(PathBuf::from("t/app.wasm")));
        let found =
            module_path(r#"{"reason":"compiler-artifact","filenames":["t/bench.d","t/bench.wasm"]}"#, "bench.wasm");
        assert_eq!(found, Some(PathBuf::from("t/bench.wasm")));
        assert_eq!(module_path(r#"{"reason":"compiler-artifact","filenames":["t/libmodel.rlib"]}"#, "app.wasm"), None);
        assert_eq!(module_path("warning: not JSON", "app.wasm"), None);
    }
}
