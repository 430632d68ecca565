//! An outcome as one table for programs: typed columns, as CSV or Parquet. Knows nothing of what they hold.
use crate::{
    columns::{column, next},
    failure::Failure,
    table::NOTHING,
};
use parquet::{
    basic::{Compression, LogicalType, Repetition, Type as Physical},
    data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type},
    errors::ParquetError,
    file::{properties::WriterProperties, writer::SerializedFileWriter},
    schema::types::Type,
};
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::Map;
use std::sync::Arc;

/// A column, which every row has a cell for.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name, with the unit where it has one.
    pub name: &'static str,
    /// What its cells are.
    pub holds: Holds,
    /// What it means, for the help.
    pub about: &'static str,
}

/// A practice's name.
pub const PRACTICE: Column = Column { name: "practice", holds: Holds::Text, about: "the practice's name" };
/// Its listed persons.
pub const LISTED: Column = Column { name: "listed", holds: Holds::Whole, about: "listed persons" };
/// A model's id.
pub const MODEL: Column = Column { name: "model", holds: Holds::Text, about: "the model's id" };
/// Whether it rests on examples.
pub const ILLUSTRATIVE: Column =
    Column { name: "illustrative", holds: Holds::YesNo, about: "whether any weight or share is an example of ours" };
/// The mark of made-up persons.
pub const MARK: Column =
    Column { name: "mark", holds: Holds::Text, about: "SYNTETISKA DATA where the persons are made up" };

/// What the cells of a column are, where they are not empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    Text,
    YesNo,
    Whole,
    /// Decimals: none is lost in text, more than six in Parquet.
    Exact,
    /// A statistic.
    Number,
}

/// What stands in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Not known, or of nothing.
    Empty,
    Text(String),
    YesNo(bool),
    Whole(u64),
    Exact(Decimal),
    Number(f64),
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Cell {
    fn from(yes: bool) -> Self {
        Self::YesNo(yes)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}

impl From<exchange::region_json::Amount> for Cell {
    fn from(amount: exchange::region_json::Amount) -> Self {
        Self::Exact(amount.0)
    }
}

impl From<exchange::region_json::Mark> for Cell {
    fn from(mark: exchange::region_json::Mark) -> Self {
        mark.text().into()
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A table.
#[derive(Clone, Debug)]
pub struct Rows {
    columns: &'static [Column],
    rows: Vec<Vec<Cell>>,
}

/// Decimals of exact numbers in Parquet, and their digits in all.
const SCALE: u32 = 6;
const PRECISION: i32 = 18;

impl Rows {
    /// Rows with a cell for each column.
    pub fn new(columns: &'static [Column], rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        Self { columns, rows: rows.into_iter().collect() }
    }

    /// Each row's cells as text, with a dash for those that are empty.
    pub fn texts(&self) -> impl Iterator<Item = Vec<String>> {
        let text = |cell: &Cell| if *cell == Cell::Empty { NOTHING.to_owned() } else { cell.text() };
        self.rows.iter().map(move |row| row.iter().map(text).collect())
    }

    /// As JSON: a list of objects by the columns' names; exact numbers are text.
    pub fn json(&self) -> String {
        let object = |row: &Vec<Cell>| {
            let cells = self.columns.iter().zip(row);
            cells.map(|(column, cell)| (column.name.to_owned(), cell.json())).collect::<Map<_, _>>()
        };
        let rows: Vec<_> = self.rows.iter().map(object).map(serde_json::Value::Object).collect();
        format!("{:#}\n", serde_json::Value::Array(rows))
    }

    /// As CSV: commas, a point before decimals, UTF-8, a header of the columns' names.
    pub fn csv(&self) -> Result<Vec<u8>, Failure> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let lost = |error: csv::Error| Failure::content(format!("The table cannot be written: {error}."));
        writer.write_record(self.columns.iter().map(|column| column.name)).map_err(lost)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Cell::text)).map_err(lost)?;
        }
        writer.into_inner().map_err(|error| lost(error.into_error().into()))
    }

    /// As Parquet: text, numbers and decimals of six places, each of which may be null.
    pub fn parquet(&self) -> Result<Vec<u8>, Failure> {
        self.in_columns().map_err(|error| Failure::content(format!("The table cannot be written: {error}.")))
    }

    fn in_columns(&self) -> Result<Vec<u8>, ParquetError> {
        let fields = self.columns.iter().map(|column| Ok(Arc::new(field(*column)?)));
        let fields = fields.collect::<Result<Vec<_>, ParquetError>>()?;
        let schema = Arc::new(Type::group_type_builder("rows").with_fields(fields).build()?);
        let properties = Arc::new(WriterProperties::builder().set_compression(Compression::SNAPPY).build());
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, properties)?;
        let mut group = writer.next_row_group()?;
        for (place, column) in self.columns.iter().enumerate() {
            let cells: Vec<&Cell> = self.rows.iter().map(|row| row.get(place).unwrap_or(&Cell::Empty)).collect();
            let levels: Vec<i16> = cells.iter().map(|cell| i16::from(**cell != Cell::Empty)).collect();
            let levels = Some(levels.as_slice());
            match column.holds {
                Holds::Text => {
                    let of = |cell: &&Cell| (**cell != Cell::Empty).then(|| ByteArray::from(cell.text().as_str()));
                    let values: Vec<ByteArray> = cells.iter().filter_map(of).collect();
                    next(&mut group, |to| to.typed::<ByteArrayType>().write_batch(&values, levels, None))?;
                }
                Holds::YesNo => {
                    let of = |cell: &&Cell| if let Cell::YesNo(yes) = cell { Some(*yes) } else { None };
                    let values: Vec<bool> = cells.iter().filter_map(of).collect();
                    next(&mut group, |to| to.typed::<BoolType>().write_batch(&values, levels, None))?;
                }
                Holds::Number => {
                    let of = |cell: &&Cell| if let Cell::Number(number) = cell { Some(*number) } else { None };
                    let values: Vec<f64> = cells.iter().filter_map(of).collect();
                    next(&mut group, |to| to.typed::<DoubleType>().write_batch(&values, levels, None))?;
                }
                Holds::Whole | Holds::Exact => {
                    let whole = cells.iter().filter_map(|cell| integer(cell).transpose());
                    let values: Vec<i64> = whole.collect::<Result<_, _>>()?;
                    next(&mut group, |to| to.typed::<Int64Type>().write_batch(&values, levels, None))?;
                }
            }
        }
        group.close()?;
        writer.close()?;
        Ok(bytes)
    }
}

