//! What can be wrong with the texts, said as file, line, message, problem and remedy.
//! It does not know how a problem is found.

use std::fmt;

use crate::source::Source;

/// One thing that is wrong in one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name; empty if there is no file.
    pub file: String,
    /// The line in the file, from 1; 0 if there is no file.
    pub line: usize,
    /// The message (`brief-title`), attribute (`brief-title.label`) or term (`-brief`), where one is known.
    pub id: Option<String>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong. Variables stand without `$`, variant keys without brackets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// There is no file at all.
    NoFiles,
    /// No file is of this language.
    NoFile(String),
    /// No file has the part in the language.
    NoPart {
        /// The language's code.
        lang: String,
        /// The part's name.
        part: String,
    },
    /// This name is no part's.
    Part(String),
    /// This language code is none.
    Language(String),
    /// Two files are of one language and part.
    SameLanguage {
        /// The language's code.
        lang: String,
        /// The earlier file.
        other: String,
    },
    /// The file is not Fluent here, in the parser's words.
    Syntax(String),
    /// A message, attribute, term or variant has no text.
    EmptyValue,
    /// The id was already used, on this line.
    Duplicate(usize),
    /// The id is also used in this file, of another part.
    DuplicateIn(String),
    /// The reference language has the text, this file has not.
    Missing(String),
    /// The text is not in the reference language's file, this one.
    Extra(String),
    /// A variable is used otherwise than in the reference language.
    Differs {
        /// The variable.
        variable: String,
        /// What it does in this file.
        here: String,
        /// The reference language's file.
        reference: String,
        /// What it does in that file.
        there: String,
    },
    /// This variable selects as a number and is also shown.
    NumberPlaced(String),
    /// This variable selects both as a number and as a word.
    NumberAndWord(String),
    /// This message, attribute or term is mentioned, but the file does not have it.
    UnknownReference(String),
    /// The text contains itself, by way of these.
    Cycle(Vec<String>),
    /// This function is called.
    FunctionCall(String),
    /// This term is given arguments.
    TermArguments(String),
    /// A term contains this variable.
    TermVariable(String),
    /// A term has this attribute.
    TermAttribute(String),
    /// Something else than a variable selects.
    Selector,
    /// The keys for this variable are both numbers and words.
    MixedKeys(String),
    /// The variant with this key cannot be reached.
    NeverChosen(String),
    /// The plural rule of this language is not known here.
    PluralRule(String),
    /// This string literal has an escape that means no character.
    Escape(String),
    /// This name does not make a Rust name.
    Name(String),
    /// Two names make the same Rust name.
    NameClash {
        /// The later name.
        name: String,
        /// The earlier name.
        other: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(out, "{}:{}: ", self.file, self.line)?;
        }
        if let Some(id) = &self.id {
            write!(out, "{id}: ")?;
        }
        self.kind.write_problem(out)?;
        out.write_str(". Remedy: ")?;
        self.kind.write_remedy(out)?;
        out.write_str(".")
    }
}

impl std::error::Error for Problem {}

