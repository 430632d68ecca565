//! What the build script wrote is what the files say.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use catalog::{ANDERS, Catalogue, JOHAN, Region, SKANE_2025, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{
    citation::{Citation, Status},
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    rows::RegionPractices,
    staffing::Guideline,
};
use schema::{Files, Library};
use std::{fs, path::Path, rc::Rc};

fn files() -> Files {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let names = |folder: &str| {
        let entries = fs::read_dir(root.join(folder)).unwrap().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
        files.map(|entry| format!("{folder}{}", entry.file_name().to_str().unwrap())).collect::<Vec<_>>()
    };
    let all = ["", "models/", "populations/", "regions/"].into_iter().flat_map(names);
    all.map(|name| (name.clone(), fs::read_to_string(root.join(name)).unwrap())).collect()
}

fn library() -> Library {
    schema::read(&files()).unwrap()
}

#[test]
fn models_sources_and_guideline_are_those_of_the_files() {
    let (catalogue, library) = (catalog::shipped(), library());
    assert_eq!(catalogue.models, library.catalogue.models);
    assert_eq!(catalogue.sources, library.catalogue.sources);
    assert_eq!(catalogue.guideline, library.catalogue.guideline);
    assert_eq!(catalog::staffing(), library.staffing);
}

#[test]
fn persons_and_notes_are_those_of_the_files() {
    let (catalogue, library) = (catalog::shipped(), library());
    assert_eq!(catalogue.persons.len(), library.catalogue.persons.len());
    for (a, b) in catalogue.persons.iter().zip(&*library.catalogue.persons) {
        assert_eq!((&a.id, &a.name, &a.about, a.sex, a.age), (&b.id, &b.name, &b.about, b.sex, b.age));
        assert_eq!((&a.dispensed, &a.remark, &a.citation), (&b.dispensed, &b.remark, &b.citation));
    }
    assert_eq!(catalogue.inconsistencies.len(), library.catalogue.inconsistencies.len());
    for (a, b) in catalogue.inconsistencies.iter().zip(&library.catalogue.inconsistencies) {
        assert_eq!((&a.id, &a.text, &a.citation), (&b.id, &b.text, &b.citation));
    }
    assert_eq!(catalogue.left_out.len(), library.catalogue.left_out.len());
    for (a, b) in catalogue.left_out.iter().zip(&library.catalogue.left_out) {
        assert_eq!((&a.model, &a.id, &a.name, &a.classes), (&b.model, &b.id, &b.name, &b.classes));
        assert_eq!((&a.reason, &a.citation), (&b.reason, &b.citation));
    }
}

#[test]
fn regions_and_their_numbers_are_those_of_the_files() {
    let library = library();
    assert_eq!(catalog::regions(), library.regions);
    assert_eq!(catalog::synthetic(), library.synthetic);
    assert!(catalog::synthetic().iter().all(|row| row.value.citation.status == Status::Illustrative));
}

/// As the document has them; their sum was added up by hand.
#[test]
fn kronoberg_has_its_lists_and_skane_made_up_ones() {
    let regions = catalog::regions();
    let [kronoberg, skane] = regions.as_slice() else { panic!("two regions") };
    let RegionPractices::Lists { lists, .. } = &kronoberg.practices else { panic!("real lists") };
    assert_eq!(lists.len(), 32);
    assert_eq!(lists.iter().map(|list| list.value.get()).sum::<u32>(), 201_669);
    let last = lists.last().unwrap();
    assert_eq!((last.value.get(), last.citation.lines), (3579, Some((259, 259))));
    let RegionPractices::Drawn { practices, listed, .. } = &skane.practices else { panic!("made-up practices") };
    assert_eq!((*practices, listed.value.get()), (180, 1_400_000));
    let persons = |region: &Region| region.population.persons.iter().map(|(_, n)| n.get()).sum::<u32>();
    assert_eq!((persons(kronoberg), persons(skane)), (191_369, 1_303_627));
}

