//! From translations without problems to Rust source. It does not know Fluent.

use crate::name::{self, FILL, HELPER};
use crate::parameter::Parameter;
use crate::piece::{Cases, Piece, Select, Text};
use crate::translation::{Message, Phrase, Translation};

/// Methods have as many lines and parameters as the texts ask for, and `from_…` and `is_…` are texts' own names.
const ALLOW: &str = "#[allow(clippy::all, clippy::too_many_lines, clippy::cognitive_complexity)]\n";

/// The whole source.
pub(crate) fn module(translations: &[Translation<'_>]) -> String {
    let files: Vec<&str> = translations.iter().map(|translation| translation.source().name).collect();
    let methods: Vec<String> = translations
        .first()
        .iter()
        .flat_map(|reference| &reference.messages)
        .map(|m| method(m, translations))
        .collect();
    let methods = methods.join("\n");
    let helper = if methods.contains(&format!("{HELPER}(&[")) { helper() } else { String::new() };
    let fill = if methods.contains(&format!("{FILL}(")) { FILL_SOURCE } else { "" };
    format!(
        "// Made by phrasebook from {}: a text is changed there.\n\n{}\n{TEXTS}\n{ALLOW}impl Texts {{\n{methods}}}\n{helper}{fill}",
        files.join(", "),
        lang(translations)
    )
}

const TEXTS: &str = "\
/// The texts in one language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Texts {
    pub(crate) lang: Lang,
}
";

fn helper() -> String {
    // not inlined: each text then costs a list and a call, no more
    format!("\n#[inline(never)]\nfn {HELPER}(parts: &[&str]) -> String {{\n    parts.concat()\n}}\n")
}

/// A place is the control character of its number, counted from 1.
const FILL_SOURCE: &str = "
#[inline(never)]
fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len());
    for letter in template.chars() {
        match values.get((letter as usize).wrapping_sub(1)) {
            Some(value) => filled.push_str(value),
            None => filled.push(letter),
        }
    }
    filled
}
";

/// Control characters up to this one are numbers of places; tab and line feed come after it.
const MOST_PLACES: usize = 8;

fn lang(translations: &[Translation<'_>]) -> String {
    let codes: Vec<&str> = translations.iter().map(|translation| translation.source().lang).collect();
    let variants: Vec<String> = codes.iter().filter_map(|code| name::lang_variant(code)).collect();
    let pairs = || codes.iter().zip(&variants);
    let to: String = pairs().map(|(code, variant)| format!("            Self::{variant} => {code:?},\n")).collect();
    let from: String =
        pairs().map(|(code, variant)| format!("            {code:?} => Some(Self::{variant}),\n")).collect();
    let all: Vec<String> = variants.iter().map(|variant| format!("Self::{variant}")).collect();
    format!(
        "\
/// A language of the texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lang {{
    {},
}}

impl Lang {{
    /// Every language, the reference language first.
    pub(crate) const ALL: [Self; {}] = [{}];

    /// The language's code.
    pub(crate) fn code(self) -> &'static str {{
        match self {{
{to}        }}
    }}

    /// The language with this code.
    pub(crate) fn from_code(code: &str) -> Option<Self> {{
        match code {{
{from}            _ => None,
        }}
    }}
}}
",
        variants.join(",\n    "),
        all.len(),
        all.join(", "),
    )
}

