//! What warta tells an editor: a finding with a code, a place and a way out, in two languages.
//!
//! Site faults are values of [`Diagnostic`]; they are collected, never returned as the first
//! error. Faults of the environment (a full disk, a missing folder) are `Err` and end the run.
//! This module knows nothing of the rest of warta but paths; how a finding looks on a terminal
//! or in a CI log is decided by whoever prints it.

mod address;
mod code;
mod crowd;
mod explain;
mod invisible;
mod position;
mod suggest;
mod translate;

pub use address::{
    AddressSlip, address_slip, help_for_address, is_file_name, is_like_address, is_surely_address, is_web_address,
};
pub use code::Code;
pub use crowd::{TOLD_MAX, thin_out};
pub use explain::{Explanation, explain, explanations};
pub use invisible::invisible;
pub use position::{Lines, Position};
pub use suggest::{choose, nearest};
pub use translate::{gaps, translate};

use crate::path::RelPath;
use serde::Serialize;
use std::borrow::Cow;
use std::fmt;

/// A byte range of a whole file, front matter and byte-order mark included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; offsets past 4 GiB are clamped (such files are refused anyway).
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Span { start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The same range moved `by` bytes to the right.
    pub fn shifted(self, by: usize) -> Self {
        Span::new(self.start as usize + by, self.end as usize + by)
    }

    /// The range as indices into the file's bytes.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

/// The languages warta itself speaks to editors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Tongue {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}

/// One message in every language warta speaks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text {
    /// Indonesian.
    pub id: Cow<'static, str>,
    /// English.
    pub en: Cow<'static, str>,
}

impl Text {
    /// A message from its Indonesian and its English form.
    pub fn new(id: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Text { id: id.into(), en: en.into() }
    }

    /// The message in one language.
    pub fn in_tongue(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Id => &self.id,
            Tongue::En => &self.en,
        }
    }
}

/// Formats one [`Text`] from two format strings that share the scope's variables:
/// `text!("tidak ada `{name}`", "there is no `{name}`")`.
#[macro_export]
macro_rules! text {
    ($id:literal, $en:literal $(,)?) => {
        $crate::diagnostic::Text::new(format!($id), format!($en))
    };
}

/// How grave a finding is. Only errors stop a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing is published while one stands.
    Error,
    /// Worth mending; the site is published all the same.
    Warning,
    /// For information.
    Note,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

/// A second place that a finding speaks of, such as the other of two equal URLs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Related {
    /// The file, relative to the root.
    pub file: RelPath,
    /// The place in it.
    pub span: Span,
    /// What is to be seen there.
    pub label: Text,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Diagnostic {
    /// The file, relative to the root. For a finding about the whole newsroom, `site.toml`.
    pub file: RelPath,
    /// The place in the file; empty at 0 for a finding about the whole file.
    pub span: Span,
    /// Which rule.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
    /// Other places.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A finding of the code's usual severity.
    pub fn new(code: Code, file: &RelPath, span: impl Into<Span>, message: Text) -> Self {
        Diagnostic {
            file: file.clone(),
            span: span.into(),
            code,
            severity: code.severity(),
            message,
            help: None,
            related: Vec::new(),
        }
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    /// Sets another severity than the code's usual one.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds another place.
    #[must_use]
    pub fn related(mut self, file: &RelPath, span: Span, label: Text) -> Self {
        self.related.push(Related { file: file.clone(), span, label });
        self
    }

    /// Whether it stops a build.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
