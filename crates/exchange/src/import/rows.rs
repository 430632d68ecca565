//! What each row of a table is about, by the labels of a group of label columns. Does not know the numbers.

use super::ages::{Ages, OLDEST};
use super::columns::{Column, Role};
use super::label::{Label, Month, Period};
use super::layout::Table;
use super::line::TableLine;
use super::mark::{Mark, Marks};
use super::origin::Place;
use super::words::Meaning;
use model::{age::Age, sex::Sex};

/// A group of label columns and what it says of each body row.
pub(super) struct Group {
    /// Its columns.
    pub(super) columns: Vec<usize>,
    /// One line for each row of the table's body.
    pub(super) lines: Vec<TableLine>,
    /// Blank cells that the label above stands for.
    pub(super) carried: Vec<Place>,
    /// Sexes that are codes.
    pub(super) coded: Vec<Place>,
    /// Years of birth that were made ages.
    pub(super) born: Vec<Place>,
    /// Whether it says nothing of the numbers, while others do.
    pub(super) is_remark: bool,
    /// Whether its heading says that it holds ages.
    pub(super) names_ages: bool,
    /// Whether its heading says that it holds conditions, or one of its labels is one.
    pub(super) names_conditions: bool,
}

/// Whether the column's heading says that it holds years of birth.
pub(super) fn is_birth_year(columns: &[Column], place: usize) -> bool {
    columns.get(place).is_some_and(|column| column.line.label.holds == Some(Meaning::BirthYear))
}

/// The age that somebody born in the year that the cell holds reaches in another; where there is none, it is strange.
fn born_in(cell: &Mark, year: Option<u16>) -> Label {
    let years = year.zip(cell.whole()).and_then(|(year, born)| year.checked_sub(born));
    let age = years.and_then(|years| Age::try_from(years).ok()).filter(|age| u32::from(*age) <= OLDEST);
    Label { ages: age.map(Ages::Single), strange: age.is_none() && year.is_some(), ..Label::default() }
}

/// The groups of label columns from the left; numbers lie between them.
pub(super) fn groups(marks: &Marks, table: &Table, columns: &[Column], year: Option<u16>) -> Vec<Group> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut in_run = false;
    for (place, column) in columns.iter().enumerate() {
        match column.role {
            Role::Labels if in_run => runs.last_mut().into_iter().for_each(|run| run.push(place)),
            Role::Labels => runs.push(vec![place]),
            Role::Numbers | Role::Blank => {}
        }
        in_run = column.role == Role::Labels || (in_run && column.role == Role::Blank);
    }
    let mut groups: Vec<Group> = runs.into_iter().map(|run| group(marks, table, (columns, year), run)).collect();
    if groups.iter().any(Group::says_anything) {
        groups.iter_mut().for_each(|group| group.is_remark = !group.says_anything());
    }
    groups
}

impl Group {
    /// Whether any of its labels says what a number counts.
    fn says_anything(&self) -> bool {
        let says = |line: &TableLine| {
            line.says_whose()
                || line.label.measure.is_some()
                || (line.label.month.is_some() && line.strange.is_none())
                || line.date.is_some()
                || line.practice.is_some()
                || !line.time.is_empty()
                || line.code.is_some()
        };
        self.names_ages || self.names_conditions || self.lines.iter().any(says)
    }
}

/// The group that a column of numbers belongs to: the nearest on its left, or the first of all.
pub(super) fn group_of(groups: &[Group], column: usize) -> Option<&Group> {
    let labels = || groups.iter().filter(|group| !group.is_remark);
    let left = labels().rev().find(|group| group.columns.first().is_some_and(|first| *first < column));
    left.or_else(|| labels().next())
}

