//! A reading as lines that an expert can check. Leaves nothing out but problems beyond the limit.

use exchange::import::{Note, Problem, ProblemKind, Question, Reading};
use model::{age::AgeBand, measure::Measure, sex::Sex};

/// A reading, one line for each thing in it.
pub fn reading(reading: &Reading) -> String {
    let mut lines = Vec::new();
    for (cell, count, origin) in &reading.listed {
        let sex = if cell.sex == Sex::Woman { "women" } else { "men" };
        lines.push(format!("listed {sex} {} = {} from {origin}", band(&cell.band), count.get()));
    }
    for (id, count, origin) in &reading.affected {
        lines.push(format!("affected {id} = {} from {origin}", count.get()));
    }
    if let Some((cost, origin)) = &reading.drug_cost {
        lines.push(format!("cost {} a month from {origin}", cost.decimal()));
    }
    lines.extend(reading.notes.iter().map(note));
    lines.extend(reading.problems.iter().map(problem));
    lines.extend(reading.question.iter().map(question));
    lines.join("\n")
}

fn band(band: &AgeBand) -> String {
    band.to_string().replace('\u{2013}', "-")
}

fn bands(bands: &[AgeBand]) -> String {
    bands.iter().map(band).collect::<Vec<_>>().join(" ")
}

fn note(note: &Note) -> String {
    match note {
        Note::TotalsLeftOut { origin } => format!("note totals left out {origin}"),
        Note::TotalDiffers { origin, stated, summed } => {
            format!("note total differs {origin}: says {stated}, parts are {summed}")
        }
        Note::TotalsUnchecked { origin } => format!("note totals unchecked {origin}"),
        Note::TotalsOfBoth { origin, lacks } => format!("note totals of both sexes {origin}, no numbers of {lacks:?}"),
        Note::Folded { band: own, from, origin } => {
            format!("note folded {} from {} at {origin}", band(own), bands(from))
        }
        Note::DateTurnedBack { origin, text, band: own } => format!("note date {origin} {text:?} is {}", band(own)),
        Note::OpenBand { origin, text, band: own } => format!("note open band {origin} {text:?} is {}", band(own)),
        Note::LabelsCarried { origin } => format!("note labels carried to {origin}"),
        Note::SexCodes { origin } => format!("note sexes by codes {origin}"),
        Note::NotListed { origin, text } => format!("note not listed {origin} {text:?}"),
        Note::AgesReachedIn { origin, year } => format!("note ages reached in {year} {origin}"),
        Note::LeftOut { origin, text } => format!("note left out {origin} {text:?}"),
        Note::OtherConditions { origin, text } => format!("note conditions of other models {origin} {text:?}"),
        Note::TitleOfOneSex { origin, text, sex } => format!("note title {origin} {text:?} says {sex:?}"),
        Note::Hidden { origin } => format!("note hidden {origin}"),
        Note::AgesMissing { cell, ages } => {
            let sex = if cell.sex == Sex::Woman { "women" } else { "men" };
            format!("note ages missing of {sex} {}: {}", band(&cell.band), bands(ages))
        }
        Note::MarkDecided { origin, mark } => format!("note {mark:?} before decimals in {origin}"),
        Note::MonthsAveraged { origin, months, sum } => format!("note mean of {months} months {origin}: {sum}"),
        Note::YearlyCost { origin, amount } => format!("note yearly cost {origin}: {amount}"),
    }
}

fn problem(problem: &Problem) -> String {
    let kind = match &problem.kind {
        ProblemKind::DateAmongBands { candidates } => format!("date among bands, may be [{}]", bands(candidates)),
        ProblemKind::Straddles { band: own, bands: met } => format!("{} straddles {}", band(own), bands(met)),
        ProblemKind::CountedTwice { other } => format!("counted already in {other}"),
        ProblemKind::Number(fault) => {
            let fault = format!("{fault:?}");
            format!("number {}", fault.split(' ').next().unwrap())
        }
        other => format!("{other:?}"),
    };
    format!("problem {} {:?} {kind}", problem.origin, problem.text)
}

fn question(question: &Question) -> String {
    match question {
        Question::Table { offers } => {
            let offers: Vec<String> =
                offers.iter().map(|offer| format!("{:?} {} sum {}", offer.title, offer.origin, offer.sum)).collect();
            format!("question which table: {}", offers.join(" / "))
        }
        Question::Part { kind, offers, all } => {
            let offers: Vec<String> = offers.iter().map(|offer| format!("{:?} {}", offer.name, offer.sum)).collect();
            let all = all.map(|sum| format!(", all {sum}")).unwrap_or_default();
            format!("question which {kind:?}: {}{all}", offers.join(" / "))
        }
        Question::DecimalMark { text, with_comma, with_point, origin } => {
            format!("question mark {text:?}: comma {with_comma}, point {with_point}; at {origin}")
        }
        Question::Period { amount, monthly_if_year, origin } => {
            format!("question period of {amount} (a month's part {}) at {origin}", monthly_if_year.decimal())
        }
    }
}
