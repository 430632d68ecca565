//! What words and codes mean under one model: the model's own names, and the words that come with the models.
use super::tokens::{Token, tokens};
use model::{
    atc::AtcCode,
    case_mix::CaseMix,
    condition::Condition,
    id::Id,
    nearest,
    rows::{LeftOut, PersonWords},
    sex::Sex,
};

/// What a word means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A sex.
    Sex(Sex),
    /// Nothing that matters.
    Nothing,
    /// A condition.
    Condition(Id),
    /// Drugs that the model leaves out.
    LeftOut(Id),
}

/// A word or several, what it means, and whether a model itself calls it so.
#[derive(Clone, Debug)]
struct Entry {
    phrase: String,
    words: usize,
    meaning: Meaning,
    is_name: bool,
}

/// The words of one model.
#[derive(Clone, Debug)]
pub struct Lexicon {
    entries: Vec<Entry>,
    conditions: Vec<Condition>,
    left_out: Vec<LeftOut>,
}

/// What a code stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The conditions that drugs of the class show.
    pub conditions: Vec<Id>,
    /// The drugs left out that it is of.
    pub left_out: Option<Id>,
}

/// What a search finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// A condition.
    Condition(Id),
    /// Drugs that the model leaves out.
    LeftOut(Id),
}

impl Lexicon {
    /// The words of a case mix and of what its model leaves out.
    pub fn new(mix: Option<&CaseMix>, model: &Id, left_out: &[LeftOut], words: &PersonWords) -> Self {
        let conditions = mix.map_or_else(Vec::new, |mix| mix.conditions.clone());
        let left_out: Vec<LeftOut> = left_out.iter().filter(|drugs| drugs.model == *model).cloned().collect();
        let mut lexicon = Self { entries: Vec::new(), conditions, left_out };
        for (list, meaning) in [
            (&words.woman, Meaning::Sex(Sex::Woman)),
            (&words.man, Meaning::Sex(Sex::Man)),
            (&words.age, Meaning::Nothing),
            (&words.filler, Meaning::Nothing),
        ] {
            list.iter().for_each(|word| lexicon.add(word, &meaning, false));
        }
        lexicon.add_conditions(words);
        lexicon.add_left_out(words);
        lexicon
    }

    fn add_conditions(&mut self, words: &PersonWords) {
        for condition in self.conditions.clone() {
            let meaning = Meaning::Condition(condition.id.clone());
            let names = [&*condition.name.sv, &*condition.name.en, condition.id.as_str()];
            names.into_iter().for_each(|name| self.add(name, &meaning, true));
            let short = words.short.iter().filter(|(id, _)| *id == condition.id);
            short.for_each(|(_, name)| {
                [&name.sv, &name.en].into_iter().for_each(|name| self.add(name, &meaning, false))
            });
            let of = words.conditions.iter().filter(|(id, _)| *id == condition.id);
            of.flat_map(|(_, words)| words).for_each(|word| self.add(word, &meaning, false));
        }
    }

    fn add_left_out(&mut self, words: &PersonWords) {
        for drugs in self.left_out.clone() {
            let meaning = Meaning::LeftOut(drugs.id.clone());
            [&*drugs.name.sv, &*drugs.name.en].into_iter().for_each(|name| self.add(name, &meaning, true));
            let of = words.left_out.iter().filter(|(id, _)| *id == drugs.id);
            of.flat_map(|(_, words)| words).for_each(|word| self.add(word, &meaning, false));
        }
    }

    fn add(&mut self, words: &str, meaning: &Meaning, is_name: bool) {
        let phrase = phrase(words);
        let words = phrase.split_whitespace().count();
        if words > 0 && !self.entries.iter().any(|entry| entry.phrase == phrase && entry.meaning == *meaning) {
            self.entries.push(Entry { phrase, words, meaning: meaning.clone(), is_name });
        }
    }

