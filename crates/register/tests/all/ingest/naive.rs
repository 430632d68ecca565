//! A person list read in the plainest way, to hold the quick one against: the whole file at once, letter by letter.

/// Persons as `super::persons` writes them, and how many rows were left out. The header is
/// `vardcentral;kon;alder;tillstand:diabetes+kol+astma;kostnad`.
pub fn read(file: &[u8]) -> (Vec<String>, u64) {
    let (mut persons, mut left_out, mut names) = (Vec::new(), 0, Vec::<String>::new());
    for line in file.split(|byte| *byte == b'\n').skip(1) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        match std::str::from_utf8(line).ok().and_then(fields).and_then(|fields| person(&fields, &mut names)) {
            Some(person) => persons.push(person),
            None => left_out += 1,
        }
    }
    (persons, left_out)
}

fn fields(line: &str) -> Option<Vec<String>> {
    let mut fields = Vec::new();
    let mut letters = line.chars().peekable();
    loop {
        let mut field = String::new();
        while letters.next_if(|c| matches!(c, ' ' | '\t')).is_some() {}
        if letters.next_if_eq(&'"').is_some() {
            loop {
                match letters.next()? {
                    '"' if letters.next_if_eq(&'"').is_some() => field.push('"'),
                    '"' => break,
                    letter => field.push(letter),
                }
            }
        }
        let mut rest = String::new();
        while let Some(letter) = letters.next_if(|c| *c != ';') {
            rest.push(letter);
        }
        field.push_str(rest.trim_end_matches([' ', '\t']));
        fields.push(field);
        if letters.next().is_none() {
            return Some(fields);
        }
    }
}

fn person(fields: &[String], names: &mut Vec<String>) -> Option<String> {
    let [practice, sex, age, mask, cost] = fields else { return None };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let fits = !practice.is_empty() && practice.len() <= 200 && !fields.iter().any(|field| field.contains('\0'));
    // a plain letter may stand for an accented one, so that an accented one is read as the plain
    let sex_field = sex;
    let sex = sex.to_lowercase().replace(['å', 'ä'], "a").replace('ö', "o").replace('é', "e");
    let sex: String = sex.chars().filter(|c| c.is_alphanumeric()).collect();
    let sex = match sex.as_str() {
        "k" | "kv" | "kvinna" | "kvinnor" | "f" | "female" | "woman" | "women" => "K",
        "m" | "p" | "man" | "male" | "men" => "M",
        "1" if sex_field == "1" => "M",
        "2" if sex_field == "2" => "K",
        _ => return None,
    };
    // a letter for years after an age
    let age = age.strip_suffix(['y', 'Y']).unwrap_or(age);
    let age: u8 = age.parse().ok().filter(|n| *n < 128 && digits(age) && age.len() <= 3)?;
    // a hyphen alone is no condition
    let mask = if *mask == "-" { "0" } else { mask };
    let mask: u64 = mask.parse().ok().filter(|n| *n < 8 && digits(mask) && mask.len() <= 20)?;
    let (kronor, part) = cost.split_once([',', '.']).unwrap_or((cost, "0"));
    // spaces between thousands
    let thousands: Vec<&str> = kronor.split(' ').collect();
    let is_grouped = thousands.iter().skip(1).all(|group| group.len() == 3) && thousands[0].len() <= 3;
    let kronor = &if is_grouped { thousands.concat() } else { kronor.to_owned() };
    let good = fits && digits(kronor) && digits(part) && part.len() <= 2;
    let cost = format!("{kronor}{part:0<2}").parse::<u128>().ok().filter(|cost| good && *cost <= 4_294_967_295)?;
    let ids = ["diabetes", "kol", "astma"].into_iter().enumerate().filter(|(i, _)| mask >> i & 1 == 1);
    let ids: Vec<&str> = ids.map(|(_, id)| id).collect();
    let ids = if ids.is_empty() { "-".to_owned() } else { ids.join("+") };
    // names that differ in capitals and spaces are one
    let folded = |name: &str| name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let known = names.iter().find(|name| folded(name) == folded(practice)).cloned();
    let practice = known.unwrap_or_else(|| {
        names.push(practice.clone());
        practice.clone()
    });
    Some(format!("{practice} {sex} {age} {ids} {cost}"))
}
