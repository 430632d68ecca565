//! From an entry of a book to the text that it shows, messages and terms inlined.
//! It does not know other languages or how variables may be combined.

use fluent_syntax::ast;
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::book::{Book, Entry};
use crate::cut::Cut;
use crate::piece::{Piece, Text, join};
use crate::problem::{Problem, ProblemKind};
use crate::select;

/// The text of `entry`, or nothing if there is a problem in it.
pub(crate) fn lower(book: &Book<'_>, entry: &Entry<'_>, problems: &mut Vec<Problem>) -> Option<Text> {
    Lowering { book, trail: Vec::new(), problems }.entry(entry)
}

/// A walk through one entry and all that it mentions. Each method gives nothing if it, or a part, had a problem.
pub(crate) struct Lowering<'b, 's> {
    pub(crate) book: &'b Book<'s>,
    /// The entries we are inside of, outermost first.
    trail: Vec<&'b Entry<'s>>,
    problems: &'b mut Vec<Problem>,
}

impl<'b, 's> Lowering<'b, 's> {
    fn entry(&mut self, entry: &'b Entry<'s>) -> Option<Text> {
        self.trail.push(entry);
        let text = self.pattern(&entry.pattern);
        self.trail.pop();
        text
    }

    /// The text of a pattern.
    pub(crate) fn pattern(&mut self, pattern: &ast::Pattern<Cut<'s>>) -> Option<Text> {
        // all parts first, so that a problem in one does not hide those in the next
        let parts: Vec<Option<Text>> = pattern.elements.iter().map(|element| self.element(element)).collect();
        parts.into_iter().collect::<Option<Vec<Text>>>().map(join)
    }

    fn element(&mut self, element: &ast::PatternElement<Cut<'s>>) -> Option<Text> {
        match element {
            ast::PatternElement::TextElement { value } => literal(value.text),
            ast::PatternElement::Placeable { expression } => self.expression(expression),
        }
    }

    fn expression(&mut self, expression: &ast::Expression<Cut<'s>>) -> Option<Text> {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                let variable = self.selector(selector);
                let select = select::lower(self, variable, variants);
                select.map(|select| vec![Piece::Select(select)])
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<Cut<'s>>) -> Option<Text> {
        match inline {
            ast::InlineExpression::StringLiteral { value } => self.string(*value),
            ast::InlineExpression::NumberLiteral { value } => literal(value.text),
            ast::InlineExpression::FunctionReference { id, .. } => self.function(id.name),
            ast::InlineExpression::MessageReference { id, attribute: None } => {
                self.reference(id.name, id.name.text.to_owned())
            }
            ast::InlineExpression::MessageReference { id, attribute: Some(attribute) } => {
                self.reference(id.name, format!("{}.{}", id.name.text, attribute.name.text))
            }
            ast::InlineExpression::TermReference { id, arguments: None, .. } => {
                self.reference(id.name, format!("-{}", id.name.text))
            }
            ast::InlineExpression::TermReference { id, .. } => {
                self.fail(id.name, ProblemKind::TermArguments(id.name.text.to_owned()))
            }
            ast::InlineExpression::VariableReference { id } => {
                self.variable(id.name).map(|variable| vec![Piece::Placed(variable.text.to_owned())])
            }
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn selector(&mut self, selector: &ast::InlineExpression<Cut<'s>>) -> Option<Cut<'s>> {
        match selector {
            ast::InlineExpression::VariableReference { id } => self.variable(id.name),
            ast::InlineExpression::FunctionReference { id, .. } => self.function(id.name),
            ast::InlineExpression::StringLiteral { value } | ast::InlineExpression::NumberLiteral { value } => {
                self.fail(*value, ProblemKind::Selector)
            }
            ast::InlineExpression::TermReference { id, .. } | ast::InlineExpression::MessageReference { id, .. } => {
                self.fail(id.name, ProblemKind::Selector)
            }
            // the parser lets no placeable select
            ast::InlineExpression::Placeable { .. } => self.fail_here(ProblemKind::Selector),
        }
    }

    fn string(&mut self, value: Cut<'s>) -> Option<Text> {
        let text = unescape_unicode_to_string(value.text);
        if text.matches('\u{fffd}').count() > value.text.matches('\u{fffd}').count() {
            return self.fail(value, ProblemKind::Escape(value.text.to_owned()));
        }
        literal(text)
    }

    fn function<T>(&mut self, name: Cut<'s>) -> Option<T> {
        self.fail(name, ProblemKind::FunctionCall(name.text.to_owned()))
    }

    fn variable(&mut self, variable: Cut<'s>) -> Option<Cut<'s>> {
        if let Some(term) = self.trail.iter().rev().find(|entry| entry.is_term()) {
            let kind = ProblemKind::TermVariable(variable.text.to_owned());
            self.problems.push(self.book.problem(term.line, &term.key, kind));
            return None;
        }
        Some(variable)
    }

    fn reference(&mut self, at: Cut<'s>, key: String) -> Option<Text> {
        let Some(entry) = self.book.find(&key) else {
            if self.book.is_broken(&key) {
                return None;
            }
            return self.fail(at, ProblemKind::UnknownReference(key));
        };
        if !self.trail.iter().any(|outer| outer.key == key) {
            return self.entry(entry);
        }
        // a cycle that only begins further in is told of by the entries that are part of it
        if self.trail.first().is_some_and(|outermost| outermost.key == key) {
            let path = self.trail.iter().map(|entry| &entry.key).chain([&key]).cloned().collect();
            self.problems.push(self.book.problem(entry.line, &key, ProblemKind::Cycle(path)));
        }
        None
    }

    fn fail_here<T>(&mut self, kind: ProblemKind) -> Option<T> {
        let (line, key) = self.trail.last().map_or((1, ""), |entry| (entry.line, entry.key.as_str()));
        self.problems.push(self.book.problem(line, key, kind));
        None
    }

    /// Notes a problem where `at` stands.
    pub(crate) fn fail<T>(&mut self, at: Cut<'_>, kind: ProblemKind) -> Option<T> {
        let key = self.trail.last().map_or("", |entry| entry.key.as_str());
        self.problems.push(self.book.problem(self.book.line(at), key, kind));
        None
    }
}

fn literal<T: Into<String>>(text: T) -> Option<Text> {
    Some(vec![Piece::Literal(text.into())])
}
