//! What a scenario file of the newest version says, before it is set against the models of today.
use super::{
    codes::{READINGS, RULES, SEXES, read_band, read_place, word},
    members::{At, Members, Problems},
    note::{Entered, Value},
    problem::Fault,
    staffing,
};
use crate::fingerprint::Fingerprint;
use model::{
    bounds::{self, Bounds},
    cell::Cell,
    edit::Edit,
    id::Id,
    measure::{Measure, MonthlyMoney},
    scenario::ParameterId,
    staffing::item::Item,
};

/// The user's value, and the source's when the file was written.
pub(super) struct Written {
    pub(super) parameter: ParameterId,
    pub(super) value: Value,
    pub(super) original: Value,
}

/// The sections of a file.
#[derive(Default)]
pub(super) struct Content {
    pub(super) model: Option<Id>,
    pub(super) model_fingerprint: Option<Fingerprint>,
    pub(super) fingerprint: Option<Fingerprint>,
    pub(super) language: Option<String>,
    pub(super) written: Vec<Written>,
    /// What was entered, as edits of an empty scenario.
    pub(super) entered: Vec<Edit>,
    pub(super) withheld: Vec<Entered>,
}

const ROOT: &[&str] = &[
    "$schema",
    "format",
    "version",
    "viktat",
    "language",
    "fingerprint",
    "start",
    "overrides",
    "guideline",
    "practice",
    "staffing",
    "withheld",
];

impl Content {
    /// Reads every section; what is wrong is added to the problems, and left out of the content.
    pub(super) fn read(root: &At<'_>, known_models: &[Id], problems: &mut Problems) -> Self {
        let members = root.members(ROOT, problems);
        let mut content = Self::default();
        for key in ["$schema", "viktat"] {
            members.get(key).and_then(|at| at.text(problems));
        }
        content.language = members.get("language").and_then(|at| at.word(LANGUAGES, problems)).map(str::to_owned);
        content.fingerprint = members.get("fingerprint").and_then(|at| fingerprint(at, problems));
        content.read_start(&members, known_models, problems);
        content.read_overrides(&members, problems);
        content.read_guideline(&members, problems);
        content.read_practice(&members, problems);
        let staffing = members.get("staffing");
        content.entered.extend(staffing.map(|at| staffing::read(at, problems)).unwrap_or_default());
        content.read_withheld(&members, problems);
        content
    }

    fn read_start(&mut self, root: &Members<'_>, known: &[Id], problems: &mut Problems) {
        let Some(at) = root.need("start", problems) else { return };
        let start = at.members(&["model", "fingerprint"], problems);
        self.model_fingerprint = start.get("fingerprint").and_then(|at| fingerprint(at, problems));
        let Some(at) = start.need("model", problems) else { return };
        let Some(id) = at.text(problems) else { return };
        self.model = known.iter().find(|model| model.as_str() == id).cloned();
        if self.model.is_none() {
            at.tell(Fault::UnknownModel { known: known.to_vec() }, problems);
        }
    }

    fn read_overrides(&mut self, root: &Members<'_>, problems: &mut Problems) {
        let Some(at) = root.get("overrides") else { return };
        let overrides = at.members(&["rates", "weights", "costShare", "normalisation"], problems);
        if let Some(at) = overrides.get("rates") {
            for (cell, at) in cells(at, problems) {
                self.read_number(&at, ParameterId::Rate(cell), &bounds::RATE, problems);
            }
        }
        if let Some(at) = overrides.get("weights") {
            for (id, at) in at.entries(problems) {
                self.read_number(&at, ParameterId::Weight(Id::new(id)), &bounds::WEIGHT, problems);
            }
        }
        if let Some(at) = overrides.get("costShare") {
            self.read_number(at, ParameterId::CostShare, &bounds::COST_SHARE, problems);
        }
        if let Some(at) = overrides.get("normalisation") {
            self.read_rule(at, problems);
        }
    }

    fn read_number(&mut self, at: &At<'_>, parameter: ParameterId, bounds: &Bounds, p: &mut Problems) {
        let members = at.members(VALUES, p);
        let value = members.need("value", p).and_then(|at| at.within(bounds, p));
        let original = members.need("original", p).and_then(|at| at.decimal(p));
        if let (Some(value), Some(original)) = (value.map(Value::Number), original.map(Value::Number)) {
            self.written.push(Written { parameter, value, original });
        }
    }

