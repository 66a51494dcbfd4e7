//! The articles that a template asks for by `articles(…)`.

use super::{Scope, class_name};
use crate::config::{Class, KindId, Lang};
use crate::newsroom::{DocId, Question, TermId};
use crate::reads::{self, NONE, Of, Read};
use tera::{Error, Kwargs, TeraResult};

/// How far back pinned notices are looked for: what is older is no longer urgent.
const RECENT: usize = 500;

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Among {
    All,
    /// Those whose event is not over, the soonest first.
    Upcoming,
    /// Pinned ones.
    Urgent,
    /// Those of another kind than this.
    Except(KindId),
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Listing {
    question: Question,
    among: Among,
    limit: usize,
    offset: usize,
}

impl Listing {
    /// From the arguments of a call; none if they name a unit, person or topic that there is not.
    pub(super) fn of_call(scope: &Scope, kwargs: &Kwargs) -> TeraResult<Option<Listing>> {
        let config = scope.config();
        let mut question = Question { lang: scope.lang, ..Question::default() };
        if let Some(kind) = kwargs.get::<&str>("kind")? {
            let id = config.kind_named(kind).ok_or_else(|| Error::message(format!("there is no kind `{kind}`")))?;
            question.kind = Some(id);
        }
        for class in [Class::Unit, Class::Topic, Class::Person] {
            if let Some(name) = kwargs.get::<&str>(class_name(class))? {
                let Some(term) = scope.edition().newsroom.find_term(class, name) else { return Ok(None) };
                question.term = Some(term);
            }
        }
        question.year = kwargs.get::<i16>("year")?;
        question.month = kwargs.get::<i8>("month")?;
        let except = kwargs.get::<&str>("except")?.and_then(|kind| config.kind_named(kind));
        let flag = |name| Ok::<bool, Error>(kwargs.get::<bool>(name)?.unwrap_or(false));
        let among = match (flag("upcoming")?, flag("urgent")?, except) {
            (true, ..) => Among::Upcoming,
            (_, true, _) => Among::Urgent,
            (.., Some(kind)) => Among::Except(kind),
            _ => Among::All,
        };
        let limit = kwargs.get::<usize>("limit")?.unwrap_or(usize::MAX);
        Ok(Some(Listing { question, among, limit, offset: kwargs.get::<usize>("offset")?.unwrap_or(0) }))
    }

    /// From the question as it was noted.
    pub(super) fn of_read(read: &Read) -> Listing {
        let [year, month, limit, offset] = read.numbers;
        let among = match read.name.as_deref().unwrap_or_default() {
            "upcoming" => Among::Upcoming,
            "urgent" => Among::Urgent,
            "" => Among::All,
            kind => Among::Except(KindId(kind.parse().unwrap_or_default())),
        };
        Listing {
            question: Question {
                lang: Lang(read.lang),
                kind: read.kind.map(KindId),
                term: read.term.map(TermId),
                year: i16::try_from(year).ok().filter(|_| year != NONE),
                month: i8::try_from(month).ok().filter(|_| month != NONE),
            },
            among,
            limit: usize::try_from(limit).unwrap_or(usize::MAX),
            offset: usize::try_from(offset).unwrap_or_default(),
        }
    }

    fn read(&self) -> Read {
        let number = |number: usize| i32::try_from(number).unwrap_or(NONE);
        let Question { lang, kind, term, year, month } = self.question;
        let name = match self.among {
            Among::All => String::new(),
            Among::Upcoming => "upcoming".to_owned(),
            Among::Urgent => "urgent".to_owned(),
            Among::Except(kind) => kind.0.to_string(),
        };
        Read {
            kind: kind.map(|kind| kind.0),
            term: term.map(|term| term.0),
            numbers: [
                year.map_or(NONE, i32::from),
                month.map_or(NONE, i32::from),
                number(self.limit),
                number(self.offset),
            ],
            ..Read::new(Of::Listing).lang(lang.0).name(&name)
        }
    }

    /// The articles, in their order.
    pub(super) fn articles(&self, scope: &Scope) -> Vec<DocId> {
        reads::whole(|| self.read(), || self.found(scope))
    }

    fn found(&self, scope: &Scope) -> Vec<DocId> {
        let newsroom = &scope.edition().newsroom;
        let list = newsroom.articles(self.question);
        let kind = |id: &DocId| scope.entry(*id).document.identity.kind;
        match self.among {
            Among::Upcoming => {
                let fits = |id: &DocId| {
                    self.question.kind.is_none_or(|wanted| kind(id) == wanted)
                        && self.question.term.is_none_or(|term| scope.entry(*id).terms().any(|own| own == term))
                };
                newsroom.upcoming(scope.lang).iter().copied().filter(fits).take(self.limit).collect()
            }
            Among::Urgent => {
                let recent = list.range(0..RECENT).iter().copied();
                recent.filter(|id| scope.entry(*id).document.front.urgent).take(self.limit).collect()
            }
            Among::Except(except) => {
                let others = list.all().iter().copied().filter(|id| kind(id) != except);
                others.skip(self.offset).take(self.limit).collect()
            }
            Among::All => list.range(self.offset..self.offset.saturating_add(self.limit)).to_vec(),
        }
    }
}
