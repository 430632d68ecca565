//! A citation in words: the document, the place in it and how firm the figure is.
use crate::{ctx::Ctx, text::Texts};
use model::citation::{Citation, Status};
use yew::{Html, html};

/// The status in a word.
pub fn status(texts: Texts, status: Status) -> &'static str {
    match status {
        Status::Decided => texts.status_decided(),
        Status::Proposed => texts.status_proposed(),
        Status::Illustrative => texts.status_illustrative(),
    }
}

/// The status with the heading, for a leaf of an explanation.
pub fn short(ctx: &Ctx, citation: &Citation) -> Html {
    let texts = ctx.texts();
    let words = [texts.why_parameter(), ": ", &citation.heading, ". "].concat();
    let lines = line_text(texts, citation).unwrap_or_default();
    html! { <>{ words }{ lines }{ " " }{ tag(texts, citation.status) }</> }
}

/// Document, publisher, date, heading, lines, status and note.
pub fn full(ctx: &Ctx, citation: &Citation) -> Html {
    let texts = ctx.texts();
    let source = ctx.house().source(&citation.source);
    let place = source.map_or_else(
        || citation.heading.to_string(),
        |source| texts.why_place(&source.title, &source.publisher, &source.date, &citation.heading),
    );
    let lines = line_text(texts, citation);
    let note = citation.note.as_ref().map(|note| texts.name(note));
    html! {
        <>
            <span>{ place }</span>
            if let Some(lines) = lines { { " " }<span>{ lines }</span> }
            { " " }{ tag(texts, citation.status) }
            if let Some(note) = note { <span class="note">{ note }</span> }
        </>
    }
}

fn tag(texts: Texts, of: Status) -> Html {
    let class = match of {
        Status::Decided => "tag decided",
        Status::Proposed => "tag proposed",
        Status::Illustrative => "tag illustrative",
    };
    html! { <span {class}>{ status(texts, of) }</span> }
}

fn line_text(texts: Texts, citation: &Citation) -> Option<String> {
    let (first, last) = citation.lines?;
    let lines = if first == last { first.to_string() } else { format!("{first}–{last}") };
    Some(texts.why_lines(&lines))
}
