//! The words of headings and labels, from `data/headings.toml`. Knows what each is called to mean, and no reader.

/// One meaning a line, under the kind of table that it is for.
const HEADINGS: &str = include_str!("../data/headings.toml");

/// Which kind of table the words are for; those that are common go with each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableKind {
    /// A vårdcentral's own lists, and lists of persons.
    Lists,
    /// Vårdcentraler with their doctors.
    Doctors,
    /// A region's persons, or sums of them.
    Register,
}

/// Every phrase for such a table with its meaning: those of its own first, then the common ones.
pub fn phrases(kind: TableKind) -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = match kind {
        TableKind::Lists => "lists",
        TableKind::Doctors => "doctors",
        TableKind::Register => "register",
    };
    part(own).chain(part("common"))
}

/// What a table may call the meaning, the words of its own kind first.
pub fn words_for(kind: TableKind, meaning: &str) -> impl Iterator<Item = &'static str> {
    phrases(kind).filter(move |(own, _)| *own == meaning).map(|(_, phrase)| phrase)
}

/// Some of these, as an error tells them.
pub fn taken_for(kind: TableKind, meaning: &str) -> Vec<&'static str> {
    const SOME: usize = 8;
    words_for(kind, meaning).filter(|phrase| phrase.len() > 1).take(SOME).collect()
}

/// The phrases under a heading of the file. It is TOML with one array of plain texts a line, as a test sees to.
fn part(name: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let after =
        HEADINGS.lines().skip_while(move |line| line.trim_matches(['[', ']']) != name || !line.starts_with('['));
    let lines = after.skip(1).take_while(|line| !line.starts_with('['));
    let rows = lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    rows.flat_map(|(meaning, array)| array.split('"').skip(1).step_by(2).map(move |phrase| (meaning, phrase)))
}
