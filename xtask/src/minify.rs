//! Scripts and style sheets without what only their readers need: comments on lines of their own, and indentation. Cuts
//! whole lines only, so that it needs no parser: a line break never goes.

/// The text without lines that are comments, and without indentation.
pub fn minify(text: &str) -> String {
    let mut in_comment = false;
    let mut kept = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let starts = !in_comment && line.starts_with("/*");
        let is_comment = in_comment || starts || line.starts_with("//");
        in_comment = (in_comment || starts) && !line.ends_with("*/");
        if !is_comment && !line.is_empty() {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn comments_on_their_own_lines_and_indentation_go() {
        let text = "/* a\n b */\n.c {\n  color: red;\n}\n/** d */\n// e\nlet f = 'http://g'; // h\n\n  /* i */\nj();\n";
        assert_eq!(minify(text), ".c {\ncolor: red;\n}\nlet f = 'http://g'; // h\nj();\n");
    }
}
