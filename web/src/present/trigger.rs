//! How dispensed drugs show a condition, in words.
use super::amount::plain;
use crate::text::Texts;
use model::{
    atc::AtcCode,
    condition::Condition,
    proxy::{Comparison, DrugMeasure, Proxy, Trigger},
};

/// Every way in which the condition is shown; the classes once where the next way has the same.
pub fn triggers(texts: Texts, condition: &Condition) -> String {
    ways(texts, condition, trigger_text)
}

/// The same under a heading that says that it is over twelve months.
pub fn triggers_of_year(texts: Texts, condition: &Condition) -> String {
    let in_a_year = |proxy: &Proxy| proxy.trigger.window_months == 12;
    if condition.proxies.iter().all(in_a_year) {
        ways(texts, condition, short_text)
    } else {
        triggers(texts, condition)
    }
}

/// How much of the drugs, in words.
type Words = fn(Texts, Trigger) -> String;

fn ways(texts: Texts, condition: &Condition, how_much: Words) -> String {
    let before = [None].into_iter().chain(condition.proxies.iter().map(Some));
    let classes = |proxy: &Proxy| (proxy.include.clone(), proxy.exclude.clone());
    let words = |(proxy, before): (&Proxy, Option<&Proxy>)| match before.map(classes) == Some(classes(proxy)) {
        true => how_much(texts, proxy.trigger),
        false => proxy_text(texts, proxy, how_much),
    };
    let proxies: Vec<String> = condition.proxies.iter().zip(before).map(words).collect();
    proxies.join(&format!(" {} ", texts.trigger_or()))
}

fn proxy_text(texts: Texts, proxy: &Proxy, how_much: Words) -> String {
    let amount = how_much(texts, proxy.trigger);
    if proxy.exclude.is_empty() {
        texts.trigger_rule(&codes(&proxy.include), &amount)
    } else {
        texts.trigger_rule_except(&codes(&proxy.include), &codes(&proxy.exclude), &amount)
    }
}

fn codes(codes: &[AtcCode]) -> String {
    codes.iter().map(AtcCode::as_str).collect::<Vec<_>>().join(", ")
}

fn trigger_text(texts: Texts, trigger: Trigger) -> String {
    let (n, months) = (&plain(texts.lang, trigger.threshold), &trigger.window_months.to_string());
    match (trigger.comparison, trigger.measure) {
        (Comparison::AtLeast, DrugMeasure::Dispensings) => texts.trigger_dispensings(n, months),
        (Comparison::AtLeast, DrugMeasure::Packages) => texts.trigger_packages(n, months),
        (Comparison::AtLeast, DrugMeasure::Ddd) => texts.trigger_ddd(n, months),
        (Comparison::MoreThan, DrugMeasure::Dispensings) => texts.trigger_dispensings_over(n, months),
        (Comparison::MoreThan, DrugMeasure::Packages) => texts.trigger_packages_over(n, months),
        (Comparison::MoreThan, DrugMeasure::Ddd) => texts.trigger_ddd_over(n, months),
    }
}

fn short_text(texts: Texts, trigger: Trigger) -> String {
    let n = &plain(texts.lang, trigger.threshold);
    match (trigger.comparison, trigger.measure) {
        (Comparison::AtLeast, DrugMeasure::Dispensings) => texts.trigger_short_dispensings(n),
        (Comparison::AtLeast, DrugMeasure::Packages) => texts.trigger_short_packages(n),
        (Comparison::AtLeast, DrugMeasure::Ddd) => texts.trigger_short_ddd(n),
        (Comparison::MoreThan, DrugMeasure::Dispensings) => texts.trigger_short_dispensings_over(n),
        (Comparison::MoreThan, DrugMeasure::Packages) => texts.trigger_short_packages_over(n),
        (Comparison::MoreThan, DrugMeasure::Ddd) => texts.trigger_short_ddd_over(n),
    }
}
