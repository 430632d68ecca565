//! The figures of a year of the plan.
use super::figures;

figures! { ($)
/// A figure of a year of the plan. Stocks are those of its end; the year before the first is the beginning.
Planned as planned_figures {
    /// Persons on the list.
    Listed = "plannedListed" => planned_listed();
    /// Persons by whom the list grows.
    Growth = "plannedGrowth" => planned_growth();
    /// Specialists, heads.
    Heads = "plannedHeads" => planned_heads();
    /// Specialists, heltid.
    Fte = "plannedFte" => planned_fte();
    /// Heltid of one specialist, the mean.
    FteEach = "plannedFteEach" => planned_fte_each();
    /// Specialists who leave, heads.
    LeftHeads = "plannedLeftHeads" => planned_left_heads();
    /// The same, heltid.
    LeftFte = "plannedLeftFte" => planned_left_fte();
    /// Specialists who retire, heads.
    RetiredHeads = "plannedRetiredHeads" => planned_retired_heads();
    /// The same, heltid.
    RetiredFte = "plannedRetiredFte" => planned_retired_fte();
    /// Specialists who are recruited, heads.
    RecruitedHeads = "plannedRecruitedHeads" => planned_recruited_heads();
    /// The same, heltid.
    RecruitedFte = "plannedRecruitedFte" => planned_recruited_fte();
    /// ST doctors who become specialists, heads.
    FinishedHeads = "plannedFinishedHeads" => planned_finished_heads();
    /// The same, heltid.
    FinishedFte = "plannedFinishedFte" => planned_finished_fte();
    /// Those of them who stay, heads.
    StayedHeads = "plannedStayedHeads" => planned_stayed_heads();
    /// The same, heltid.
    StayedFte = "plannedStayedFte" => planned_stayed_fte();
    /// Specialists who were there, were recruited or had become specialists and stayed, heads.
    CameHeads = "plannedCameHeads" => planned_came_heads();
    /// The same, heltid.
    CameFte = "plannedCameFte" => planned_came_fte();
    /// Specialists who left or retired, heads.
    GoneHeads = "plannedGoneHeads" => planned_gone_heads();
    /// The same, heltid.
    GoneFte = "plannedGoneFte" => planned_gone_fte();
    /// ST doctors who began so many half years before the year's end, heads.
    CohortHeads(halves: u8) = "plannedCohortHeads" => planned_cohort_heads(halves);
    /// The same, heltid.
    CohortFte(halves: u8) = "plannedCohortFte" => planned_cohort_fte(halves);
    /// Those of them who leave, heads.
    CohortLeftHeads(halves: u8) = "plannedCohortLeftHeads" => planned_cohort_left_heads(halves);
    /// The same, heltid.
    CohortLeftFte(halves: u8) = "plannedCohortLeftFte" => planned_cohort_left_fte(halves);
    /// All ST doctors who leave, heads.
    StLeftHeads = "plannedStLeftHeads" => planned_st_left_heads();
    /// The same, heltid.
    StLeftFte = "plannedStLeftFte" => planned_st_left_fte();
    /// All ST doctors, heads.
    StHeads = "plannedStHeads" => planned_st_heads();
    /// All ST doctors, heltid.
    StFte = "plannedStFte" => planned_st_fte();
    /// ST doctors who begin on this path, heads.
    StartedHeads = "plannedStartedHeads" => planned_started_heads();
    /// The same, heltid.
    StartedFte = "plannedStartedFte" => planned_started_fte();
    /// Heltid of specialists that goes to other work.
    AwayFte = "plannedAwayFte" => planned_away_fte();
    /// Heltid of specialists for the listed.
    Time = "plannedTime" => planned_time();
    /// Heltid of the ST doctors for the listed, who began so many half years before.
    CohortTime(halves: u8) = "plannedCohortTime" => planned_cohort_time(halves);
    /// The part of it that goes to other work.
    CohortAway(halves: u8) = "plannedCohortAway" => planned_cohort_away(halves);
    /// Persons that the specialists cover.
    BySpecialists = "plannedBySpecialists" => term_capacity_specialists();
    /// Persons that the ST doctors cover who began so many half years before.
    ByCohort(halves: u8) = "plannedByCohort" => planned_by_cohort(halves);
    /// Persons that all ST doctors cover.
    BySt = "plannedBySt" => term_capacity_st();
    /// Persons that all cover.
    Capacity = "plannedCapacity" => term_capacity();
    /// Listed beyond them.
    Gap = "plannedGap" => term_gap();
    /// The gap in heltid.
    GapFte = "plannedGapFte" => term_gap_fte();
    /// Capacity by listed.
    Coverage = "plannedCoverage" => term_coverage();
    /// Listed per specialist.
    PerSpecialist = "plannedPerSpecialist" => term_listed_per_specialist();
    /// What the gap in heltid costs.
    GapCost = "plannedGapCost" => planned_gap_cost();
} }
