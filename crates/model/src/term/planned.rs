//! What a figure of a year of the plan is; the page words it.

/// A figure of a year of the plan. Stocks are those of its end; the year before the first is the beginning.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Planned {
    /// Persons on the list.
    Listed,
    /// Persons by whom the list grows.
    Growth,
    /// Specialists, heads.
    Heads,
    /// Specialists, heltid.
    Fte,
    /// Heltid of one specialist, the mean.
    FteEach,
    /// Specialists who leave, heads.
    LeftHeads,
    /// The same, heltid.
    LeftFte,
    /// Specialists who retire, heads.
    RetiredHeads,
    /// The same, heltid.
    RetiredFte,
    /// Specialists who are recruited, heads.
    RecruitedHeads,
    /// The same, heltid.
    RecruitedFte,
    /// ST doctors who become specialists, heads.
    FinishedHeads,
    /// The same, heltid.
    FinishedFte,
    /// Those of them who stay, heads.
    StayedHeads,
    /// The same, heltid.
    StayedFte,
    /// Specialists who were there, were recruited or had become specialists and stayed, heads.
    CameHeads,
    /// The same, heltid.
    CameFte,
    /// Specialists who left or retired, heads.
    GoneHeads,
    /// The same, heltid.
    GoneFte,
    /// ST doctors who began so many half years before the year's end, heads.
    CohortHeads(u8),
    /// The same, heltid.
    CohortFte(u8),
    /// Those of them who leave, heads.
    CohortLeftHeads(u8),
    /// The same, heltid.
    CohortLeftFte(u8),
    /// All ST doctors who leave, heads.
    StLeftHeads,
    /// The same, heltid.
    StLeftFte,
    /// All ST doctors, heads.
    StHeads,
    /// All ST doctors, heltid.
    StFte,
    /// ST doctors who begin on this path, heads.
    StartedHeads,
    /// The same, heltid.
    StartedFte,
    /// Heltid of specialists that goes to other work.
    AwayFte,
    /// Heltid of specialists for the listed.
    Time,
    /// Heltid of the ST doctors for the listed, who began so many half years before.
    CohortTime(u8),
    /// The part of it that goes to other work.
    CohortAway(u8),
    /// Persons that the specialists cover.
    BySpecialists,
    /// Persons that the ST doctors cover who began so many half years before.
    ByCohort(u8),
    /// Persons that all ST doctors cover.
    BySt,
    /// Persons that all cover.
    Capacity,
    /// Listed beyond them.
    Gap,
    /// The gap in heltid.
    GapFte,
    /// Capacity by listed.
    Coverage,
    /// Listed per specialist.
    PerSpecialist,
    /// What the gap in heltid costs.
    GapCost,
}
