//! A case mix as Rust.
use crate::{
    cite::{Cites, decimal},
    emit::{bands, classes, option, sex, text, word},
};
use model::{
    case_mix::{
        CaseMix, ConditionSet, CountRule, CountTerm, Interaction, Normalisation, Reference, SignRule, WeightUnit,
    },
    cell::PerCell,
    condition::{Condition, Limits},
    count::Count,
    proxy::{Comparison, DrugMeasure, Proxy},
};
use proc_macro2::TokenStream;
use quote::quote;

/// The case mix with its rules and its reference population.
pub fn case_mix(mix: &CaseMix, cites: &Cites) -> TokenStream {
    let conditions = mix.conditions.iter().map(|c| condition(c, &mix.reference, cites));
    let groups = mix.groups.iter().map(|group| {
        let (id, name) = (group.id.as_str(), text(&group.name));
        quote!((#id, #name))
    });
    let (combine, preconditions, hierarchy) = rules(mix);
    let interactions = mix.interactions.iter().map(|i| interaction(i, cites));
    let counts = mix.counts.iter().map(|c| count(c, cites));
    let (unit, sign, normalisation) = (unit(&mix.unit, cites), sign(mix.sign), normalisation(mix.normalisation));
    let reference = reference(&mix.reference, cites);
    quote!(Mix {
        conditions: &[#(#conditions),*], groups: &[#(#groups),*], combine: #combine, preconditions: #preconditions,
        hierarchy: #hierarchy, interactions: &[#(#interactions),*], counts: &[#(#counts),*], unit: #unit,
        sign: SignRule::#sign, normalisation: Normalisation::#normalisation, reference: #reference
    })
}

fn condition(condition: &Condition, reference: &Reference, cites: &Cites) -> TokenStream {
    let (id, name, group) = (condition.id.as_str(), text(&condition.name), condition.group.as_str());
    let (limits, weight) = (limits(condition.limits), cites.figure(&condition.weight));
    let proxies = condition.proxies.iter().map(proxy);
    let affected = option(reference.affected.get(&condition.id).map(persons));
    let cited = option(reference.affected_citations.get(&condition.id).map(|citation| cites.cite(citation)));
    quote!(Condition {
        id: #id, name: #name, group: #group, proxies: &[#(#proxies),*], limits: #limits, weight: #weight,
        affected: #affected, affected_citation: #cited
    })
}

fn limits(limits: Limits) -> TokenStream {
    let from = option(limits.from_age.map(|age| quote!(#age)));
    let to = option(limits.to_age.map(|age| quote!(#age)));
    let only = option(limits.sex.map(|only| {
        let only = sex(only);
        quote!(Sex::#only)
    }));
    quote!(Limits { from_age: #from, to_age: #to, sex: #only })
}

fn proxy(proxy: &Proxy) -> TokenStream {
    let (include, exclude) = (classes(&proxy.include), classes(&proxy.exclude));
    let measure = word(match proxy.trigger.measure {
        DrugMeasure::Dispensings => "Dispensings",
        DrugMeasure::Packages => "Packages",
        DrugMeasure::Ddd => "Ddd",
    });
    let comparison = word(match proxy.trigger.comparison {
        Comparison::AtLeast => "AtLeast",
        Comparison::MoreThan => "MoreThan",
    });
    let (threshold, window_months) = (decimal(proxy.trigger.threshold), proxy.trigger.window_months);
    quote!(Drugs { include: #include, exclude: #exclude, trigger: Trigger {
        measure: DrugMeasure::#measure, comparison: Comparison::#comparison, threshold: #threshold,
        window_months: #window_months
    } })
}

fn set(set: ConditionSet) -> TokenStream {
    let positions = set.positions();
    quote!(&[#(#positions),*])
}

fn rules(mix: &CaseMix) -> (TokenStream, TokenStream, TokenStream) {
    let combine = mix.combine.iter().map(|rule| (set(rule.all), rule.becomes));
    let preconditions = mix.preconditions.iter().map(|rule| (set(rule.unless_any), rule.condition));
    let hierarchy = mix.hierarchy.iter().map(|rule| (set(rule.drops), rule.parent));
    (pairs(combine), pairs(preconditions), pairs(hierarchy))
}

fn pairs(rules: impl Iterator<Item = (TokenStream, usize)>) -> TokenStream {
    let rules = rules.map(|(set, position)| quote!((#set, #position)));
    quote!(&[#(#rules),*])
}

fn interaction(interaction: &Interaction, cites: &Cites) -> TokenStream {
    let (id, name, weight) = (interaction.id.as_str(), text(&interaction.name), cites.figure(&interaction.weight));
    let groups = interaction.groups.iter().map(|group| set(*group));
    quote!(Interaction { id: #id, name: #name, groups: &[#(#groups),*], weight: #weight })
}

fn count(term: &CountTerm, cites: &Cites) -> TokenStream {
    let (id, name, weight) = (term.id.as_str(), text(&term.name), cites.figure(&term.weight));
    let rule = match term.rule {
        CountRule::Exactly(n) => quote!(model::case_mix::CountRule::Exactly(#n)),
        CountRule::AtLeast(n) => quote!(model::case_mix::CountRule::AtLeast(#n)),
    };
    quote!(CountTerm { id: #id, name: #name, rule: #rule, weight: #weight })
}

fn unit(unit: &WeightUnit, cites: &Cites) -> TokenStream {
    match unit {
        WeightUnit::Kronor => quote!(None),
        WeightUnit::Points { reference_weight, reference_rate } => {
            let (weight, rate) = (cites.figure(reference_weight), cites.figure(reference_rate));
            quote!(Some((#weight, #rate)))
        }
    }
}

fn sign(sign: SignRule) -> proc_macro2::Ident {
    word(match sign {
        SignRule::NonNegative => "NonNegative",
        SignRule::Signed => "Signed",
    })
}

fn normalisation(normalisation: Normalisation) -> proc_macro2::Ident {
    word(match normalisation {
        Normalisation::None => "None",
        Normalisation::ScalarToBudget => "ScalarToBudget",
        Normalisation::PerCellNeutral => "PerCellNeutral",
    })
}

fn reference(reference: &Reference, cites: &Cites) -> TokenStream {
    let (id, name, bands) = (reference.id.as_str(), text(&reference.name), bands(reference.listed.bands()));
    let (listed, citation) = (persons(&reference.listed), cites.cite(&reference.citation));
    quote!(Population { id: #id, name: #name, bands: #bands, listed: #listed, citation: #citation })
}

/// How many, cell by cell.
pub fn persons(cells: &PerCell<Count>) -> TokenStream {
    let cells = cells.iter().map(|(_, count)| count.get());
    quote!(&[#(#cells),*])
}