    /// How many of the first words belong together, and all that they can mean; a model's own name before other words.
    pub(super) fn longest(&self, tokens: &[Token<'_>]) -> Option<(usize, Vec<&Meaning>)> {
        let starts = |entry: &&Entry| {
            let words = tokens.get(..entry.words);
            words.is_some_and(|words| entry.phrase.split(' ').eq(words.iter().map(|token| &*token.folded)))
        };
        let found: Vec<&Entry> = self.entries.iter().filter(starts).collect();
        let longest = found.iter().map(|entry| entry.words).max()?;
        let found = || found.iter().filter(move |entry| entry.words == longest);
        let named: Vec<&Meaning> = found().filter(|entry| entry.is_name).map(|entry| &entry.meaning).collect();
        let all = || found().map(|entry| &entry.meaning).collect();
        Some((longest, if named.is_empty() { all() } else { named }))
    }

    /// Whether the code lies in, or holds, a class that the model counts or leaves out.
    pub(super) fn knows_atc(&self, code: &AtcCode) -> bool {
        let Reach { conditions, left_out } = self.of_atc(code);
        !conditions.is_empty() || left_out.is_some()
    }

    /// What drugs of the class stand for.
    pub fn of_atc(&self, code: &AtcCode) -> Reach {
        let meets = |class: &AtcCode| class.contains(code) || code.contains(class);
        let shows = |condition: &&Condition| {
            let is_counted = |proxy: &model::proxy::Proxy| {
                proxy.include.iter().any(meets) && !proxy.exclude.iter().any(|class| class.contains(code))
            };
            condition.proxies.iter().any(is_counted)
        };
        let conditions = self.conditions.iter().filter(shows).map(|condition| condition.id.clone()).collect();
        let left_out = self.left_out.iter().find(|drugs| drugs.classes.iter().any(meets));
        Reach { conditions, left_out: left_out.map(|drugs| drugs.id.clone()) }
    }

    /// The word that is known and written nearly so.
    pub(super) fn near(&self, word: &str) -> Option<String> {
        // of short words nearly all are near
        let long = |phrase: &&str| phrase.len() > 3;
        let known = self.entries.iter().filter(|entry| !matches!(entry.meaning, Meaning::Nothing));
        nearest::meant(word, known.map(|entry| &*entry.phrase).filter(long))
    }

    /// The conditions each once, in the order of the model.
    pub(super) fn in_order(&self, ids: &[Id]) -> Vec<Id> {
        self.conditions.iter().map(|condition| &condition.id).filter(|id| ids.contains(id)).cloned().collect()
    }

    /// All whose names or words begin, in some word, with what is looked for, or whose drugs have the code; all of the
    /// model's conditions for an empty text.
    pub fn find(&self, text: &str) -> Vec<Match> {
        let sought = phrase(text);
        let is_named = |meaning: &Meaning| {
            let begins = |phrase: &str| {
                let starts = phrase.match_indices(' ').map(|(at, _)| at + 1).chain([0]);
                starts.into_iter().any(|at| phrase.get(at..).is_some_and(|rest| rest.starts_with(&sought)))
            };
            self.entries.iter().any(|entry| entry.meaning == *meaning && begins(&entry.phrase))
        };
        let code = AtcCode::parse(text).filter(|code| code.as_str().len() >= 3);
        let reach = code.map(|code| self.of_atc(&code));
        let conditions = self.conditions.iter().map(|condition| &condition.id).filter(|id| {
            let by_code = reach.as_ref().is_some_and(|reach| reach.conditions.contains(id));
            sought.is_empty() || by_code || is_named(&Meaning::Condition((*id).clone()))
        });
        let left_out = self.left_out.iter().map(|drugs| &drugs.id).filter(|id| {
            let by_code = reach.as_ref().is_some_and(|reach| reach.left_out.as_ref() == Some(id));
            !sought.is_empty() && (by_code || is_named(&Meaning::LeftOut((*id).clone())))
        });
        conditions.cloned().map(Match::Condition).chain(left_out.cloned().map(Match::LeftOut)).collect()
    }
}

/// The words of a text as words are compared, where none is taken for a code.
fn phrase(text: &str) -> String {
    tokens(text, &|_| false).into_iter().map(|token| token.folded).collect::<Vec<_>>().join(" ")
}
