//! What the model answers to a question, as a digest: the same as long as the answer is the same.
//!
//! Documents and terms are told by names that last, never by their numbers, which are others as soon as
//! a document is added.

use super::{Edition, Route, references};
use crate::config::{Class, KindId, Lang};
use crate::content::Document;
use crate::digest::{Digest, Digesting};
use crate::newsroom::{DocId, Entry, Question, TermId};
use crate::path::{RelPath, UrlPath};
use crate::reads::{NONE, Of, Read};
use rayon::prelude::*;

impl Edition {
    /// The digest of the answer to a question; none for one that only a theme answers, or that is about
    /// something that is not there.
    pub fn answer(&self, read: &Read) -> Option<Digest> {
        let mut answer = Digesting::default();
        self.tell(read, &mut answer)?;
        Some(answer.finish())
    }

    /// The digest of everything that questions are about but the texts of documents, settings, theme and
    /// program: with the same, the same documents stand in the same order at the same addresses, and show
    /// the same files.
    pub fn model(&self) -> Digest {
        *self.model.get_or_init(|| self.new_model())
    }

    fn new_model(&self) -> Digest {
        let (newsroom, zone) = (&self.newsroom, &self.config.zone);
        let entries: Vec<(DocId, &Entry)> = newsroom.entries().collect();
        let of_one = |(id, entry): (DocId, &Entry)| {
            let mut one = Digesting::default();
            self.tell_head(entry, &mut one);
            if entry.document.front.event.is_some() {
                // It is over, goes on or is to come.
                one.text(&format!("{:?}", newsroom.next_time(id, zone)));
            }
            for reference in references(&entry.document) {
                one.text(reference.path.as_ref().map_or("", RelPath::as_str)).number(i64::from(reference.picture));
            }
            one.finish()
        };
        let entries: Vec<Digest> = entries.into_par_iter().map(of_one).collect();
        let mut model = Digesting::default();
        entries.iter().for_each(|entry| {
            model.digest(entry);
        });
        self.tell_documents(&newsroom.fresh(&self.config), &mut model);
        self.config.langs().for_each(|lang| self.tell_documents(newsroom.upcoming(lang), &mut model));
        self.media.tell(&mut model);
        model.number(i64::from(self.config.security.as_ref().is_some_and(|known| known.holds_at(newsroom.now()))));
        model.finish()
    }

    fn tell(&self, read: &Read, answer: &mut Digesting) -> Option<()> {
        let (newsroom, routes) = (&self.newsroom, &self.routes);
        let lang = Lang(read.lang);
        let document = || read.document.map(DocId).filter(|id| (id.0 as usize) < newsroom.size());
        let term = || read.term.map(TermId);
        let file = || read.name.as_deref().map(RelPath::new);
        let url = || read.name.as_deref().map(UrlPath::written);
        match read.of {
            Of::Now => {
                answer.text(&newsroom.now().to_string());
            }
            Of::Head => self.tell_head(newsroom.entry(document()?), answer),
            Of::Body => {
                let document = self.by_file(&file()?);
                answer.text(&document.map(|document| document.version.whole.to_string()).unwrap_or_default());
            }
            Of::Documents => newsroom.entries().for_each(|(_, entry)| {
                self.tell_head(entry, answer);
                answer.digest(&entry.document.version.whole);
            }),
            Of::Named => self.tell_documents(newsroom.find(&file()?, lang).as_slice(), answer),
            Of::Articles | Of::Corrected | Of::Sponsored | Of::Count => self.tell_list(read, answer)?,
            Of::Corrections => {
                for one in newsroom.corrections(lang) {
                    self.tell_documents(&[one.article], answer);
                    answer.number(one.change.map_or(-1, |at| at as i64)).text(&one.date.instant.to_string());
                }
            }
            Of::Neighbours => {
                let (newer, older) = newsroom.neighbours(document()?);
                [newer, older].iter().for_each(|one| self.tell_documents(one.as_slice(), answer));
            }
            Of::Related => {
                let most = usize::try_from(read.numbers[0]).unwrap_or_default();
                self.tell_documents(&newsroom.related(document()?, most, &self.config), answer);
            }
            Of::Kinds => newsroom.kinds(lang, &self.config).iter().for_each(|(kind, count)| {
                answer.number(kind.0.into()).number(*count as i64);
            }),
            Of::Months => {
                let year = i16::try_from(read.numbers[0]).ok().filter(|_| read.numbers[0] != NONE);
                newsroom.months(lang, year).for_each(|((year, month), count)| {
                    answer.number(year.into()).number(month.into()).number(count as i64);
                });
            }
            Of::Terms => newsroom.terms().for_each(|(id, _)| self.tell_term(id, answer)),
            Of::Term => self.tell_term(term()?, answer),
            Of::TermFace => {
                answer.text(newsroom.term_name(term()?, lang)).text(newsroom.term_role(term()?, lang));
            }
            Of::FindTerm => {
                let class = Class::ALL.into_iter().find(|class| *class as i32 == read.numbers[0])?;
                let found = newsroom.find_term(class, read.name.as_deref()?);
                answer.text(&found.map(|id| self.term_key(id)).unwrap_or_default());
            }
            Of::Upcoming => self.tell_documents(newsroom.upcoming(lang), answer),
            Of::NextTime => {
                answer.text(&format!("{:?}", newsroom.next_time(document()?, &self.config.zone)));
            }
            Of::Calendar => self.tell_documents(newsroom.calendar(lang, read.term.map(TermId)), answer),
            Of::Fresh => self.tell_documents(&newsroom.fresh(&self.config), answer),
            Of::Place => {
                answer.text(routes.document(document()?).as_str());
            }
            Of::Address => match routes.find(&url()?) {
                Some(route) => {
                    answer.text(&self.standing(&route.what));
                }
                None => {
                    answer.number(0);
                }
            },
            Of::Lookup => match routes.lookup(read.name.as_deref()?) {
                Some(route) => {
                    answer.text(route.url.as_str());
                }
                None => {
                    answer.number(0);
                }
            },
            Of::TermPlace => {
                answer.text(routes.term(term()?, lang).map_or("", UrlPath::as_str));
            }
            Of::Picture => {
                answer.text(&format!("{:?}", routes.pictures().get(&file()?)));
            }
            Of::PicturesOf => {
                let document = self.by_file(&file()?);
                let pictures = document.map(|document| routes.pictures_of(document)).unwrap_or_default();
                pictures.into_iter().for_each(|url| {
                    answer.text(url.as_str());
                });
            }
            Of::Media => {
                // The tone is seen only once the picture was opened, by this run or by one before.
                let path = file()?;
                answer.text(&self.media.digest(&path).map(|digest| digest.to_string()).unwrap_or_default());
                answer.text(&format!("{:?}", self.media.get(&path).and_then(|file| file.tone.get())));
            }
            Of::AllMedia => self.media.iter().for_each(|(path, file)| {
                answer.text(path.as_str()).digest(&file.digest);
            }),
            Of::Attachment => {
                answer.text(routes.attachment(document()?, &file()?).map_or("", UrlPath::as_str));
            }
            Of::Share => {
                answer.text(routes.share(document()?).map_or("", UrlPath::as_str));
            }
            Of::MediaPage => {
                answer.text(routes.media_page(lang).map_or("", UrlPath::as_str));
            }
            Of::Routes => {
                let told = |route: &Route| {
                    Digesting::default().text(route.url.as_str()).text(&self.standing(&route.what)).finish()
                };
                let told: Vec<Digest> = routes.as_slice().par_iter().map(told).collect();
                told.iter().for_each(|route| {
                    answer.digest(route);
                });
            }
            Of::Indexable => {
                answer.number(routes.sitemap_parts().len() as i64);
                routes.indexable().for_each(|route| {
                    answer.text(route.url.as_str()).text(&self.standing(&route.what));
                });
            }
            Of::Feeds => routes.feeds().iter().for_each(|feed| {
                answer.text(self.feed_home(*feed).as_ref().map_or("", UrlPath::as_str));
            }),
            Of::Redirects => {
                answer.text(&format!("{:?}", self.redirect_rules()));
                routes.redirects().iter().for_each(|one| {
                    answer.text(&one.from).text(one.to.as_str());
                });
            }
            Of::SearchParts => routes.search_parts().iter().for_each(|part| {
                answer.digest(&part.digest);
            }),
            Of::Size => {
                answer.number(self.size(&url()?).map_or(-1, |size| size as i64));
            }
            _ => return None,
        };
        Some(())
    }