fn group(marks: &Marks, table: &Table, (columns, year): (&[Column], Option<u16>), run: Vec<usize>) -> Group {
    let mut lines = vec![TableLine::default(); table.body.len()];
    let (mut carried, mut coded, mut born) = (Vec::new(), Vec::new(), Vec::new());
    let sexes: Vec<bool> = run.iter().map(|place| holds_codes(columns, marks, table, *place)).collect();
    let ages = |place: &usize| columns.get(*place).is_some_and(|column| holds_ages(column, marks, table, *place));
    let ages: Vec<bool> = run.iter().map(ages).collect();
    let parts: Vec<Option<Meaning>> = run.iter().map(|place| part_of(columns, marks, table, *place)).collect();
    let mut above: Vec<Option<(Place, Label)>> = vec![None; run.len()];
    let mut part_above: Vec<Option<Place>> = vec![None; run.len()];
    for (row, line) in table.body.iter().zip(&mut lines) {
        for (place, ((column, ages), above)) in run.iter().zip(&ages).zip(&mut above).enumerate() {
            let at = Place::new(*row, *column);
            if let Some(Some(part)) = parts.get(place) {
                let says = part_above.get_mut(place);
                take_part(line, *part, at, marks, says);
                line.label.month = line.label.month.or(numbered(columns, *column, marks.at(*row, *column)));
                // the date of a cost is of its month
                if !matches!(marks.at(*row, *column), Mark::Date(_)) {
                    continue;
                }
            }
            match marks.at(*row, *column) {
                Mark::Label(label) => {
                    line.add(at, label);
                    *above = Some((at, (**label).clone()));
                }
                mark @ (Mark::Number(_) | Mark::Year(_) | Mark::YearMonth(_)) if is_birth_year(columns, *column) => {
                    let label = born_in(mark, year);
                    line.add(at, &label);
                    born.extend(label.ages.map(|_| at));
                    *above = Some((at, label));
                }
                mark @ Mark::Number(_) if *ages && mark.age().is_some() => {
                    let label = Label { ages: mark.age().map(Ages::Single), ..Label::default() };
                    line.add(at, &label);
                    *above = Some((at, label));
                }
                mark @ Mark::Number(Some(_)) if sexes.get(place) == Some(&true) => {
                    let sex = if mark.age() == Some(1) { Sex::Man } else { Sex::Woman };
                    line.add(at, &Label { sex: Some(sex), ..Label::default() });
                    coded.push(at);
                }
                Mark::Date(date) => line.date = Some((at, *date)),
                Mark::Blank if is_outer(marks, *row, run.get(place + 1..).unwrap_or_default()) => {
                    if let Some((from, label)) = above.as_ref().filter(|(_, label)| label.says_whose()) {
                        line.add(*from, label);
                        carried.push(at);
                    }
                }
                Mark::Number(_) | Mark::Year(_) | Mark::YearMonth(_) | Mark::Blank => {}
            }
        }
    }
    carry_outer_labels(&mut lines, &mut carried);
    let headed = |meaning| run.iter().any(|c| columns.get(*c).is_some_and(|c| c.line.label.holds == Some(meaning)));
    let names_ages = headed(Meaning::Age) || headed(Meaning::BirthYear);
    let names_conditions = headed(Meaning::Condition)
        || headed(Meaning::Code)
        || lines.iter().any(|line| line.label.factor.is_some() || line.code.is_some());
    Group { columns: run, lines, carried, coded, born, is_remark: false, names_ages, names_conditions }
}

/// Whether the column names a vårdcentral or a time for each row: its heading says so, or of a time every cell is one.
fn part_of(columns: &[Column], marks: &Marks, table: &Table, place: usize) -> Option<Meaning> {
    let holds = columns.get(place)?.line.label.holds;
    match holds {
        Some(Meaning::Practice | Meaning::Time | Meaning::Status) => return holds,
        // the day on which a list was taken out of a system
        Some(Meaning::ListedOn | Meaning::DispensedOn) => return Some(Meaning::Time),
        _ => {}
    }
    let mut filled = table.body.iter().map(|row| marks.at(*row, place)).filter(|mark| **mark != Mark::Blank).peekable();
    let is_time = |mark: &Mark| match mark {
        Mark::Year(_) | Mark::YearMonth(_) => true,
        Mark::Label(label) => label.dated && !label.strange && !label.says_anything(),
        _ => false,
    };
    (holds.is_none() && filled.peek().is_some() && filled.all(is_time)).then_some(Meaning::Time)
}

/// Takes a cell that names the row's vårdcentral or time; a sum over them says so, and a blank one is as above.
fn take_part(line: &mut TableLine, part: Meaning, at: Place, marks: &Marks, above: Option<&mut Option<Place>>) {
    let mark = marks.at(at.row, at.column);
    if part == Meaning::Status {
        return take_status(line, at, mark);
    }
    let label = mark.label();
    if part == Meaning::Practice && label.is_some_and(|label| label.total) {
        line.sum_at = Some(at);
        return;
    }
    // a row of means
    let is_mean = part == Meaning::Practice && label.is_some_and(|label| label.left_out && !label.strange);
    if is_mean || label.is_some_and(|label| label.total) {
        line.label.left_out |= is_mean;
        line.label.total |= !is_mean;
        line.places.push(at);
        return;
    }
    let Some(above) = above else { return };
    if *mark != Mark::Blank {
        *above = Some(at);
    }
    if part == Meaning::Practice {
        line.practice = *above;
        return;
    }
    line.time.extend(*above);
    line.label.month = line.label.month.or(above.and_then(|at| marks.at(at.row, at.column).month()));
}

