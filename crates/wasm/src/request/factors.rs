//! Objects whose members are ids of a model's factors. Knows nothing of what is given for each.
use super::place::Place;
use crate::problem::{Code, Problems, Read, Told};
use model::entries::Entries;
use model::{id::Id, payment_model::PaymentModel};

/// Every member by its factor, which the model must pay for.
pub fn by_factor<T>(
    place: &Place<'_>,
    model: Option<&PaymentModel>,
    read: impl Fn(&Place<'_>, &mut Problems) -> Read<T>,
    problems: &mut Problems,
) -> Read<Entries<Id, T>> {
    let members = place.members("an object with a member for each factor", problems)?;
    let rows: Vec<Read<(Id, T)>> = members
        .iter()
        .map(|(name, member)| {
            let id = known(name, member, model, problems);
            let value = read(member, problems);
            Ok((id?, value?))
        })
        .collect();
    rows.into_iter().collect()
}

fn known(name: &str, member: &Place<'_>, model: Option<&PaymentModel>, problems: &mut Problems) -> Read<Id> {
    let Some(model) = model else { return Ok(Id::new(name)) };
    let ids = factor_ids(model);
    ids.iter()
        .find(|id| id.as_str() == name)
        .cloned()
        .ok_or_else(|| unknown(Code::UnknownFactor, member, &ids, problems))
}

/// Tells that the model lacks an id, and which it has.
pub fn unknown(code: Code, place: &Place<'_>, ids: &[Id], problems: &mut Problems) -> Told {
    let known = ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
    let message = match ids {
        [] => "names a condition, but the model pays for none; leave it out".to_owned(),
        _ => format!("is nothing that the model pays for; it has {known}"),
    };
    problems.tell(place.problem(code, message).with("known", known))
}

fn factor_ids(model: &PaymentModel) -> Vec<Id> {
    model.case_mix().map(|mix| mix.factors().map(|factor| factor.id.clone()).collect()).unwrap_or_default()
}
