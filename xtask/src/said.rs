//! Which texts a linked module says itself: the methods of `Texts` that are defined in it, by the names that the linker
//! left. It does not know which part of the program a text belongs to.
use anyhow::{Context, Result};
use std::collections::BTreeSet;
use wasmparser::{
    BinaryReaderError, CustomSectionReader, ImportSectionReader, KnownCustom, Name, Parser, Payload, TypeRef,
};

/// How a method of `Texts` begins in a symbol, which has each name after its length; the method's own length follows.
const TEXTS: &str = "5Texts";

/// The names of the methods.
pub fn texts_of(module: &[u8]) -> Result<BTreeSet<String>> {
    let mut imported = 0;
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload.context("a part is no module")? {
            Payload::ImportSection(imports) => imported = functions_of(imports)?,
            Payload::CustomSection(section) => found.extend(methods(&section, imported)?),
            _ => {}
        }
    }
    Ok(found)
}

/// How many functions come from outside: they have the first numbers.
fn functions_of(imports: ImportSectionReader<'_>) -> Result<u32, BinaryReaderError> {
    let functions = imports.into_imports().filter(|import| {
        import.as_ref().map_or(true, |import| matches!(import.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)))
    });
    functions.map(|function| function.map(|_| 1)).sum()
}

/// The methods that the section names, if it is the one with the names.
fn methods(section: &CustomSectionReader<'_>, imported: u32) -> Result<Vec<String>, BinaryReaderError> {
    let mut found = Vec::new();
    let KnownCustom::Name(kinds) = section.as_known() else { return Ok(found) };
    for kind in kinds {
        let Name::Function(functions) = kind? else { continue };
        for function in functions {
            let function = function?;
            found.extend((function.index >= imported).then(|| method(function.name)).flatten());
        }
    }
    Ok(found)
}

/// The method of `Texts` that the symbol is of; not if it only leads to the method in another part.
fn method(symbol: &str) -> Option<String> {
    let (_, rest) = symbol.split_once(TEXTS).filter(|_| !symbol.contains(' '))?;
    let digits = rest.find(|letter: char| !letter.is_ascii_digit())?;
    let (length, name) = rest.split_at_checked(digits)?;
    name.get(..length.parse().ok()?).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module that imports one function and defines another, with these names for the two.
    fn module(imported: &str, defined: &str) -> Vec<u8> {
        let byte = |number: usize| u8::try_from(number).unwrap();
        let section = |id: u8, content: &[u8]| [&[id, byte(content.len())], content].concat();
        let named = |index: u8, name: &str| [&[index, byte(name.len())], name.as_bytes()].concat();
        let names = [vec![2], named(0, imported), named(1, defined)].concat();
        let names = [b"\x04name".as_slice(), &section(1, &names)].concat();
        [
            b"\0asm\x01\0\0\0".as_slice(),
            &section(1, &[1, 0x60, 0, 0]),
            &section(2, &[1, 1, b'm', 1, b'f', 0, 0]),
            &section(3, &[1, 0]),
            &section(10, &[1, 2, 0, 0x0b]),
            &section(0, &names),
        ]
        .concat()
    }

    #[test]
    fn a_text_is_said_where_its_method_is_defined() {
        let [save, open] =
            ["_ZN3web4text5Texts4save17h0123456789abcdefE", "_RNvMs_NtCs1_3web4textNtB4_5Texts9open_more"];
        assert_eq!(texts_of(&module(save, open)).unwrap(), BTreeSet::from(["open_more".to_owned()]));
        assert_eq!(texts_of(&module(open, save)).unwrap(), BTreeSet::from(["save".to_owned()]));
    }

    #[test]
    fn what_leads_elsewhere_and_other_functions_are_no_texts() {
        let leads = "_ZN3web4text5Texts4save17h0123456789abcdefE local_shim";
        assert!(texts_of(&module("a", leads)).unwrap().is_empty());
        assert!(texts_of(&module("a", "_ZN3web4save17h0123456789abcdefE")).unwrap().is_empty());
        assert!(texts_of(b"rubbish").is_err());
    }
}
