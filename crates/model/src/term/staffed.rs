//! The figures of Fast läkarkontakt beyond the short calculation.
use super::{Planned, Term, figures};
use crate::{
    cell::Cell,
    id::Id,
    staffing::item::{Activity, DoctorKind, Group, Item},
};

figures! { ($)
/// A figure of Fast läkarkontakt beyond the short calculation.
Staffed as staffed_figures {
    /// A number entered, or the one that stands in its place.
    Given(item: Item) = "staffingGiven";
    /// Heltid of the kind's heads, where no heltid was told.
    FteOfHeads(kind: DoctorKind) = "staffingFteOfHeads" => item_fte(kind);
    /// Inhabitants of the practice's area.
    Inhabitants = "staffingInhabitants" => staff_inhabitants();
    /// Heltid of the group that goes to all of its duties.
    GroupFte(group: Group) = "staffingGroupFte" => staff_group_away(group);
    /// Heltid that goes to a duty.
    DutyFte(item: Item) = "staffingDutyFte";
    /// Heltid of the kind that is for the listed.
    Time(kind: DoctorKind) = "staffingTime" => staff_time(kind);
    /// Persons that the kind covers.
    Cover(kind: DoctorKind) = "staffingCover" => staff_cover(kind);
    /// Persons that the other doctors cover.
    CoverOthers = "staffingCoverOthers" => staff_cover_others();
    /// Persons with a named doctor, as a share of the list.
    NamedShare = "staffingNamedShare" => staff_named_share();
    /// Persons without a named doctor.
    Unnamed = "staffingUnnamed" => staff_unnamed();
    /// The work that the cell's persons give.
    WorkIn(cell: Cell) = "staffingWorkIn" => staff_work_in(cell);
    /// The work that persons with the condition give more.
    WorkOf(factor: Id) = "staffingWorkOf" => staff_work_of(factor);
    /// The work that persons with the condition would give in all by their weight.
    WorkWith(factor: Id) = "staffingWorkWith" => staff_work_with(factor);
    /// The work that the list gives.
    Work = "staffingWork" => staff_work();
    /// The work by person of the list.
    MeanWork = "staffingMeanWork" => staff_mean_work();
    /// The same figures for the reference population.
    Reference(of: Box<Self>) = "staffingReference";
    /// The list's mean by the reference population's.
    WorkIndex = "staffingWorkIndex" => staff_work_index();
    /// The list, counted by its work.
    AdjustedList = "staffingAdjustedList" => staff_adjusted_list();
    /// Heltid that the adjusted list needs.
    AdjustedNeed = "staffingAdjustedNeed" => staff_adjusted_need();
    /// The adjusted list beyond what the doctors cover.
    AdjustedGap = "staffingAdjustedGap" => staff_adjusted_gap();
    /// The same in heltid.
    AdjustedGapFte = "staffingAdjustedGapFte" => staff_adjusted_gap_fte();
    /// Visits of one heltid in a year.
    VisitsOfFte = "staffingVisitsOfFte" => staff_visits_of_fte();
    /// Persons that one heltid covers by its visits.
    PersonsByVisits = "staffingPersonsByVisits" => staff_persons_by_visits();
    /// Visits of the whole list in a year.
    VisitsOfList = "staffingVisitsOfList" => staff_visits_of_list();
    /// Heltid that they need.
    NeedByVisits = "staffingNeedByVisits" => staff_need_by_visits();
    /// Heltid for the listed, all doctors.
    TimeOfAll = "staffingTimeOfAll" => staff_time_of_all();
    /// That need less the heltid there is.
    GapByVisits = "staffingGapByVisits" => staff_gap_by_visits();
    /// Working time of one heltid in a year.
    WorkingTime = "staffingWorkingTime" => staff_working_time();
    /// The part of it that goes to work without a standard time.
    SharedTime = "staffingSharedTime" => staff_shared_time();
    /// The part that is left.
    TimeLeft = "staffingTimeLeft" => staff_time_left();
    /// Hours that the activity takes in a year.
    HoursOf(activity: Activity) = "staffingHoursOf" => staff_hours_of(activity);
    /// Hours that all activities take.
    HoursOfAll = "staffingHoursOfAll" => staff_hours_of_all();
    /// Heltid for them, before allowances.
    BasicNeed = "staffingBasicNeed" => staff_basic_need();
    /// Heltid for them with everybody's other work.
    NeedWithShared = "staffingNeedWithShared" => staff_need_with_shared();
    /// Heltid for some doctors' own work.
    OwnFte = "staffingOwnFte" => staff_own_fte();
    /// Heltid by the workload.
    WisnNeed = "staffingWisnNeed" => staff_wisn_need();
    /// Heltid there is by heltid needed.
    WisnRatio = "staffingWisnRatio" => staff_wisn_ratio();
    /// Heltid needed less heltid there is.
    WisnGap = "staffingWisnGap" => staff_wisn_gap();
    /// A figure of a year of the plan.
    Plan(of: Planned, year: u16) = "staffingPlan";
    /// A practice's figure by the guideline.
    Of(practice: Id, of: Box<Term>) = "staffingOfPractice";
    /// What one heltid more at the practice would cover of its gap.
    ClosedBy(practice: Id) = "staffingClosedBy";
    /// The one heltid more.
    OneMore = "staffingOneMore" => staff_one_more();
    /// All practices' figure.
    AllPractices(of: Box<Term>) = "staffingAllPractices";
    /// The coverage below which so many per cent of the practices with a list lie.
    CoveragePercentile(percent: u8) = "staffingCoveragePercentile" => staffregion_percentile(percent);
    /// The share of the practices with a list that have more persons on it than their doctors cover.
    ShareWithGap = "staffingShareWithGap" => staffregion_share_gap();
} }
