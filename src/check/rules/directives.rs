//! Directives must be components of the theme, called with the arguments that these declare.

use crate::check::Desk;
use crate::content::Document;
use crate::content::body::{Argument, Component, Fill};
use crate::data::Value;
use crate::diagnostic::{Code, Diagnostic, choose, help_for_address, nearest};
use crate::text;
use tera::{ComponentArg, ComponentArgType, ComponentInfo};

pub(in crate::check) fn check(document: &Document, desk: &Desk<'_>, findings: &mut Vec<Diagnostic>) {
    for hole in document.body().all_holes() {
        let Fill::Component(component) = &hole.fill else { continue };
        // Without a theme nobody knows which components there are; an address is one all the same.
        let Some(theme) = desk.theme else {
            findings.extend(component.arguments.iter().filter_map(|argument| forbidden_address(document, argument)));
            continue;
        };
        match theme.directive(&component.name) {
            Some(definition) => arguments(document, component, &definition, findings),
            None => {
                let name = &component.name;
                let names = theme.directives();
                let list = names.join(", ");
                let message = text!("direktif `{name}` tidak ada", "there is no directive `{name}`");
                let help = match nearest(name, names) {
                    Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                    None => text!("yang ada: {list}", "there are: {list}"),
                };
                findings.push(
                    Diagnostic::new(Code::UnknownDirective, &document.file, component.name_span, message).help(help),
                );
            }
        }
    }
}

fn arguments(document: &Document, component: &Component, definition: &ComponentInfo, findings: &mut Vec<Diagnostic>) {
    let name = &component.name;
    let declared = || definition.args().iter().filter(|argument| !argument.is_implicit() && argument.name() != "body");
    for argument in &component.arguments {
        match declared().find(|known| known.name() == &*argument.name) {
            Some(known) => {
                findings.extend(wrong_type(document, argument, known));
                findings.extend(forbidden_address(document, argument));
                findings.extend(not_a_choice(document, argument, definition));
            }
            None if definition.rest_param().is_some() => {}
            None => {
                let written = &argument.name;
                let list = declared().map(ComponentArg::name).collect::<Vec<_>>().join(", ");
                let message = text!(
                    "direktif `{name}` tidak mengenal argumen `{written}`",
                    "the directive `{name}` has no argument `{written}`"
                );
                let help = match nearest(written, declared().map(ComponentArg::name)) {
                    Some(near) => text!("mungkin maksudnya `{near}`?", "did you mean `{near}`?"),
                    None => text!("yang ada: {list}", "there are: {list}"),
                };
                findings.push(
                    Diagnostic::new(Code::UnknownArgument, &document.file, argument.name_span, message).help(help),
                );
            }
        }
    }
    let given = |known: &&ComponentArg| component.arguments.iter().any(|argument| *argument.name == *known.name());
    for missing in declared().filter(|known| known.is_required() && !given(known)) {
        let argument = missing.name();
        findings.push(
            Diagnostic::new(
                Code::MissingArgument,
                &document.file,
                component.name_span,
                text!("direktif `{name}` memerlukan `{argument}`", "the directive `{name}` needs `{argument}`"),
            )
            .help(text!("tambahkan {argument}=\"…\"", "add {argument}=\"…\"")),
        );
    }
    let container = definition.metadata().get("body").is_some_and(tera::Value::is_truthy);
    if container != component.body.is_some() {
        let (message, help) = if container {
            (
                text!("direktif `{name}` memerlukan isi", "the directive `{name}` needs a text"),
                text!(
                    "tulis :::{name}, isinya, lalu ::: di baris sendiri",
                    "write :::{name}, the text, then ::: on a line"
                ),
            )
        } else {
            (
                text!("direktif `{name}` tidak punya isi", "the directive `{name}` has no text"),
                text!("tulis ::{name}{{…}} dengan dua titik dua", "write ::{name}{{…}} with two colons"),
            )
        };
        findings.push(Diagnostic::new(Code::DirectiveSyntax, &document.file, component.name_span, message).help(help));
    }
}

fn wrong_type(document: &Document, argument: &Argument, known: &ComponentArg) -> Option<Diagnostic> {
    use ComponentArgType::*;
    let of = known.arg_type()?;
    let fits = matches!(
        (&argument.value.value, of),
        (Value::String(_), String)
            | (Value::Bool(_), Bool)
            | (Value::Integer(_), Integer | Number | Float)
            | (Value::Float(_), Float | Number)
    );
    if fits {
        return None;
    }
    let name = &argument.name;
    let (id, en, example) = match of {
        String => ("teks dalam tanda kutip", "a text in quotes", "\"…\""),
        Bool => ("true atau false", "true or false", "true"),
        Integer => ("bilangan bulat", "a whole number", "3"),
        _ => ("angka", "a number", "1.5"),
    };
    let message = text!("argumen `{name}` harus berupa {id}", "the argument `{name}` must be {en}");
    let help = text!("tulis {name}={example}", "write {name}={example}");
    Some(Diagnostic::new(Code::WrongArgument, &document.file, argument.value.span, message).help(help))
}

/// A theme says which values an argument may have: `"choices": {"kind": ["info", "warning"]}`.
fn not_a_choice(document: &Document, argument: &Argument, definition: &ComponentInfo) -> Option<Diagnostic> {
    let Value::String(written) = &argument.value.value else { return None };
    let choices = definition.metadata().get("choices")?.get_from_path(&argument.name)?.as_array()?;
    let allowed: Vec<&str> = choices.iter().filter_map(tera::Value::as_str).collect();
    if allowed.contains(&written.as_str()) {
        return None;
    }
    let name = &argument.name;
    let message = text!("`{name}` tidak dapat berisi `{written}`", "`{name}` can't be `{written}`");
    let finding = Diagnostic::new(Code::InvalidValue, &document.file, argument.value.span, message);
    Some(finding.help(choose(written, allowed)))
}

/// An argument called `url` becomes a link to elsewhere, in pages and in feeds.
fn forbidden_address(document: &Document, argument: &Argument) -> Option<Diagnostic> {
    let Value::String(url) = &argument.value.value else { return None };
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    if &*argument.name != "url" || rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace)) {
        return None;
    }
    let message = text!("`url` bukan alamat web: {url}", "`url` is not a web address: {url}");
    let finding = Diagnostic::new(Code::ForbiddenLink, &document.file, argument.value.span, message);
    Some(finding.help(help_for_address(url)))
}
