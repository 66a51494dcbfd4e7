//! What editors write and what comes of it.

mod blocks;
mod commonmark;
mod directives;
mod inline;
mod notes;
mod properties;
mod raw;
mod sample;

use super::parse;
use crate::content::body::{Body, Component, Fill, Html, Target};
use crate::data::Value;
use crate::diagnostic::{Diagnostic, Tongue};
use crate::path::RelPath;

impl Body {
    /// As it comes from the parser, which puts nothing aside.
    fn html(&self) -> &str {
        match &self.html {
            Html::Here(html) => html,
            Html::Aside(..) | Html::Again(_) => "",
        }
    }
}

fn read(text: &str) -> (Body, Vec<Diagnostic>) {
    parse(text, 0, &RelPath::new("content/berita/x.md"))
}

/// The HTML of a text without faults, each hole shown for what it is.
fn html(text: &str) -> String {
    let (body, found) = read(text);
    assert_eq!(found, [], "{text}");
    show(&body)
}

/// The HTML with its holes filled by something readable.
fn show(body: &Body) -> String {
    let mut shown = String::new();
    let mut copied = 0;
    for hole in &body.holes {
        shown.push_str(&body.html()[copied..hole.at as usize]);
        copied = hole.at as usize;
        shown.push_str(&match &hole.fill {
            Fill::Link(Target::Fragment(id)) => format!("{{#{id}}}"),
            Fill::Link(Target::Site { path, fragment }) => format!("{{site {path} {fragment:?}}}"),
            Fill::Link(Target::File { path, fragment, .. }) => format!("{{file {path:?} {fragment:?}}}"),
            Fill::Component(component) => call(component),
        });
    }
    shown + &body.html()[copied..]
}

fn call(component: &Component) -> String {
    let mut shown = format!("{{{}", component.name);
    for argument in &component.arguments {
        let value = match &argument.value.value {
            Value::String(text) => format!("{text:?}"),
            Value::Integer(number) => number.to_string(),
            Value::Float(number) => number.to_string(),
            Value::Bool(truth) => truth.to_string(),
            other => panic!("no argument is {other:?}"),
        };
        shown.push_str(&format!(" {}={value}", argument.name));
    }
    if let Some(body) = &component.body {
        shown.push_str(&format!("|{}", show(body)));
    }
    shown + "}"
}

/// The findings as `CODE text-at-the-place: message`.
fn findings(text: &str) -> Vec<String> {
    let (_, found) = read(text);
    let line = |found: &Diagnostic| {
        assert!(found.help.is_some(), "{found:?}");
        format!("{} `{}`: {}", found.code, &text[found.span.range()], found.message.in_tongue(Tongue::En))
    };
    found.iter().map(line).collect()
}
