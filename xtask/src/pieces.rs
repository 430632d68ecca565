//! The linked module cut into the part that every visit loads and the pieces that are fetched when wanted, and the glue
//! that fetches them. It does not know what is in a piece: functions marked with `wasm_split` say where to cut.
use crate::repository::Repository;
use anyhow::{Context, Result, anyhow, ensure};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

/// What the cut module says that it imports its loaders from.
const LINK: &str = "./pieces.js";
/// What a piece says that it imports the first part's exports from, as in web/assets/pieces.js.
const GIVEN: &str = "__wasm_split";

/// One piece.
pub struct Piece {
    /// File name without its ending.
    pub name: String,
    /// The module, which needs the first part's memory and table.
    pub wasm: Vec<u8>,
}

/// A module in parts.
pub struct Cut {
    /// The part that every visit loads, not yet bound.
    pub main: Vec<u8>,
    /// The rest.
    pub pieces: Vec<Piece>,
    /// The files of each split point, in the order in which they must be loaded.
    files: BTreeMap<String, Vec<String>>,
}

/// Cuts a module that was linked with `--emit-relocs`. `folder` is emptied and used.
pub fn cut(module: &[u8], folder: &Path) -> Result<Cut> {
    if folder.exists() {
        fs::remove_dir_all(folder).context("an earlier cut cannot be removed")?;
    }
    let main = folder.join("main.wasm");
    let mut options = Options::new(module);
    (options.output_dir, options.main_out_path, options.link_name) = (folder, &main, LINK);
    let split = transform(options).map_err(|error| anyhow!("the module cannot be cut: {error:#}"))?;
    let mut pieces = Vec::new();
    for path in &split.split_modules {
        let name = path.file_stem().context("a piece without a name")?.to_string_lossy().into_owned();
        let wasm = fs::read(path)?;
        pieces.push(Piece { wasm: without_names(&wasm)?, name });
    }
    pieces.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Cut { main: fs::read(&main)?, pieces, files: split.prefetch_map.into_iter().collect() })
}

/// The module without its custom sections: function names, of use to a debugger only.
fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = module.get(..8).context("a piece is no module")?.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("a piece is no module")?;
        if let (Some((id, range)), false) = (payload.as_section(), matches!(payload, Payload::CustomSection(_))) {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            let section = module.get(start..end).context("a section beyond the end")?;
            kept.push(id);
            leb128(section.len(), &mut kept);
            kept.extend_from_slice(section);
        }
    }
    Ok(kept)
}

fn leb128(mut number: usize, bytes: &mut Vec<u8>) {
    let low = |number: usize| number.to_le_bytes()[0] & 0x7f;
    while number > 0x7f {
        bytes.push(low(number) | 0x80);
        number >>= 7;
    }
    bytes.push(low(number));
}

/// Fails if a piece imports what the bound first part does not export: the browser would refuse it when it is wanted.
pub fn check_imports(main: &[u8], pieces: &[Piece]) -> Result<()> {
    let mut exported = BTreeSet::new();
    for payload in Parser::new(0).parse_all(main) {
        if let Payload::ExportSection(exports) = payload.context("the first part is no module")? {
            for export in exports {
                exported.insert(export?.name);
            }
        }
    }
    for piece in pieces {
        for payload in Parser::new(0).parse_all(&piece.wasm) {
            let Payload::ImportSection(imports) = payload.context("a piece is no module")? else { continue };
            for import in imports.into_imports() {
                let import = import?;
                let (from, name) = (import.module, import.name);
                let is_given = from == GIVEN && exported.contains(name);
                ensure!(is_given, "{} imports {from}.{name}, which nothing gives it", piece.name);
            }
        }
    }
    Ok(())
}

/// The glue with the loaders in the place of the imports that the browser would have to resolve: one for each split
/// point, all of the same module.
pub fn link(glue: &str, cut: &Cut, repository: &Repository) -> Result<String> {
    let from = format!(" from \"{LINK}\"");
    let (imports, rest): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| line.ends_with(&from));
    let named = imports.iter().map(|line| line.strip_prefix("import * as ")?.strip_suffix(&from));
    let names: Vec<&str> = named.collect::<Option<_>>().context("the glue imports its loaders in another way")?;
    ensure!(!names.is_empty(), "the glue does not import {LINK}");
    let loaders = cut.files.iter().map(|(split, files)| {
        let files = files.iter().map(|file| format!("'{file}'")).collect::<Vec<_>>().join(", ");
        format!("  __wasm_split_load_{split}: viktatPieces([{files}]),\n")
    });
    let loaders = format!("const viktatLoaders = {{\n{}}};\n", loaders.collect::<String>());
    let names: String = names.iter().map(|name| format!("const {name} = viktatLoaders;\n")).collect();
    Ok([&repository.read("web/assets/pieces.js")?, &loaders, &names, &rest.join("\n"), "\n"].concat())
}

