//! What a reader of lists has done and not understood, in sentences that say where and the remedy.
use super::{
    amount::{ages, cell_name, plain},
    fault::number_fault,
};
use crate::text::Texts;
use exchange::import::{
    Alike, DecimalMark, Note, OpenError, Origin, Problem, ProblemKind, Reading, Sheet, UnreadKind, list_headings,
};
use model::{age::AgeBand, cell::Cell, sex::Sex};
use rust_decimal::Decimal;

/// Where in the file: `B3:B7`, with the sheet's name where there are several. A long list of cells is cut and says how many they are.
pub fn place(texts: Texts, sheets: &[Sheet], origin: &Origin) -> String {
    const MOST: usize = 4;
    let first: Vec<String> = origin.blocks.iter().take(MOST).map(ToString::to_string).collect();
    let mut cells = first.join(", ");
    if origin.blocks.len() > MOST {
        cells = texts.import_place_cut(&cells, &plain(texts.lang, origin.count().into()));
    }
    match sheets.get(origin.sheet).filter(|_| sheets.len() > 1) {
        Some(sheet) => texts.import_place(&sheet.name, &cells),
        None => cells,
    }
}

fn band(texts: Texts, band: AgeBand) -> String {
    ages(texts, Cell { sex: Sex::Woman, band })
}

fn bands(texts: Texts, many: &[AgeBand]) -> String {
    many.iter().map(|one| band(texts, *one)).collect::<Vec<_>>().join(", ")
}

/// What was done, so that it can be checked: what does not add up first, and all that was folded in one sentence.
pub fn notes(texts: Texts, sheets: &[Sheet], all: &[Note]) -> Vec<String> {
    let differs = |note: &&Note| matches!(note, Note::TotalDiffers { .. });
    let folded = |note: &&Note| matches!(note, Note::Folded { .. });
    let first = all.iter().filter(differs);
    let rest = all.iter().filter(|note| !differs(note) && !folded(note));
    let mut lines: Vec<String> = first.chain(rest).map(|one| note(texts, sheets, one)).collect();
    let mut folds = all.iter().filter(folded);
    match (folds.next(), folds.count()) {
        (Some(one), 0) => lines.push(note(texts, sheets, one)),
        (Some(_), more) => lines.push(texts.import_note_folded_many(&(more + 1).to_string())),
        (None, _) => {}
    }
    lines
}

fn note(texts: Texts, sheets: &[Sheet], note: &Note) -> String {
    let at = |origin: &Origin| place(texts, sheets, origin);
    let number = |value| plain(texts.lang, value);
    match note {
        Note::TotalsLeftOut { origin } => texts.import_note_totals(&at(origin)),
        Note::TotalDiffers { origin, stated, summed } => {
            texts.import_note_total_differs(&at(origin), &number(*stated), &number(*summed))
        }
        Note::TotalsUnchecked { origin } => texts.import_note_totals_unchecked(&at(origin)),
        Note::TotalsOfBoth { origin, lacks: Sex::Man } => texts.import_note_totals_no_men(&at(origin)),
        Note::TotalsOfBoth { origin, lacks: Sex::Woman } => texts.import_note_totals_no_women(&at(origin)),
        Note::NotListed { origin, text } => texts.import_note_not_listed(&at(origin), text),
        Note::AgesReachedIn { origin, year } => texts.import_note_born(&at(origin), &year.to_string()),
        Note::Folded { band: into, from, origin } => {
            let first = from.first().map(|first| band(texts, *first)).unwrap_or_default();
            let last = from.last().map(|last| band(texts, *last)).unwrap_or_default();
            texts.import_note_folded(&at(origin), &first, &last, &band(texts, *into))
        }
        Note::DateTurnedBack { origin, text, band: meant } => {
            texts.import_note_date(&at(origin), text, &band(texts, *meant))
        }
        Note::OpenBand { origin, text, band: meant } => texts.import_note_open(&at(origin), text, &band(texts, *meant)),
        Note::LabelsCarried { origin } => texts.import_note_carried(&at(origin)),
        Note::SexCodes { origin } => texts.import_note_sex_codes(&at(origin)),
        Note::OtherConditions { origin, text } => texts.import_note_other_conditions(&at(origin), text),
        Note::TitleOfOneSex { origin, text, sex: Sex::Woman } => texts.import_note_title_women(&at(origin), text),
        Note::TitleOfOneSex { origin, text, sex: Sex::Man } => texts.import_note_title_men(&at(origin), text),
        Note::LeftOut { origin, text } => texts.import_note_left_out(&at(origin), text),
        Note::Hidden { origin } => texts.import_note_hidden(&at(origin)),
        Note::AgesMissing { cell, ages } => {
            texts.import_note_ages_missing(&cell_name(texts, *cell), &bands(texts, ages))
        }
        Note::MarkDecided { origin, mark: DecimalMark::Comma } => texts.import_note_comma(&at(origin)),
        Note::MarkDecided { origin, mark: DecimalMark::Point } => texts.import_note_point(&at(origin)),
        Note::MonthsAveraged { origin, months, sum } => {
            texts.import_note_months(&at(origin), &months.to_string(), &number(*sum))
        }
        Note::YearlyCost { origin, amount } => texts.import_note_year(&at(origin), &number(*amount)),
    }
}

