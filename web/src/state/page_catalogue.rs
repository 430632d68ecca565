//! What the page is built with: the shipped models, worked out once.
use catalog::{Catalogue, Inconsistency, LeftOut, Persona};
use exchange::sources::Sources;
#[cfg(feature = "saved-models")]
use model::edit::Edit;
use model::{
    approximation::Approximation,
    citation::{Parameter, Source},
    id::Id,
    localized::Localized,
    measure::{Factor, YearlyMoney},
    payment_model::PaymentModel,
    rows::PersonWords,
    scenario::Scenario,
    staffing::staff::Shipped,
};
use report::columns::Tariffs;
use std::{cell::OnceCell, rc::Rc};

/// The catalogue with its tariffs. One for the whole page, so it is compared by identity.
#[derive(Clone)]
pub struct PageCatalogue {
    catalogue: Rc<Catalogue>,
    shipped: Rc<Tariffs>,
    personas: Rc<[Persona; 2]>,
    staffing: Rc<OnceCell<Shipped>>,
}

impl std::fmt::Debug for PageCatalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.catalogue.models.iter().map(|model| &model.id)).finish()
    }
}

impl PartialEq for PageCatalogue {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
    }
}

impl PageCatalogue {
    /// The shipped catalogue; `None` if the catalogue lacks what the page shows, which its tests rule out.
    pub fn shipped() -> Option<Self> {
        Self::of(catalog::shipped())
    }

    /// A catalogue; `None` as for the shipped one.
    pub fn of(catalogue: Catalogue) -> Option<Self> {
        let tariff = |id: &str| catalogue.model(&Id::new(id))?.tariff().ok().map(Rc::new);
        let proposal = tariff(catalog::SKANE_PROPOSAL)?;
        let shipped = Tariffs {
            earlier: tariff(catalog::SKANE_2025)?,
            current: tariff(catalog::SKANE_2026)?,
            scenario: Ok(Rc::clone(&proposal)),
            proposal,
        };
        let persona = |id: &str| catalogue.persons.iter().find(|p| p.id.as_str() == id).cloned();
        let personas = [persona(catalog::JOHAN)?, persona(catalog::ANDERS)?];
        let (personas, shipped, catalogue) = (Rc::new(personas), Rc::new(shipped), Rc::new(catalogue));
        Some(Self { catalogue, shipped, personas, staffing: Rc::default() })
    }

    /// The numbers of Fast läkarkontakt that stand where nothing has been entered; made when first asked for, where they
    /// are: they are no part of the first load.
    pub fn staffing(&self, make: fn() -> Shipped) -> &Shipped {
        self.staffing.get_or_init(make)
    }

    /// The tariffs with a scenario's. A scenario that starts from another preset compares with that preset.
    pub fn tariffs(&self, scenario: &Scenario) -> Tariffs {
        let shipped = if scenario.start.id == self.shipped.proposal.model.id {
            (*self.shipped).clone()
        } else {
            let proposal = scenario.start.tariff().map_or_else(|_| Rc::clone(&self.shipped.proposal), Rc::new);
            Tariffs { proposal, ..(*self.shipped).clone() }
        };
        shipped.with_scenario(&scenario.model())
    }

    /// A scenario that is the proposal.
    pub fn first_scenario(&self) -> Scenario {
        self.catalogue.scenario(&self.shipped.proposal.model)
    }

    /// The scenario with these models in the place of those that it was made with, and the values that the user set.
    #[cfg(feature = "saved-models")]
    pub fn renewed(&self, scenario: &Scenario) -> Scenario {
        let start = self.catalogue.model(&scenario.start.id).unwrap_or(&self.shipped.proposal.model);
        let values = scenario.values().map(|(key, value)| (key.clone(), Some(value))).collect();
        self.catalogue.scenario(start).apply(&Edit::Set(values))
    }

    /// Models that a scenario can start from: those that pay for conditions.
    pub fn presets(&self) -> impl Iterator<Item = &Rc<PaymentModel>> {
        self.catalogue.models.iter().filter(|model| model.case_mix().is_some())
    }

    /// The tables that everything is compared with: the earlier and the one in force.
    pub fn tables(&self) -> [Rc<PaymentModel>; 2] {
        [&self.shipped.earlier, &self.shipped.current].map(|tariff| Rc::clone(&tariff.model))
    }

    /// What a scenario of a file or a link is read over, which can start from these models.
    pub fn sources_of<'a>(&'a self, models: &'a [Rc<PaymentModel>]) -> Sources<'a> {
        Sources { models, ..Sources::of(&self.catalogue) }
    }

    /// Every shipped model.
    pub fn models(&self) -> &[Rc<PaymentModel>] {
        &self.catalogue.models
    }

    /// Every source.
    pub fn sources(&self) -> &[Source] {
        &self.catalogue.sources
    }

    /// The source of an id.
    pub fn source(&self, id: &Id) -> Option<&Source> {
        self.catalogue.source(id)
    }

    /// What the sources leave open or contradict.
    pub fn inconsistencies(&self) -> &[Inconsistency] {
        &self.catalogue.inconsistencies
    }

    /// Drugs that a model does not count, and why.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.catalogue.left_out
    }

    /// How people write a person in one line.
    pub fn words(&self) -> &PersonWords {
        &self.catalogue.words
    }

    /// The assumed standard deviation of what a model leaves of one person's drug cost a year.
    pub fn residual(&self, model: &Id) -> Option<&Parameter<YearlyMoney>> {
        self.catalogue.residual(model)
    }

    /// The assumed correlation of what is left in two years.
    pub fn year_correlation(&self) -> &Parameter<Factor> {
        &self.catalogue.year_correlation
    }

    /// How many standard deviations to either side are taken to hold 19 years of 20.
    pub fn interval_reach(&self) -> &Parameter<Factor> {
        &self.catalogue.interval_reach
    }

    /// What a practice is estimated by that is only roughly known.
    pub fn approximation(&self) -> &Approximation {
        &self.catalogue.approximation
    }

    /// Johan and Anders.
    pub fn personas(&self) -> &[Persona; 2] {
        &self.personas
    }

    /// The name of a condition, an interaction or a count in any shipped model.
    pub fn factor_name(&self, id: &Id) -> Option<&Localized> {
        let mixes = self.catalogue.models.iter().filter_map(|model| model.case_mix());
        mixes.flat_map(|mix| mix.factors().collect::<Vec<_>>()).find(|factor| factor.id == id).map(|f| f.name)
    }
}
