//! From a Fluent selection to cases: which variant is chosen for which number or word.
//! It does not know how the variants' texts are made.

use std::collections::BTreeSet;

use fluent_syntax::ast;

use crate::cut::Cut;
use crate::lower::Lowering;
use crate::piece::{Cases, Select, Text};
use crate::problem::ProblemKind;

/// Languages in which, for whole numbers, `one` is exactly 1 and everything else is `other` (CLDR).
const ONE_IS_EXACTLY_1: [&str; 2] = ["sv", "en"];

/// CLDR's plural categories apart from `other`, which is as good a word as any.
const PLURAL_CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];

type Variant<'s> = ast::Variant<Cut<'s>>;

/// A variant's key and text.
struct Lowered<'s> {
    key: Key<'s>,
    default: bool,
    text: Text,
}

#[derive(Clone, Copy)]
struct Key<'s> {
    at: Cut<'s>,
    literal: bool,
}

impl Key<'_> {
    fn is_number(self) -> bool {
        self.literal || PLURAL_CATEGORIES.contains(&self.at.text)
    }

    fn is_word(self) -> bool {
        !self.is_number() && self.at.text != "other"
    }
}

/// The selection by `variable`, or nothing if that, a key or a text had a problem.
pub(crate) fn lower<'s>(
    lowering: &mut Lowering<'_, 's>,
    variable: Option<Cut<'s>>,
    variants: &[Variant<'s>],
) -> Option<Select> {
    let lowered: Vec<Option<Lowered<'s>>> = variants.iter().map(|variant| lower_variant(lowering, variant)).collect();
    let variants: Vec<Lowered<'s>> = lowered.into_iter().collect::<Option<_>>()?;
    let variable = variable?;
    let words = variants.iter().any(|variant| variant.key.is_word());
    if words && variants.iter().any(|variant| variant.key.is_number()) {
        return lowering.fail(variable, ProblemKind::MixedKeys(variable.text.to_owned()));
    }
    let (cases, otherwise) = if words { by_word(lowering, variants) } else { by_number(lowering, variants) }?;
    Some(Select { variable: variable.text.to_owned(), cases, otherwise })
}

fn lower_variant<'s>(lowering: &mut Lowering<'_, 's>, variant: &Variant<'s>) -> Option<Lowered<'s>> {
    let key = match variant.key {
        ast::VariantKey::Identifier { name } => Key { at: name, literal: false },
        ast::VariantKey::NumberLiteral { value } => Key { at: value, literal: true },
    };
    let text = lowering.pattern(&variant.value)?;
    Some(Lowered { key, default: variant.default, text })
}

/// Literal numbers win over `one`; `other`, or else the default, is for all the rest.
fn by_number<'s>(lowering: &mut Lowering<'_, 's>, mut variants: Vec<Lowered<'s>>) -> Option<(Cases, Text)> {
    let rest = variants
        .iter()
        .position(|variant| variant.key.at.text == "other")
        .or_else(|| variants.iter().position(|variant| variant.default))?;
    let rest = variants.remove(rest);
    variants.sort_by_key(|variant| !variant.key.literal);
    let mut taken = BTreeSet::new();
    let mut cases = Vec::new();
    let mut sound = true;
    for Lowered { key, text, .. } in variants {
        match value(lowering, key, &mut taken) {
            Some(number) => cases.push((number, text)),
            None => sound = false,
        }
    }
    sound.then_some((Cases::Numbers(cases), rest.text))
}

fn value(lowering: &mut Lowering<'_, '_>, key: Key<'_>, taken: &mut BTreeSet<u64>) -> Option<u64> {
    let one = !key.literal && key.at.text == "one";
    let lang = lowering.book.source.lang;
    let primary = lang.split('-').next().unwrap_or(lang);
    if one && !ONE_IS_EXACTLY_1.contains(&primary) {
        return lowering.fail(key.at, ProblemKind::PluralRule(lang.to_owned()));
    }
    let number = if one { Some(1) } else { key.at.text.parse().ok() };
    match number.filter(|&number| taken.insert(number)) {
        None => lowering.fail(key.at, ProblemKind::NeverChosen(key.at.text.to_owned())),
        number => number,
    }
}

fn by_word<'s>(lowering: &mut Lowering<'_, 's>, mut variants: Vec<Lowered<'s>>) -> Option<(Cases, Text)> {
    let rest = variants.iter().position(|variant| variant.default)?;
    let rest = variants.remove(rest);
    let mut taken = BTreeSet::from([rest.key.at.text]);
    let mut cases = Vec::new();
    let mut sound = true;
    for Lowered { key, text, .. } in variants {
        if taken.insert(key.at.text) {
            cases.push((key.at.text.to_owned(), text));
        } else {
            sound = false;
            lowering.fail::<()>(key.at, ProblemKind::NeverChosen(key.at.text.to_owned()));
        }
    }
    sound.then(|| (Cases::Words { cases, default: rest.key.at.text.to_owned() }, rest.text))
}
