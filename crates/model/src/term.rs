//! What a figure is: the core names it, the page words it.
use crate::{
    age::Age,
    cell::Cell,
    id::Id,
    proxy::DrugMeasure,
    staffing::item::{Activity, Group, Item, Kind},
    statistic::Statistic,
};

mod counted;
mod objection;
mod planned;
mod pooled;
pub use counted::Counted;
pub use objection::Objection;
pub use planned::Planned;
pub use pooled::Pooled;

/// The meaning of one figure in a result or an explanation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Term {
    /// The table's amount for a cell.
    CellRate(Cell),
    /// What everybody in the cell brings when conditions are paid for apart.
    BaseRate(Cell),
    /// What the conditions bring on average in the cell.
    ExpectedRate(Cell),
    /// What one factor brings on average in the cell.
    ExpectedFactorRate(Cell, Id),
    /// The share of the cell that has the factor.
    FactorShare(Cell, Id),
    /// Persons of the reference population in the cell.
    ReferenceListed(Cell),
    /// Persons of the reference population in the cell with the factor.
    ReferenceAffected(Cell, Id),
    /// Persons of the reference population with the factor.
    ReferenceAffectedAll(Id),
    /// Listed persons in the cell.
    Listed(Cell),
    /// The cell's share of all listed persons.
    ListedShare(Cell),
    /// The cell's share of the reference population.
    ReferenceListedShare(Cell),
    /// The share of all listed persons who are of this age or older.
    ListedShareFrom(Age),
    /// The share of the reference population that is of this age or older.
    ReferenceListedShareFrom(Age),
    /// All persons of the reference population.
    ReferenceListedTotal,
    /// Persons of the cell who would have the factor with the reference population's share.
    ExpectedAffectedIn(Cell, Id),
    /// Persons who would have the factor with the reference population's shares.
    ExpectedAffected(Id),
    /// Persons with the factor beyond those expected.
    ExcessAffected(Id),
    /// What the persons beyond those expected pay.
    ExcessPayment(Id),
    /// What they pay for all factors together.
    ExcessPaymentAll,
    /// The part of a change that the conditions do not explain.
    ChangeByTable,
    /// Payment for the factors that are not told apart.
    OtherFactorsPayment,
    /// All listed persons.
    ListedTotal,
    /// Listed persons with the factor.
    Affected(Id),
    /// The weight of a condition, an interaction or a count.
    FactorWeight(Id),
    /// The weight made into kronor per person and month.
    FactorRate(Id),
    /// The weight in kronor per person and month, after the budget factor.
    ScaledFactorRate(Id),
    /// How many points the reference weight has.
    ReferenceWeight,
    /// What the reference weight is worth.
    ReferenceRate,
    /// What the weight is of the reference weight.
    RelativeWeight(Id),
    /// The one factor that brings the sum to the budget.
    BudgetFactor,
    /// The budget: what the target model pays for the reference population.
    Budget,
    /// What the model would pay for the reference population before it is scaled.
    UnscaledTotal,
    /// What the model pays for the reference population.
    ReferenceTotal,
    /// Payment for the cell.
    CellPayment(Cell),
    /// Payment for the factor.
    FactorPayment(Id),
    /// A figure of a sum that all practices of a region share.
    Pooled(Pooled),
    /// Payment by age and sex.
    CapitationPayment,
    /// Payment for conditions.
    CaseMixPayment,
    /// Whole payment.
    Payment,
    /// Whole payment of two practices together.
    PaymentOfBoth,
    /// Whole payment divided by the listed.
    PaymentPerListed,
    /// The drug cost.
    DrugCost,
    /// The share of the cost that the practice carries.
    CostShare,
    /// The standard deviation of what a model leaves of one person's drug cost a year.
    Residual,
    /// The carried part of it: the standard deviation of one person's net.
    PersonNetSpread,
    /// The square root of the number of listed.
    ListedRoot,
    /// The standard deviation of the net when other persons alike were listed.
    NetSpread,
    /// The correlation of what a model leaves of a person's cost in two years.
    YearCorrelation,
    /// The whole of what is left, as a share of itself: one.
    WholeVariance,
    /// The part of what is left that is new every year.
    NewVariance,
    /// The same of two years together.
    TwoYears,
    /// Its square root.
    TwoYearsRoot,
    /// The standard deviation of the change in the net from one year to another, by chance alone.
    YearSpread,
    /// How many standard deviations the interval reaches to either side.
    IntervalReach,
    /// How far the net may end from its mean, by chance alone.
    NetReach,
    /// The lower end of the interval of the net.
    NetLow,
    /// The upper end of the interval of the net.
    NetHigh,
    /// The carried part of the drug cost.
    CarriedCost,
    /// The part of the payment set against the cost when the share is drawn at the net.
    CarriedPayment,
    /// Payment less carried cost.
    Net,
    /// A later figure less an earlier one.
    Change,
    /// A later share by an earlier share.
    ShareRatio,
    /// The earlier amount at the later share.
    AtLaterShare(Cell),
    /// The part of a change that the share explains.
    ChangeByShare(Cell),
    /// The rest of a change, which the source does not explain.
    ChangeUnexplained(Cell),
    /// The whole change of a cell.
    CellChange(Cell),
    /// Specialists, in full-time equivalents.
    Specialists,
    /// ST doctors, in full-time equivalents.
    StDoctors,
    /// Persons per specialist in the guideline.
    GuidelineSpecialist,
    /// Persons per ST doctor in the guideline.
    GuidelineSt,
    /// Persons that the specialists cover.
    CapacitySpecialists,
    /// Persons that the ST doctors cover.
    CapacitySt,
    /// Persons that all of them cover.
    Capacity,
    /// Listed persons beyond the capacity.
    Gap,
    /// The gap in full-time specialists.
    GapFte,
    /// The need of specialists for the whole list.
    NeedFte,
    /// Listed persons per specialist.
    ListedPerSpecialist,
    /// Capacity by listed.
    Coverage,
    /// A figure of Fast läkarkontakt beyond the short calculation.
    Staffing(Staffed),
    /// What several counts that are withheld bring together.
    WithheldTogether,
    /// A practice's net divided by its listed; the practice is named by what the register calls it.
    NetPerListed(Id),
    /// What a practice is paid less what today's model pays it.
    ChangeOf(Id),
    /// What a statistic says of the practices' nets per listed.
    NetsDescribed(Statistic),
    /// The mean of the nets per listed above zero less the mean of those below.
    NetsApart,
    /// The practices' upper percentile of net per listed less the lower.
    NetsBetween(u8, u8),
    /// What moves between the practices of a region.
    Moved,
    /// A figure of a model that comes into force by steps.
    PhaseIn(PhaseIn),
    /// How many there are in a model's rules.
    Counted(Counted),
    /// Persons over all factors that are paid for: someone with two counts twice.
    FactorsPaid,
    /// The factors paid for by the listed.
    FactorsPerListed,
    /// The most factors that any listed person is paid for.
    MostFactors,
    /// Amounts that a person's payment is read from, the mean over the listed.
    LookUpMean,
    /// The most amounts that any listed person's payment is read from.
    LookUpMost,
    /// What a person with this condition alone is paid for conditions, a month.
    FlaggedRate(Id),
    /// What a person without conditions is paid for conditions, a month.
    UnflaggedRate,
    /// What it brings in a year to have one person flagged with the condition.
    FlagBrings(Id),
    /// The units of a drug in a year that show the condition.
    FlagUnits(Id, DrugMeasure),
    /// Kronor for a unit of the cheapest drug that shows the condition.
    FlagPrice(Id, DrugMeasure),
    /// What the cheapest way to show the condition costs in a year.
    FlagCost(Id),
    /// The part of that cost that the practice carries.
    FlagCarried(Id),
    /// What flagging brings less what the practice carries.
    FlagMargin(Id),
    /// What the practice keeps in a year when the drug that shows the condition is stopped.
    FlagStopped(Id),
    /// What that drug must cost in a year for the practice not to lose by stopping it.
    FlagEven(Id),
    /// Persons more with the factor, if a practice flags more.
    ExtraFlags(Id),
    /// What the persons more with the factor would bring.
    ExtraFactorPayment(Id),
    /// What all persons more would bring a practice.
    ExtraPayment(Id),
    /// The practice's payment with it.
    PaymentWithExtra(Id),
    /// All payments.
    AllPayments,
    /// All payments with it.
    AllPaymentsWithExtra,
    /// The one number that brings all payments with it back to their sum.
    KeptSum,
    /// The practice's payment when the sum is kept.
    PaymentAfterFlags(Id),
    /// That less the payment before.
    ChangeByFlags(Id),
    /// The payment before less that.
    LossByFlags(Id),
    /// What those who flag more get more, together.
    GainedByFlags,
    /// What the others get less, together.
    LostByFlags,
    /// The size of an objection to the proposal.
    Objection(Objection),
    /// Daily doses of a month at one a day.
    DosesOfMonth,
    /// Months at one daily dose a day until the condition shows.
    MonthsUntilFlag(Id),
}

