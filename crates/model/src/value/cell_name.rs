//! What a cell and a value of a person are called in the names of keys. Knows no other key.
use super::Key;
use crate::{
    age::{self, AgeBand},
    cell::Cell,
    person_cards::{PersonItem, PersonSlot},
    sex::Sex,
};

pub(super) fn cell_name(cell: Cell) -> String {
    format!("{}.{}", cell.sex.key(), cell.band.key())
}

pub(super) fn read_cell(name: &str) -> Option<Cell> {
    let (sex, band) = name.split_once('.')?;
    Some(Cell { sex: Sex::read(sex)?, band: AgeBand::read(band)? })
}

pub(super) fn read_person(name: &str) -> Option<Key> {
    let (slot, item) = name.split_once('.')?;
    let slot = PersonSlot::new(age::read(slot)?)?;
    Some(Key::Person(slot, PersonItem::read(item)?))
}
