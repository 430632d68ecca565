//! The two persons of the first view, as plain HTML for a browser that cannot run the simulator. The figures come from
//! the catalogue through the core, as on the page.
use anyhow::{Context, Result, ensure};
use catalog::{ANDERS, Catalogue, JOHAN, SKANE_2026, SKANE_PROPOSAL};
use model::{case_mix::ConditionSet, id::Id, measure::Measure, practice::Person};
use rust_decimal::RoundingStrategy;

/// One card a person: what the practice is paid today and under the proposal.
pub fn shell_cards() -> Result<String> {
    let catalogue = catalog::shipped();
    let cards = [JOHAN, ANDERS].into_iter().map(|id| card(&catalogue, id)).collect::<Result<String>>()?;
    Ok(format!("<h2>Två personer, räknade i förväg (exempelvikter)</h2>\n{cards}"))
}

fn card(catalogue: &Catalogue, id: &str) -> Result<String> {
    let persona = catalogue.person(&Id::new(id)).context("a person of the first view is missing in the catalogue")?;
    let today = payment(catalogue, id, SKANE_2026)?;
    let proposed = payment(catalogue, id, SKANE_PROPOSAL)?;
    let (name, about) = (&persona.name.sv, &persona.about.sv);
    Ok(format!(
        "<p><b>{name}</b>, {} år, {about}: nuläge {today} kr i månaden, förslag {proposed} kr.</p>\n",
        persona.age
    ))
}

fn payment(catalogue: &Catalogue, person: &str, model: &str) -> Result<String> {
    let persona = catalogue.person(&Id::new(person)).context("person")?;
    let model = catalogue.model(&Id::new(model)).context("model")?;
    let tariff = model.tariff().map_err(|errors| anyhow::anyhow!("{errors:?}"))?;
    let conditions = model.case_mix().map_or(ConditionSet::EMPTY, |mix| mix.shown_by(&persona.dispensed));
    let (outcome, _) = tariff.person(&Person { sex: persona.sex, age: persona.age, conditions });
    let payment = outcome.payment.value().decimal();
    let whole = payment.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    // written here, so that this tool needs none of the readers and writers of files
    ensure!((0..1000).contains(&i64::try_from(whole)?), "a card's {whole} kr needs a sign or grouping; write them");
    Ok(whole.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_persons_bring_the_same_today() {
        let cards = shell_cards().unwrap();
        assert_eq!(cards.matches("nuläge 121 kr").count(), 2, "{cards}");
        assert!(cards.contains("Johan") && cards.contains("Anders"));
    }
}