fn field(of: Column) -> Result<Type, ParquetError> {
    let base = |physical| column(of.name, physical).with_repetition(Repetition::OPTIONAL);
    match of.holds {
        Holds::Text => base(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
        Holds::YesNo => base(Physical::BOOLEAN).build(),
        Holds::Whole => base(Physical::INT64).build(),
        Holds::Number => base(Physical::DOUBLE).build(),
        Holds::Exact => {
            let decimal = LogicalType::decimal(SCALE.cast_signed(), PRECISION);
            let money = base(Physical::INT64).with_logical_type(Some(decimal));
            money.with_precision(PRECISION).with_scale(SCALE.cast_signed()).build()
        }
    }
}

/// Rounded half away from zero where it has more decimals. Errors: it has more digits before them than the column.
fn integer(cell: &Cell) -> Result<Option<i64>, ParquetError> {
    let too_long = || ParquetError::General(format!("{} has more digits than there is room for", cell.text()));
    match cell {
        Cell::Whole(number) => i64::try_from(*number).map(Some).map_err(|_| too_long()),
        Cell::Exact(number) => {
            let mut scaled = number.round_dp_with_strategy(SCALE, RoundingStrategy::MidpointAwayFromZero);
            scaled.rescale(SCALE);
            let whole = i64::try_from(scaled.mantissa()).ok().filter(|_| scaled.scale() == SCALE);
            whole.map(Some).ok_or_else(too_long)
        }
        _ => Ok(None),
    }
}

impl Cell {
    fn json(&self) -> serde_json::Value {
        match self {
            Self::Empty => serde_json::Value::Null,
            Self::Text(text) => text.as_str().into(),
            Self::YesNo(yes) => (*yes).into(),
            Self::Whole(number) => (*number).into(),
            Self::Exact(_) => self.text().into(),
            Self::Number(number) => (*number).into(),
        }
    }

    /// As a field of a CSV; nothing where it is empty.
    fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::YesNo(yes) => yes.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Exact(number) => number.normalize().to_string(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The columns as they stand in the help of a command.
pub fn help(columns: &[Column]) -> String {
    let width = columns.iter().map(|column| column.name.len()).max().unwrap_or_default();
    let line = |column: &Column| format!("  {:<width$}  {}\n", column.name, column.about);
    ["Columns of --format csv and parquet:\n", &columns.iter().map(line).collect::<String>()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    const COLUMNS: &[Column] = &[
        Column { name: "practice", holds: Holds::Text, about: "" },
        Column { name: "payment_kr_year", holds: Holds::Exact, about: "" },
        Column { name: "gini", holds: Holds::Number, about: "" },
    ];

    fn rows() -> Rows {
        let exact = Cell::Exact(Decimal::new(-1_234_567, 3));
        Rows::new(COLUMNS, [vec!["A \"B\", C".into(), exact, 0.25.into()], vec!["D".into(), Cell::Empty, Cell::Empty]])
    }

    #[test]
    fn csv_quotes_and_leaves_what_is_not_known_empty() {
        let text = String::from_utf8(rows().csv().unwrap()).unwrap();
        assert_eq!(text, "practice,payment_kr_year,gini\n\"A \"\"B\"\", C\",-1234.567,0.25\nD,,\n");
    }

    #[test]
    fn parquet_keeps_decimals_and_nulls() {
        let file = SerializedFileReader::new(bytes::Bytes::from(rows().parquet().unwrap())).unwrap();
        let read: Vec<String> = file.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect();
        assert_eq!(
            read,
            [
                "{practice: \"A \"B\", C\", payment_kr_year: -1234.567000, gini: 0.25}",
                "{practice: \"D\", payment_kr_year: null, gini: null}"
            ]
        );
    }

    #[test]
    fn more_digits_than_there_is_room_for_are_refused() {
        assert_eq!(integer(&Cell::Exact(Decimal::new(-15, 7))).unwrap(), Some(-2), "half away from zero");
        assert!(integer(&Cell::Exact(Decimal::MAX)).is_err());
        assert!(integer(&Cell::Exact(Decimal::from(10_000_000_000_000_u64))).is_err());
    }
}
