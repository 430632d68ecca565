//! Pages as the bytes of an Excel file. Knows formats, widths and print; knows no figure.
use super::{
    book::Properties,
    check::date,
    page::{Content, Look, NumberOrigin, Page, Placed},
};
use model::quantity::Unit;
use rust_decimal::Decimal;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

const A4: u8 = 9;
const TITLE_SIZE: u8 = 16;
const HEADING_SIZE: u8 = 13;
const INPUT: Color = Color::RGB(0x00FF_F3C4);
const EDITED: Color = Color::RGB(0x00FB_E0CC);
const SOURCE: Color = Color::RGB(0x0012_436D);
const HEAD: Color = Color::RGB(0x00E8_EDF2);
const LINE: Color = Color::RGB(0x006B_7280);

/// The file's bytes. Errors: the writer's own.
pub(super) fn bytes(title: &str, properties: &Properties, pages: &[Page]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let about = DocProperties::new().set_title(title).set_author(&properties.author);
    let about = about.set_subject(&properties.subject);
    workbook.set_properties(&match date(properties.created) {
        Some(created) => about.set_creation_datetime(&created),
        None => about,
    });
    for page in pages {
        sheet(workbook.add_worksheet(), page)?;
    }
    workbook.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    sheet.set_name(&page.name)?;
    let (rows, columns) = page.frozen;
    sheet.set_freeze_panes(rows, columns)?;
    for (column, width) in (0..).zip(&page.widths) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_header("&L&A").set_footer("&R&P / &N");
    if let Some(last) = rows.checked_sub(1) {
        sheet.set_repeat_rows(0, last)?;
    }
    page.cells.iter().try_for_each(|placed| write(sheet, placed))
}

fn write(sheet: &mut Worksheet, placed: &Placed) -> Result<(), XlsxError> {
    let (row, column) = (placed.row, placed.column);
    match &placed.content {
        // as a string, never as whatever it may look like
        Content::Text(text) => sheet.write_string_with_format(row, column, text, &format(placed.look, None))?,
        Content::Number(value) => {
            let format = format(placed.look, Some(*value));
            if let Look::Number(unit, NumberOrigin::Input) = placed.look {
                sheet.add_data_validation(row, column, row, column, &allowed(unit))?;
            }
            sheet.write_number_with_format(row, column, binary(*value), &format)?
        }
        Content::Formula(formula, value) => {
            let formula = Formula::new(formula).set_result(value.normalize().to_string());
            sheet.write_formula_with_format(row, column, formula, &format(placed.look, Some(*value)))?
        }
    };
    Ok(())
}

/// What may be written in a cell: whole persons, or a number; neither below zero. A text would break every sum.
fn allowed(unit: Unit) -> DataValidation {
    let rule = DataValidation::new();
    match unit {
        Unit::Persons => rule.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)),
        _ => rule.allow_decimal_number(DataValidationRule::GreaterThanOrEqualTo(0.0)),
    }
}

/// The nearest of Excel's numbers.
fn binary(value: Decimal) -> f64 {
    value.to_string().parse().unwrap_or(f64::NAN)
}

fn format(look: Look, value: Option<Decimal>) -> Format {
    let plain = Format::new();
    match look {
        Look::Title => plain.set_bold().set_font_size(TITLE_SIZE),
        Look::Heading => plain.set_bold().set_font_size(HEADING_SIZE),
        Look::Text | Look::Label => plain,
        Look::Head => head(plain),
        Look::HeadOfNumbers => head(plain).set_align(FormatAlign::Right),
        Look::Number(unit, from) => kind(plain.set_num_format(number_format(unit, value)), from),
        Look::Sample(from) => kind(plain, from),
    }
}

fn head(format: Format) -> Format {
    let lined = format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(LINE);
    lined.set_bold().set_text_wrap().set_background_color(HEAD).set_align(FormatAlign::Top)
}

/// Colour is never alone: a frame, slanted letters, coloured letters, nothing.
fn kind(format: Format, kind: NumberOrigin) -> Format {
    match kind {
        NumberOrigin::Input => framed(format.set_background_color(INPUT)).set_unlocked(),
        NumberOrigin::Edited => framed(format.set_background_color(EDITED)).set_italic(),
        NumberOrigin::Source => format.set_font_color(SOURCE),
        NumberOrigin::Formula => format,
    }
}

fn framed(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(LINE)
}

/// Kronor with öre, shares in per cent, whole persons unless they are a mean.
fn number_format(unit: Unit, value: Option<Decimal>) -> &'static str {
    match unit {
        Unit::KrPerMonth | Unit::KrPerYear | Unit::KrPerPersonMonth | Unit::Points | Unit::Fte | Unit::Hours => {
            "#,##0.00"
        }
        Unit::Persons | Unit::PersonsPerFte | Unit::Doctors | Unit::Visits
            if value.is_none_or(|value| value.is_integer()) =>
        {
            "#,##0"
        }
        Unit::Persons | Unit::PersonsPerFte | Unit::Doctors | Unit::Visits => "#,##0.00",
        Unit::Share => "0.000%",
        Unit::Factor => "0.000000",
    }
}