fn method(message: &Message, translations: &[Translation<'_>]) -> String {
    let (Some(name), Some(phrase)) = (name::function(&message.key), &message.phrase) else { return String::new() };
    let parameters: String = phrase.parameters.iter().map(|p| format!(", {}", parameter(p))).collect();
    let result = if phrase.parameters.is_empty() { "&'static str" } else { "String" };
    // one copy of each sentence, however often it is said
    let inline = if phrase.parameters.is_empty() { "" } else { "    #[inline(never)]\n" };
    format!(
        "    /// {}\n{inline}    pub(crate) fn {name}(self{parameters}) -> {result} {{\n        {}\n    }}\n",
        doc(&phrase.text),
        filled(message, phrase, translations).unwrap_or_else(|| body(&message.key, translations))
    )
}

/// A text with places and its values, if no language chooses between texts.
fn filled(message: &Message, phrase: &Phrase, translations: &[Translation<'_>]) -> Option<String> {
    let names: Vec<String> = phrase.parameters.iter().map(|p| variable(&p.variable)).collect();
    if names.is_empty() || names.len() > MOST_PLACES {
        return None;
    }
    let templates = translations.iter().map(|translation| {
        let text = &translation.find(&message.key)?.phrase.as_ref()?.text;
        Some((name::lang_variant(translation.source().lang)?, template(text, &names)?))
    });
    let templates: Vec<(String, String)> = templates.collect::<Option<_>>()?;
    let chosen = match templates.as_slice() {
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => format!("{first:?}"),
        templates => {
            let arms: String = templates.iter().map(|(lang, text)| format!("Lang::{lang} => {text:?}, ")).collect();
            format!("match self.lang {{ {arms}}}")
        }
    };
    Some(format!("{FILL}({chosen}, &[{}])", names.join(", ")))
}

/// The text with each variable as a numbered place; `None` if it chooses, or holds a character that is a place.
fn template(text: &Text, names: &[String]) -> Option<String> {
    let place = |name: &String| {
        let position = names.iter().position(|one| *one == variable(name))?;
        char::from_u32(u32::try_from(position + 1).ok()?).map(String::from)
    };
    let free = |literal: &String| !literal.chars().any(|c| (1..=MOST_PLACES).contains(&(c as usize)));
    text.iter()
        .map(|piece| match piece {
            Piece::Literal(literal) => free(literal).then(|| literal.clone()),
            Piece::Placed(name) => place(name),
            Piece::Select(_) => None,
        })
        .collect()
}

fn parameter(parameter: &Parameter) -> String {
    let name = variable(&parameter.variable);
    if parameter.usage.number { format!("{name}: u64") } else { format!("{name}: &str") }
}

fn variable(variable: &str) -> String {
    name::parameter(variable).unwrap_or_default()
}

/// One expression if all languages say the same, else one a language.
fn body(key: &str, translations: &[Translation<'_>]) -> String {
    let arms: Vec<(String, String)> = translations
        .iter()
        .filter_map(|translation| {
            let phrase = translation.find(key)?.phrase.as_ref()?;
            Some((name::lang_variant(translation.source().lang)?, whole(phrase)))
        })
        .collect();
    match arms.as_slice() {
        [(_, first), rest @ ..] if rest.iter().all(|(_, other)| other == first) => first.clone(),
        arms => {
            let arms: String =
                arms.iter().map(|(lang, text)| format!("            Lang::{lang} => {text},\n")).collect();
            format!("match self.lang {{\n{arms}        }}")
        }
    }
}

fn whole(phrase: &Phrase) -> String {
    if phrase.parameters.is_empty() { borrowed(&phrase.text) } else { owned(&phrase.text) }
}

/// A `&str` expression for a text that [`is_simple`].
fn borrowed(text: &Text) -> String {
    match text.first() {
        None => "\"\"".to_owned(),
        Some(piece) => part(piece),
    }
}

/// A `String` expression.
fn owned(text: &Text) -> String {
    match text.as_slice() {
        [Piece::Select(select)] if !is_simple(text) => choice(select, owned),
        pieces => {
            let parts: Vec<String> = pieces.iter().map(part).collect();
            format!("{HELPER}(&[{}])", parts.join(", "))
        }
    }
}

/// A `&str` expression for one piece of a text.
fn part(piece: &Piece) -> String {
    match piece {
        Piece::Literal(text) => format!("{text:?}"),
        Piece::Placed(name) => variable(name),
        Piece::Select(select) if select.texts().into_iter().all(is_simple) => choice(select, borrowed),
        Piece::Select(select) => format!("&{}", choice(select, owned)),
    }
}

fn choice(select: &Select, text: impl Fn(&Text) -> String) -> String {
    let arms: Vec<String> = match &select.cases {
        Cases::Numbers(cases) => cases.iter().map(|(number, case)| format!("{number} => {}", text(case))).collect(),
        Cases::Words { cases, .. } => cases.iter().map(|(word, case)| format!("{word:?} => {}", text(case))).collect(),
    };
    let arms: String = arms.into_iter().map(|arm| arm + ", ").collect();
    format!("match {} {{ {arms}_ => {} }}", variable(&select.variable), text(&select.otherwise))
}

/// Whether the text is a `&str` that needs no `String` on the way.
fn is_simple(text: &Text) -> bool {
    match text.as_slice() {
        [] | [Piece::Literal(_) | Piece::Placed(_)] => true,
        [Piece::Select(select)] => select.texts().into_iter().all(is_simple),
        _ => false,
    }
}

/// The text's first line as code, so that nothing in it is taken for Markdown.
fn doc(text: &Text) -> String {
    let line = shown(text).trim().lines().next().unwrap_or_default().replace('`', "'");
    // escaped as in a literal, since a comment may not hold every character
    let line = format!("{line:?}").replace("\\\"", "\"").replace("\\\\", "\\");
    match line.get(1..line.len() - 1) {
        None | Some("") => "Empty.".to_owned(),
        Some(line) => format!("`{line}`"),
    }
}

/// A text as the files have it, each selection by its text for all other values.
fn shown(text: &Text) -> String {
    text.iter()
        .map(|piece| match piece {
            Piece::Literal(text) => text.clone(),
            Piece::Placed(variable) => format!("{{ ${variable} }}"),
            Piece::Select(select) => shown(&select.otherwise),
        })
        .collect()
}
