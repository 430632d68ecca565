//! The words of an Excel file. Knows nothing of where they stand in it.
use super::term::{status, term};
use crate::{ctx::Ctx, text::Texts};
use exchange::workbook::{Labels, SourceName, Word};
use model::{citation::Status, id::Id, localized::Localized, quantity::Unit, term::Term};

/// The page's words.
pub struct BookWords<'a> {
    /// The page.
    pub ctx: &'a Ctx,
}

impl Labels for BookWords<'_> {
    fn term(&self, of: &Term) -> String {
        term(self.ctx.texts(), self.ctx.catalogue(), of)
    }

    fn unit(&self, of: Unit) -> String {
        unit(self.ctx.texts(), of).to_owned()
    }

    fn status(&self, of: Status) -> String {
        status(self.ctx.texts(), of).to_owned()
    }

    fn source(&self, id: &Id) -> Option<SourceName> {
        let source = self.ctx.catalogue().source(id)?;
        let [title, publisher, date] = [&source.title, &source.publisher, &source.date].map(ToString::to_string);
        Some(SourceName { title, publisher, date })
    }

    fn note(&self, note: &Localized) -> String {
        self.ctx.texts().name(note).to_string()
    }

    fn word(&self, of: Word) -> String {
        let t = self.ctx.texts();
        sheet_word(t, of).unwrap_or_else(|| table_word(t, of)).to_owned()
    }
}

fn unit(t: Texts, unit: Unit) -> &'static str {
    match unit {
        Unit::KrPerMonth => t.book_unit_month(),
        Unit::KrPerYear => t.book_unit_year(),
        Unit::KrPerPersonMonth => t.book_unit_person_month(),
        Unit::Persons => t.book_unit_persons(),
        Unit::Share => t.book_unit_share(),
        Unit::Factor => t.book_unit_factor(),
        Unit::Points => t.book_unit_points(),
        Unit::Fte => t.book_unit_fte(),
        Unit::PersonsPerFte => t.book_unit_per_fte(),
        Unit::Doctors => t.book_unit_doctors(),
        Unit::Visits => t.book_unit_visits(),
        Unit::Hours => t.book_unit_hours(),
    }
}

fn sheet_word(t: Texts, word: Word) -> Option<&'static str> {
    Some(match word {
        Word::CoverSheet => t.book_cover(),
        Word::InputSheet => t.book_inputs(),
        Word::CalculationSheet => t.book_calculation(),
        Word::JointSheet => t.book_joint(),
        Word::ParameterSheet => t.book_parameters(),
        Word::PracticeSheet => t.view_practice(),
        Word::InputAbout => t.book_inputs_about(),
        Word::CalculationAbout => t.book_calculation_about(),
        Word::JointAbout => t.book_joint_about(),
        Word::ParameterAbout => t.book_parameters_about(),
        Word::Contents => t.book_contents(),
        Word::Legend => t.book_legend(),
        Word::LegendInput => t.book_legend_input(),
        Word::LegendEdited => t.book_legend_edited(),
        Word::LegendSource => t.book_legend_source(),
        Word::LegendFormula => t.book_legend_formula(),
        Word::PartialSum => t.book_partial_sum(),
        Word::NoneOfGroup => t.book_none_of_group(),
        Word::EveryGroupStep => t.book_every_group(),
        Word::Independent => t.book_independent(),
        _ => return None,
    })
}

fn table_word(t: Texts, word: Word) -> &'static str {
    match word {
        Word::HowMade => t.book_how_made(),
        Word::Value => t.underlag_amount(),
        Word::Unit => t.book_unit(),
        Word::Status => t.book_status(),
        Word::Original => t.book_original(),
        Word::Source => t.method_source_heading(),
        Word::Publisher => t.book_publisher(),
        Word::Date => t.book_date(),
        Word::Place => t.book_place(),
        Word::Lines => t.book_lines(),
        Word::Note => t.book_note(),
        Word::Persons => t.practice_affected_heading(),
        Word::Rate => t.book_unit_person_month(),
        Word::Amount => t.book_unit_month(),
        Word::ByCell => t.practice_listed(),
        Word::ByFactor => t.practice_affected(),
        Word::Sums => t.practice_results(),
        Word::ShareOfCondition => t.book_share_of_condition(),
        Word::ShareWithSoMany => t.book_share_with_so_many(),
        _ => t.book_figure(),
    }
}
