//! From messages without problems to Rust source. It does not know Fluent.
use crate::{
    Source,
    message::{Message, Phrase, Piece, Text},
};

/// Names that Rust has taken, of which a text or a variable may want one.
const KEYWORDS: [&str; 38] = [
    "abstract", "as", "async", "await", "box", "break", "const", "continue", "do", "else", "enum", "extern", "false",
    "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override",
    "pub", "ref", "return", "static", "trait", "true", "try", "type", "use", "where",
];

/// Methods have as many parameters as the texts ask for.
const HEAD: &str = "\
/// The texts in one language. It does not know when to say which.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Texts {
    /// The language.
    pub(crate) lang: Lang,
}

/// The text with each mark replaced by the value of its number.
fn fill(text: &str, values: &[&str]) -> String {
    let mut filled = String::with_capacity(text.len());
    for letter in text.chars() {
        match (letter as usize).checked_sub(FIRST_MARK).and_then(|number| values.get(number)) {
            Some(value) => filled.push_str(value),
            None => filled.push(letter),
        }
    }
    filled
}
";

/// The first of the private characters that stand for the variables of a text.
const FIRST_MARK: u32 = 0xe000;

/// The whole source.
pub(crate) fn module(files: &[Source<'_>], languages: &[Vec<Message>]) -> String {
    let variant = |file: &Source<'_>| {
        file.lang.chars().take(1).flat_map(char::to_uppercase).chain(file.lang.chars().skip(1)).collect::<String>()
    };
    let variants: Vec<String> = files.iter().map(variant).collect();
    let each = |line: &dyn Fn(&str, &str) -> String| {
        variants.iter().zip(files).map(|(variant, file)| line(variant, file.lang)).collect::<String>()
    };
    let lang = format!(
        "/// A language of the texts; the first is the reference.\n#[derive(Clone, Copy, PartialEq, Eq, Debug)]\n\
         pub(crate) enum Lang {{\n{}}}\n\nimpl Lang {{\n    /// Every language.\n    \
         pub(crate) const ALL: [Self; {}] = [{}];\n\n    /// Its code.\n    \
         pub(crate) fn code(self) -> &'static str {{\n        match self {{\n{}        }}\n    }}\n\n    \
         /// The language of the code.\n    pub(crate) fn from_code(code: &str) -> Option<Self> {{\n        \
         Self::ALL.into_iter().find(|lang| lang.code() == code)\n    }}\n}}\n",
        each(&|variant, lang| format!("    /// `{lang}`\n    {variant},\n")),
        files.len(),
        each(&|variant, _| format!("Self::{variant}, ")),
        each(&|variant, lang| format!("            Self::{variant} => {lang:?},\n")),
    );
    let reference = languages.first().into_iter().flatten();
    let methods = reference.map(|message| method(message, languages)).collect::<String>();
    format!(
        "// Made of {}.\n{lang}\nconst FIRST_MARK: usize = {FIRST_MARK};\n\n{HEAD}\n#[allow(clippy::all)]\nimpl Texts {{\n    \
         fn pick(self, texts: [&'static str; {}]) -> &'static str {{\n        texts[self.lang as usize]\n    }}\n{methods}}}\n",
        files.iter().map(|file| file.lang).collect::<Vec<_>>().join(" and "),
        files.len(),
    )
}

fn method(message: &Message, languages: &[Vec<Message>]) -> String {
    let (id, shown) = (&message.id, message.phrase.shown());
    let phrases: Vec<&Phrase> = languages
        .iter()
        .filter_map(|all| all.iter().find(|other| other.id == *id))
        .map(|found| &found.phrase)
        .collect();
    let picked = |of: &dyn Fn(&Phrase) -> Option<&Text>| {
        let texts = phrases.iter().filter_map(|phrase| of(phrase)).map(|text| template(text, &shown));
        format!("self.pick([{}])", texts.map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", "))
    };
    let text = match message.phrase.number() {
        None => picked(&|phrase| if let Phrase::Plain(text) = phrase { Some(text) } else { None }),
        Some(number) => {
            let one = picked(&|phrase| if let Phrase::Choice { one, .. } = phrase { Some(one) } else { None });
            let other = picked(&|phrase| if let Phrase::Choice { other, .. } = phrase { Some(other) } else { None });
            format!("if {} == 1 {{ {one} }} else {{ {other} }}", name(number))
        }
    };
    let number = message.phrase.number().map(|number| format!(", {}: u64", name(number)));
    let texts = shown.iter().map(|variable| format!(", {}: &str", name(variable)));
    let parameters: String = number.into_iter().chain(texts).collect();
    let values = shown.iter().map(|variable| name(variable)).collect::<Vec<_>>().join(", ");
    let (result, body) =
        if shown.is_empty() { ("&'static str", text) } else { ("String", format!("fill({text}, &[{values}])")) };
    format!(
        "\n    /// `{id}`\n    pub(crate) fn {}(self{parameters}) -> {result} {{\n        {body}\n    }}\n",
        name(id)
    )
}

/// The text with a mark for each variable.
fn template(text: &Text, shown: &[&str]) -> String {
    let mark = |variable: &str| {
        let number = shown.iter().position(|name| *name == variable).and_then(|at| u32::try_from(at).ok());
        number.and_then(|number| char::from_u32(FIRST_MARK + number)).map(String::from).unwrap_or_default()
    };
    let piece = |piece: &Piece| match piece {
        Piece::Literal(literal) => literal.clone(),
        Piece::Variable(variable) => mark(variable),
    };
    text.iter().map(piece).collect()
}

/// The name of an id or a variable in Rust.
fn name(of: &str) -> String {
    let name = of.replace('-', "_");
    if KEYWORDS.contains(&name.as_str()) { format!("r#{name}") } else { name }
}
