//! A small reader of the TypeScript text, and the check that a value is of a declared type: every member that is
//! declared is there, and none that is not.
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// The declarations by name.
pub struct Types {
    interfaces: BTreeMap<String, Interface>,
    aliases: BTreeMap<String, String>,
}

/// The members of an interface.
#[derive(Default)]
pub struct Interface {
    extends: Option<String>,
    members: Vec<Member>,
}

/// One declared member.
#[derive(Clone)]
pub struct Member {
    pub name: String,
    pub optional: bool,
    of: String,
}

impl Types {
    /// Reads the declarations that the crate ships.
    pub fn shipped() -> Self {
        let text = without_comments(wasm::TYPES);
        let mut types = Self { interfaces: BTreeMap::new(), aliases: BTreeMap::new() };
        for declaration in text.split("export ").map(str::trim).filter(|part| !part.is_empty()) {
            if let Some(rest) = declaration.strip_prefix("interface ") {
                let (name, interface) = interface(rest);
                types.interfaces.insert(name, interface);
            } else {
                let alias = declaration.strip_prefix("type ").expect(declaration);
                let (name, of) = alias.trim_end_matches(';').split_once('=').expect(alias);
                types.aliases.insert(name.trim().to_owned(), of.trim().to_owned());
            }
        }
        types
    }

    /// The members of an interface, those it inherits first.
    pub fn members(&self, name: &str) -> Vec<Member> {
        let interface = &self.interfaces[name];
        let inherited = interface.extends.as_deref().map(|parent| self.members(parent)).unwrap_or_default();
        [inherited, interface.members.clone()].concat()
    }

    /// The texts that an alias allows.
    pub fn texts(&self, alias: &str) -> Vec<String> {
        alternatives(&self.aliases[alias]).iter().map(|text| text.trim_matches('"').to_owned()).collect()
    }

    /// What keeps the value from being of the type; nothing if it is.
    pub fn problems(&self, value: &Json, of: &str) -> Vec<String> {
        let tried: Vec<Vec<String>> = alternatives(of).iter().map(|of| self.single(value, of)).collect();
        if tried.iter().any(Vec::is_empty) { Vec::new() } else { tried.concat() }
    }

    fn single(&self, value: &Json, of: &str) -> Vec<String> {
        if let Some(item) = of.strip_suffix("[]") {
            let Some(items) = value.as_array() else { return wrong(value, of) };
            return items.iter().flat_map(|value| self.problems(value, item)).collect();
        }
        if let Some(item) = of.strip_prefix("Record<string, ").and_then(|rest| rest.strip_suffix('>')) {
            let Some(members) = value.as_object() else { return wrong(value, of) };
            return members.values().flat_map(|value| self.problems(value, item)).collect();
        }
        if self.interfaces.contains_key(of) {
            return self.interface(value, of);
        }
        match self.aliases.get(of) {
            Some(alias) if self.problems(value, alias).is_empty() && decimal_if_wanted(value, of) => Vec::new(),
            None if primitive(value, of) => Vec::new(),
            _ => wrong(value, of),
        }
    }

    fn interface(&self, value: &Json, name: &str) -> Vec<String> {
        let Some(object) = value.as_object() else { return wrong(value, name) };
        let members = self.members(name);
        let extra = object.keys().filter(|key| !members.iter().any(|member| member.name == **key));
        let extra = extra.map(|key| format!("{name} does not declare {key}"));
        let declared = members.iter().flat_map(|member| match object.get(&member.name) {
            Some(value) => self.problems(value, &member.of),
            None if member.optional => Vec::new(),
            None => vec![format!("{name} declares {}, which is not there", member.name)],
        });
        extra.chain(declared).collect()
    }
}

fn wrong(value: &Json, of: &str) -> Vec<String> {
    vec![format!("{value} is no {of}")]
}

fn primitive(value: &Json, of: &str) -> bool {
    match of {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        literal => serde_json::from_str::<Json>(literal).is_ok_and(|literal| literal == *value),
    }
}

fn decimal_if_wanted(value: &Json, of: &str) -> bool {
    of != "DecimalString" || value.as_str().is_some_and(|text| text.parse::<rust_decimal::Decimal>().is_ok())
}

fn alternatives(of: &str) -> Vec<&str> {
    of.split('|').map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn interface(declaration: &str) -> (String, Interface) {
    let (head, body) = declaration.split_once('{').expect(declaration);
    let (name, extends) = match head.split_once(" extends ") {
        Some((name, parent)) => (name, Some(parent.trim().to_owned())),
        None => (head, None),
    };
    let body = body.rsplit_once('}').expect(declaration).0;
    let members = body.split(';').map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let (name, of) = line.split_once(':').expect(line);
        let of = of.trim().to_owned();
        Member { name: name.trim_end_matches('?').to_owned(), optional: name.ends_with('?'), of }
    });
    (name.trim().to_owned(), Interface { extends, members: members.collect() })
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/**");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("*/").expect("a comment ends").1)
}