impl ProblemKind {
    fn write_problem(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFiles => write!(out, "no Fluent file is given"),
            Self::NoFile(lang) => write!(out, "no Fluent file is of the language {lang}"),
            Self::NoPart { lang, part } => write!(out, "the language {lang} has no file for the part {part}"),
            Self::Part(part) => write!(out, "{part:?} is not a part's name"),
            Self::Language(lang) => write!(out, "{lang:?} is not a language code"),
            Self::SameLanguage { lang, other } => write!(out, "this part of the language {lang} has the file {other}"),
            Self::Syntax(error) => write!(out, "not Fluent: {error}"),
            Self::EmptyValue => write!(out, "no text stands here"),
            Self::Duplicate(first) => write!(out, "the id is already used on line {first}"),
            Self::DuplicateIn(file) => write!(out, "the id is already used in {file}"),
            Self::Missing(file) => write!(out, "the text is missing in {file}"),
            Self::Extra(reference) => write!(out, "the text is not in {reference}"),
            Self::Differs { variable, here, reference, there } => {
                write!(out, "${variable} is {here} here, but {there} in {reference}")
            }
            Self::NumberPlaced(variable) => write!(out, "${variable} selects a plural form and is also shown"),
            Self::NumberAndWord(variable) => write!(out, "${variable} selects once as a number, once as a word"),
            Self::UnknownReference(reference) => write!(out, "{reference} has no text in this file"),
            Self::Cycle(path) => write!(out, "the text contains itself: {}", path.join(" > ")),
            Self::FunctionCall(name) => write!(out, "{name}() is called, but there are no functions"),
            Self::TermArguments(term) => write!(out, "-{term} is given arguments, which terms do not take here"),
            Self::TermVariable(variable) => write!(out, "a term contains the variable ${variable}"),
            Self::TermAttribute(attribute) => write!(out, "a term has the attribute .{attribute}"),
            Self::Selector => write!(out, "something else than a variable selects"),
            Self::MixedKeys(variable) => write!(out, "the keys for ${variable} are both numbers and words"),
            Self::NeverChosen(key) => write!(out, "the variant [{key}] can never be chosen"),
            Self::PluralRule(lang) => write!(out, "the plural rule of {lang} is not known"),
            Self::Escape(literal) => write!(out, "\"{literal}\" has an escape that means no character"),
            Self::Name(name) => write!(out, "{name} does not make a Rust name"),
            Self::NameClash { name, other } => write!(out, "{name} and {other} make the same Rust name"),
        }
    }

    fn write_remedy(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFiles => write!(out, "give at least the reference language's file"),
            Self::NoFile(lang) => write!(out, "give its files, as {lang}/first.ftl"),
            Self::NoPart { lang, part } => write!(out, "give {lang}/{part}.ftl"),
            Self::Part(_) => write!(out, "name the file by small letters, such as first"),
            Self::Language(_) => write!(out, "name the folder by a code such as sv or en-GB"),
            Self::SameLanguage { other, .. } => write!(out, "move these texts to {other}"),
            Self::Syntax(_) => write!(out, "write `id = text`, with later lines of the text indented"),
            Self::EmptyValue => write!(out, "write the text, or {{ \"\" }} if it is meant to be empty"),
            Self::Duplicate(_) | Self::DuplicateIn(_) => write!(out, "remove one, or rename it"),
            Self::Missing(file) => write!(out, "add it to {file}"),
            Self::Extra(reference) => write!(out, "remove it, or add it to {reference}"),
            Self::Differs { reference, .. } => {
                write!(out, "use the same variables as {reference}; a form that needs no variants has *[other] alone")
            }
            Self::NumberPlaced(variable) => {
                write!(out, "select by ${variable} and show a second variable, which holds the formatted number")
            }
            Self::NumberAndWord(_) => write!(out, "use two variables"),
            Self::UnknownReference(_) => write!(out, "correct the id, or add the text"),
            Self::Cycle(_) => write!(out, "write one of them out"),
            Self::FunctionCall(_) => write!(out, "use the plain variable; the caller formats it"),
            Self::TermArguments(_) => write!(out, "use one term for each form"),
            Self::TermVariable(_) => write!(out, "make the term a message, or move the variable out of it"),
            Self::TermAttribute(_) => write!(out, "make the attribute a term of its own"),
            Self::Selector => write!(out, "select by a variable, as {{ $n -> … }}"),
            Self::MixedKeys(_) => write!(out, "use [0], [1], [one] and *[other], or words only"),
            Self::NeverChosen(_) => {
                write!(out, "remove it; a count is whole, [one] means 1, and [1] goes before [one]")
            }
            Self::PluralRule(_) => write!(out, "use [1] for [one], or teach phrasebook the rule"),
            Self::Escape(_) => write!(out, "write \\\\, \\\", \\u and four or \\U and six hexadecimal digits"),
            Self::Name(_) => write!(out, "use small letters and digits, with single hyphens between words"),
            Self::NameClash { .. } => write!(out, "rename one"),
        }
    }
}

/// `problems` by file (in the order of `files`) and line, each once.
pub(crate) fn in_order(mut problems: Vec<Problem>, files: &[Source<'_>]) -> Vec<Problem> {
    let place = |problem: &Problem| files.iter().position(|file| file.name == problem.file);
    problems.sort_by_cached_key(|problem| (place(problem), problem.line, problem.to_string()));
    problems.dedup();
    problems
}
