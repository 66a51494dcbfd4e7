//! Which of a theme's files a page is made from, told from their texts alone.
//!
//! A theme with a broken template can't be loaded, so nothing that the engine knows helps to say
//! which pages the break concerns. The names in a template's tags do: what it extends and includes,
//! and the components it calls. A name that is only spoken of counts as used.

use super::{Theme, ThemeFiles};
use crate::diagnostic::Span;
use crate::path::RelPath;
use std::collections::{BTreeMap, BTreeSet};

impl Theme {
    /// The files, by their path within the theme, that pages of any of `templates` with
    /// `components` in their text may be made from. `now` gives the present bytes of a file, which
    /// may be newer than those that the theme was loaded from.
    pub fn parts(
        &self,
        templates: &[String],
        components: &[&str],
        now: &dyn Fn(&RelPath) -> Option<Vec<u8>>,
    ) -> BTreeSet<String> {
        let mut sources: BTreeMap<String, String> = BTreeMap::new();
        for folder in ["templates", "components"] {
            for (name, file) in self.files.below(folder).filter(|(name, _)| name.ends_with(".html")) {
                let mut text = String::from_utf8_lossy(&file.bytes).into_owned();
                if let Some(newer) = now(&file.path).filter(|newer| **newer != *file.bytes) {
                    text.push('\n');
                    text.push_str(&String::from_utf8_lossy(&newer));
                }
                sources.insert(format!("{folder}/{name}"), text);
            }
        }
        let homes: BTreeMap<&str, &str> =
            sources.iter().flat_map(|(file, text)| defined(text).map(move |name| (name, file.as_str()))).collect();
        let home = |name: &str| homes.get(name).map(|file| (*file).to_owned());

        let mut open: Vec<String> = templates.iter().map(|name| format!("templates/{name}")).collect();
        open.extend(components.iter().filter_map(|name| home(name)));
        let mut found = BTreeSet::new();
        while let Some(file) = open.pop() {
            if let Some(text) = sources.get(&file).filter(|_| !found.contains(&file)) {
                for tag in tags(text) {
                    for name in quoted(tag) {
                        open.extend(name.ends_with(".html").then(|| format!("templates/{name}")));
                        open.extend(home(name));
                    }
                    open.extend(called(tag).filter_map(home));
                }
            }
            found.insert(file);
        }
        found
    }
}

/// A call of one component within another.
#[derive(Debug)]
struct Call<'a> {
    file: &'a str,
    caller: &'a str,
    callee: &'a str,
    /// Where the callee's name begins.
    at: usize,
}

/// Of components that call themselves, perhaps by way of others, the first such call: its file within
/// the theme, the place of the name that is called, and who calls.
pub(super) fn endless_call(files: &ThemeFiles) -> Option<(String, Span, String)> {
    let sources: Vec<(String, String)> = files
        .below("components")
        .map(|(name, file)| (format!("components/{name}"), String::from_utf8_lossy(&file.bytes).into_owned()))
        .collect();
    let calls: Vec<Call<'_>> = sources.iter().flat_map(|(file, text)| calls(file, text)).collect();
    let found = calls.iter().find(|call| leads_to(call.callee, call.caller, &calls))?;
    let span = Span::new(found.at, found.at + found.callee.len());
    Some((found.file.to_owned(), span, found.caller.to_owned()))
}

fn leads_to(from: &str, to: &str, calls: &[Call<'_>]) -> bool {
    let (mut open, mut seen) = (vec![from], BTreeSet::new());
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if seen.insert(name) {
            open.extend(calls.iter().filter(|call| call.caller == name).map(|call| call.callee));
        }
    }
    false
}

/// The calls within the components that a file defines.
fn calls<'a>(file: &'a str, text: &'a str) -> Vec<Call<'a>> {
    let mut calls = Vec::new();
    let (mut caller, mut read) = ("", 0);
    for tag in tags(text) {
        let at = text[read..].find(tag).map_or(read, |at| read + at);
        read = at + tag.len();
        caller = definition(tag).unwrap_or(caller);
        let names = tag.match_indices('<').map(|(mark, _)| (at + mark + 1, leading_name(&tag[mark + 1..])));
        calls.extend(names.map(|(at, callee)| Call { file, caller, callee, at }));
    }
    calls
}

/// What stands within `{{ }}` and `{% %}`; a tag that is not closed goes on to the end.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let expression = rest.find("{{").unwrap_or(rest.len());
        let statement = rest.find("{%").unwrap_or(rest.len());
        let inside = rest.get(expression.min(statement) + 2..)?;
        let end = inside.find(if expression < statement { "}}" } else { "%}" }).unwrap_or(inside.len());
        let (tag, after) = inside.split_at(end);
        rest = after;
        Some(tag)
    })
}

/// The texts in quotation marks.
fn quoted(tag: &str) -> impl Iterator<Item = &str> {
    ['"', '\''].into_iter().flat_map(|mark| tag.split(mark).skip(1).step_by(2))
}

/// The components called as `<name`.
fn called(tag: &str) -> impl Iterator<Item = &str> {
    tag.split('<').skip(1).map(leading_name)
}

/// The components defined as `{% component name(`.
fn defined(text: &str) -> impl Iterator<Item = &str> {
    tags(text).filter_map(definition)
}

/// The component that a tag begins.
fn definition(tag: &str) -> Option<&str> {
    let rest = tag.trim_start_matches('-').trim_start().strip_prefix("component ")?;
    Some(leading_name(rest.trim_start()))
}

fn leading_name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme;

    fn parts(template: &str, components: &[&str], now: &dyn Fn(&RelPath) -> Option<Vec<u8>>) -> BTreeSet<String> {
        let (theme, findings) = theme::load(theme::embedded("warta").unwrap(), &["id"], None);
        assert_eq!(findings, []);
        theme.unwrap().parts(&[template.to_owned()], components, now)
    }

    #[test]
    fn a_page_is_made_of_what_its_template_extends_includes_and_calls() {
        let article = parts("article.html", &[], &|_| None);
        for file in ["templates/base.html", "templates/footer.html", "templates/article-end.html"] {
            assert!(article.contains(file), "{file} in {article:?}");
        }
        assert!(article.contains("components/picture.html"));
        assert!(!article.contains("templates/home.html"));
        assert!(!article.contains("components/gallery.html"));
        assert!(parts("article.html", &["gallery"], &|_| None).contains("components/gallery.html"));
    }

    #[test]
    fn what_a_file_says_now_counts_too() {
        let now = |path: &RelPath| {
            let text = "{% extends 'base.html' %}{% include \"baru.html\" %}{{ broken";
            (path.file_name() == "home.html").then(|| text.as_bytes().to_vec())
        };
        assert!(parts("home.html", &[], &now).contains("templates/baru.html"));
        assert!(!parts("terms.html", &[], &now).contains("templates/baru.html"));
    }

    #[test]
    fn names_are_found_in_tags_only() {
        let found: Vec<&str> = tags("<p>{{ <ui.a x={1} /> }} {%- include 'b.html' -%} { not } {{ c").collect();
        assert_eq!(found, [" <ui.a x={1} /> ", "- include 'b.html' -", " c"]);
        assert_eq!(called(found[0]).collect::<Vec<_>>(), ["ui.a"]);
        assert_eq!(quoted(found[1]).collect::<Vec<_>>(), ["b.html"]);
        assert_eq!(defined("{%- component ui.a(x) -%}{% component b() %}").collect::<Vec<_>>(), ["ui.a", "b"]);
    }
}
