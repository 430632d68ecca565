//! What a number or a figure of Fast läkarkontakt is, in words.
use super::{
    amount::cell_name,
    term::{factor, term},
};
use crate::{state::House, text::Texts};
use model::{
    sex::Sex,
    staffing::item::{Activity, Duty, Group, Item, Kind, ST_YEARS},
    term::{Planned, Staffed, Term},
};

/// A figure's words; none for a figure of another view.
pub fn staffed(texts: Texts, house: &House, of: &Term) -> Option<String> {
    match of {
        Term::Staffing(figure) => Some(figure_words(texts, house, figure)),
        _ => None,
    }
}

/// A kind of doctors, in the plural and within a sentence.
pub fn kind(texts: Texts, kind: Kind) -> String {
    match kind {
        Kind::Specialist => texts.kind_specialist().to_owned(),
        Kind::St(ST_YEARS) => texts.kind_st_last().to_owned(),
        Kind::St(year) => texts.kind_st(&year.to_string()),
        Kind::StAny => texts.kind_st_any().to_owned(),
        Kind::Other => texts.kind_other().to_owned(),
        Kind::Locum => texts.kind_locum().to_owned(),
    }
}

/// Words that begin a line.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A group of kinds, likewise.
pub fn group(texts: Texts, group: Group) -> &'static str {
    match group {
        Group::Specialist => texts.kind_specialist(),
        Group::St => texts.group_st(),
        Group::Other => texts.kind_other(),
        Group::Locum => texts.kind_locum(),
    }
}

/// A duty within a sentence.
pub fn duty(texts: Texts, duty: Duty) -> &'static str {
    match duty {
        Duty::Supervision => texts.duty_supervision(),
        Duty::Research => texts.duty_research(),
        Duty::Other => texts.duty_other(),
    }
}

/// An activity.
pub fn activity(texts: Texts, activity: Activity) -> &'static str {
    match activity {
        Activity::Visits => texts.activity_visits(),
        Activity::Remote => texts.activity_remote(),
        Activity::Home => texts.activity_home(),
        Activity::Papers => texts.activity_papers(),
    }
}

/// What is planned for a year.
pub fn event(texts: Texts, event: model::staffing::item::Event) -> &'static str {
    use model::staffing::item::Event;
    match event {
        Event::Recruited => texts.event_recruited(),
        Event::Retiring => texts.event_retiring(),
        Event::StStarts => texts.event_st_starts(),
    }
}

/// A number's name, as its label says it.
pub fn item(texts: Texts, house: &House, of: &Item) -> String {
    match of {
        Item::Heads(of) => texts.item_heads(&kind(texts, *of)),
        Item::Fte(of) => texts.item_fte(&kind(texts, *of)),
        Item::Cover(of) => texts.item_cover(&kind(texts, *of)),
        Item::Duty(of, to) => texts.item_duty(duty(texts, *to), group(texts, *of)),
        Item::Workload(Sex::Woman, age) => texts.item_workload_women(&age.to_string()),
        Item::Workload(Sex::Man, age) => texts.item_workload_men(&age.to_string()),
        Item::WorkloadOf(id) => texts.item_workload_of(&factor(texts, house, id)),
        Item::Volume(of) => texts.item_volume(activity(texts, *of)),
        Item::HoursEach(of) => texts.item_hours_each(activity(texts, *of)),
        Item::Planned(of, year) => texts.plan_in(event(texts, *of), &year.to_string()),
        Item::FteEach(of) => texts.item_fte_each(group(texts, *of)),
        single => single_item(texts, single).to_owned(),
    }
}