    fn read_rule(&mut self, at: &At<'_>, problems: &mut Problems) {
        let members = at.members(VALUES, problems);
        let [value, original] =
            ["value", "original"].map(|key| members.need(key, problems)?.word(RULES, problems).map(Value::Rule));
        if let (Some(value), Some(original)) = (value, original) {
            self.written.push(Written { parameter: ParameterId::Normalisation, value, original });
        }
    }

    fn read_guideline(&mut self, root: &Members<'_>, problems: &mut Problems) {
        let Some(at) = root.get("guideline") else { return };
        let guideline = at.members(&["specialist", "st"], problems);
        let parameters = [("specialist", ParameterId::GuidelineSpecialist), ("st", ParameterId::GuidelineSt)];
        for (key, parameter) in parameters {
            if let Some(at) = guideline.get(key) {
                self.read_number(at, parameter, &bounds::GUIDELINE, problems);
            }
        }
    }

    fn read_practice(&mut self, root: &Members<'_>, problems: &mut Problems) {
        let Some(at) = root.get("practice") else { return };
        let practice = at.members(&["listed", "affected", "drugCost", "costShareReading"], problems);
        let listed = practice.get("listed").map(|at| cells(at, problems)).unwrap_or_default();
        let listed = listed.into_iter().map(|(cell, at)| (cell, at.count(problems)));
        self.entered.push(Edit::SetListed(listed.collect()));
        let affected = practice.get("affected").map(|at| at.entries(problems)).unwrap_or_default();
        let affected = affected.into_iter().map(|(id, at)| (Id::new(id), at.count(problems)));
        self.entered.push(Edit::SetAffected(affected.collect()));
        let cost = practice.get("drugCost").and_then(|at| at.within(&bounds::DRUG_COST, problems));
        self.entered.push(Edit::SetDrugCost(cost.map(MonthlyMoney::of)));
        let reading = practice.get("costShareReading").and_then(|at| at.word(READINGS, problems));
        self.entered.extend(reading.map(Edit::SetReading));
    }

    fn read_withheld(&mut self, root: &Members<'_>, problems: &mut Problems) {
        let Some(at) = root.get("withheld") else { return };
        for at in at.items(problems) {
            let Some(text) = at.text(problems) else { continue };
            match read_place(text) {
                None => at.tell(Fault::NotAPlace { text: text.to_owned() }, problems),
                Some(entered) if self.gives(&entered) => at.tell(Fault::WithheldAndGiven, problems),
                Some(entered) => self.withheld.push(entered),
            }
        }
    }

    /// Whether the file has the value; called when all of it has been read.
    fn gives(&self, entered: &Entered) -> bool {
        self.entered.iter().any(|edit| match (edit, entered) {
            (Edit::SetListed(cells), Entered::Listed(cell)) => cells.iter().any(|(c, _)| c == cell),
            (Edit::SetAffected(rows), Entered::Affected(id)) => rows.iter().any(|(i, _)| i == id),
            (Edit::SetDrugCost(cost), Entered::DrugCost) => cost.is_some(),
            (Edit::SetStaffingListed(_), Entered::StaffingListed) => true,
            (Edit::SetStaff(numbers), Entered::Named) => numbers.iter().any(|(item, _)| *item == Item::Named),
            _ => false,
        })
    }
}

const LANGUAGES: &super::codes::Words<&str> = &[("sv", "sv"), ("en", "en")];
const VALUES: &[&str] = &["value", "original"];

fn fingerprint(at: &At<'_>, problems: &mut Problems) -> Option<Fingerprint> {
    let text = at.text(problems)?;
    let fingerprint = Fingerprint::read(text);
    if fingerprint.is_none() {
        at.tell(Fault::NotAFingerprint { text: text.to_owned() }, problems);
    }
    fingerprint
}

/// Every cell of a table by sex and ages.
fn cells<'a>(at: &At<'a>, problems: &mut Problems) -> Vec<(Cell, At<'a>)> {
    let mut cells = Vec::new();
    let sexes = at.members(&["woman", "man"], problems);
    for (_, sex) in SEXES {
        let Some(at) = sexes.get(word(SEXES, sex)) else { continue };
        for (ages, at) in at.entries(problems) {
            match read_band(ages) {
                Some(band) => cells.push((Cell { sex: *sex, band }, at)),
                None => at.tell(Fault::NotABand { text: ages.to_owned() }, problems),
            }
        }
    }
    cells
}
