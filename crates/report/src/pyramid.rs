//! A list's ages and sexes as shares, beside the reference population's. Knows nothing of what is drawn.
use model::{
    age::{Age, AgeBand},
    case_mix::Reference,
    cell::{Cell, PerCell},
    count::Count,
    measure::{Persons, Share},
    sex::Sex,
    term::Term,
    trace::Traced,
};

/// One age band: women, then men.
#[derive(Clone, Debug, PartialEq)]
pub struct PyramidBand {
    /// The ages.
    pub band: AgeBand,
    /// Shares of the whole list.
    pub own: [Traced<Share>; 2],
    /// Shares of the whole reference population.
    pub reference: [Traced<Share>; 2],
}

/// Every band, the youngest first; `None` when nobody is listed or the reference has other bands.
pub fn pyramid(listed: &PerCell<Count>, reference: &Reference) -> Option<Vec<PyramidBand>> {
    let own = listed.map(|cell, count| Traced::input(Term::Listed(cell), count.persons()));
    let known = listed.map(|cell, _| reference.listed_in(cell));
    let known: Option<Vec<_>> = known.iter().map(|(_, persons)| persons.clone()).collect();
    let known = PerCell::from_values(listed.bands(), known?)?;
    let own = shares(&own, &Traced::sum(Term::ListedTotal, own.iter().map(|(_, n)| n.clone())), Term::ListedShare)?;
    let all = Traced::sum(Term::ReferenceListedTotal, known.iter().map(|(_, n)| n.clone()));
    let known = shares(&known, &all, Term::ReferenceListedShare)?;
    let both = |table: &PerCell<Traced<Share>>, band: AgeBand| {
        let [women, men] = Sex::ALL.map(|sex| table.get(Cell { sex, band }).cloned());
        Some([women?, men?])
    };
    let band =
        |band: &AgeBand| Some(PyramidBand { band: *band, own: both(&own, *band)?, reference: both(&known, *band)? });
    listed.bands().bands().iter().map(band).collect()
}

/// The shares of the list and of the reference population in the bands from an age on.
pub fn older(bands: &[PyramidBand], from: Age) -> [Traced<Share>; 2] {
    let old = || bands.iter().filter(|band| band.band.low >= from);
    let own = old().flat_map(|band| band.own.iter().cloned());
    let reference = old().flat_map(|band| band.reference.iter().cloned());
    [Traced::sum(Term::ListedShareFrom(from), own), Traced::sum(Term::ReferenceListedShareFrom(from), reference)]
}

fn shares(
    persons: &PerCell<Traced<Persons>>,
    all: &Traced<Persons>,
    term: fn(Cell) -> Term,
) -> Option<PerCell<Traced<Share>>> {
    let shares: Option<Vec<_>> = persons.iter().map(|(cell, n)| n.divided_by(term(cell), all)).collect();
    PerCell::from_values(persons.bands(), shares?)
}
