//! The generated `Lang`: the languages, and where their texts are found. It does not know single texts.

use crate::name;
use crate::part::{Part, all_rows};
use crate::table::{SEPARATOR, fingerprint, texts};
use crate::translation::Translation;

/// `Lang`, `Part` with the reference language's texts, and what loads and reads tables.
pub(crate) fn lang(parts: &[Part<'_>]) -> String {
    let translations = parts.first().map_or(&[][..], |part| &part.translations);
    let number = translations.len();
    let rows = all_rows(parts);
    format!(
        "{}\n{}\n{TABLES}\n/// What tells these texts from others.\nconst FINGERPRINT: &str = {:?};\n\n\
         /// How many texts a table has.\nconst ROWS: usize = {};\n\nthread_local! {{\n    \
         static TABLES: std::cell::Cell<[Option<Table>; {number}]> = \
         const {{ std::cell::Cell::new([None; {number}]) }};\n}}\n",
        languages(translations),
        part(parts),
        fingerprint(&rows),
        rows.len(),
    )
}

/// `Part` and a constant a part.
fn part(parts: &[Part<'_>]) -> String {
    let mut row = 0;
    let mut constants = String::new();
    for part in parts {
        let (constant, rows) = constant(part, row).unwrap_or_default();
        constants += &constant;
        row += rows;
    }
    let every: Vec<String> = parts.iter().filter_map(|part| name::constant(part.name)).collect();
    let every: Vec<String> = every.iter().map(|constant| format!("Self::{constant}")).collect();
    format!(
        "{PART}impl Part {{\n{constants}    /// Every part.\n    #[cfg(test)]\n    \
         pub(crate) const EVERY: [Self; {}] = [{}];\n\n{KEEP}}}\n",
        every.len(),
        every.join(", ")
    )
}

/// A part's constant, whose first text stands in this row, and how many rows it has.
fn constant(part: &Part<'_>, row: usize) -> Option<(String, usize)> {
    let name = name::constant(part.name)?;
    let texts = texts(&part.rows(), part.translations.first()?);
    let lines: String = texts.iter().map(|text| format!("            {:?},\n", format!("{text}{SEPARATOR}"))).collect();
    let source = format!(
        "    /// What is said in the part {}.\n    pub(crate) const {name}: Self = Self {{\n        row: {row},\n        \
         texts: concat!(\n{lines}        ),\n    }};\n\n",
        part.name
    );
    Some((source, texts.len()))
}

const PART: &str = "\
/// The reference language's texts of one part of the program, each followed by the separator.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    row: usize,
    texts: &'static str,
}

";

const KEEP: &str = "    /// Makes the part's texts known for the rest of the thread.
    pub(crate) fn keep(self) {
        let mut texts = Lang::own().to_vec();
        self.write(&mut texts);
        Lang::OWN.put(texts);
    }

    fn write(self, texts: &mut [&'static str]) {
        for (place, text) in texts.iter_mut().skip(self.row).zip(self.texts.split_terminator(SEPARATOR)) {
            *place = text;
        }
    }
";

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
        if table.split(SEPARATOR).next() != Some(FINGERPRINT) || table.split(SEPARATOR).count() != ROWS + 1 {
            return Err(OtherTexts);
        }
        self.put(String::leak(table).split(SEPARATOR).skip(1).collect());
        Ok(())
    }
";

const READ: &str = "    /// The text in this row of the table.
    #[inline(never)]
    fn text(self, row: usize) -> &'static str {
        self.table().unwrap_or_else(Self::own).get(row).copied().unwrap_or_default()
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

    /// The reference language's texts, as far as they are known.
    fn own() -> Table {
        Self::OWN.table().unwrap_or_else(|| {
            let mut texts = vec![\"\"; ROWS];
            AT_HAND.iter().for_each(|part| part.write(&mut texts));
            Self::OWN.put(texts)
        })
    }

    fn put(self, texts: Vec<&'static str>) -> Table {
        let texts: Table = Vec::leak(texts);
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

/// A language's texts, in the order of the parts and of the reference language.
type Table = &'static [&'static str];

const SEPARATOR: char = '\\u{1e}';
";
