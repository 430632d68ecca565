//! What a figure is: the core names it, the page words it.
use crate::{age::Age, cell::Cell, id::Id, proxy::DrugMeasure, statistic::Statistic};

mod counted;
mod figures;
mod objection;
mod phase_in;
mod planned;
mod pooled;
mod staffed;
pub use counted::Counted;
use figures::figures;
pub use objection::Objection;
pub use phase_in::PhaseIn;
pub use planned::Planned;
pub use pooled::Pooled;
pub use staffed::Staffed;

figures! { ($)
/// The meaning of one figure in a result or an explanation.
Term as figures_of_payment {
    /// The table's amount for a cell.
    CellRate(cell: Cell) = "cellRate" => term_cell_rate(cell);
    /// What everybody in the cell brings when conditions are paid for apart.
    BaseRate(cell: Cell) = "baseRate" => term_base_rate(cell);
    /// What the conditions bring on average in the cell.
    ExpectedRate(cell: Cell) = "expectedRate" => term_expected_rate(cell);
    /// What one factor brings on average in the cell.
    ExpectedFactorRate(cell: Cell, factor: Id) = "expectedFactorRate" => term_expected_factor(factor, cell);
    /// The share of the cell that has the factor.
    FactorShare(cell: Cell, factor: Id) = "factorShare" => term_factor_share(factor, cell);
    /// Persons of the reference population in the cell.
    ReferenceListed(cell: Cell) = "referenceListed" => term_reference_listed(cell);
    /// Persons of the reference population in the cell with the factor.
    ReferenceAffected(cell: Cell, factor: Id) = "referenceAffected" => term_reference_affected(factor, cell);
    /// Persons of the reference population with the factor.
    ReferenceAffectedAll(factor: Id) = "referenceAffectedAll" => term_reference_affected_all(factor);
    /// Listed persons in the cell.
    Listed(cell: Cell) = "listed" => term_listed(cell);
    /// The cell's share of all listed persons.
    ListedShare(cell: Cell) = "listedShare" => term_listed_share(cell);
    /// The cell's share of the reference population.
    ReferenceListedShare(cell: Cell) = "referenceListedShare" => term_reference_listed_share(cell);
    /// The share of all listed persons who are of this age or older.
    ListedShareFrom(age: Age) = "listedShareFrom" => term_listed_share_from(age);
    /// The share of the reference population that is of this age or older.
    ReferenceListedShareFrom(age: Age) = "referenceListedShareFrom" => term_reference_listed_share_from(age);
    /// All persons of the reference population.
    ReferenceListedTotal = "referenceListedTotal" => term_reference_listed_total();
    /// Persons of the cell who would have the factor with the reference population's share.
    ExpectedAffectedIn(cell: Cell, factor: Id) = "expectedAffectedIn" => term_expected_affected_in(factor, cell);
    /// Persons who would have the factor with the reference population's shares.
    ExpectedAffected(factor: Id) = "expectedAffected" => term_expected_affected(factor);
    /// Persons with the factor beyond those expected.
    ExcessAffected(factor: Id) = "excessAffected" => term_excess_affected(factor);
    /// What the persons beyond those expected pay.
    ExcessPayment(factor: Id) = "excessPayment" => term_excess_payment(factor);
    /// What they pay for all factors together.
    ExcessPaymentAll = "excessPaymentAll" => term_excess_payment_all();
    /// The part of a change that the conditions do not explain.
    ChangeByTable = "changeByTable" => term_change_by_table();
    /// Payment for the factors that are not told apart.
    OtherFactorsPayment = "otherFactorsPayment" => term_other_factors_payment();
    /// All listed persons.
    ListedTotal = "listedTotal" => term_listed_total();
    /// Listed persons with the factor.
    Affected(factor: Id) = "affected" => term_affected(factor);
    /// The weight of a condition, an interaction or a count.
    FactorWeight(factor: Id) = "factorWeight" => term_factor_weight(factor);
    /// The weight made into kronor per person and month.
    FactorRate(factor: Id) = "factorRate" => term_factor_rate(factor);
    /// The weight in kronor per person and month, after the budget factor.
    ScaledFactorRate(factor: Id) = "scaledFactorRate" => term_scaled_factor_rate(factor);
    /// How many points the reference weight has.
    ReferenceWeight = "referenceWeight" => term_reference_weight();
    /// What the reference weight is worth.
    ReferenceRate = "referenceRate" => term_reference_rate();
    /// What the weight is of the reference weight.
    RelativeWeight(factor: Id) = "relativeWeight" => term_relative_weight(factor);
    /// The one factor that brings the sum to the budget.
    BudgetFactor = "budgetFactor" => term_budget_factor();
    /// The budget: what the target model pays for the reference population.
    Budget = "budget" => term_budget();
    /// What the model would pay for the reference population before it is scaled.
    UnscaledTotal = "unscaledTotal" => term_unscaled_total();
    /// What the model pays for the reference population.
    ReferenceTotal = "referenceTotal" => term_reference_total();
    /// Payment for the cell.
    CellPayment(cell: Cell) = "cellPayment" => term_cell_payment(cell);
    /// Payment for the factor.
    FactorPayment(factor: Id) = "factorPayment" => term_factor_payment(factor);
    /// A figure of a sum that all practices of a region share.
    Pooled(of: Pooled) = "pooled";
    /// Payment by age and sex.
    CapitationPayment = "capitationPayment" => term_capitation_payment();
    /// Payment for conditions.
    CaseMixPayment = "caseMixPayment" => term_case_mix_payment();
    /// Whole payment.
    Payment = "payment" => term_payment();
    /// Whole payment of two practices together.
    PaymentOfBoth = "paymentOfBoth" => term_payment_of_both();
    /// Whole payment divided by the listed.
    PaymentPerListed = "paymentPerListed" => term_payment_per_listed();
    /// The drug cost.
    DrugCost = "drugCost" => term_drug_cost();
    /// The share of the cost that the practice carries.
    CostShare = "costShare" => term_cost_share();
    /// The standard deviation of what a model leaves of one person's drug cost a year.
    Residual = "residual" => term_residual();
    /// The carried part of it: the standard deviation of one person's net.
    PersonNetSpread = "personNetSpread" => term_person_net_spread();
    /// The square root of the number of listed.
    ListedRoot = "listedRoot" => term_listed_root();
    /// The standard deviation of the net when other persons alike were listed.
    NetSpread = "netSpread" => term_net_spread();
    /// The correlation of what a model leaves of a person's cost in two years.
    YearCorrelation = "yearCorrelation" => term_year_correlation();
    /// The whole of what is left, as a share of itself: one.
    WholeVariance = "wholeVariance" => term_whole_variance();
    /// The part of what is left that is new every year.
    NewVariance = "newVariance" => term_new_variance();
    /// The same of two years together.
    TwoYears = "twoYears" => term_two_years();
    /// Its square root.
    TwoYearsRoot = "twoYearsRoot" => term_two_years_root();
    /// The standard deviation of the change in the net from one year to another, by chance alone.
    YearSpread = "yearSpread" => term_year_spread();
    /// How many standard deviations the interval reaches to either side.
    IntervalReach = "intervalReach" => term_interval_reach();
    /// How far the net may end from its mean, by chance alone.
    NetReach = "netReach" => term_net_reach();
    /// The lower end of the interval of the net.
    NetLow = "netLow" => term_net_low();
    /// The upper end of the interval of the net.
    NetHigh = "netHigh" => term_net_high();
    /// The carried part of the drug cost.
    CarriedCost = "carriedCost" => term_carried_cost();
    /// The part of the payment set against the cost when the share is drawn at the net.
    CarriedPayment = "carriedPayment" => term_carried_payment();
    /// Payment less carried cost.
    Net = "net" => term_net();
    /// A later figure less an earlier one.
    Change = "change" => term_change();
    /// A later share by an earlier share.
    ShareRatio = "shareRatio" => term_share_ratio();
    /// The earlier amount at the later share.
    AtLaterShare(cell: Cell) = "atLaterShare" => term_at_later_share(cell);
    /// The part of a change that the share explains.
    ChangeByShare(cell: Cell) = "changeByShare" => term_change_by_share(cell);
    /// The rest of a change, which the source does not explain.
    ChangeUnexplained(cell: Cell) = "changeUnexplained" => term_change_unexplained(cell);
    /// The whole change of a cell.
    CellChange(cell: Cell) = "cellChange" => term_cell_change(cell);
    /// The later amount of a cell by the earlier.
    AmountRatio(cell: Cell) = "amountRatio" => term_amount_ratio(cell);
    /// The part of the whole table's change that the share explains, over the reference population.
    TableChangeByShare = "tableChangeByShare" => term_table_change_by_share();
    /// The rest of it, which the source does not explain.
    TableChangeUnexplained = "tableChangeUnexplained" => term_table_change_unexplained();
    /// Specialists, in full-time equivalents.
    Specialists = "specialists" => term_specialists();
    /// ST doctors, in full-time equivalents.
    StDoctors = "stDoctors" => term_st();
    /// Persons per specialist in the guideline.
    GuidelineSpecialist = "guidelineSpecialist" => term_guideline_specialist();
    /// Persons per ST doctor in the guideline.
    GuidelineSt = "guidelineSt" => term_guideline_st();
    /// Persons that the specialists cover.
    CapacitySpecialists = "capacitySpecialists" => term_capacity_specialists();
    /// Persons that the ST doctors cover.
    CapacitySt = "capacitySt" => term_capacity_st();
    /// Persons that all of them cover.
    Capacity = "capacity" => term_capacity();
    /// Listed persons beyond the capacity.
    Gap = "gap" => term_gap();
    /// The gap in full-time specialists.
    GapFte = "gapFte" => term_gap_fte();
    /// The need of specialists for the whole list.
    NeedFte = "needFte" => term_need_fte();
    /// Listed persons per specialist.
    ListedPerSpecialist = "listedPerSpecialist" => term_listed_per_specialist();
    /// Capacity by listed.
    Coverage = "coverage" => term_coverage();
    /// A figure of Fast läkarkontakt beyond the short calculation.
    Staffing(of: Staffed) = "staffing";
    /// What several counts that are withheld bring together.
    WithheldTogether = "withheldTogether" => term_withheld_together();
    /// A practice's net divided by its listed; the practice is named by what the register calls it.
    NetPerListed(practice: Id) = "netPerListed" => term_net_per_listed(practice);
    /// What a practice is paid less what today's model pays it.
    ChangeOf(practice: Id) = "changeOf" => term_change_of(practice);
    /// What a statistic says of the practices' nets per listed.
    NetsDescribed(statistic: Statistic) = "netsDescribed";
    /// The mean of the nets per listed above zero less the mean of those below.
    NetsApart = "netsApart" => term_nets_apart();
    /// The practices' upper percentile of net per listed less the lower.
    NetsBetween(low: u8, high: u8) = "netsBetween" => term_nets_between(low, high);
    /// What moves between the practices of a region.
    Moved = "moved" => term_moved();
    /// A figure of a model that comes into force by steps.
    PhaseIn(of: PhaseIn) = "phaseIn";
    /// How many there are in a model's rules.
    Counted(of: Counted) = "counted";
    /// Persons over all factors that are paid for: someone with two counts twice.
    FactorsPaid = "factorsPaid" => term_factors_paid();
    /// The factors paid for by the listed.
    FactorsPerListed = "factorsPerListed" => term_factors_per_listed();
    /// The most factors that any listed person is paid for.
    MostFactors = "mostFactors" => term_most_factors();
    /// Amounts that a person's payment is read from, the mean over the listed.
    LookUpMean = "lookUpMean" => term_look_up_mean();
    /// The most amounts that any listed person's payment is read from.
    LookUpMost = "lookUpMost" => term_look_up_most();
    /// What a person with this condition alone is paid for conditions, a month.
    FlaggedRate(factor: Id) = "flaggedRate" => term_flagged_rate(factor);
    /// What a person without conditions is paid for conditions, a month.
    UnflaggedRate = "unflaggedRate" => term_unflagged_rate();
    /// What it brings in a year to have one person flagged with the condition.
    FlagBrings(factor: Id) = "flagBrings" => term_flag_brings(factor);
    /// The units of a drug in a year that show the condition.
    FlagUnits(factor: Id, measure: DrugMeasure) = "flagUnits";
    /// Kronor for a unit of the cheapest drug that shows the condition.
    FlagPrice(factor: Id, measure: DrugMeasure) = "flagPrice";
    /// What the cheapest way to show the condition costs in a year.
    FlagCost(factor: Id) = "flagCost" => term_flag_cost(factor);
    /// The part of that cost that the practice carries.
    FlagCarried(factor: Id) = "flagCarried" => term_flag_carried(factor);
    /// What flagging brings less what the practice carries.
    FlagMargin(factor: Id) = "flagMargin" => term_flag_margin(factor);
    /// What the practice keeps in a year when the drug that shows the condition is stopped.
    FlagStopped(factor: Id) = "flagStopped" => term_flag_stopped(factor);
    /// What that drug must cost in a year for the practice not to lose by stopping it.
    FlagEven(factor: Id) = "flagEven" => term_flag_even(factor);
    /// Persons more with the factor, if a practice flags more.
    ExtraFlags(factor: Id) = "extraFlags" => term_extra_flags(factor);
    /// What the persons more with the factor would bring.
    ExtraFactorPayment(factor: Id) = "extraFactorPayment" => term_extra_factor_payment(factor);
    /// What all persons more would bring a practice.
    ExtraPayment(practice: Id) = "extraPayment" => term_extra_payment(practice);
    /// The practice's payment with it.
    PaymentWithExtra(practice: Id) = "paymentWithExtra" => term_payment_with_extra(practice);
    /// All payments.
    AllPayments = "allPayments" => term_all_payments();
    /// All payments with it.
    AllPaymentsWithExtra = "allPaymentsWithExtra" => term_all_payments_with_extra();
    /// The one number that brings all payments with it back to their sum.
    KeptSum = "keptSum" => term_kept_sum();
    /// The practice's payment when the sum is kept.
    PaymentAfterFlags(practice: Id) = "paymentAfterFlags" => term_payment_after_flags(practice);
    /// That less the payment before.
    ChangeByFlags(practice: Id) = "changeByFlags" => term_change_by_flags(practice);
    /// The payment before less that.
    LossByFlags(practice: Id) = "lossByFlags" => term_loss_by_flags(practice);
    /// What those who flag more get more, together.
    GainedByFlags = "gainedByFlags" => term_gained_by_flags();
    /// What the others get less, together.
    LostByFlags = "lostByFlags" => term_lost_by_flags();
    /// The size of an objection to the proposal.
    Objection(objection: Objection) = "objection" => term_objection(objection);
    /// Daily doses of a month at one a day.
    DosesOfMonth = "dosesOfMonth" => term_doses_of_month();
    /// Months at one daily dose a day until the condition shows.
    MonthsUntilFlag(factor: Id) = "monthsUntilFlag" => term_months_until_flag(factor);
} }

impl Term {
    /// What the figure is called by machines, without what it is of.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Staffing(of) => of.stable_name(),
            Self::Pooled(of) => of.stable_name(),
            Self::PhaseIn(of) => of.stable_name(),
            Self::Counted(of) => of.stable_name(),
            own => own.stable_name(),
        }
    }
}
