//! The whole page as one HTML file that opens from file:// without a network.
use crate::compile::{Glue, Profile, compile};
use crate::csp;
use crate::dist::style;
use crate::licenses;
use crate::pieces::Piece;
use crate::repository::{Repository, SINGLE_FILE};
use crate::shell_cards::shell_cards;
use crate::template::{Parts, fill};
use anyhow::{Context, Result, ensure};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use std::{fs, io::Write as _, time::Instant};

/// What goes into the one file.
struct Content {
    style: String,
    /// Runs before the browser reads the payload, so that a browser without WASM is told at once.
    boot: String,
    glue: String,
    start: String,
    /// What a worker runs after the glue; data to the page.
    worker: String,
    wasm: Vec<u8>,
    pieces: Vec<Piece>,
    licenses: String,
}

/// Writes dist/viktat.html.
pub fn build(repository: &Repository) -> Result<()> {
    let started = Instant::now();
    let bound = compile(repository, Profile::Release, Glue::Script)?;
    let index = repository.read("index.html")?;
    let content = Content {
        style: style(repository, &index)?,
        boot: repository.read("web/assets/boot.js")?,
        glue: bound.js,
        start: repository.read("web/assets/start-single.js")?,
        worker: ["web/assets/worker-single.js", "web/assets/worker.js"]
            .map(|file| repository.read(file))
            .into_iter()
            .collect::<Result<_>>()?,
        wasm: bound.wasm,
        pieces: bound.pieces,
        licenses: licenses::text(repository)?,
    };
    let page = assemble(&index, &content, shell_cards()?)?;
    fs::create_dir_all(repository.dist()).context("dist/ cannot be made")?;
    let file = repository.dist().join(SINGLE_FILE);
    fs::write(&file, &page).with_context(|| format!("{} cannot be written", file.display()))?;
    eprintln!("dist/{SINGLE_FILE} built in {:.1?}; {} bytes", started.elapsed(), page.len());
    Ok(())
}

fn assemble(index: &str, content: &Content, cards: String) -> Result<String> {
    let Content { style, boot, glue, start, worker, wasm, pieces, licenses: texts } = content;
    for (name, text) in [("boot.js", boot), ("the glue", glue), ("start-single.js", start), ("the worker", worker)] {
        ensure!(!text.contains("</script") && !text.contains("<!--"), "{name} holds text that would end its element");
    }
    ensure!(!style.contains("</style"), "a style sheet holds text that would end its element");
    let policy = csp::single(&[boot, glue, start], style);
    let parts = Parts {
        policy: format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
        style: format!("<style>{style}</style>"),
        app: String::new(),
        scripts: format!(
            "<script>{boot}</script>\n{}{}{}<script type=\"text/plain\" id=\"viktat-worker\">{worker}</script>\n\
             <script id=\"viktat-glue\">{glue}</script>\n<script>{start}</script>",
            inline_module("app_bg", wasm)?,
            pieces.iter().map(|piece| inline_module(&piece.name, &piece.wasm)).collect::<Result<String>>()?,
            inline_text(licenses::NAME, texts)?
        ),
        cards,
    };
    fill(index, &parts)
}

/// A module, packed, as data that is never run.
fn inline_module(name: &str, wasm: &[u8]) -> Result<String> {
    Ok(format!("<script id=\"viktat-{name}\" type=\"application/gzip;base64\">{}</script>\n", pack(wasm)?))
}

/// A text as data that is never run: JSON, so that no control character stands in the page, and without `<`, so that
/// nothing in it ends the element.
fn inline_text(name: &str, text: &str) -> Result<String> {
    let json = serde_json::to_string(text)?.replace('<', "\\u003c");
    Ok(format!("<script id=\"viktat-{name}\" type=\"application/json\">{json}</script>\n"))
}

/// gzip, then base64.
fn pack(bytes: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(STANDARD.encode(gzip.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    const INDEX: &str = "<meta charset=\"utf-8\">\n<link data-built rel=\"css\" href=\"a.css\">\n\
        <h1>Viktat</h1>\n<!-- shell-cards -->\n<script src=\"boot.js\"></script>\n";

    fn content() -> Content {
        let [style, boot, glue, start, worker] = ["p{}", "boot()", "glue()", "start()", "work()"].map(str::to_owned);
        Content {
            style,
            boot,
            glue,
            start,
            worker,
            wasm: b"\0asm".to_vec(),
            pieces: vec![Piece { name: "split_views".to_owned(), wasm: b"\0asm".to_vec() }],
            licenses: "a\u{1e}</script>".to_owned(),
        }
    }

    #[test]
    fn the_policy_comes_first_and_the_payload_after_the_shell_and_the_boot_script() {
        let page = assemble(INDEX, &content(), "<p>cards</p>".to_owned()).unwrap();
        let order = [
            "charset",
            "Content-Security-Policy",
            "<style>",
            "<h1>",
            "cards",
            "boot()",
            "viktat-app_bg",
            "viktat-split_views",
            "viktat-third-party-licenses",
            "viktat-worker",
            "glue()",
        ];
        let places: Vec<_> = order.iter().map(|part| page.find(part).unwrap()).collect();
        assert!(places.is_sorted(), "{page}");
        assert!(!page.contains("src="), "{page}");
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let content = Content { glue: "'</script>'".to_owned(), ..content() };
        let error = assemble(INDEX, &content, String::new()).unwrap_err().to_string();
        assert!(error.contains("the glue"), "{error}");
    }

    #[test]
    fn a_text_stays_inside_its_element_and_comes_out_as_it_was() {
        let table = "a\u{1e}\u{1} \"kr\"\u{1e}</script><!--";
        let element = inline_text("name", table).unwrap();
        let (_, json) = element.split_once('>').unwrap();
        let (json, _) = json.split_once('<').unwrap();
        assert_eq!(serde_json::from_str::<String>(json).unwrap(), table);
        assert!(!json.chars().any(char::is_control), "{json}");
    }

    #[test]
    fn the_payload_unpacks_to_the_module() {
        let packed = STANDARD.decode(pack(b"\0asm\x01").unwrap()).unwrap();
        let mut module = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut module).unwrap();
        assert_eq!(module, b"\0asm\x01");
    }
}