fn single_item(texts: Texts, of: &Item) -> &'static str {
    match of {
        Item::Named => texts.item_named(),
        Item::VisitsPerListed => texts.item_visits_per_listed(),
        Item::VisitsPerDay => texts.item_visits_per_day(),
        Item::VisitDays => texts.item_visit_days(),
        Item::WorkDays => texts.item_work_days(),
        Item::WorkHours => texts.item_work_hours(),
        Item::SharedWork => texts.item_shared_work(),
        Item::OwnWork => texts.item_own_work(),
        Item::PlanStart => texts.item_plan_start(),
        Item::PlanGoal => texts.item_plan_goal(),
        Item::RecruitFte => texts.item_recruit_fte(),
        Item::StFte => texts.item_st_fte(),
        Item::StLength => texts.item_st_length(),
        Item::Leaving => texts.item_leaving(),
        Item::StLeaving => texts.item_st_leaving(),
        Item::Staying => texts.item_staying(),
        Item::Growth => texts.item_growth(),
        Item::GrowthSpread => texts.item_growth_spread(),
        Item::LowShare => texts.item_low_share(),
        Item::HighShare => texts.item_high_share(),
        Item::CostPerFte => texts.item_cost_per_fte(),
        Item::Seed => texts.item_seed(),
        _ => "",
    }
}

fn figure_words(texts: Texts, house: &House, figure: &Staffed) -> String {
    let t = texts;
    match figure {
        Staffed::Given(of) => item(t, house, of),
        Staffed::GroupFte(of) => t.staff_group_away(group(t, *of)),
        Staffed::DutyFte(Item::Duty(of, to)) => t.staff_duty_fte(duty(t, *to), group(t, *of)),
        Staffed::Time(of) => t.staff_time(&kind(t, *of)),
        Staffed::Cover(of) => t.staff_cover(&kind(t, *of)),
        Staffed::WorkIn(cell) => t.staff_work_in(&cell_name(t, *cell)),
        Staffed::WorkOf(id) => t.staff_work_of(&factor(t, house, id)),
        Staffed::WorkWith(id) => t.staff_work_with(&factor(t, house, id)),
        Staffed::Reference(of) => t.staff_reference(&figure_words(t, house, of)),
        Staffed::HoursOf(of) => t.staff_hours_of(activity(t, *of)),
        Staffed::Plan(of, year) => t.plan_in(&planned(t, of), &year.to_string()),
        Staffed::Of(name, of) => t.staff_of(&term(t, house, of), name.as_str()),
        Staffed::ClosedBy(name) => t.staff_of(t.staff_closed(), name.as_str()),
        Staffed::AllPractices(of) => t.staff_of(&term(t, house, of), t.staff_all_practices()),
        Staffed::FteOfHeads(of) => t.item_fte(&kind(t, *of)),
        Staffed::CoveragePercentile(50) => t.staffregion_median().to_owned(),
        Staffed::CoveragePercentile(percent) => t.staffregion_percentile(&percent.to_string()),
        Staffed::ShareWithGap => t.staffregion_share_gap().to_owned(),
        single => single_figure(t, single).to_owned(),
    }
}

fn single_figure(t: Texts, figure: &Staffed) -> &'static str {
    match figure {
        Staffed::CoverOthers => t.staff_cover_others(),
        Staffed::NamedShare => t.staff_named_share(),
        Staffed::Unnamed => t.staff_unnamed(),
        Staffed::Work => t.staff_work(),
        Staffed::MeanWork => t.staff_mean_work(),
        Staffed::WorkIndex => t.staff_work_index(),
        Staffed::AdjustedList => t.staff_adjusted_list(),
        Staffed::AdjustedNeed => t.staff_adjusted_need(),
        Staffed::AdjustedGap => t.staff_adjusted_gap(),
        Staffed::AdjustedGapFte => t.staff_adjusted_gap_fte(),
        Staffed::VisitsOfFte => t.staff_visits_of_fte(),
        Staffed::PersonsByVisits => t.staff_persons_by_visits(),
        Staffed::VisitsOfList => t.staff_visits_of_list(),
        Staffed::NeedByVisits => t.staff_need_by_visits(),
        Staffed::TimeOfAll => t.staff_time_of_all(),
        Staffed::GapByVisits => t.staff_gap_by_visits(),
        Staffed::WorkingTime => t.staff_working_time(),
        Staffed::SharedTime => t.staff_shared_time(),
        Staffed::TimeLeft => t.staff_time_left(),
        Staffed::HoursOfAll => t.staff_hours_of_all(),
        Staffed::BasicNeed => t.staff_basic_need(),
        Staffed::NeedWithShared => t.staff_need_with_shared(),
        Staffed::OwnFte => t.staff_own_fte(),
        Staffed::WisnNeed => t.staff_wisn_need(),
        Staffed::WisnRatio => t.staff_wisn_ratio(),
        Staffed::WisnGap => t.staff_wisn_gap(),
        Staffed::OneMore => t.staff_one_more(),
        Staffed::Inhabitants => t.staff_inhabitants(),
        _ => "",
    }
}

