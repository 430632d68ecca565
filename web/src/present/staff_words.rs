//! What a number or a figure of Fast läkarkontakt is, in words.
use super::term::{InWords, factor, term};
use crate::{state::PageCatalogue, text::Texts};
use model::{
    sex::Sex,
    staffing::item::{Activity, DoctorKind, Duty, Group, Item, ST_YEARS},
    term::Staffed,
};

/// A kind of doctors, in the plural and within a sentence.
pub fn kind(texts: Texts, kind: DoctorKind) -> String {
    match kind {
        DoctorKind::Specialist => texts.kind_specialist().to_owned(),
        DoctorKind::St(ST_YEARS) => texts.kind_st_last().to_owned(),
        DoctorKind::St(year) => texts.kind_st(&year.to_string()),
        DoctorKind::StAny => texts.kind_st_any().to_owned(),
        DoctorKind::Other => texts.kind_other().to_owned(),
        DoctorKind::Locum => texts.kind_locum().to_owned(),
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
pub fn item(texts: Texts, catalogue: &PageCatalogue, of: &Item) -> String {
    match of {
        Item::Heads(of) => texts.item_heads(&kind(texts, *of)),
        Item::Fte(of) => texts.item_fte(&kind(texts, *of)),
        Item::Cover(of) => texts.item_cover(&kind(texts, *of)),
        Item::Duty(of, to) => texts.item_duty(duty(texts, *to), group(texts, *of)),
        Item::Workload(Sex::Woman, age) => texts.item_workload_women(&age.to_string()),
        Item::Workload(Sex::Man, age) => texts.item_workload_men(&age.to_string()),
        Item::WorkloadOf(id) => texts.item_workload_of(&factor(texts, catalogue, id)),
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

/// A figure of Fast läkarkontakt beyond the short calculation.
pub fn staffed(t: Texts, catalogue: &PageCatalogue, figure: &Staffed) -> String {
    match figure {
        Staffed::Given(of) => item(t, catalogue, of),
        Staffed::DutyFte(Item::Duty(of, to)) => t.staff_duty_fte(duty(t, *to), group(t, *of)),
        Staffed::Reference(of) => t.staff_reference(&staffed(t, catalogue, of)),
        Staffed::Plan(of, year) => t.plan_in(&of.in_words(t, catalogue).unwrap_or_default(), &year.to_string()),
        Staffed::Of(name, of) => t.staff_of(&term(t, catalogue, of), name.as_str()),
        Staffed::ClosedBy(name) => t.staff_of(t.staff_closed(), name.as_str()),
        Staffed::AllPractices(of) => t.staff_of(&term(t, catalogue, of), t.staff_all_practices()),
        Staffed::CoveragePercentile(50) => t.staffregion_median().to_owned(),
        own => own.in_words(t, catalogue).unwrap_or_default(),
    }
}
