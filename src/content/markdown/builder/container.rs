//! Directives: calls of components on lines of their own, and containers with a body.

use super::Builder;
use crate::content::body::{Body, Component, Fill, Html};
use crate::content::markdown::directive::{Call, Fault, read};
use crate::content::markdown::markup::{DEPTH_MAX, Markup};
use crate::content::markdown::mask::{Line, Role};
use crate::content::markdown::sanitize::sanitize;
use crate::diagnostic::{Code, Text};
use crate::text;

/// A container that is open.
pub struct Container {
    /// What it calls; none if its line could not be read.
    call: Option<Call>,
    line: Line,
    /// What was being written around it.
    outer: Markup,
    /// How many words there were before it.
    words: u32,
}

impl Builder<'_> {
    pub(super) fn directive(&mut self, line: &Line) {
        let call = match line.role {
            Role::Close => return self.close(line),
            Role::Leaf | Role::Open | Role::SpaceBeforeName => read(self.source.original, line, self.findings.offset)
                .map_err(|Fault { range, message, help }| {
                    self.findings.add(Code::DirectiveSyntax, &range, || (message, help));
                })
                .ok(),
        };
        match (line.role, call) {
            (Role::Leaf, Some(call)) => self.component(call, line, None),
            (Role::Leaf, None) => {}
            // A container that can't be read is opened all the same, so that its end is no second fault.
            (_, call) => self.open(call, line),
        }
    }

    fn open(&mut self, call: Option<Call>, line: &Line) {
        if self.containers.len() >= DEPTH_MAX {
            self.findings.add(Code::DirectiveSyntax, &(line.start..line.end), || {
                (
                    text!("direktif bersarang terlalu dalam", "directives are nested too deeply"),
                    text!(
                        "tutup direktif yang sudah selesai dengan `:::`",
                        "close the directives that have ended with `:::`"
                    ),
                )
            });
            return;
        }
        self.out.block();
        self.containers.push(Container {
            call,
            line: line.clone(),
            outer: std::mem::take(&mut self.out),
            words: self.words.count,
        });
    }

    fn close(&mut self, line: &Line) {
        // A container can be closed only from the block in which it was opened.
        let mut reachable = !self.out.in_markdown();
        let mut found = None;
        for (at, container) in self.containers.iter().enumerate().rev() {
            if !reachable || found.is_some() {
                break;
            }
            found = (container.line.colons == line.colons).then_some(at);
            reachable = !container.outer.in_markdown();
        }
        match found {
            Some(at) => {
                while self.containers.len() > at + 1 {
                    self.close_innermost(Ended::Forgotten);
                }
                self.close_innermost(Ended::Closed);
            }
            None => {
                let explanation = self.stray(line);
                self.findings.add(Code::DirectiveSyntax, &(line.start..line.end), || explanation);
            }
        }
    }

    /// Why a closing line closes nothing.
    fn stray(&self, line: &Line) -> (Text, Text) {
        let written = ":".repeat(line.colons.min(8));
        let Some(container) = self.containers.last() else {
            return (
                text!("`{written}` ini tidak menutup apa pun", "this `{written}` closes nothing"),
                text!(
                    "hapus baris ini, atau buka direktifnya lebih dulu dengan `{written}nama`",
                    "remove this line, or open the directive first with `{written}name`"
                ),
            );
        };
        let opening = &self.source.original[container.line.start..container.line.end];
        let opening = opening.split('{').next().unwrap_or(opening).trim_end();
        if container.line.colons == line.colons {
            return (
                text!(
                    "`{written}` ini berada di dalam butir daftar, sedangkan `{opening}` dibuka di luarnya",
                    "this `{written}` stands in a list item, but `{opening}` was opened outside it"
                ),
                text!("mulai baris ini dari tepi kiri", "begin this line at the left margin"),
            );
        }
        let wanted = ":".repeat(container.line.colons.min(8));
        (
            text!("`{written}` ini tidak menutup `{opening}`", "this `{written}` does not close `{opening}`"),
            text!(
                "tutup dengan titik dua sebanyak pembukanya: `{wanted}`",
                "close it with as many colons as it was opened with: `{wanted}`"
            ),
        )
    }

    /// Closes the containers that were opened in the block that ends now.
    pub(super) fn leave_containers(&mut self) {
        while !self.containers.is_empty() && !self.out.in_markdown() {
            self.close_innermost(Ended::Forgotten);
        }
    }

    fn close_innermost(&mut self, ended: Ended) {
        let Some(Container { call, line, outer, words }) = self.containers.pop() else { return };
        let inner = std::mem::replace(&mut self.out, outer);
        self.words.pause();
        if ended == Ended::Forgotten && call.is_some() {
            let wanted = ":".repeat(line.colons.min(8));
            self.findings.add(Code::UnclosedDirective, &(line.start..line.end), || {
                (
                    text!("direktif ini tidak ditutup", "this directive is not closed"),
                    text!(
                        "tambahkan baris `{wanted}` di akhir isinya; kalau tidak punya isi, tulis dengan dua titik dua saja",
                        "add a line `{wanted}` after its content; if it has none, write it with two colons only"
                    ),
                )
            });
        }
        match call {
            Some(call) => {
                let body = self.body(inner, words);
                self.component(call, &line, Some(body));
            }
            None => {
                let mut inner = inner;
                inner.close_all_raw();
                self.out.append(inner);
            }
        }
    }

    fn component(&mut self, call: Call, line: &Line, body: Option<Body>) {
        let component = Component {
            name: self.source.original[call.name.clone()].into(),
            name_span: self.findings.span(&call.name),
            arguments: call.arguments.into(),
            body,
        };
        let span = self.findings.span(&(line.start..line.end));
        self.out.block_hole(span, Fill::Component(Box::new(component)));
    }

    /// What was written since there were `words` words, as a body.
    pub(super) fn body(&self, mut out: Markup, words: u32) -> Body {
        out.close_all_raw();
        if out.has_raw {
            sanitize(&mut out);
        }
        let words = self.words.count - words;
        Body { html: Html::Here(out.html.into()), holes: out.holes.into(), words, ..Body::default() }
    }
}

#[derive(PartialEq)]
enum Ended {
    Closed,
    /// It ends because what it stands in does.
    Forgotten,
}
