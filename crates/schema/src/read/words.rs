//! `words.toml`: how people write a person in one line.
use super::{fields::Fields, node::Node, unique::Unique};
use crate::problem::ProblemKind;
use model::{
    id::Id,
    localized::Localized,
    name,
    payment_model::PaymentModel,
    rows::{LeftOut, PersonWords},
};
use std::rc::Rc;

type Words = Vec<Rc<str>>;

/// What the words can be of; none where it could not be read, and nothing can be said of what is not in it.
pub(crate) struct Named<'a> {
    pub(crate) models: Option<&'a [Rc<PaymentModel>]>,
    pub(crate) left_out: Option<&'a [LeftOut]>,
}

/// `woman`, `man`, `age` and `filler`, no word of which stands twice, `citation`, and the rows of `[[condition]]` and
/// `[[left_out]]`: `{ id, words }`, of a condition also `short`. A word may be one of several conditions.
pub(crate) fn words(file: Node<'_>, named: &Named<'_>) -> Option<PersonWords> {
    let mut met = Unique::default();
    file.table(|t| {
        let (woman, man) = (of_one(t, "woman", &mut met), of_one(t, "man", &mut met));
        let (age, filler) = (of_one(t, "age", &mut met), of_one(t, "filler", &mut met));
        let citation = t.need("citation", Node::citation);
        let has = |model: &PaymentModel, id: &Id| model.case_mix().is_some_and(|mix| mix.position(id).is_some());
        let is_condition = |id: &Id| named.models.is_none_or(|models| models.iter().any(|model| has(model, id)));
        let is_left_out = |id: &Id| named.left_out.is_none_or(|all| all.iter().any(|drugs| drugs.id == *id));
        let (mut conditions, mut drugs, mut short) = (Unique::default(), Unique::default(), Vec::new());
        let conditions = t.rows("condition", |row| of_id(row, &is_condition, &mut conditions, &mut short));
        let left_out = t.rows("left_out", |row| of_id(row, &is_left_out, &mut drugs, &mut Vec::new()));
        Some(PersonWords {
            woman: woman?,
            man: man?,
            age: age?,
            filler: filler?,
            conditions: conditions?,
            left_out: left_out?,
            short,
            citation: Rc::new(citation?),
        })
    })
}

fn of_one(t: &Fields<'_>, key: &'static str, met: &mut Unique) -> Option<Words> {
    t.need(key, |list| list.each(|word| claimed(word, met)))
}

/// A word that has not been met, however it is written.
fn claimed(word: Node<'_>, met: &mut Unique) -> Option<Rc<str>> {
    let text = word.text()?;
    met.claim(word, &Id::new(&name::folded(&text))).then_some(text)
}

fn of_id(
    row: Node<'_>,
    is_known: &dyn Fn(&Id) -> bool,
    ids: &mut Unique,
    short: &mut Vec<(Id, Localized)>,
) -> Option<(Id, Words)> {
    row.table(|t| {
        let id = t.need("id", |node| {
            let id = ids.id(node)?;
            if is_known(&id) {
                return Some(id);
            }
            let what = format!("No model has a condition or drugs left out that are called `{id}`.");
            node.fail(ProblemKind::UnknownReference, what, "Write an id of a model's file.")
        });
        let mut met = Unique::default();
        let words = t.need("words", |list| list.each(|word| claimed(word, &mut met)));
        let name = t.may("short", Node::localized);
        let id = id?;
        short.extend(name?.map(|name| (id.clone(), name)));
        Some((id, words?))
    })
}
