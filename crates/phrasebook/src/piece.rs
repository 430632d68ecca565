//! A text as it is shown: literals, variables and selections, with all references already inlined.
//! It does not know Fluent's syntax or Rust's.

/// A text, in order of showing.
pub(crate) type Text = Vec<Piece>;

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Shown as it is.
    Literal(String),
    /// The variable of this name, shown as it is.
    Placed(String),
    /// One of several texts.
    Select(Select),
}

/// A choice of text by the value of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Select {
    pub(crate) variable: String,
    pub(crate) cases: Cases,
    /// The text for every other value.
    pub(crate) otherwise: Text,
}

/// The values with a text of their own, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cases {
    /// Whole numbers.
    Numbers(Vec<(u64, Text)>),
    /// Words; `default` is the word that the text for other values is filed under.
    Words { cases: Vec<(String, Text)>, default: String },
}

impl Select {
    /// The texts that can be chosen, in order.
    pub(crate) fn texts(&self) -> Vec<&Text> {
        let mut texts: Vec<&Text> = match &self.cases {
            Cases::Numbers(cases) => cases.iter().map(|(_, text)| text).collect(),
            Cases::Words { cases, .. } => cases.iter().map(|(_, text)| text).collect(),
        };
        texts.push(&self.otherwise);
        texts
    }
}

/// `parts` as one text, neighbouring literals joined and empty ones left out.
pub(crate) fn join(parts: Vec<Text>) -> Text {
    let mut text = Text::new();
    for piece in parts.into_iter().flatten() {
        match (text.last_mut(), piece) {
            (_, Piece::Literal(literal)) if literal.is_empty() => {}
            (Some(Piece::Literal(start)), Piece::Literal(literal)) => start.push_str(&literal),
            (_, piece) => text.push(piece),
        }
    }
    text
}
