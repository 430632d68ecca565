//! What must be known of each listed person. Knows nothing of how it is collected.
use model::{payment_model::PaymentModel, proxy::Proxy};

/// The facts that a model takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Practicality {
    /// Which list the person stands on: one, always.
    pub list: u32,
    /// Age and sex: two, or none for a model that asks for neither.
    pub age_and_sex: u32,
    /// Conditions that are looked for.
    pub conditions: u32,
    /// Triggers: ways for collected drugs to show a condition, each with a measure, a threshold and a window.
    pub triggers: u32,
    /// Drug classes that count for some condition, each once.
    pub classes: u32,
    /// Drug classes that are excepted for some condition, each once.
    pub exceptions: u32,
}

impl Practicality {
    /// The facts for each person: list, age and sex, and what was collected of each class that is named.
    pub fn facts(&self) -> u32 {
        self.list + self.age_and_sex + self.classes + self.exceptions
    }

    pub(super) fn of(model: &PaymentModel) -> Self {
        let conditions = || model.case_mix().into_iter().flat_map(|mix| &mix.conditions);
        let proxies = || conditions().flat_map(|condition| &condition.proxies);
        let limited = conditions().any(|condition| condition.limits != Default::default());
        let by_age_and_sex = limited || model.capitation().is_some();
        Self {
            list: 1,
            age_and_sex: if by_age_and_sex { 2 } else { 0 },
            conditions: count(conditions().count()),
            triggers: count(proxies().count()),
            classes: distinct(proxies(), |proxy| &proxy.include),
            exceptions: distinct(proxies(), |proxy| &proxy.exclude),
        }
    }
}

fn distinct<'a>(proxies: impl Iterator<Item = &'a Proxy>, of: fn(&Proxy) -> &Vec<model::atc::AtcCode>) -> u32 {
    let mut classes: Vec<_> = proxies.flat_map(of).collect();
    classes.sort_unstable();
    classes.dedup();
    count(classes.len())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