#[test]
fn every_named_id_is_there() {
    let catalogue = catalog::shipped();
    let models: Vec<_> = catalogue.models.iter().map(|model| model.id.as_str()).collect();
    assert_eq!(models, [SKANE_2025, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE]);
    assert!([JOHAN, ANDERS].iter().all(|id| catalogue.person(&Id::new(id)).is_some()));
    assert_eq!(catalogue.model(&Id::new("skane-1900")), None);
}

#[test]
fn every_citation_names_a_source_and_a_heading() {
    let catalogue = catalog::shipped();
    let citations = citations(&catalogue);
    assert!(citations.len() > 200, "{}", citations.len());
    for citation in citations {
        assert!(catalogue.source(&citation.source).is_some(), "{}", citation.source);
        assert!(!citation.heading.is_empty());
        assert!(citation.lines.is_none_or(|(first, last)| first <= last));
    }
}

fn citations(catalogue: &Catalogue) -> Vec<Rc<Citation>> {
    let Guideline { specialist, st } = &catalogue.guideline;
    let models = catalogue.models.iter().flat_map(|model| of_model(model));
    let persons = catalogue.persons.iter().map(|person| &person.citation);
    let open = catalogue.inconsistencies.iter().map(|row| &row.citation);
    let left_out = catalogue.left_out.iter().map(|row| &row.citation);
    let regions = catalog::regions().into_iter().flat_map(|region| match region.practices {
        RegionPractices::Lists { lists, .. } => lists.into_iter().map(|list| list.citation).collect(),
        RegionPractices::Drawn { listed, .. } => vec![listed.citation],
    });
    let models = models.chain(regions);
    let others = persons.chain(open).chain(left_out).chain([&specialist.citation, &st.citation]).cloned();
    models.chain(others).collect()
}

fn of_model(model: &PaymentModel) -> Vec<Rc<Citation>> {
    let mut all = vec![Rc::clone(&model.citation), Rc::clone(&model.cost_share.citation)];
    all.extend(model.capitation().into_iter().flat_map(|t| t.rates.iter().map(|(_, rate)| Rc::clone(&rate.citation))));
    if let Some(mix) = model.case_mix() {
        all.extend(mix.factors().map(|factor| Rc::clone(&factor.weight.citation)));
        all.extend(mix.reference.affected_citations.values().cloned());
        all.push(Rc::clone(&mix.reference.citation));
    }
    all
}

#[test]
fn the_guideline_is_a_guideline_and_our_reading_of_it_is_told() {
    let guideline = catalog::shipped().guideline;
    for (parameter, persons) in [(&guideline.specialist, 1100), (&guideline.st, 550)] {
        assert_eq!(parameter.value.decimal(), persons.into());
        assert_eq!(parameter.citation.status, Status::Guideline);
        assert!(parameter.citation.note.as_ref().unwrap().sv.contains("Vår läsning: per heltid"));
    }
}

#[test]
fn figures_of_one_citation_share_it() {
    let catalogue = catalog::shipped();
    let rates = |id: &str| {
        let model = catalogue.model(&Id::new(id)).unwrap();
        model.capitation().unwrap().rates.iter().map(|(_, rate)| Rc::clone(&rate.citation)).collect::<Vec<_>>()
    };
    for (a, b) in rates(SKANE_2026).iter().zip(rates(SKANE_PROPOSAL)) {
        assert!(Rc::ptr_eq(a, &b));
    }
}

#[test]
fn what_a_region_has_published_is_quoted_with_its_line() {
    let results = catalog::results();
    let [result] = results.as_slice() else { panic!("one result") };
    assert_eq!(
        (result.citation.source.as_str(), result.citation.lines),
        ("skane-halsoval-2026-05-07", Some((461, 461)))
    );
    assert!(result.text.sv.starts_with('”') && result.text.sv.ends_with('”'), "in the region's own words");
    assert_eq!(library().results, results);
}

