//! A citation in words: the document, the place in it and how firm the figure is.
use crate::{
    components::parts::{all, el, say, space, text},
    ctx::Ctx,
    present::term::status,
    text::Texts,
};
use model::citation::{Citation, Status};
use yew::Html;

/// The status with the heading, for a leaf of an explanation.
pub fn short(ctx: &Ctx, citation: &Citation) -> Html {
    let texts = ctx.texts();
    let lines = line_text(texts, citation).unwrap_or_default();
    all(vec![say(texts.why_parameter(&citation.heading)), space(), say(lines), space(), tag(texts, citation.status)])
}

/// Document, publisher, date, heading, lines, status and note.
pub fn full(ctx: &Ctx, citation: &Citation) -> Html {
    let texts = ctx.texts();
    let source = ctx.catalogue().source(&citation.source);
    let place = source.map_or_else(
        || citation.heading.to_string(),
        |source| texts.why_place(&source.title, &source.publisher, &source.date, &citation.heading),
    );
    let mut parts = vec![say(place)];
    if let Some(lines) = line_text(texts, citation) {
        parts.extend([space(), say(lines)]);
    }
    parts.extend([space(), tag(texts, citation.status)]);
    if let Some(note) = &citation.note {
        parts.push(el("span", &[("class", "note")], vec![say(texts.name(note).to_string())]));
    }
    all(parts)
}

/// The status as a tag.
pub fn tag(texts: Texts, of: Status) -> Html {
    let class = match of {
        Status::Decided => "tag decided",
        Status::Guideline => "tag guideline",
        Status::Reported => "tag reported",
        Status::Reading => "tag reading",
        Status::Proposed => "tag proposed",
        Status::Illustrative => "tag illustrative",
    };
    el("span", &[("class", class)], vec![text(status(texts, of))])
}

fn line_text(texts: Texts, citation: &Citation) -> Option<String> {
    let (first, last) = citation.lines?;
    let (first, last) = (first.to_string(), last.to_string());
    Some(if first == last { texts.why_lines(&first) } else { texts.why_lines_range(&first, &last) })
}