/// A figure of the plan without its year.
fn planned(t: Texts, figure: &Planned) -> String {
    let year = |halves: u8| model::staffing::plan::training_year(halves).to_string();
    match figure {
        Planned::CohortHeads(halves) => t.planned_cohort_heads(&year(*halves)),
        Planned::CohortFte(halves) => t.planned_cohort_fte(&year(*halves)),
        Planned::CohortLeftHeads(halves) => t.planned_cohort_left_heads(&year(*halves)),
        Planned::CohortLeftFte(halves) => t.planned_cohort_left_fte(&year(*halves)),
        Planned::CohortTime(halves) => t.planned_cohort_time(&year(*halves)),
        Planned::CohortAway(halves) => t.planned_cohort_away(&year(*halves)),
        Planned::ByCohort(halves) => t.planned_by_cohort(&year(*halves)),
        single => planned_specialists(t, single).or_else(|| planned_list(t, single)).unwrap_or_default().to_owned(),
    }
}

fn planned_specialists(t: Texts, figure: &Planned) -> Option<&'static str> {
    Some(match figure {
        Planned::Heads => t.planned_heads(),
        Planned::Fte => t.planned_fte(),
        Planned::FteEach => t.planned_fte_each(),
        Planned::LeftHeads => t.planned_left_heads(),
        Planned::LeftFte => t.planned_left_fte(),
        Planned::RetiredHeads => t.planned_retired_heads(),
        Planned::RetiredFte => t.planned_retired_fte(),
        Planned::RecruitedHeads => t.planned_recruited_heads(),
        Planned::RecruitedFte => t.planned_recruited_fte(),
        Planned::FinishedHeads => t.planned_finished_heads(),
        Planned::FinishedFte => t.planned_finished_fte(),
        Planned::StayedHeads => t.planned_stayed_heads(),
        Planned::StayedFte => t.planned_stayed_fte(),
        Planned::CameHeads => t.planned_came_heads(),
        Planned::CameFte => t.planned_came_fte(),
        Planned::GoneHeads => t.planned_gone_heads(),
        Planned::GoneFte => t.planned_gone_fte(),
        Planned::StHeads => t.planned_st_heads(),
        Planned::StFte => t.planned_st_fte(),
        Planned::StLeftHeads => t.planned_st_left_heads(),
        Planned::StLeftFte => t.planned_st_left_fte(),
        Planned::StartedHeads => t.planned_started_heads(),
        Planned::StartedFte => t.planned_started_fte(),
        _ => return None,
    })
}

fn planned_list(t: Texts, figure: &Planned) -> Option<&'static str> {
    Some(match figure {
        Planned::Listed => t.planned_listed(),
        Planned::Growth => t.planned_growth(),
        Planned::AwayFte => t.planned_away_fte(),
        Planned::Time => t.planned_time(),
        Planned::BySpecialists => t.term_capacity_specialists(),
        Planned::BySt => t.term_capacity_st(),
        Planned::Capacity => t.term_capacity(),
        Planned::Gap => t.term_gap(),
        Planned::GapFte => t.term_gap_fte(),
        Planned::Coverage => t.term_coverage(),
        Planned::PerSpecialist => t.term_listed_per_specialist(),
        Planned::GapCost => t.planned_gap_cost(),
        _ => return None,
    })
}
