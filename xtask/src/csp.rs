//! What the page may do, as a Content-Security-Policy: nothing leaves the browser.
use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};

/// For the served page: its own files and nothing else.
pub const SERVED: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/// For the single file: exactly these inline scripts and this style, and no connection at all.
pub fn single(scripts: &[&str], style: &str) -> String {
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; \
         connect-src 'none'; worker-src blob:; base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    const ALERT: &str = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";

    #[test]
    fn the_single_file_allows_its_own_scripts_by_hash_and_no_connection() {
        let policy = single(&["alert(1)"], "alert(1)");
        assert!(policy.contains(&format!("script-src {ALERT} 'wasm-unsafe-eval';")), "{policy}");
        assert!(policy.contains(&format!("style-src {ALERT};")), "{policy}");
        assert!(policy.contains("connect-src 'none';"), "{policy}");
    }

    #[test]
    fn neither_policy_opens_the_door() {
        for policy in [SERVED.to_owned(), single(&["a"], "b")] {
            assert!(policy.starts_with("default-src 'none';"), "{policy}");
            assert!(!policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"), "{policy}");
            assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
        }
    }
}
