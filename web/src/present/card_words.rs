//! The persons of I korthet in words: what they are called, who they are, and why a condition does not count.
use super::{
    amount::{Show, amount},
    term::factor,
};
use crate::{ctx::Ctx, state::PageCatalogue, text::Texts};
use exchange::person_line::{PersonLine, Remark};
use model::{
    case_mix::{Dropped, DroppedBy},
    id::Id,
    measure::{Measure, Rate},
    person_cards::PersonCard,
    rows::LeftOut,
    sex::Sex,
};
use report::columns::Column;
use rust_decimal::Decimal;

/// What stands over a card.
pub fn card_name(t: Texts, card: &PersonCard<'_>) -> String {
    match (card.name, card.source) {
        (Some(name), _) => name.to_string(),
        (None, Some(source)) => t.name(&source.name).to_string(),
        (None, None) => unnamed(t, card.sex, &card.age.to_string()),
    }
}

fn unnamed(t: Texts, sex: Sex, age: &str) -> String {
    match sex {
        Sex::Woman => t.brief_unnamed_woman(age),
        Sex::Man => t.brief_unnamed_man(age),
    }
}

/// Woman or man.
pub fn sex_word(t: Texts, sex: Sex) -> &'static str {
    match sex {
        Sex::Woman => t.brief_woman(),
        Sex::Man => t.brief_man(),
    }
}

/// A condition's shorter name, where it has one.
pub fn short_name(t: Texts, catalogue: &PageCatalogue, id: &Id) -> String {
    let short = catalogue.words().short.iter().find(|(of, _)| of == id);
    short.map_or_else(|| factor(t, catalogue, id), |(_, name)| t.name(name).to_string())
}

/// A person in the middle of a sentence: a name, or who it is.
pub fn described(ctx: &Ctx, card: &PersonCard<'_>, conditions: &[Id]) -> String {
    let t = ctx.texts();
    if card.name.is_some() || card.source.is_some() {
        return card_name(t, card);
    }
    let age = card.age.to_string();
    let who = match card.sex {
        Sex::Woman => t.brief_a_woman(&age),
        Sex::Man => t.brief_a_man(&age),
    };
    let names: Vec<String> = conditions.iter().map(|id| in_sentence(&short_name(t, ctx.catalogue(), id))).collect();
    match &*names {
        [] => t.brief_described_none(&who),
        [one] => t.brief_described(&who, one),
        [one, other] => t.brief_described(&who, &t.brief_two(one, other)),
        many => t.brief_described_many(&who, &many.len().to_string()),
    }
}

/// A name as it stands within a sentence: abbreviations and names of persons keep their capital.
fn in_sentence(name: &str) -> String {
    let mut letters = name.chars();
    let (first, second) = (letters.next(), letters.next());
    if second.is_none_or(|letter| letter.is_uppercase()) || name.contains('’') || name.starts_with("Parkinson") {
        return name.to_owned();
    }
    first.into_iter().flat_map(char::to_lowercase).chain(name.chars().skip(1)).collect()
}

/// The beginning of a sentence that says whose amounts they are.
pub fn with_model(ctx: &Ctx, column: Column) -> &'static str {
    let t = ctx.texts();
    let examples = || ctx.state().tariffs.get(column).is_some_and(|tariff| tariff.model.is_illustrative());
    match column {
        Column::Earlier => t.brief_with_earlier(),
        Column::Current => t.brief_with_current(),
        Column::Scenario => t.brief_with_scenario(),
        Column::Proposal if examples() => t.brief_with_examples(),
        Column::Proposal => t.brief_with_proposal(),
    }
}

/// Why a condition is not paid for.
pub fn dropped(ctx: &Ctx, dropped: &Dropped) -> String {
    let (t, name) = (ctx.texts(), |id: &Id| short_name(ctx.texts(), ctx.catalogue(), id));
    let own = name(&dropped.condition);
    match &dropped.by {
        DroppedBy::Limits => t.brief_dropped_limits(&own),
        DroppedBy::Precondition => t.brief_dropped_precondition(&own),
        DroppedBy::Combined(id) | DroppedBy::Hierarchy(id) => t.brief_dropped_by(&own, &in_sentence(&name(id))),
    }
}

/// Why drugs do not count.
pub fn left_out(t: Texts, drugs: &LeftOut) -> String {
    t.brief_left_out(&t.name(&drugs.name), &t.name(&drugs.reason))
}

/// Whole kronor, which no line breaks.
pub fn kronor(t: Texts, whole: Decimal) -> String {
    amount(t, Rate::of(whole).quantity(), Show::Kronor, false).replace(' ', "\u{a0}")
}

/// How much more or less than today: the sign for the eye, the words, and the class of both.
pub fn change_words(t: Texts, today: Decimal, then: Decimal) -> (&'static str, String, &'static str) {
    let kr = kronor(t, (then - today).abs());
    match then.cmp(&today) {
        std::cmp::Ordering::Greater => ("▲", t.brief_more(&kr), "more"),
        std::cmp::Ordering::Less => ("▼", t.brief_less(&kr), "less"),
        std::cmp::Ordering::Equal => ("", t.no_difference().to_owned(), ""),
    }
}

/// What should be known of a typed line, a sentence each; what asks back is asked apart.
pub fn remarks(ctx: &Ctx, line: &PersonLine) -> Vec<String> {
    let t = ctx.texts();
    let unknown = line.remarks.iter().filter_map(|remark| match remark {
        Remark::Unknown { word, .. } => Some(&**word),
        _ => None,
    });
    let unknown: Vec<&str> = unknown.collect();
    let unknown = (!unknown.is_empty()).then(|| t.brief_line_unknown(&unknown.join(", ")));
    unknown.into_iter().chain(line.remarks.iter().filter_map(|remark| sentence(ctx, remark))).collect()
}

fn sentence(ctx: &Ctx, remark: &Remark) -> Option<String> {
    let t = ctx.texts();
    Some(match remark {
        Remark::Ambiguous { .. } | Remark::Unknown { .. } => return None,
        Remark::TwoSexes => t.brief_line_two_sexes().to_owned(),
        Remark::TwoAges => t.brief_line_two_ages().to_owned(),
        Remark::LeftOut { word, left_out } => {
            let drugs = ctx.catalogue().left_out().iter().find(|drugs| drugs.id == *left_out);
            drugs
                .map_or_else(|| t.brief_line_no_condition(word), |drugs| t.brief_left_out(word, &t.name(&drugs.reason)))
        }
        Remark::NoCondition { word } => t.brief_line_no_condition(word),
        Remark::NoAge { word } => t.brief_line_no_age(word),
        Remark::TooLong => t.brief_line_too_long().to_owned(),
    })
}

/// What a line lacks before it is a person; none when it lacks nothing.
pub fn lacking(t: Texts, line: &PersonLine) -> Option<&'static str> {
    match (line.sex, line.age) {
        (Some(_), Some(_)) => None,
        (None, Some(_)) => Some(t.brief_line_needs_sex()),
        (Some(_), None) => Some(t.brief_line_needs_age()),
        (None, None) => Some(t.brief_line_needs_both()),
    }
}