/// The same glue as a classic script that sets `wasm_bindgen`, for a page that holds the module itself.
pub fn as_script(glue: &str) -> Result<String> {
    const EXPORT: &str = "export { initSync, __wbg_init as default };";
    const FUNCTION: &str = "export function ";
    let body = glue.trim_end().strip_suffix(EXPORT).context("the glue does not end with its export")?;
    let names = body.lines().filter_map(|line| line.strip_prefix(FUNCTION)?.split_once('(')).map(|(name, _)| name);
    let names = names.collect::<Vec<_>>().join(", ");
    let body = body.replace(&format!("\n{FUNCTION}"), "\nfunction ");
    ensure!(!body.contains("\nimport ") && !body.contains("\nexport "), "the glue needs to be a module");
    ensure!(!body.contains("import.meta"), "the glue needs to be a module");
    Ok(format!("const wasm_bindgen = (() => {{\n{body}return Object.assign(__wbg_init, {{ {names} }});\n}})();\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import * as import1 from \"./pieces.js\"\nimport * as import2 from \"./pieces.js\"\n\nlet wasm;\n\
        export function work(a) {\n}\nexport { initSync, __wbg_init as default };\n";

    fn repository() -> Repository {
        Repository::find().unwrap()
    }

    #[test]
    fn the_import_becomes_loaders_that_know_their_files_in_order() {
        let files = BTreeMap::from([("views".to_owned(), vec!["chunk_0".to_owned(), "split_views".to_owned()])]);
        let cut = Cut { main: Vec::new(), pieces: Vec::new(), files };
        let linked = link(GLUE, &cut, &repository()).unwrap();
        assert!(linked.contains("__wasm_split_load_views: viktatPieces(['chunk_0', 'split_views']),"), "{linked}");
        assert!(linked.contains("const import2 = viktatLoaders;"), "{linked}");
        assert!(!linked.contains("import *"), "{linked}");
        assert!(link("let wasm;", &cut, &repository()).is_err());
    }

    #[test]
    fn a_script_sets_one_name_and_is_no_module() {
        let glue = GLUE.lines().skip(3).collect::<Vec<_>>().join("\n");
        let script = as_script(&glue).unwrap();
        let body = "let wasm;\nfunction work(a) {\n}\nreturn Object.assign(__wbg_init, { work });\n";
        assert_eq!(script, format!("const wasm_bindgen = (() => {{\n{body}}})();\n"));
        assert!(as_script("let wasm;").is_err());
        assert!(as_script("import.meta\nexport { initSync, __wbg_init as default };").is_err());
    }

    #[test]
    fn a_piece_that_imports_what_the_first_part_does_not_export_is_noticed() {
        let section = |id: u8, content: &[u8]| [&[id, u8::try_from(content.len()).unwrap()], content].concat();
        let text = |text: &str| [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat();
        let header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
        let exports = [vec![1], text("shared"), vec![2, 0]].concat();
        let main = [header.to_vec(), section(5, &[1, 0, 1]), section(7, &exports)].concat();
        let importing = |from: &str, name: &str| {
            let imports = [vec![1], text(from), text(name), vec![2, 0, 1]].concat();
            let wasm = [header.to_vec(), section(2, &imports)].concat();
            check_imports(&main, &[Piece { name: "split_views".to_owned(), wasm }])
        };
        importing("__wasm_split", "shared").unwrap();
        let told = importing("__wasm_split", "__canary_1").unwrap_err().to_string();
        assert_eq!(told, "split_views imports __wasm_split.__canary_1, which nothing gives it");
        assert!(importing("env", "shared").is_err());
    }

    #[test]
    fn names_go_and_the_rest_stays() {
        let header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
        let (types, names) = ([1, 4, 1, 0x60, 0, 0], [0, 6, 4, b'n', b'a', b'm', b'e', 0]);
        let module = [header.as_slice(), &types, &names].concat();
        assert_eq!(without_names(&module).unwrap(), [header.as_slice(), &types].concat());
        assert!(without_names(b"rubbish").is_err());
        let mut long = Vec::new();
        leb128(300, &mut long);
        assert_eq!(long, [0xac, 2]);
    }
}
