//! What a figure is, in words.
use super::{amount::cell_name, phase_term::phase_term, staff_words::staffed};
use crate::{state::House, text::Texts};
use model::{
    cell::Cell,
    id::Id,
    proxy::DrugMeasure,
    statistic::Statistic,
    term::{Counted, Pooled, Term},
};

/// The words for a figure's meaning.
pub fn term(texts: Texts, house: &House, term: &Term) -> String {
    cell_term(texts, house, term)
        .or_else(|| factor_term(texts, house, term))
        .or_else(|| region_term(texts, term))
        .or_else(|| aims_term(texts, house, term))
        .or_else(|| staffed(texts, house, term))
        .unwrap_or_else(|| plain_term(texts, term).to_owned())
}

/// The name of a condition, an interaction or a count.
pub fn factor(texts: Texts, house: &House, id: &Id) -> String {
    house.factor_name(id).map_or_else(|| texts.factor_unknown(id.as_str()), |name| texts.name(name).to_string())
}

fn cell_term(texts: Texts, house: &House, term: &Term) -> Option<String> {
    let name = |cell: &Cell| cell_name(texts, *cell);
    let both = |cell: &Cell, id: &Id| (cell_name(texts, *cell), factor(texts, house, id));
    Some(match term {
        Term::CellRate(cell) => texts.term_cell_rate(&name(cell)),
        Term::BaseRate(cell) => texts.term_base_rate(&name(cell)),
        Term::ExpectedRate(cell) => texts.term_expected_rate(&name(cell)),
        Term::ReferenceListed(cell) => texts.term_reference_listed(&name(cell)),
        Term::Listed(cell) => texts.term_listed(&name(cell)),
        Term::ListedShare(cell) => texts.term_listed_share(&name(cell)),
        Term::ReferenceListedShare(cell) => texts.term_reference_listed_share(&name(cell)),
        Term::CellPayment(cell) => texts.term_cell_payment(&name(cell)),
        Term::AtLaterShare(cell) => texts.term_at_later_share(&name(cell)),
        Term::ChangeByShare(cell) => texts.term_change_by_share(&name(cell)),
        Term::ChangeUnexplained(cell) => texts.term_change_unexplained(&name(cell)),
        Term::CellChange(cell) => texts.term_cell_change(&name(cell)),
        Term::ExpectedFactorRate(cell, id) => {
            let (cell, factor) = both(cell, id);
            texts.term_expected_factor(&factor, &cell)
        }
        Term::FactorShare(cell, id) => {
            let (cell, factor) = both(cell, id);
            texts.term_factor_share(&factor, &cell)
        }
        Term::ExpectedAffectedIn(cell, id) => {
            let (cell, factor) = both(cell, id);
            texts.term_expected_affected_in(&factor, &cell)
        }
        Term::ReferenceAffected(cell, id) => {
            let (cell, factor) = both(cell, id);
            texts.term_reference_affected(&factor, &cell)
        }
        _ => return None,
    })
}

fn factor_term(texts: Texts, house: &House, term: &Term) -> Option<String> {
    let name = |id: &Id| factor(texts, house, id);
    Some(match term {
        Term::ReferenceAffectedAll(id) => texts.term_reference_affected_all(&name(id)),
        Term::Affected(id) => texts.term_affected(&name(id)),
        Term::FactorWeight(id) => texts.term_factor_weight(&name(id)),
        Term::FactorRate(id) => texts.term_factor_rate(&name(id)),
        Term::ScaledFactorRate(id) => texts.term_scaled_factor_rate(&name(id)),
        Term::RelativeWeight(id) => texts.term_relative_weight(&name(id)),
        Term::ExpectedAffected(id) => texts.term_expected_affected(&name(id)),
        Term::ExcessAffected(id) => texts.term_excess_affected(&name(id)),
        Term::ExcessPayment(id) => texts.term_excess_payment(&name(id)),
        Term::FactorPayment(id) => texts.term_factor_payment(&name(id)),
        Term::ListedShareFrom(age) => texts.term_listed_share_from(&age.to_string()),
        Term::ReferenceListedShareFrom(age) => texts.term_reference_listed_share_from(&age.to_string()),
        _ => return None,
    })
}