/// A figure of a model that comes into force by steps. Practices are named by what the register calls them; amounts are
/// of a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PhaseIn {
    /// What the practice is paid under the old model.
    Old(Id),
    /// What it is paid under the new one.
    New(Id),
    /// The share of the new model.
    Share,
    /// What it is paid more under the new model.
    Change(Id),
    /// The part of the change that the share brings.
    Step(Id),
    /// What it is paid before floor and cap.
    Blended(Id),
    /// The largest fall, as a share of the old payment or for each listed.
    Floor,
    /// The largest rise, likewise.
    Cap,
    /// The largest fall in kronor.
    FloorAmount(Id),
    /// The largest rise in kronor.
    CapAmount(Id),
    /// What it is paid.
    Payment(Id),
    /// What the floor adds.
    Raised(Id),
    /// What the cap takes.
    Lowered(Id),
    /// All practices under the old model.
    OldSum,
    /// All practices under the new model.
    NewSum,
    /// All practices before floor and cap.
    BlendedSum,
    /// All practices.
    PaymentSum,
    /// What all floors add.
    RaisedSum,
    /// What all caps take.
    LoweredSum,
    /// What floors and caps cost together.
    Cost,
}

/// A figure of Fast läkarkontakt beyond the short calculation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Staffed {
    /// A number entered, or the one that stands in its place.
    Given(Item),
    /// Heltid of the kind's heads, where no heltid was told.
    FteOfHeads(Kind),
    /// Inhabitants of the practice's area.
    Inhabitants,
    /// Heltid of the group that goes to all of its duties.
    GroupFte(Group),
    /// Heltid that goes to a duty.
    DutyFte(Item),
    /// Heltid of the kind that is for the listed.
    Time(Kind),
    /// Persons that the kind covers.
    Cover(Kind),
    /// Persons that the other doctors cover.
    CoverOthers,
    /// Persons with a named doctor, as a share of the list.
    NamedShare,
    /// Persons without a named doctor.
    Unnamed,
    /// The work that the cell's persons give.
    WorkIn(Cell),
    /// The work that persons with the condition give more.
    WorkOf(Id),
    /// The work that persons with the condition would give in all by their weight.
    WorkWith(Id),
    /// The work that the list gives.
    Work,
    /// The work by person of the list.
    MeanWork,
    /// The same figures for the reference population.
    Reference(Box<Self>),
    /// The list's mean by the reference population's.
    WorkIndex,
    /// The list, counted by its work.
    AdjustedList,
    /// Heltid that the adjusted list needs.
    AdjustedNeed,
    /// The adjusted list beyond what the doctors cover.
    AdjustedGap,
    /// The same in heltid.
    AdjustedGapFte,
    /// Visits of one heltid in a year.
    VisitsOfFte,
    /// Persons that one heltid covers by its visits.
    PersonsByVisits,
    /// Visits of the whole list in a year.
    VisitsOfList,
    /// Heltid that they need.
    NeedByVisits,
    /// Heltid for the listed, all doctors.
    TimeOfAll,
    /// That need less the heltid there is.
    GapByVisits,
    /// Working time of one heltid in a year.
    WorkingTime,
    /// The part of it that goes to work without a standard time.
    SharedTime,
    /// The part that is left.
    TimeLeft,
    /// Hours that the activity takes in a year.
    HoursOf(Activity),
    /// Hours that all activities take.
    HoursOfAll,
    /// Heltid for them, before allowances.
    BasicNeed,
    /// Heltid for them with everybody's other work.
    NeedWithShared,
    /// Heltid for some doctors' own work.
    OwnFte,
    /// Heltid by the workload.
    WisnNeed,
    /// Heltid there is by heltid needed.
    WisnRatio,
    /// Heltid needed less heltid there is.
    WisnGap,
    /// A figure of a year of the plan.
    Plan(Planned, u16),
    /// A practice's figure by the guideline.
    Of(Id, Box<Term>),
    /// What one heltid more at the practice would cover of its gap.
    ClosedBy(Id),
    /// The one heltid more.
    OneMore,
    /// All practices' figure.
    AllPractices(Box<Term>),
    /// The coverage below which so many per cent of the practices with a list lie.
    CoveragePercentile(u8),
    /// The share of the practices with a list that have more persons on it than their doctors cover.
    ShareWithGap,
}