/// The month or the quarter of a number under such a heading.
fn numbered(columns: &[Column], place: usize, mark: &Mark) -> Option<Month> {
    let heading = &columns.get(place)?.line.label;
    let number = mark.whole().and_then(|number| u8::try_from(number).ok())?;
    match (heading.month, heading.period) {
        (Some(Month::Quarter(0)), _) => (1..=4).contains(&number).then_some(Month::Quarter(number)),
        (None, Some(Period::Month)) => (1..=12).contains(&number).then_some(Month::One(number)),
        _ => None,
    }
}

/// Takes a cell that says whether the row's persons are listed; those who are not are left out.
fn take_status(line: &mut TableLine, at: Place, mark: &Mark) {
    match mark.label().map(|label| label.is_listed) {
        Some(Some(true)) => {}
        Some(Some(false)) => line.not_listed = Some(at),
        Some(None) => line.status = Some(at),
        None if *mark == Mark::Blank => {}
        None => line.status = Some(at),
    }
}

/// In a compact pivot table a row with a sex alone stands over the rows of its ages, or one with ages over its sexes: it is
/// their sum, and what it says holds for them.
fn carry_outer_labels(lines: &mut [TableLine], carried: &mut Vec<Place>) {
    let sex = |line: &TableLine| line.label.sex.is_some();
    let ages = |line: &TableLine| line.label.ages.is_some() || line.date.is_some();
    let inner = |line: &TableLine| sex(line) != ages(line) && !line.label.total;
    let of_both = lines.iter().any(|line| sex(line) && ages(line));
    let Some(first) = lines.iter().find(|line| inner(line)) else { return };
    let outer_is_sex = sex(first);
    let outer = |line: &TableLine| if outer_is_sex { sex(line) } else { ages(line) };
    let followed =
        lines.iter().zip(lines.iter().skip(1)).filter(|(one, next)| outer(one) && inner(next) && !outer(next));
    if of_both
        || followed.count() < 2
        || lines.iter().any(|line| inner(line) && outer(line) && line.label.factor.is_some())
    {
        return;
    }
    let mut above: Option<(Place, Label)> = None;
    for line in lines.iter_mut().filter(|line| inner(line)) {
        let place = line.places.first().copied();
        if outer(line) {
            above = place.map(|at| (at, line.label.clone()));
            line.label.total = true;
        } else if let Some((from, label)) = &above {
            line.add(*from, label);
            line.places.rotate_right(1);
            carried.extend(place);
        }
    }
}

/// Whether the column's heading says that it holds sexes, and its numbers are the codes of lists of persons: 1 for men and
/// 2 for women.
fn holds_codes(columns: &[Column], marks: &Marks, table: &Table, place: usize) -> bool {
    let is_headed = columns.get(place).is_some_and(|column| column.line.label.holds == Some(Meaning::Sex));
    let mut cells = table.body.iter().map(|row| marks.at(*row, place));
    is_headed && cells.all(|mark| !mark.is_number() || matches!(mark.age(), Some(1 | 2)))
}

/// Whether a label column further to the right has a label in the row: the blank one then belongs to the label above.
fn is_outer(marks: &Marks, row: usize, further: &[usize]) -> bool {
    further.iter().any(|column| *marks.at(row, *column) != Mark::Blank)
}

/// Whether plain numbers of the column are ages: its heading says so, or all its cells are numbers.
fn holds_ages(column: &Column, marks: &Marks, table: &Table, place: usize) -> bool {
    match column.line.label.holds {
        Some(Meaning::Age) => true,
        Some(_) => false,
        None => {
            let numbers = Mark::is_number;
            let others = table.body.iter().map(|row| marks.at(*row, place)).filter(|mark| !numbers(mark));
            let mut others = others.filter(|mark| **mark != Mark::Blank);
            others.all(|mark| mark.label().is_some_and(|label| label.total || label.ages.is_some()))
        }
    }
}
