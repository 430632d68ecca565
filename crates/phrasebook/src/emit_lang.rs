//! The generated `Lang`: the languages, and where their texts are found. It does not know single texts.

use crate::name;
use crate::table::{SEPARATOR, table};
use crate::translation::{Message, Translation};

/// `Lang`, the reference language's table, and what loads and reads tables.
pub(crate) fn lang(translations: &[Translation<'_>], rows: &[&Message]) -> String {
    let own = translations.first().map(|reference| table(rows, reference)).unwrap_or_default();
    let own: String = own.split_inclusive(SEPARATOR).map(|text| format!("    {text:?},\n")).collect();
    let number = translations.len();
    format!(
        "{}\n{TABLES}\n{OWN}const OWN: &str = concat!(\n{own});\n\nthread_local! {{\n    \
         static TABLES: std::cell::Cell<[Option<Table>; {number}]> = \
         const {{ std::cell::Cell::new([None; {number}]) }};\n}}\n",
        languages(translations)
    )
}

fn languages(translations: &[Translation<'_>]) -> String {
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
    const OWN: Self = Self::ALL[0];

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

{LOAD}
{READ}}}
",
        variants.join(",\n    "),
        all.len(),
        all.join(", "),
    )
}

const LOAD: &str = "    /// Whether the language's texts are here; until then, its texts are the reference language's.
    pub(crate) fn is_loaded(self) -> bool {
        self == Self::OWN || self.table().is_some()
    }

    /// Takes the language's table, as `phrasebook::table` makes it, and keeps it for the rest of the thread.
    /// Fails if the table was made for other texts than these. A language that is loaded stays as it is.
    pub(crate) fn load(self, table: String) -> Result<(), OtherTexts> {
        if self.is_loaded() {
            return Ok(());
        }
        let parts = |table: &str| table.split(SEPARATOR).count();
        if table.split(SEPARATOR).next() != OWN.split(SEPARATOR).next() || parts(&table) != parts(OWN) {
            return Err(OtherTexts);
        }
        self.keep(String::leak(table));
        Ok(())
    }
";

const READ: &str = "    /// The text in this row of the table.
    #[inline(never)]
    fn text(self, row: usize) -> &'static str {
        let table = self.table().or_else(|| Self::OWN.table()).unwrap_or_else(|| Self::OWN.keep(OWN));
        table.get(row).copied().unwrap_or_default()
    }

    /// The same with values in its places: a place is the control character of its number, counted from 1.
    #[inline(never)]
    fn fill(self, row: usize, values: &[&str]) -> String {
        let mut filled = String::new();
        for letter in self.text(row).chars() {
            match values.get((letter as usize).wrapping_sub(1)) {
                Some(value) => filled.push_str(value),
                None => filled.push(letter),
            }
        }
        filled
    }

    fn table(self) -> Option<Table> {
        TABLES.get().get(self as usize).copied().flatten()
    }

    fn keep(self, table: &'static str) -> Table {
        let texts: Table = Vec::leak(table.split(SEPARATOR).skip(1).collect());
        let mut tables = TABLES.get();
        if let Some(kept) = tables.get_mut(self as usize) {
            *kept = Some(texts);
        }
        TABLES.set(tables);
        texts
    }
";

const TABLES: &str = "\
/// A table that was made for other texts than these.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct OtherTexts;

/// A language's texts, in the order of the reference language.
type Table = &'static [&'static str];

const SEPARATOR: char = '\\u{1e}';
";

const OWN: &str = "\
/// The reference language's table: what tells it from tables of other texts, then the texts.
";
