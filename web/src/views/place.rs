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
    let lines = lines(texts, citation.lines.as_slice()).unwrap_or_default();
    all(vec![say(texts.why_parameter(&citation.heading)), space(), say(lines), space(), tag(texts, citation.status)])
}

/// Document, publisher, date, heading, lines, status and note.
pub fn full(ctx: &Ctx, citation: &Citation) -> Html {
    of_table(ctx, citation, citation.lines.as_slice())
}

/// The source by its number in Metod's list, heading, lines, status and note: where each source is named once.
pub fn numbered(ctx: &Ctx, citation: &Citation) -> Html {
    let at = ctx.catalogue().sources().iter().position(|source| source.id == citation.source);
    let number = at.map_or_else(|| citation.source.to_string(), |at| at.saturating_add(1).to_string());
    placed(ctx, citation, citation.lines.as_slice(), ctx.texts().why_place_numbered(&number, &citation.heading))
}

/// The same of a table with more lines than the citation's own.
pub fn of_table(ctx: &Ctx, citation: &Citation, pieces: &[(u32, u32)]) -> Html {
    let texts = ctx.texts();
    let source = ctx.catalogue().source(&citation.source);
    let place = source.map_or_else(
        || citation.heading.to_string(),
        |source| texts.why_place(&source.title, &source.publisher, &source.date, &citation.heading),
    );
    placed(ctx, citation, pieces, place)
}

/// Where it is, with lines, status and note.
fn placed(ctx: &Ctx, citation: &Citation, pieces: &[(u32, u32)], place: String) -> Html {
    let texts = ctx.texts();
    let mut parts = vec![say(place)];
    if let Some(lines) = lines(texts, pieces) {
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

/// Lines of a document, in pieces with their first and last; none of no lines.
pub fn lines(texts: Texts, pieces: &[(u32, u32)]) -> Option<String> {
    let said = pieces.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => [&*first.to_string(), "–", &*last.to_string()].concat(),
    });
    let said = said.collect::<Vec<_>>().join(", ");
    match *pieces {
        [] => None,
        [(first, last)] if first == last => Some(texts.why_lines(&said)),
        _ => Some(texts.why_lines_range(&said)),
    }
}
