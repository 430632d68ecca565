//! Model files of many conditions that are nobody's, and lists of persons written by ids. Knows nothing of the command.

const HEAD: &str = r#"year = 2027
status = "proposed"
name = { sv = "Bred modell", en = "Wide model" }
citation = { source = "viktat-exempel", heading = "Exempelvikter", status = "illustrative" }

[about]
sv = "En modell med många tillstånd."
en = "A model of many conditions."

[cost_share]
value = "0.70"
citation = { source = "viktat-exempel", heading = "Exempelvikter", status = "illustrative" }

[capitation]
cells_from = "skane-2026"

[case_mix]
unit = "kronor"
sign = "non_negative"
normalisation = "none"
population = "skane-2015"

[[case_mix.group]]
id = "alla"
name = { sv = "Alla", en = "All" }
"#;

const CONDITION: &str = r#"
[[case_mix.condition]]
id = "ID"
name = { sv = "ID", en = "ID" }
group = "alla"
proxies = [{ include = ["A10A"], trigger = { measure = "dispensings", at_least = "2", window_months = 12 } }]

[case_mix.condition.weight]
value = "1"
citation = { source = "viktat-exempel", heading = "Exempelvikter", status = "illustrative" }
derivation = { sv = "Påhittad.", en = "Made up." }

[case_mix.condition.prevalence]
women = [[0, "1"], [100, "1"]]
men = [[0, "1"], [100, "1"]]
citation = { source = "viktat-exempel", heading = "Exempelkurvor för förekomst", status = "illustrative" }
"#;

/// A model of so many conditions, whose ids begin with the model's.
pub fn model(id: &str, conditions: usize) -> String {
    let rows: Vec<String> = (0..conditions).map(|i| CONDITION.replace("ID", &format!("{id}_{i}"))).collect();
    ["id = \"", id, "\"\n", HEAD, &rows.concat()].concat()
}

/// The ids of each row's conditions, of a list with numbers whose bits are conditions.
pub fn ids(file: &str) -> Vec<Vec<String>> {
    let mut lines = file.lines();
    let named =
        |heading: &str| heading.strip_prefix("tillstand:").map(|ids| ids.split('+').map(str::to_owned).collect());
    let columns: Vec<Option<Vec<String>>> = lines.next().unwrap().split(';').map(named).collect();
    let of = |(field, ids): (&str, &Option<Vec<String>>)| -> Vec<String> {
        let bits: u64 = ids.as_ref().map_or(0, |_| field.parse().unwrap());
        let there = ids.iter().flatten().enumerate().filter(|(place, _)| bits >> place & 1 == 1);
        there.map(|(_, id)| id.clone()).collect()
    };
    lines.map(|line| line.split(';').zip(&columns).flat_map(of).collect()).collect()
}

/// The same list with the ids themselves, as a column that names them; and a column of other conditions, which nobody has.
pub fn by_ids(file: &str, others: &str) -> String {
    let headings: Vec<&str> = file.lines().next().unwrap().split(';').collect();
    let cost = headings.iter().position(|heading| *heading == "kostnad").unwrap();
    let rows = file.lines().skip(1).zip(ids(file)).map(|(line, ids)| {
        let fields: Vec<&str> = line.split(';').collect();
        let ids = if ids.is_empty() { "0".to_owned() } else { ids.join("+") };
        [&fields[..3].join(";"), ";", &ids, ";0;", fields[cost], "\n"].concat()
    });
    let named = headings.iter().find(|heading| heading.starts_with("tillstand:")).unwrap();
    format!("vardcentral;kon;alder;{named};tillstand:{others};kostnad\n{}", rows.collect::<String>())
}
