//! Names as people write and look for them: their order by the Swedish alphabet, and the same name written in other
//! ways. Knows nothing of what is called so.

/// A name's place among names: comparing places is comparing names. Letters go by the Swedish alphabet, where å, ä and ö
/// stand last and é is an e; numbers go by how large they are, before letters and after signs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamePlace {
    /// What decides unless the names are alike but for accents and capitals.
    parts: Vec<NamePart>,
    /// What decides then.
    folded: String,
    own: String,
}

/// A letter, a sign or a whole number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum NamePart {
    Space,
    Sign(char),
    /// How many digits without leading zeros, and the digits.
    Number(usize, String),
    /// In the alphabet: a is 0; letters that it does not have stand after ö.
    Letter(u32),
}

/// The name's place.
pub fn place(name: &str) -> NamePlace {
    let folded = folded(name);
    let mut parts = Vec::new();
    let mut rest = folded.chars().peekable();
    while let Some(next) = rest.next() {
        if !next.is_ascii_digit() {
            parts.push(part(next));
            continue;
        }
        let mut digits = String::from(next);
        while let Some(digit) = rest.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        let digits = digits.trim_start_matches('0').to_owned();
        parts.push(NamePart::Number(digits.len(), digits));
    }
    NamePlace { parts, folded, own: name.to_owned() }
}

fn part(letter: char) -> NamePart {
    match letter {
        ' ' => NamePart::Space,
        letter if !letter.is_alphabetic() => NamePart::Sign(letter),
        letter => NamePart::Letter(in_alphabet(letter)),
    }
}

fn in_alphabet(letter: char) -> u32 {
    const FIRST: u32 = 'a' as u32;
    match letter {
        '\u{e5}' => 26,
        '\u{e4}' | '\u{e6}' => 27,
        '\u{f6}' | '\u{f8}' => 28,
        letter => {
            let plain = u32::from(plain(letter));
            if plain.checked_sub(FIRST).is_some_and(|place| place < 26) { plain - FIRST } else { plain + 29 }
        }
    }
}

/// The letter that an accented one is sorted as in Swedish.
fn plain(letter: char) -> char {
    match letter {
        '\u{e0}'..='\u{e3}' => 'a',
        '\u{e7}' => 'c',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{ec}'..='\u{ef}' => 'i',
        '\u{f1}' => 'n',
        '\u{f2}'..='\u{f5}' => 'o',
        '\u{f9}'..='\u{fb}' => 'u',
        '\u{fc}' | '\u{fd}' | '\u{ff}' => 'y',
        letter => letter,
    }
}

/// The name without what does not tell names apart: capitals, spaces around it, spaces of other kinds and more than one,
/// and letters whose accents are written as signs of their own.
pub fn folded(name: &str) -> String {
    // signs that nobody sees
    let name = name.replace(['\u{200b}', '\u{feff}', '\u{ad}'], "");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match folded.pop() {
            None => folded.push(letter),
            Some(before) => match joined(before, letter) {
                Some(one) => folded.push(one),
                None => folded.extend([before, letter]),
            },
        }
    }
    folded
}

/// A letter and an accent that follows it, as one letter.
fn joined(letter: char, accent: char) -> Option<char> {
    Some(match (letter, accent) {
        ('a', '\u{30a}') => '\u{e5}',
        ('a', '\u{308}') => '\u{e4}',
        ('o', '\u{308}') => '\u{f6}',
        ('u', '\u{308}') => '\u{fc}',
        ('e', '\u{301}') => '\u{e9}',
        ('e', '\u{300}') => '\u{e8}',
        _ => return None,
    })
}

/// Whether what is looked for stands somewhere in the name, with the spaces of either or without any.
pub fn holds(name: &str, sought: &str) -> bool {
    let [name, sought] = [name, sought].map(|text| folded(text).replace(' ', ""));
    name.contains(&sought)
}

/// Whether both are the same name, however they are written.
pub fn is_same(name: &str, other: &str) -> bool {
    folded(name) == folded(other)
}
