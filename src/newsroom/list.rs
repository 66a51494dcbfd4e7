//! Articles in their order, of which only what somebody asks for counts as read.

use super::DocId;
use crate::reads::{self, Of, Read};
use std::borrow::Cow;
use std::ops::Range;

/// The articles that a question asks for, newest first.
#[derive(Clone, Debug)]
pub struct List<'a> {
    articles: Cow<'a, [DocId]>,
    /// The question, without the part of the answer that is wanted.
    asked: Read,
}

impl<'a> List<'a> {
    pub(super) fn new(articles: impl Into<Cow<'a, [DocId]>>, asked: Read) -> List<'a> {
        List { articles: articles.into(), asked }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        reads::note(|| self.part(Of::Count, 0, 0));
        self.articles.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Those in a range, as far as there are any.
    pub fn range(&self, range: Range<usize>) -> &[DocId] {
        reads::note(|| self.part(self.asked.of, range.start, range.len()));
        let end = range.end.min(self.articles.len());
        self.articles.get(range.start.min(end)..end).unwrap_or_default()
    }

    /// All of them.
    pub fn all(&self) -> &[DocId] {
        self.range(0..i32::MAX as usize)
    }

    fn part(&self, of: Of, from: usize, count: usize) -> Read {
        let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let [year, month, ..] = self.asked.numbers;
        // How many there are is asked of any kind of list: which one, the last number says.
        let numbers = match of {
            Of::Count => [year, month, self.asked.of as i32, 0],
            _ => [year, month, number(from), number(count)],
        };
        Read { of, numbers, ..self.asked.clone() }
    }
}