/// Figures of a region's practices.
fn region_term(texts: Texts, term: &Term) -> Option<String> {
    Some(match term {
        Term::NetPerListed(name) => texts.term_net_per_listed(name.as_str()),
        Term::ChangeOf(name) => texts.term_change_of(name.as_str()),
        Term::Pooled(Pooled::Pot(id)) => texts.term_pool_pot(id.as_str()),
        Term::Pooled(Pooled::Rate(id)) => texts.term_pool_rate(id.as_str()),
        Term::Pooled(Pooled::Payment(id)) => texts.term_pool_payment(id.as_str()),
        Term::Pooled(Pooled::Listed(practice)) => texts.term_listed_of(practice.as_str()),
        Term::Pooled(Pooled::ListedOfAll) => texts.term_listed_of_all().to_owned(),
        Term::NetsBetween(low, high) => texts.term_nets_between(&low.to_string(), &high.to_string()),
        Term::NetsDescribed(Statistic::Percentile(percent)) => texts.term_nets_percentile(&percent.to_string()),
        Term::NetsDescribed(Statistic::Mean) => texts.term_nets_mean().to_owned(),
        Term::NetsDescribed(Statistic::StandardDeviation) => texts.term_nets_deviation().to_owned(),
        Term::NetsDescribed(Statistic::ShareAboveZero) => texts.term_nets_above_zero().to_owned(),
        Term::NetsDescribed(Statistic::MeanAboveZero) => texts.term_nets_mean_above().to_owned(),
        Term::NetsDescribed(Statistic::MeanBelowZero) => texts.term_nets_mean_below().to_owned(),
        Term::NetsApart => texts.term_nets_apart().to_owned(),
        Term::PhaseIn(figure) => phase_term(texts, figure),
        Term::Moved | Term::NetsDescribed(Statistic::HalfDistance) => texts.term_moved().to_owned(),
        _ => return None,
    })
}

/// Figures of the four aims.
fn aims_term(texts: Texts, house: &House, term: &Term) -> Option<String> {
    let name = |id: &Id| factor(texts, house, id);
    Some(match term {
        Term::Counted(counted) => counted_term(texts, *counted).to_owned(),
        Term::FactorsPaid => texts.term_factors_paid().to_owned(),
        Term::FactorsPerListed => texts.term_factors_per_listed().to_owned(),
        Term::MostFactors => texts.term_most_factors().to_owned(),
        Term::LookUpMean => texts.term_look_up_mean().to_owned(),
        Term::LookUpMost => texts.term_look_up_most().to_owned(),
        Term::FlaggedRate(id) => texts.term_flagged_rate(&name(id)),
        Term::Objection(one) => texts.term_objection(super::critique_words::name(texts, *one)),
        Term::DosesOfMonth => texts.term_doses_of_month().to_owned(),
        Term::MonthsUntilFlag(id) => texts.term_months_until_flag(&name(id)),
        Term::UnflaggedRate => texts.term_unflagged_rate().to_owned(),
        Term::FlagBrings(id) => texts.term_flag_brings(&name(id)),
        Term::FlagUnits(id, measure) => match measure {
            DrugMeasure::Dispensings => texts.term_flag_dispensings(&name(id)),
            DrugMeasure::Packages => texts.term_flag_packages(&name(id)),
            DrugMeasure::Ddd => texts.term_flag_ddd(&name(id)),
        },
        Term::FlagPrice(id, measure) => match measure {
            DrugMeasure::Dispensings => texts.term_price_dispensing(&name(id)),
            DrugMeasure::Packages => texts.term_price_package(&name(id)),
            DrugMeasure::Ddd => texts.term_price_ddd(&name(id)),
        },
        Term::FlagCost(id) => texts.term_flag_cost(&name(id)),
        Term::FlagCarried(id) => texts.term_flag_carried(&name(id)),
        Term::FlagMargin(id) => texts.term_flag_margin(&name(id)),
        Term::FlagStopped(id) => texts.term_flag_stopped(&name(id)),
        Term::FlagEven(id) => texts.term_flag_even(&name(id)),
        Term::ExtraFlags(id) => texts.term_extra_flags(&name(id)),
        Term::ExtraFactorPayment(id) => texts.term_extra_factor_payment(&name(id)),
        _ => return flags_term(texts, term),
    })
}

/// What more flags do, by practice and together.
fn flags_term(texts: Texts, term: &Term) -> Option<String> {
    Some(match term {
        Term::ExtraPayment(name) => texts.term_extra_payment(name.as_str()),
        Term::PaymentWithExtra(name) => texts.term_payment_with_extra(name.as_str()),
        Term::PaymentAfterFlags(name) => texts.term_payment_after_flags(name.as_str()),
        Term::ChangeByFlags(name) => texts.term_change_by_flags(name.as_str()),
        Term::LossByFlags(name) => texts.term_loss_by_flags(name.as_str()),
        Term::AllPayments => texts.term_all_payments().to_owned(),
        Term::AllPaymentsWithExtra => texts.term_all_payments_with_extra().to_owned(),
        Term::KeptSum => texts.term_kept_sum().to_owned(),
        Term::GainedByFlags => texts.term_gained_by_flags().to_owned(),
        Term::LostByFlags => texts.term_lost_by_flags().to_owned(),
        _ => return None,
    })
}

