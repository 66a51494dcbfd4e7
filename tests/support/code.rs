//! Rust sources as a test reads them: comments, literals and test modules blanked, lines kept.

use std::fs;
use std::path::{Path, PathBuf};

/// One file below src/.
pub struct Source {
    /// Its path below src/, with forward slashes.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Its code alone; every line still has its number.
    pub code: String,
}

impl Source {
    /// The module it belongs to: the first segment of its path; empty for lib.rs.
    pub fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        match first.strip_suffix(".rs") {
            Some("lib") => "",
            Some(stem) => stem,
            None => first,
        }
    }

    /// Each line of code that holds `pattern`, as `path:line`.
    pub fn lines_with(&self, pattern: &str) -> Vec<String> {
        let lines = self.code.lines().enumerate().filter(|(_, line)| line.contains(pattern));
        lines.map(|(i, _)| format!("src/{}:{}", self.path, i + 1)).collect()
    }

    /// Each module of the crate that it names, with the line: `crate::a::…`, `use crate::{a, b}`
    /// and, at the top of a module, `super::a`.
    pub fn imports(&self) -> Vec<(String, usize)> {
        let mut found = names_after(&self.code, "crate::");
        let depth = self.path.trim_end_matches("/mod.rs").matches('/').count();
        if depth == 0 {
            found.extend(names_after(&self.code, "super::"));
        }
        found
    }
}

/// Every file below src/ that is not a test, sorted.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &mut files);
    files.sort();
    let read = |file: PathBuf| {
        let path = file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&file).unwrap();
        let code = without_test_modules(&without_comments_and_literals(&text));
        Source { path, text, code }
    };
    let is_test = |source: &Source| source.path.split(['/', '.']).any(|part| part == "tests");
    files.into_iter().map(read).filter(|source| !is_test(source)).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The first names after each `prefix`: one, or those between braces.
fn names_after(code: &str, prefix: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        if code[..at].ends_with([':', '$', '_']) || code[..at].ends_with(char::is_alphanumeric) {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => found.extend(names_of_group(group).into_iter().map(|name| (name, line))),
            None => found.push((leading_name(rest), line)),
        }
    }
    found
}

/// The names at the first level of `a::b, c::{d, e}, f}`.
fn names_of_group(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut depth, mut fresh) = (0, true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && !c.is_whitespace() => {
                names.push(leading_name(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    names
}

fn leading_name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The text with comments and the insides of literals turned to spaces.
fn without_comments_and_literals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = skipped(rest, out.chars().next_back());
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
        rest = &rest[length..];
    }
    out
}

/// How long the comment or literal is that begins here; 0 if none does.
fn skipped(rest: &str, before: Option<char>) -> usize {
    let in_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |end| end + 2);
    }
    if let Some(hashes) = rest.strip_prefix('r').filter(|_| !in_name) {
        let count = hashes.len() - hashes.trim_start_matches('#').len();
        if hashes[count..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(count));
            let open = count + 2;
            return rest[open..].find(&close).map_or(rest.len(), |end| open + end + close.len());
        }
    }
    if rest.starts_with('"') {
        return quoted(rest, '"');
    }
    // A quote that a character follows, not the name of a lifetime.
    let mut inside = rest.strip_prefix('\'').unwrap_or_default().chars();
    match (inside.next(), inside.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => quoted(rest, '\''),
        _ => 0,
    }
}

fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == mark => return at + c.len_utf8(),
            _ => {}
        }
    }
    rest.len()
}

/// The code without what stands under `#[cfg(test)]`.
fn without_test_modules(code: &str) -> String {
    let mut out = code.to_owned();
    while let Some(start) = out.find("#[cfg(test)]") {
        let rest = &out[start..];
        let end = match (rest.find(';'), rest.find('{')) {
            (Some(semicolon), brace) if brace.is_none_or(|brace| semicolon < brace) => semicolon + 1,
            (_, Some(brace)) => brace + closing(&rest[brace..]),
            _ => rest.len(),
        };
        let blank: String = rest[..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        out.replace_range(start..start + end, &blank);
    }
    out
}

/// The length of the block that begins with the first brace of `text`.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}
