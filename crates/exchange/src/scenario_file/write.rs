//! Writes a scenario file: equal scenarios give the same text.
use super::{
    FORMAT, SCHEMA,
    apply::published,
    codes::{READINGS, RULES, SEXES, band, decimal, place, word},
    json::Json,
    note::{Entered, Value},
    staffing,
    version::VERSION,
};
use crate::fingerprint::{Fingerprint, values_of};
use model::{
    cell::Cell,
    count::Count,
    entries::Entries,
    measure::Measure,
    scenario::{ParameterId, Scenario},
    sex::Sex,
    staffing::item::Item,
};

/// What to write beside the scenario, and what to leave out of it.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The language of the page: `sv` or `en`.
    pub language: Option<&'a str>,
    /// Whether something entered is left out. The file then says that it was.
    pub withhold: &'a dyn Fn(&Entered) -> bool,
}

impl Default for Options<'_> {
    /// Everything is written.
    fn default() -> Self {
        Self { language: None, withhold: &|_| false }
    }
}

/// The scenario as a file's text, which ends with a line feed.
pub fn write(scenario: &Scenario, options: &Options<'_>) -> String {
    let mut writer = Writer { scenario, options, withheld: Vec::new() };
    let root = Json::object(writer.root());
    // a tree of texts and whole numbers can always be written
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

pub(super) type Members = Vec<(String, Json)>;

struct Writer<'a> {
    scenario: &'a Scenario,
    options: &'a Options<'a>,
    withheld: Vec<Json>,
}

impl Writer<'_> {
    fn root(&mut self) -> Members {
        let mut root = vec![
            member("$schema", Json::text(SCHEMA)),
            member("format", Json::text(FORMAT)),
            member("version", Json::Whole(VERSION)),
            member("viktat", Json::text(env!("CARGO_PKG_VERSION"))),
        ];
        root.extend(self.options.language.map(|language| member("language", Json::text(language))));
        root.extend([
            member("fingerprint", Json::Text(crate::link::fingerprint(self.scenario).to_string())),
            member("start", self.start()),
            member("overrides", self.overrides()),
            member("guideline", self.guideline()),
            member("practice", self.practice()),
            member("staffing", self.staffing()),
        ]);
        if !self.withheld.is_empty() {
            root.push(member("withheld", Json::List(std::mem::take(&mut self.withheld))));
        }
        root
    }

    fn start(&self) -> Json {
        let start = &self.scenario.start;
        let fingerprint = Fingerprint::of(&values_of(start)).to_string();
        Json::object([("model", Json::text(start.id.as_str())), ("fingerprint", Json::Text(fingerprint))])
    }

    fn overrides(&self) -> Json {
        let o = &self.scenario.overrides;
        let rates = o.rates.iter().filter_map(|(cell, rate)| {
            Some((*cell, self.edited(&ParameterId::Rate(*cell), Value::Number(rate.decimal()))?))
        });
        let weights = o.weights.iter().filter_map(|(id, weight)| {
            let edited = self.edited(&ParameterId::Weight(id.clone()), Value::Number(weight.decimal()))?;
            Some((id.as_str(), edited))
        });
        let mut members = vec![member("rates", by_cell(rates.collect())), member("weights", Json::object(weights))];
        let share = o.cost_share.map(|share| Value::Number(share.decimal()));
        let share = share.and_then(|value| self.edited(&ParameterId::CostShare, value));
        members.extend(share.map(|edited| member("costShare", edited)));
        let rule = o.normalisation.and_then(|rule| self.edited(&ParameterId::Normalisation, Value::Rule(rule)));
        members.extend(rule.map(|edited| member("normalisation", edited)));
        Json::Object(members)
    }

    fn guideline(&self) -> Json {
        let guideline = &self.scenario.guideline;
        let parameters = [
            ("specialist", ParameterId::GuidelineSpecialist, &guideline.specialist),
            ("st", ParameterId::GuidelineSt, &guideline.st),
        ];
        let edited = parameters.into_iter().filter(|(_, _, parameter)| parameter.original.is_some());
        Json::object(edited.filter_map(|(key, id, parameter)| {
            Some((key, self.edited(&id, Value::Number(parameter.value.decimal()))?))
        }))
    }

    /// The user's value and the source's; `None` where the source has none, so that the value bears on nothing.
    fn edited(&self, parameter: &ParameterId, value: Value) -> Option<Json> {
        let original = published(self.scenario, parameter)?;
        Some(Json::object([("value", written(value)), ("original", written(original))]))
    }

    fn practice(&mut self) -> Json {
        let practice = &self.scenario.practice;
        let listed = self.listed(&practice.listed);
        let affected = practice.affected.iter().filter(|(id, _)| self.keeps(Entered::Affected((*id).clone())));
        let affected = Json::object(affected.map(|(id, count)| (id.as_str(), persons(*count))));
        let mut members = vec![member("listed", listed), member("affected", affected)];
        if let Some(cost) = practice.drug_cost
            && self.keeps(Entered::DrugCost)
        {
            members.push(member("drugCost", Json::Text(decimal(cost.decimal()))));
        }
        members.push(member("costShareReading", Json::text(word(READINGS, &practice.reading))));
        Json::Object(members)
    }

    fn listed(&mut self, listed: &Entries<Cell, Count>) -> Json {
        let kept = listed
            .iter()
            .filter(|(cell, _)| self.keeps(Entered::Listed(**cell)))
            .map(|(cell, count)| (*cell, persons(*count)));
        by_cell(kept.collect())
    }

    fn staffing(&mut self) -> Json {
        let scenario = self.scenario;
        let listed = self.keeps(Entered::StaffingListed);
        let named = scenario.staff.numbers.contains_key(&Item::Named) && self.keeps(Entered::Named);
        staffing::written(scenario, listed, named)
    }

    /// Whether it is written; if not, its place is noted.
    fn keeps(&mut self, entered: Entered) -> bool {
        let withhold = (self.options.withhold)(&entered);
        if withhold {
            self.withheld.push(Json::Text(place(&entered)));
        }
        !withhold
    }
}

pub(super) fn member(key: &str, value: Json) -> (String, Json) {
    (key.to_owned(), value)
}

fn written(value: Value) -> Json {
    match value {
        Value::Number(number) => Json::Text(decimal(number)),
        Value::Rule(rule) => Json::text(word(RULES, &rule)),
    }
}

pub(super) fn persons(count: Count) -> Json {
    Json::Whole(count.get().into())
}

fn by_cell(cells: Vec<(Cell, Json)>) -> Json {
    let of = |sex: Sex| cells.iter().filter(move |(cell, _)| cell.sex == sex);
    let ages = |sex| Json::object(of(sex).map(|(cell, value)| (band(cell.band), value.clone())));
    Json::object(SEXES.iter().map(|(word, sex)| (*word, ages(*sex))))
}
