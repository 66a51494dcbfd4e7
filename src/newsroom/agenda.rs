//! Events in the order of their days: what is to come, and what calendars carry.

use super::{DocId, Entry, LanguageIndex, Newsroom, TermId};
use crate::config::Lang;
use crate::content::Occurrence;
use crate::reads::{self, Of, Read};
use crate::time::Zone;
use jiff::Timestamp;
use jiff::civil::Date;
use rustc_hash::FxHashMap;

/// The most events in one calendar: those that end last. Subscribers fetch the whole of it each time.
const CALENDAR_MAX: usize = 500;

/// The events of one language.
#[derive(Debug, Default)]
pub(super) struct Agenda {
    /// Articles whose event is not over, the soonest first.
    upcoming: Vec<DocId>,
    /// Articles with the start of an event, cancelled and withdrawn ones too, by their day.
    calendar: Vec<DocId>,
    /// The same for each unit that has any.
    by_unit: FxHashMap<TermId, Vec<DocId>>,
}

impl Agenda {
    /// The events among a language's articles and the withdrawn ones, each by its index.
    pub(super) fn new(index: &LanguageIndex, entries: &[Entry], now: Timestamp, zone: &Zone) -> Agenda {
        let entry = |id: &DocId| &entries[id.0 as usize];
        let next = |id: &DocId| Some((next(entry(id), now, zone)?, *id));
        let mut coming: Vec<(Occurrence, DocId)> = index.all.iter().filter_map(next).collect();
        coming.sort_by_key(|(time, id)| (time.start.instant, *id));
        let withdrawn = index.corrected.iter().filter(|id| entry(id).is_withdrawn());
        let events =
            index.all.iter().chain(&index.sponsored).chain(withdrawn).filter(|id| entry(id).has_start()).copied();
        let mut by_unit: FxHashMap<TermId, Vec<DocId>> = FxHashMap::default();
        let mut calendar: Vec<DocId> = Vec::new();
        for id in events {
            calendar.push(id);
            for unit in &entry(&id).units {
                by_unit.entry(*unit).or_default().push(id);
            }
        }
        for list in by_unit.values_mut().chain([&mut calendar]) {
            by_day(list, entries);
        }
        Agenda { upcoming: coming.into_iter().map(|(_, id)| id).collect(), calendar, by_unit }
    }
}

/// Keeps the events that end last, in the order in which they begin.
fn by_day(list: &mut Vec<DocId>, entries: &[Entry]) {
    let event = |id: &DocId| entries[id.0 as usize].document.front.event.as_deref();
    let last = |id: &DocId| event(id).and_then(|event| event.last_day()).unwrap_or(Date::MAX);
    list.sort_by_cached_key(|id| (std::cmp::Reverse(last(id)), *id));
    list.truncate(CALENDAR_MAX);
    list.sort_by_key(|id| (event(id).and_then(|event| event.start).map(|start| start.instant), *id));
}

fn next(entry: &Entry, now: Timestamp, zone: &Zone) -> Option<Occurrence> {
    entry.document.front.event.as_deref()?.next(now, zone)
}

impl Entry {
    /// Whether calendars carry it: it has an event with a start. (A day alone says when something
    /// took place that is reported.)
    pub fn has_start(&self) -> bool {
        self.document.front.event.as_ref().is_some_and(|event| event.start.is_some())
    }
}

impl Newsroom {
    /// Articles whose event is not over, the soonest first.
    pub fn upcoming(&self, lang: Lang) -> &[DocId] {
        reads::note(|| Read::new(Of::Upcoming).lang(lang.0));
        self.agenda(lang).map_or(&[], |agenda| &agenda.upcoming)
    }

    /// When an article's event takes place next, or goes on now.
    pub fn next_time(&self, id: DocId, zone: &Zone) -> Option<Occurrence> {
        reads::note(|| Read::new(Of::NextTime).document(id.0));
        next(self.known(id), self.now, zone)
    }

    /// The events of a language's calendar, or of a unit's, in the order in which they begin; those
    /// cancelled and withdrawn too, since subscribers have to be told.
    pub fn calendar(&self, lang: Lang, unit: Option<TermId>) -> &[DocId] {
        reads::note(|| Read { term: unit.map(|unit| unit.0), ..Read::new(Of::Calendar).lang(lang.0) });
        let Some(agenda) = self.agenda(lang) else { return &[] };
        match unit {
            None => &agenda.calendar,
            Some(unit) => agenda.by_unit.get(&unit).map_or(&[], Vec::as_slice),
        }
    }

    fn agenda(&self, lang: Lang) -> Option<&Agenda> {
        self.orders.articles.get(usize::from(lang.0)).map(|index| &index.agenda)
    }
}
