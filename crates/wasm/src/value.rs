//! A request as a script gave it, before anything is known of what it should hold. Knows nothing of JavaScript itself.

/// Any value that a script can pass.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Not there; a member that is undefined counts as left out.
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number, also NaN and the infinities.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object's members in its own order.
    Object(Vec<(String, Value)>),
    /// Something that was not read.
    Refused(Refusal),
}

/// Why a value was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not data: a function, a symbol or a BigInt, by the name that `typeof` gives it.
    Kind(&'static str),
    /// A text longer than [`Value::LONGEST_TEXT`].
    TooLong,
    /// Deeper than [`Value::DEEPEST`], as an object that holds itself is.
    TooDeep,
    /// The whole request holds more than [`Value::MOST`] values; the rest was not read.
    TooMany,
    /// Reading it threw an error.
    Threw,
}

impl Value {
    /// UTF-16 units in a text or in the name of a member.
    pub const LONGEST_TEXT: u32 = 200;
    /// Levels of arrays and objects.
    pub const DEEPEST: usize = 8;
    /// Values in a request.
    pub const MOST: usize = 20_000;

    /// What the value is, as messages name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Undefined => "undefined",
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::Text(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
            Self::Refused(Refusal::Kind(kind)) => kind,
            Self::Refused(_) => "unread",
        }
    }

    /// The value in short, as messages quote it.
    pub fn shown(&self) -> String {
        match self {
            Self::Bool(value) => value.to_string(),
            Self::Number(value) if value.is_infinite() => {
                if *value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
            }
            Self::Number(value) => short(&value.to_string()),
            Self::Text(text) => format!("\"{}\"", short(text)),
            _ => self.kind().to_owned(),
        }
    }
}

/// The first forty characters.
pub fn short(text: &str) -> String {
    let cut: String = text.chars().take(40).collect();
    if cut.len() < text.len() { format!("{cut}\u{2026}") } else { cut }
}
