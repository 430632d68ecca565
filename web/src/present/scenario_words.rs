//! What became of a scenario that was opened, in sentences that say the remedy.
use super::{
    amount::{cell_name, plain},
    difference_words,
    fault::field_name,
    term::factor,
};
use crate::{ctx::Ctx, text::Texts, tools::opening::Refusal};
use exchange::{
    link::LinkError,
    scenario_file::{Fault, JsonKind, Note, Problem},
};
use model::{
    case_mix::Normalisation,
    id::Id,
    staffing::item::Item,
    value::{Key, Value},
};

/// Everything that is wrong: where in the file, if it is one, and what.
pub fn refusal(ctx: &Ctx, refusal: &Refusal) -> Vec<(String, String)> {
    let t = ctx.texts();
    match refusal {
        Refusal::File(problems) => problems.iter().map(|problem| in_file(t, problem)).collect(),
        Refusal::Link(error) => vec![(String::new(), link(ctx, error))],
        Refusal::Unreadable => vec![(String::new(), t.open_unreadable().to_owned())],
    }
}

fn in_file(texts: Texts, problem: &Problem) -> (String, String) {
    (problem.pointer.clone(), of_file(texts, &problem.fault).unwrap_or_else(|| of_value(texts, &problem.fault)))
}

/// What is wrong with the file as a whole.
fn of_file(t: Texts, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::TooLarge { max, .. } => t.file_too_large(&(max / 1000).to_string()),
        Fault::Syntax { line, column } => t.file_syntax(&line.to_string(), &column.to_string()),
        Fault::CutShort { line } => t.file_cut(&line.to_string()),
        Fault::OtherFormat => t.file_other().to_owned(),
        Fault::FromTheFuture { version, newest } => t.file_future(&version.to_string(), &newest.to_string()),
        Fault::NoSuchVersion { version, oldest } => t.file_no_version(&version.to_string(), &oldest.to_string()),
        _ => return None,
    })
}

/// What is wrong with a value in it.
fn of_value(t: Texts, fault: &Fault) -> String {
    let says = |value| plain(t.lang, value);
    match fault {
        Fault::WrongKind { found, expected } => t.file_wrong_kind(kind(t, *found), kind(t, *expected)),
        Fault::Missing { key } => t.file_missing(key),
        Fault::UnknownKey { known } => t.file_unknown_key(&known.join(", ")),
        Fault::UnknownModel { known } => t.file_unknown_model(&ids(known)),
        Fault::UnknownWord { known } => t.file_unknown_word(&known.join(", ")),
        Fault::NotADecimal { text } => t.file_not_decimal(text),
        Fault::OutOfBounds { value, least, most } => t.file_bounds(&says(*value), &says(*least), &says(*most)),
        Fault::NotAFingerprint { text } => t.file_not_fingerprint(text),
        Fault::NotAKey { text } => t.file_not_key(text),
        Fault::TooManyDecimals { value, most } => t.file_decimals(&says(*value), &most.to_string()),
        Fault::NotHalfYears { value } => t.file_half_years(&says(*value)),
        Fault::SameName { name } => t.file_same_name(name.as_str()),
        Fault::NotAName { most } => t.file_not_name(&most.to_string()),
        Fault::TooMany { found, most } => t.file_too_many(&found.to_string(), &most.to_string()),
        Fault::HalfAPerson { lacks } => t.file_half_person(&lacks.to_string()),
        Fault::WithheldAndGiven => t.file_withheld_and_given().to_owned(),
        _ => t.file_repeated().to_owned(),
    }
}

fn kind(t: Texts, kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::Null => t.file_kind_null(),
        JsonKind::Boolean => t.file_kind_boolean(),
        JsonKind::Whole => t.file_kind_whole(),
        JsonKind::Number => t.file_kind_number(),
        JsonKind::Text => t.file_kind_text(),
        JsonKind::List => t.file_kind_list(),
        JsonKind::Object => t.file_kind_object(),
    }
}

fn ids(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ")
}

fn link(ctx: &Ctx, error: &LinkError) -> String {
    let t = ctx.texts();
    match error {
        LinkError::NotALink => t.link_not().to_owned(),
        LinkError::TooLong { max } => t.link_too_long(&max.to_string()),
        LinkError::FromTheFuture { .. } => t.link_future().to_owned(),
        LinkError::Unexpected { character, position } => {
            t.link_unexpected(&character.to_string(), &position.to_string())
        }
        LinkError::CutShort { missing } => t.link_cut(&missing.to_string()),
        LinkError::Mistyped => t.link_mistyped().to_owned(),
        LinkError::UnknownModel { model, known } => t.link_unknown_model(model.as_str(), &ids(known)),
        LinkError::ModelChanged { model } => t.link_model_changed(model.as_str()),
        LinkError::OutOfBounds { key } => t.link_bounds(&difference_words::name(ctx, key)),
        LinkError::Malformed => t.link_malformed().to_owned(),
    }
}

/// What the reader should know, a sentence each. What was left out on purpose stands together in one.
pub fn notes(ctx: &Ctx, notes: &[Note]) -> Vec<String> {
    let withheld = notes.iter().filter_map(|note| match note {
        Note::Withheld(what) => Some(entered(ctx, what)),
        _ => None,
    });
    let withheld: Vec<String> = withheld.collect();
    let together = (!withheld.is_empty()).then(|| ctx.texts().note_withheld(&withheld.join(", ")));
    notes.iter().filter_map(|one| note(ctx, one)).chain(together).collect()
}

fn note(ctx: &Ctx, note: &Note) -> Option<String> {
    let t = ctx.texts();
    let value = |value: &Value| says(t, value);
    Some(match note {
        Note::Withheld(_) => return None,
        Note::ModelChanged => t.note_model_changed().to_owned(),
        Note::OriginalDiffers { key, then, now } => {
            t.note_original(&difference_words::name(ctx, key), &value(then), &value(now))
        }
        Note::Gone { key, value: own } => t.note_gone(&difference_words::name(ctx, key), &value(own)),
        Note::NotInAnyModel(what) => t.note_not_in_model(&entered(ctx, what)),
        Note::FingerprintDiffers { written, now } => t.note_fingerprint(&written.to_string(), &now.to_string()),
    })
}

fn says(t: Texts, value: &Value) -> String {
    match value {
        Value::Number(number) => plain(t.lang, *number),
        Value::Normalisation(Normalisation::None) => t.rule_none().to_owned(),
        Value::Normalisation(Normalisation::ScalarToBudget) => t.rule_scalar().to_owned(),
        Value::Normalisation(Normalisation::PerCellNeutral) => t.rule_per_cell().to_owned(),
        word @ (Value::Reading(_)
        | Value::Population(_)
        | Value::Yes(_)
        | Value::Sex(_)
        | Value::Name(_)
        | Value::Ages(_)
        | Value::Health(_)) => word.to_string(),
    }
}

fn entered(ctx: &Ctx, key: &Key) -> String {
    let t = ctx.texts();
    match key {
        Key::Listed(cell) => cell_name(t, *cell),
        Key::Affected(id) => factor(t, ctx.catalogue(), id),
        Key::DrugCost => t.term_drug_cost().to_owned(),
        Key::Staff(Item::Persons) => t.term_listed_total().to_owned(),
        key => field_name(t, ctx.catalogue(), key),
    }
}
