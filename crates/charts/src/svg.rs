//! The last step from plotters' output to this crate's: a root element that scales, and the few attributes that
//! plotters cannot write. It does not know any chart; texts are safe, since plotters escapes quotes in them.

use crate::palette::{BLUE, GREY, hex};
use crate::spec::Size;
use crate::text::escape;

const NAMESPACE: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

/// The opening tag: a `viewBox` without fixed size, and the text alternative (none: hidden, the figure around it tells).
pub(crate) fn root(view_box: &str, alt: &str) -> String {
    if alt.is_empty() {
        format!("<svg viewBox=\"{view_box}\" {NAMESPACE} aria-hidden=\"true\">")
    } else {
        format!("<svg viewBox=\"{view_box}\" {NAMESPACE} role=\"img\" aria-label=\"{}\">", escape(alt))
    }
}

pub(crate) fn finish(drawn: &str, size: Size, alt: &str) -> String {
    let body = drawn.split_once('\n').map_or("", |(_, body)| body);
    // plotters breaks the line around each text: a space that some readers show
    let body = body.replace("\n</text>", "</text>");
    let mut out = root(&format!("0 0 {} {}", size.width, size.height), alt);
    out.push('\n');
    for line in body.lines() {
        match line.starts_with("<text ") {
            true => out.push_str(line),
            false => {
                out.push_str(&dress(line));
                out.push('\n');
            }
        }
    }
    out
}

/// Hairlines and bars sit on whole device pixels; the line of the present rules is dashed, that of the proposal a
/// little heavier.
fn dress(line: &str) -> String {
    let stroke = |colour, width| format!("stroke=\"{}\" stroke-width=\"{width}\"", hex(colour));
    if line.starts_with("<rect ") {
        return line.replacen("<rect ", "<rect shape-rendering=\"crispEdges\" ", 1);
    }
    if !line.starts_with("<polyline ") {
        return line.to_owned();
    }
    let (dashed, heavy) = (stroke(GREY, 2), stroke(BLUE, 2));
    line.replacen("stroke-width=\"1\"", "stroke-width=\"1\" shape-rendering=\"crispEdges\"", 1)
        .replacen(&dashed, &format!("{dashed} stroke-dasharray=\"6 4\""), 1)
        .replacen(&heavy, &heavy.replace("\"2\"", "\"2.5\""), 1)
}
