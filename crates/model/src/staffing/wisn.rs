//! Workload Indicators of Staffing Need: heltid by what the work takes. WHO, Workload indicators of staffing need
//! (WISN), user's manual, 2010. A cross-check of the guideline.
use super::{
    item::{Activity, Item},
    situation::Situation,
    staff::Inputs,
};
use crate::{
    measure::{Factor, Fte, Hours, Share, Visits},
    term::{Staffed, Term},
    trace::Traced,
};

/// What the work comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wisn {
    /// Working time of one heltid in a year.
    pub working_time: Traced<Hours>,
    /// Hours of each activity that has a volume and a time.
    pub activities: Vec<(Activity, Traced<Hours>)>,
    /// Activities that have a volume without a time, so that nothing is known of their hours: to be said beside the answer.
    pub untimed: Vec<Activity>,
    /// Hours of all of them.
    pub hours: Traced<Hours>,
    /// Heltid for them, before allowances.
    pub basic: Traced<Fte>,
    /// Heltid when everybody's share of other work is taken off their time.
    pub with_shared: Traced<Fte>,
    /// Heltid with some doctors' own work as well.
    pub need: Traced<Fte>,
    /// Heltid there is by heltid needed; `None` when none is needed.
    pub ratio: Option<Traced<Factor>>,
    /// Heltid needed less heltid there is.
    pub gap: Traced<Fte>,
}

/// The activities, in the order in which they are shown.
pub const ACTIVITIES: [Activity; 4] = [Activity::Visits, Activity::Remote, Activity::Home, Activity::Papers];

/// Works the need out; `None` until there is a working time and an activity with volume and time, or when no time is
/// left.
pub fn wisn(of: &Inputs<'_>, situation: &Situation) -> Option<Wisn> {
    let term = Term::Staffing;
    let days: Traced<Factor> = of.above_zero(&Item::WorkDays)?;
    let working_time: Traced<Hours> =
        of.above_zero::<Hours>(&Item::WorkHours)?.times(term(Staffed::WorkingTime), &days);
    let activities: Vec<_> = ACTIVITIES.into_iter().filter_map(|activity| of.hours(activity)).collect();
    if activities.is_empty() {
        return None;
    }
    let hours = Traced::sum(term(Staffed::HoursOfAll), activities.iter().map(|(_, hours)| hours.clone()));
    let basic: Traced<Fte> = hours.divided_by(term(Staffed::BasicNeed), &working_time)?;
    let with_shared = match of.above_zero::<Share>(&Item::SharedWork) {
        None => basic.clone(),
        Some(share) => {
            let gone: Traced<Hours> = working_time.times(term(Staffed::SharedTime), &share);
            hours.divided_by(term(Staffed::NeedWithShared), &working_time.minus(term(Staffed::TimeLeft), &gone))?
        }
    };
    let need = match of.above_zero::<Hours>(&Item::OwnWork) {
        None => with_shared.clone(),
        Some(own) => {
            let own = own.divided_by(term(Staffed::OwnFte), &working_time)?;
            Traced::sum(term(Staffed::WisnNeed), [with_shared.clone(), own])
        }
    };
    let ratio = situation.time.divided_by(term(Staffed::WisnRatio), &need);
    let gap = need.minus(term(Staffed::WisnGap), &situation.time);
    let untimed = |activity: &Activity| {
        of.above_zero::<Visits>(&Item::Volume(*activity)).is_some()
            && of.above_zero::<Hours>(&Item::HoursEach(*activity)).is_none()
    };
    let untimed = ACTIVITIES.into_iter().filter(untimed).collect();
    Some(Wisn { working_time, activities, untimed, hours, basic, with_shared, need, ratio, gap })
}

impl Inputs<'_> {
    fn hours(&self, activity: Activity) -> Option<(Activity, Traced<Hours>)> {
        let volume: Traced<Visits> = self.above_zero(&Item::Volume(activity))?;
        let each: Traced<Hours> = self.above_zero(&Item::HoursEach(activity))?;
        Some((activity, volume.times(Term::Staffing(Staffed::HoursOf(activity)), &each)))
    }
}
