//! Conditions from ATC codes. Each code is looked up once; a row then only joins sets.

use model::{
    atc::AtcCode,
    case_mix::{CaseMix, ConditionSet},
    condition::Condition,
    proxy::{Comparison, Dispensing, DrugMeasure, Proxy, Trigger},
};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The most times that a list may say a drug was collected.
const MAX_TIMES: u32 = 1_000;

/// What a cell of ATC codes shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) conditions: ConditionSet,
    /// Whether a named drug was taken to meet its threshold.
    pub(super) taken_as_met: bool,
    /// Whether some part of the cell is no ATC code.
    pub(super) unread: bool,
}

/// The case mix with thresholds as far as a list can tell of them.
pub(super) struct Drugs {
    named: CaseMix,
    timed: CaseMix,
    known: HashMap<[u8; 8], Option<ConditionSet>>,
}

impl Drugs {
    pub(super) fn new(mix: &CaseMix) -> Self {
        Self { named: with_one_each(mix), timed: without_doses(mix), known: HashMap::new() }
    }

    /// The conditions that the codes of a cell show: parted by spaces, commas, semicolons or bars, and `A10BA02x3` for
    /// three times.
    pub(super) fn shown(&mut self, cell: &[u8]) -> Shown {
        let mut shown = Shown::default();
        let mut timed = Vec::new();
        for code in cell.split(|byte| is_between_codes(*byte)).filter(|code| !code.is_empty()) {
            match self.named(code) {
                Some(conditions) => {
                    shown.taken_as_met |= conditions != ConditionSet::EMPTY;
                    shown.conditions = shown.conditions.or(conditions);
                }
                None => match times(code) {
                    Some((atc, times)) => timed.extend((0..times).map(|_| dispensing(&atc))),
                    None => shown.unread = true,
                },
            }
        }
        if !timed.is_empty() {
            shown.conditions = shown.conditions.or(self.timed.shown_by(&timed));
        }
        shown
    }

    /// The conditions that a code shows by itself; nothing if it is no code.
    fn named(&mut self, code: &[u8]) -> Option<ConditionSet> {
        let mut key = [0; 8];
        let room = key.get_mut(..code.len()).filter(|room| room.len() < 8)?;
        room.copy_from_slice(code);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let atc = std::str::from_utf8(code).ok().and_then(AtcCode::parse);
        let shown = atc.map(|atc| self.named.shown_by(&[dispensing(&atc)]));
        // what is no code differs from cell to cell and is not worth its room
        if shown.is_some() {
            self.known.insert(key, shown);
        }
        shown
    }
}

fn is_between_codes(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b',' | b';' | b'|' | b'/' | b'+')
}

/// A code with how many times it was collected: `A10BA02x3`, `A10BA02*3`, `A10BA02(3)`.
fn times(code: &[u8]) -> Option<(AtcCode, u32)> {
    let text = std::str::from_utf8(code).ok()?;
    let (atc, times) = text.split_once(['x', 'X', '*', '(', ':'])?;
    let times = times.trim_end_matches(')').parse().ok()?;
    Some((AtcCode::parse(atc)?, times)).filter(|(_, times)| (1..=MAX_TIMES).contains(times))
}

/// One collection of one package in the current month.
fn dispensing(atc: &AtcCode) -> Dispensing {
    Dispensing { atc: atc.clone(), months_ago: 0, packages: 1, ddd: Decimal::ZERO }
}

/// The case mix for a list that names a person's drugs: one that is named is enough.
pub(super) fn with_one_each(mix: &CaseMix) -> CaseMix {
    with_proxies(mix, |_, proxy| with_one_dispensing(proxy))
}

fn with_one_dispensing(proxy: &Proxy) -> Proxy {
    let trigger = Trigger {
        measure: DrugMeasure::Dispensings,
        comparison: Comparison::AtLeast,
        threshold: Decimal::ONE,
        window_months: proxy.trigger.window_months.max(1),
    };
    Proxy { trigger, ..proxy.clone() }
}

/// The case mix for a list of dispensings without doses: where a condition has another threshold for a drug, that one
/// alone decides; else one dispensing is enough.
pub(super) fn without_doses(mix: &CaseMix) -> CaseMix {
    with_proxies(mix, |condition, proxy| {
        if proxy.trigger.measure != DrugMeasure::Ddd {
            return proxy.clone();
        }
        let others = condition.proxies.iter().filter(|other| other.trigger.measure != DrugMeasure::Ddd);
        let mut once = with_one_dispensing(proxy);
        once.exclude.extend(others.flat_map(|other| other.include.iter().cloned()));
        once
    })
}

fn with_proxies(mix: &CaseMix, change: impl Fn(&Condition, &Proxy) -> Proxy) -> CaseMix {
    let mut changed = mix.clone();
    for condition in &mut changed.conditions {
        condition.proxies = condition.proxies.iter().map(|proxy| change(condition, proxy)).collect();
    }
    changed
}