/// What a list lacks: groups, a sex, and counts that are not told.
pub fn lacking(texts: Texts, reading: &Reading) -> Vec<String> {
    let number = |count: u32| plain(texts.lang, Decimal::from(count));
    let mut lines = Vec::new();
    if !reading.missing.is_empty() {
        let read = reading.listed.len();
        let of = read + reading.missing.len() + reading.masked.iter().filter(|masked| masked.is_listed()).count();
        lines.push(texts.import_missing(&read.to_string(), &of.to_string()));
    }
    lines.extend(reading.sexes_missing().into_iter().map(|sex| match sex {
        Sex::Woman => texts.import_missing_women().to_owned(),
        Sex::Man => texts.import_missing_men().to_owned(),
    }));
    let masked = reading.masked.len();
    let (number_of, groups) = (masked as u64, masked.to_string());
    lines.extend(reading.masked_in_all().map(|bounds| match (bounds.at_least, bounds.at_most) {
        (0, Some(most)) => texts.import_masked_up_to(number_of, &groups, &number(most)),
        (least, Some(most)) => texts.import_masked(number_of, &groups, &number(least), &number(most)),
        (0, None) => texts.import_masked_unknown(number_of, &groups),
        (least, None) => texts.import_masked_open(number_of, &groups, &number(least)),
    }));
    lines
}

/// A sentence, and which headings would have been taken.
pub fn with_headings(texts: Texts, sentence: String, headings: &[&str]) -> String {
    if headings.is_empty() {
        return sentence;
    }
    [sentence, texts.import_headings_taken(&headings.join(", "))].join(" ")
}

