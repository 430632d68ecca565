//! index.html with its marked lines replaced. It does not know what is put in.
use anyhow::{Result, ensure};

const CHARSET: &str = "<meta charset=";
const LINK: &str = "<link data-built ";
const BOOT: &str = "<script src=\"boot.js\"></script>";
const CARDS: &str = "<!-- shell-cards -->";

/// One `<link data-built …>` of index.html.
#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    /// `css`, `copy-file` or `app`.
    pub rel: String,
    /// Path below the repository's root.
    pub href: String,
}

/// What replaces the marked lines; every part is HTML.
#[derive(Default)]
pub struct Parts {
    /// Comes right after the charset: what governs all that follows.
    pub policy: String,
    /// Stands for all style links.
    pub style: String,
    /// Stands for the link to the app.
    pub app: String,
    /// Stands for the line that loads boot.js.
    pub scripts: String,
    /// Stands for the marked place in the shell.
    pub cards: String,
}

/// The links in order.
pub fn links(html: &str) -> Vec<Link> {
    let links = html.lines().filter(|line| line.starts_with(LINK));
    links.filter_map(|line| Some(Link { rel: attribute(line, "rel")?, href: attribute(line, "href")? })).collect()
}

/// The page. Fails when index.html lacks a line that is to be replaced.
pub fn fill(html: &str, parts: &Parts) -> Result<String> {
    for mark in [CHARSET, LINK, BOOT, CARDS] {
        ensure!(
            html.lines().any(|line| line.starts_with(mark)),
            "index.html: no line starts with `{mark}`; put it back"
        );
    }
    let mut page = String::new();
    let mut style = Some(parts.style.as_str());
    for line in html.lines() {
        let rel = line.strip_prefix(LINK).and_then(|rest| attribute(rest, "rel"));
        let replaced = match (rel.as_deref(), line) {
            (Some("css"), _) => style.take().unwrap_or_default(),
            (Some("app"), _) => &parts.app,
            (Some(_), _) => "",
            (None, BOOT) => &parts.scripts,
            (None, CARDS) => &parts.cards,
            (None, other) => other,
        };
        push_line(&mut page, replaced);
        if line.starts_with(CHARSET) {
            push_line(&mut page, &parts.policy);
        }
    }
    Ok(page)
}

/// The line that loads boot.js, for a page that keeps it.
pub fn boot_line() -> String {
    BOOT.to_owned()
}

/// The value of the first `name="value"` in a piece of HTML.
pub fn attribute(html: &str, name: &str) -> Option<String> {
    let (_, rest) = html.split_once(&format!("{name}=\""))?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}

fn push_line(page: &mut String, line: &str) {
    if !line.is_empty() {
        page.push_str(line);
        page.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<meta charset="utf-8">
<link data-built rel="css" href="web/a.css">
<link data-built rel="css" href="web/b.css">
<link data-built rel="copy-file" href="web/start.js">
<link data-built rel="app">
<!-- shell-cards -->
<script src="boot.js"></script>
"#;

    fn parts() -> Parts {
        let [policy, style, app, scripts, cards] = ["POLICY", "STYLE", "APP", "SCRIPTS", "CARDS"].map(str::to_owned);
        Parts { policy, style, app, scripts, cards }
    }

    #[test]
    fn each_mark_is_replaced_where_it_stands() {
        let page = fill(INDEX, &parts()).unwrap();
        assert_eq!(page, "<meta charset=\"utf-8\">\nPOLICY\nSTYLE\nAPP\nCARDS\nSCRIPTS\n");
    }

    #[test]
    fn a_lost_mark_is_an_error_that_names_it() {
        let error = fill(&INDEX.replace(CARDS, ""), &parts()).unwrap_err().to_string();
        assert!(error.contains(CARDS), "{error}");
    }

    #[test]
    fn links_are_read_in_order() {
        let links: Vec<_> = links(INDEX).into_iter().map(|link| format!("{} {}", link.rel, link.href)).collect();
        assert_eq!(links, ["css web/a.css", "css web/b.css", "copy-file web/start.js"]);
    }
}