fn counted_term(texts: Texts, counted: Counted) -> &'static str {
    match counted {
        Counted::Numbers => texts.term_counted_numbers(),
        Counted::BaseNumbers => texts.term_counted_base(),
        Counted::CellAmounts => texts.term_counted_cell(),
        Counted::TableAmounts => texts.term_counted_table(),
        Counted::Weights => texts.term_counted_weights(),
        Counted::PointValues => texts.term_counted_points(),
        Counted::ReferencePersons => texts.term_counted_reference(),
        Counted::Rules => texts.term_counted_rules(),
        Counted::CostShares => texts.term_counted_cost_share(),
        Counted::Facts => texts.term_counted_facts(),
        Counted::Lists => texts.term_counted_list(),
        Counted::AgeAndSex => texts.term_counted_age_and_sex(),
        Counted::Classes => texts.term_counted_classes(),
        Counted::Exceptions => texts.term_counted_exceptions(),
        Counted::Conditions => texts.term_counted_conditions(),
        Counted::Triggers => texts.term_counted_triggers(),
    }
}

fn plain_term(texts: Texts, term: &Term) -> &'static str {
    payment_term(texts, term).or_else(|| staffing_term(texts, term)).unwrap_or_else(|| texts.not_available())
}

fn payment_term(texts: Texts, term: &Term) -> Option<&'static str> {
    Some(match term {
        Term::ReferenceWeight => texts.term_reference_weight(),
        Term::ReferenceRate => texts.term_reference_rate(),
        Term::BudgetFactor => texts.term_budget_factor(),
        Term::Budget => texts.term_budget(),
        Term::UnscaledTotal => texts.term_unscaled_total(),
        Term::ReferenceTotal => texts.term_reference_total(),
        Term::CapitationPayment => texts.term_capitation_payment(),
        Term::CaseMixPayment => texts.term_case_mix_payment(),
        Term::Payment => texts.term_payment(),
        Term::PaymentOfBoth => texts.term_payment_of_both(),
        Term::PaymentPerListed => texts.term_payment_per_listed(),
        Term::DrugCost => texts.term_drug_cost(),
        Term::CostShare => texts.term_cost_share(),
        Term::Residual => texts.term_residual(),
        Term::PersonNetSpread => texts.term_person_net_spread(),
        Term::ListedRoot => texts.term_listed_root(),
        Term::NetSpread => texts.term_net_spread(),
        Term::YearCorrelation => texts.term_year_correlation(),
        Term::WholeVariance => texts.term_whole_variance(),
        Term::NewVariance => texts.term_new_variance(),
        Term::TwoYears => texts.term_two_years(),
        Term::TwoYearsRoot => texts.term_two_years_root(),
        Term::YearSpread => texts.term_year_spread(),
        Term::IntervalReach => texts.term_interval_reach(),
        Term::NetReach => texts.term_net_reach(),
        Term::NetLow => texts.term_net_low(),
        Term::NetHigh => texts.term_net_high(),
        Term::CarriedCost => texts.term_carried_cost(),
        Term::CarriedPayment => texts.term_carried_payment(),
        Term::Net => texts.term_net(),
        Term::Change => texts.term_change(),
        Term::ShareRatio => texts.term_share_ratio(),
        Term::ReferenceListedTotal => texts.term_reference_listed_total(),
        Term::ExcessPaymentAll => texts.term_excess_payment_all(),
        Term::ChangeByTable => texts.term_change_by_table(),
        Term::OtherFactorsPayment => texts.term_other_factors_payment(),
        Term::ListedTotal => texts.term_listed_total(),
        Term::WithheldTogether => texts.term_withheld_together(),
        _ => return None,
    })
}

fn staffing_term(texts: Texts, term: &Term) -> Option<&'static str> {
    Some(match term {
        Term::Specialists => texts.term_specialists(),
        Term::StDoctors => texts.term_st(),
        Term::GuidelineSpecialist => texts.term_guideline_specialist(),
        Term::GuidelineSt => texts.term_guideline_st(),
        Term::CapacitySpecialists => texts.term_capacity_specialists(),
        Term::CapacitySt => texts.term_capacity_st(),
        Term::Capacity => texts.term_capacity(),
        Term::Gap => texts.term_gap(),
        Term::GapFte => texts.term_gap_fte(),
        Term::NeedFte => texts.term_need_fte(),
        Term::ListedPerSpecialist => texts.term_listed_per_specialist(),
        Term::Coverage => texts.term_coverage(),
        _ => return None,
    })
}