/// What a body that decides has decided, and nothing else: the two tables, their cost shares and the regulations.
#[test]
fn only_decisions_are_called_decided() {
    let catalogue = catalog::shipped();
    let decided = citations(&catalogue).into_iter().filter(|citation| citation.status == Status::Decided);
    let mut places: Vec<String> =
        decided.map(|citation| format!("{}: {}", citation.source, citation.heading)).collect();
    places.sort();
    places.dedup();
    let table = "skane-halsoval-2026-05-07: Läkemedelsersättning";
    let share = "skane-halsoval-2026-05-07: Kostnadsansvar och ersättning för läkemedel";
    assert_eq!(places, [share, table]);
    // what a note says the document does not name is no decision in it
    let unsaid = ["nämner inte", "anger inte", "anger ingen", "anger inget", "Vår läsning"];
    let says_less = |citation: &&Rc<Citation>| {
        citation.note.as_ref().is_some_and(|note| unsaid.iter().any(|words| note.sv.contains(words)))
    };
    let wider = citations(&catalogue).into_iter().filter(|citation| citation.status == Status::Decided);
    assert_eq!(wider.filter(|citation| says_less(&citation)).count(), 0);
    let earlier = catalogue.model(&Id::new(SKANE_2025)).unwrap();
    assert_eq!(earlier.cost_share.citation.status, Status::Reading, "the document does not name 2025");
    let staffing = catalog::staffing().numbers;
    let decided = staffing.iter().filter(|(_, number)| number.citation.status == Status::Decided);
    let decided: Vec<_> =
        decided.map(|(item, number)| (item.key(), number.citation.source.as_str().to_owned())).collect();
    assert_eq!(decided, [("stLength".to_owned(), "hslf-fs-2021-8".to_owned())]);
}

#[test]
fn counts_are_reported_and_readings_are_called_ours() {
    let catalogue = catalog::shipped();
    let status = |id: &str| {
        let row = catalogue.inconsistencies.iter().find(|row| row.id.as_str() == id);
        row.unwrap_or_else(|| panic!("no row {id}")).citation.status
    };
    for id in ["over-hundra", "andel-i-tabellen", "invanare-listade", "per-heltid", "samma-medelvarde", "baslakemedel"]
    {
        assert_eq!(status(id), Status::Reading, "{id}");
    }
    for id in ["kvoter", "bvc-antal", "arbetstid-till-annat", "handlingsplan-2027"] {
        assert_eq!(status(id), Status::Reported, "{id}");
    }
    for region in catalog::regions() {
        assert_eq!(region.population.citation.status, Status::Reported, "{}", region.id);
    }
    for id in [SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE] {
        let model = catalogue.model(&Id::new(id)).unwrap();
        assert_eq!(model.cost_share.citation.status, Status::Reading, "70 % is for 2026");
        assert_eq!(model.case_mix().unwrap().reference.citation.status, Status::Reported);
    }
    let citations = citations(&catalogue);
    let readings = citations.iter().filter(|citation| citation.status == Status::Reading);
    let rows: Vec<_> = catalogue.inconsistencies.iter().map(|row| &row.citation).collect();
    let noted = |citation: &&Rc<Citation>| citation.note.is_some() || rows.iter().any(|row| Rc::ptr_eq(row, citation));
    assert!(
        readings.clone().count() > 8 && readings.clone().all(|reading| noted(&reading)),
        "a reading says what it reads"
    );
}

/// The proposals redistribute the amounts of 2026; the table of 2025 is for the costs of 2025.
#[test]
fn models_are_for_the_costs_of_a_year() {
    let catalogue = catalog::shipped();
    let years = catalogue.models.iter().map(|model| (model.id.as_str(), model.year, model.cost_year));
    let expected = [
        (SKANE_2025, 2025, 2025),
        (SKANE_2026, 2026, 2026),
        (SKANE_PROPOSAL, 2027, 2026),
        (SKANE_PROPOSAL_FIVE, 2027, 2026),
    ];
    assert_eq!(years.collect::<Vec<_>>(), expected);
}