/// What was not understood, and what to do.
pub fn problem(texts: Texts, sheets: &[Sheet], problem: &Problem) -> String {
    let at = place(texts, sheets, &problem.origin);
    let text = problem.text.as_str();
    match &problem.kind {
        ProblemKind::Number(error) => texts.error_place(&at, &number_fault(texts, error)),
        ProblemKind::NoResult => texts.import_problem_no_result(&at),
        ProblemKind::NotStated => texts.import_problem_not_stated(&at, text),
        ProblemKind::CodeNotCondition => texts.import_problem_code(&at, text),
        ProblemKind::Parted => texts.import_problem_parted(&at),
        ProblemKind::Hidden => texts.import_problem_hidden(&at, text),
        ProblemKind::Dash => texts.import_problem_dash(&at, text),
        ProblemKind::Blank => texts.import_problem_blank(&at),
        ProblemKind::Heading => texts.import_problem_heading(&at, text),
        ProblemKind::MayBePractices { headings } => {
            texts.import_problem_maybe_practices(&at, &headings.to_string(), text)
        }
        ProblemKind::OnlyShares => texts.import_problem_only_shares(&at),
        ProblemKind::NoPractice { tables } => texts.import_problem_no_practice(&tables.to_string()),
        ProblemKind::Label => texts.import_problem_label(&at, text),
        ProblemKind::Unlabelled => texts.import_problem_unlabelled(&at),
        ProblemKind::UnknownCondition => texts.import_problem_condition(&at, text),
        ProblemKind::DateAmongBands { candidates } => texts.import_problem_date(&at, text, &bands(texts, candidates)),
        ProblemKind::Straddles { band: own, bands: into } => {
            texts.import_problem_straddles(&at, &band(texts, *own), &bands(texts, into))
        }
        ProblemKind::KronorNotPersons => texts.import_problem_kronor(&at),
        ProblemKind::Thousands => texts.import_problem_thousands(&at),
        ProblemKind::Status => texts.import_problem_status(&at, text),
        ProblemKind::NoReferenceYear => texts.import_problem_no_year(&at),
        ProblemKind::NoSex => texts.import_problem_no_sex(&at),
        ProblemKind::NoAges => texts.import_problem_no_ages(&at),
        ProblemKind::CountedTwice { other } => texts.import_problem_twice(&at, &place(texts, sheets, other)),
        ProblemKind::TooLarge => texts.import_problem_too_large(&at, text),
        ProblemKind::PersonList => texts.import_problem_persons(&at),
        ProblemKind::NothingFound => with_headings(texts, texts.import_problem_nothing(&at), &list_headings()),
    }
}

/// That values look like identity numbers, as a question.
pub fn alike_words(texts: Texts, Alike { place, alike, cells, .. }: &Alike) -> String {
    let many = |count: u64| plain(texts.lang, count.into());
    texts.import_identity_ask(&many(*alike), &many(*cells), &place.to_string())
}

/// Why a file gave nothing, and what to do; without an error the reader itself broke or could not be fetched.
pub fn open_fault(texts: Texts, error: Option<&OpenError>) -> String {
    let many = |count: u64| plain(texts.lang, count.into());
    let million = |bytes: u64| (bytes / 1_000_000).to_string();
    let size = |bytes: &usize| million(u64::try_from(*bytes).unwrap_or(u64::MAX));
    match error {
        None => texts.import_broke().to_owned(),
        Some(OpenError::Empty) => texts.import_empty().to_owned(),
        Some(OpenError::TooLarge { bytes, max }) => texts.import_too_large(&size(bytes), &size(max)),
        Some(OpenError::UnpacksTooLarge { max }) => texts.import_unpacks_too_large(&million(*max)),
        Some(OpenError::TooManyRows { sheet, max }) => texts.import_too_many_rows(sheet, &max.to_string()),
        Some(OpenError::TooManyColumns { sheet, max }) => texts.import_too_many_columns(sheet, &max.to_string()),
        Some(OpenError::TooManyCells { max }) => texts.import_too_many_cells(&max.to_string()),
        Some(OpenError::TooMuchText { max }) => texts.import_too_much_text(&size(max)),
        Some(OpenError::TooManySheets { max }) => texts.import_too_many_sheets(&max.to_string()),
        Some(OpenError::NotATable) => texts.import_not_a_table().to_owned(),
        Some(OpenError::Unread(UnreadKind::Protected)) => texts.import_protected().to_owned(),
        Some(OpenError::Unread(UnreadKind::Html)) => texts.import_html().to_owned(),
        Some(OpenError::Unread(UnreadKind::XmlSpreadsheet)) => texts.import_xml_spreadsheet().to_owned(),
        Some(OpenError::Unread(_)) => texts.import_old_format().to_owned(),
        Some(OpenError::Damaged) => texts.import_damaged().to_owned(),
        Some(OpenError::UnclosedQuote { row }) => texts.import_quote(&row.to_string()),
        Some(OpenError::LikeIdentityNumbers(alike)) => alike_words(texts, alike),
        Some(OpenError::IdentityNumbers(Alike { place, alike, cells, .. })) => {
            texts.import_identity(&many(*alike), &many(*cells), &place.to_string())
        }
    }
}
