//! The headers that the served page should be sent with: told once, for the server here and for those that serve dist/.
//! It does not know how a server sends them.
use crate::csp;
use anyhow::{Result, ensure};
use std::{fmt::Write as _, fs, path::Path};

/// The file of headers in dist/, in the form that Netlify and Cloudflare Pages read.
pub const FILE: &str = "_headers";
/// Who may show the page in a frame unless it is said: nobody.
pub const NO_FRAMES: &str = "'none'";

/// Every header by its name.
pub type Headers = Vec<(String, String)>;

/// What the page never asks for. Copying to the clipboard is all that it does.
const PERMISSIONS: [&str; 14] = [
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
];

/// The headers. `frame_ancestors` says who may show the page in a frame, as the directive does: `'none'`, `'self'` or
/// addresses. A policy in the page itself cannot say it: browsers heed `frame-ancestors` only as a header.
/// Fails on what would end the directive.
pub fn headers(frame_ancestors: &str) -> Result<Headers> {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, ';' | ',' | '"' | '<' | '>' | '\\') || c == ' ';
    let is_said = !frame_ancestors.trim().is_empty() && frame_ancestors.chars().all(is_plain);
    ensure!(is_said, "--frame-ancestors takes 'none', 'self' or addresses with spaces between them");
    let permissions: Vec<String> = PERMISSIONS.iter().map(|name| format!("{name}=()")).collect();
    let mut all = vec![
        ("Content-Security-Policy", format!("{}; frame-ancestors {frame_ancestors}", csp::SERVED)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", permissions.join(", ")),
    ];
    // for browsers that do not know frame-ancestors; it cannot name addresses
    match frame_ancestors {
        NO_FRAMES => all.push(("X-Frame-Options", "DENY".to_owned())),
        "'self'" => all.push(("X-Frame-Options", "SAMEORIGIN".to_owned())),
        _ => {}
    }
    Ok(all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// The headers of a built page, as its file says; the strictest where there is no such file.
pub fn of_folder(folder: &Path) -> Result<Headers> {
    let Ok(text) = fs::read_to_string(folder.join(FILE)) else { return headers(NO_FRAMES) };
    let lines = text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": "));
    Ok(lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
}

/// The same in the form of each server, by file name.
pub fn files(headers: &Headers) -> [(&'static str, String); 3] {
    [(FILE, plain(headers)), ("nginx-headers.conf", nginx(headers)), ("web.config", iis(headers))]
}

fn plain(headers: &Headers) -> String {
    headers.iter().fold("/*\n".to_owned(), |mut text, (name, value)| {
        let _ = writeln!(text, "  {name}: {value}");
        text
    })
}

/// For `include` in a `server` or `location` of nginx.
fn nginx(headers: &Headers) -> String {
    headers.iter().fold(String::new(), |mut text, (name, value)| {
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
        text
    })
}

/// IIS reads it where it lies.
fn iis(headers: &Headers) -> String {
    let lines = headers.iter().fold(String::new(), |mut text, (name, value)| {
        let value = value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
        let _ = writeln!(text, "        <remove name=\"{name}\" />\n        <add name=\"{name}\" value=\"{value}\" />");
        text
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n  <system.webServer>\n    <staticContent>\n      \
         <remove fileExtension=\".wasm\" />\n      <mimeMap fileExtension=\".wasm\" mimeType=\"application/wasm\" />\n    \
         </staticContent>\n    <httpProtocol>\n      <customHeaders>\n{lines}      </customHeaders>\n    \
         </httpProtocol>\n  </system.webServer>\n</configuration>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_frames_the_page_unless_it_is_said_who_may() {
        let value = |frame: &str, name: &str| {
            headers(frame).unwrap().into_iter().find(|(other, _)| other == name).map(|(_, value)| value)
        };
        assert!(value(NO_FRAMES, "Content-Security-Policy").unwrap().ends_with("; frame-ancestors 'none'"));
        assert_eq!(value(NO_FRAMES, "X-Frame-Options").as_deref(), Some("DENY"));
        assert_eq!(value("'self'", "X-Frame-Options").as_deref(), Some("SAMEORIGIN"));
        let embedding = "https://intranat.example";
        assert!(
            value(embedding, "Content-Security-Policy").unwrap().ends_with(&format!("; frame-ancestors {embedding}"))
        );
        assert_eq!(value(embedding, "X-Frame-Options"), None);
    }

    #[test]
    fn what_would_end_the_directive_is_refused() {
        for wrong in ["", " ", "'none'; script-src *", "a\nb", "a\"b", "a, b", "<x>"] {
            assert!(headers(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn every_form_says_every_header() {
        let all = headers(NO_FRAMES).unwrap();
        for (file, text) in files(&all) {
            for (name, value) in &all {
                assert!(text.contains(name) && text.contains(value), "{file}: {name}");
            }
        }
    }

    #[test]
    fn a_folder_is_served_with_the_headers_that_it_was_built_with() {
        let folder = std::env::temp_dir().join(format!("viktat-headers-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        assert_eq!(of_folder(&folder).unwrap(), headers(NO_FRAMES).unwrap());
        let built = headers("'self' https://intranat.example").unwrap();
        for (file, text) in files(&built) {
            fs::write(folder.join(file), text).unwrap();
        }
        assert_eq!(of_folder(&folder).unwrap(), built);
        fs::remove_dir_all(folder).unwrap();
    }
}