    fn tell_list(&self, read: &Read, answer: &mut Digesting) -> Option<()> {
        let [year, month, from, count] = read.numbers;
        let lang = Lang(read.lang);
        let counted = (read.of == Of::Count).then_some(from);
        let is = |of: Of| read.of == of || counted == Some(of as i32);
        let list = if is(Of::Corrected) {
            self.newsroom.corrected(lang)
        } else if is(Of::Sponsored) {
            self.newsroom.sponsored(lang)
        } else {
            self.newsroom.articles(Question {
                lang,
                kind: read.kind.map(KindId),
                term: read.term.map(TermId),
                year: (year != NONE).then(|| i16::try_from(year).ok()).flatten(),
                month: (month != NONE).then(|| i8::try_from(month).ok()).flatten(),
            })
        };
        if counted.is_some() {
            answer.number(list.len() as i64);
        } else {
            let (from, count) = (usize::try_from(from).ok()?, usize::try_from(count).ok()?);
            self.tell_documents(list.range(from..from.saturating_add(count)), answer);
        }
        Some(())
    }

    /// What front matter says, and what the newsroom makes of it.
    fn tell_head(&self, entry: &Entry, answer: &mut Digesting) {
        let document = &entry.document;
        answer.text(document.file.as_str()).digest(&document.version.head);
        // Changes that are still to come are not known yet.
        answer.number(entry.state as i64).number(document.front.changes.len() as i64);
        for terms in [&entry.units, &entry.people, &entry.authors, &entry.topics] {
            answer.number(terms.len() as i64);
            terms.iter().for_each(|term| {
                let (class, id) = self.newsroom.term_id(*term);
                answer.number(class as i64).text(id);
            });
        }
    }

    fn tell_documents(&self, ids: &[DocId], answer: &mut Digesting) {
        answer.number(ids.len() as i64);
        for id in ids {
            let identity = &self.newsroom.entry(*id).document.identity;
            answer.number(identity.lang.0.into()).text(identity.id.as_str());
        }
    }

    fn tell_term(&self, id: TermId, answer: &mut Digesting) {
        let term = self.newsroom.term(id);
        answer.number(term.class as i64).text(&term.id).text(&term.name);
        for lang in self.config.langs() {
            self.tell_documents(term.document(lang).as_slice(), answer);
        }
    }

    fn by_file(&self, file: &RelPath) -> Option<&Document> {
        let id = self.document_of_file(file)?;
        Some(&self.newsroom.entry(id).document).filter(|document| document.file == *file).map(|document| &**document)
    }
}
