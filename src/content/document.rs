//! One document, as its file alone tells it.

use super::body::Body;
use super::{Identity, Repeat};
use crate::cache::Overflow;
use crate::config::Kind;
use crate::data::Placed;
use crate::diagnostic::Span;
use crate::digest::Digest;
use crate::path::RelPath;
use crate::reads::{self, Of, Read};
use crate::time::Moment;

/// One document in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// Its file.
    pub file: RelPath,
    /// What its path says.
    pub identity: Identity,
    /// What its front matter says.
    pub front: Front,
    /// Its text.
    pub(super) body: Body,
    /// The digests that tell it from other readings of its file.
    pub version: Version,
}

/// What a reading of a file was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// The digest of the file's bytes.
    pub whole: Digest,
    /// The digest of what [`Document::front`] was read from.
    pub head: Digest,
}

/// A text with its place.
pub type Named = Placed<Box<str>>;

/// The front matter, checked as far as one file allows. An archive has a million of them in memory, so lists have
/// no room to spare, and what is seldom there takes little.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Front {
    /// The headline.
    pub title: Box<str>,
    /// Where the headline stands.
    pub title_span: Span,
    /// When it is published.
    pub date: Option<Placed<Moment>>,
    /// When it was last changed in substance.
    pub updated: Option<Box<Placed<Moment>>>,
    /// One or two sentences for listings, feeds and search results.
    pub summary: Box<str>,
    /// The slug, if the editor chose one.
    pub slug: Option<Named>,
    /// Where the text was written.
    pub dateline: Box<str>,
    /// Ids of persons who wrote it.
    pub authors: Box<[Named]>,
    /// Ids of units.
    pub units: Box<[Named]>,
    /// Ids of persons it is about.
    pub people: Box<[Named]>,
    /// Topics: ids or free text.
    pub topics: Box<[Named]>,
    /// Content paths of documents to read besides.
    pub related: Box<[Named]>,
    /// How far the editing has come.
    pub status: Status,
    /// Who approved it.
    pub approved_by: Option<Box<str>>,
    /// Nothing of it exists anywhere before this instant.
    pub embargo: Option<Box<Placed<Moment>>>,
    /// From this instant on it is gone.
    pub expires: Option<Box<Placed<Moment>>>,
    /// The event it tells of.
    pub event: Option<Box<Event>>,
    /// Who received the visit.
    pub host: Box<str>,
    /// Who came.
    pub guest: Box<str>,
    /// Whom the press may call.
    pub contact: Option<Box<Contact>>,
    /// Photos; the first is the lead.
    pub photos: Box<[Photo]>,
    /// The video.
    pub video: Option<Box<Video>>,
    /// Files to download.
    pub attachments: Box<[Attachment]>,
    /// The history of published changes, as written.
    pub changes: Box<[Change]>,
    /// Why and since when it is withdrawn.
    pub withdrawn: Option<Box<Withdrawal>>,
    /// The number in the old system.
    pub legacy_id: Option<Placed<u32>>,
    /// Old addresses, which lead here.
    pub aliases: Box<[Named]>,
    /// Where a republished item comes from.
    pub source: Option<Reference>,
    /// The licence of the text and photos.
    pub license: Box<str>,
    /// What was made with AI.
    pub ai_disclosure: Box<str>,
    /// Pinned until it expires.
    pub urgent: bool,
    /// Paid for: labelled as such.
    pub sponsored: bool,
    /// The release's number.
    pub number: Box<str>,
    /// The claim that a clarification is about.
    pub claim: Box<str>,
    /// What the claim is.
    pub verdict: Box<str>,
    /// What the verdict rests on.
    pub sources: Box<[Reference]>,
    /// A person's office.
    pub role: Box<str>,
    /// The unit above a unit.
    pub parent: Option<Named>,
    /// The newsroom's own fields of this kind.
    pub extra: Box<[(Box<str>, Extra)]>,
}

/// How far the editing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Being written.
    Draft,
    /// Waiting for a second pair of eyes.
    Review,
    /// Free to be published.
    #[default]
    Approved,
}

impl Status {
    /// The words of the front matter.
    pub const NAMES: [(&'static str, Status); 3] =
        [("draft", Status::Draft), ("review", Status::Review), ("approved", Status::Approved)];
}

/// When and where something takes place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Event {
    /// The day, for what has no hours.
    pub date: Option<Moment>,
    /// The start.
    pub start: Option<Moment>,
    /// The end.
    pub end: Option<Moment>,
    /// Where.
    pub place: Box<str>,
    /// How many came.
    pub delegation: u32,
    /// Whether it was called off.
    pub cancelled: bool,
    /// The start that was announced before, if it was moved.
    pub moved_from: Option<Moment>,
    /// How it repeats.
    pub repeat: Option<Box<Repeat>>,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    /// Name.
    pub name: Box<str>,
    /// Telephone, as written.
    pub phone: Box<str>,
    /// E-mail address.
    pub email: Box<str>,
}

/// A photo named in the front matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// The file, relative to the document's folder.
    pub src: Named,
    /// What is to be seen, for those who can't.
    pub alt: Box<str>,
    /// Where that is said, or the photo where it isn't.
    pub alt_span: Span,
    /// The caption.
    pub caption: Box<str>,
    /// Who made it.
    pub credit: Box<str>,
    /// The point that crops keep, as fractions of width and height.
    pub focus: [f32; 2],
}

/// The video of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Video {
    /// Its address.
    pub url: Box<str>,
    /// Its length in seconds.
    pub seconds: u32,
    /// What is said in it.
    pub transcript: Box<str>,
}

/// A file to download.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// The file, relative to the document's folder.
    pub src: Named,
    /// What it is.
    pub title: Box<str>,
    /// Whether it is to be listed: not if the text offers it, or another attachment is the same file.
    pub listed: bool,
}

/// A published change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// When.
    pub date: Moment,
    /// How grave.
    pub kind: ChangeKind,
    /// What was changed, and why.
    pub note: Box<str>,
}

/// How grave a change is (after the Dewan Pers guidelines for online news).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Spelling and the like: not announced.
    Minor,
    /// Something was added.
    Update,
    /// Something was wrong.
    Correction,
    /// Something could be misread.
    Clarification,
    /// Somebody concerned has answered.
    RightOfReply,
}

impl ChangeKind {
    /// The words of the front matter.
    pub const NAMES: [(&'static str, ChangeKind); 5] = [
        ("minor", ChangeKind::Minor),
        ("update", ChangeKind::Update),
        ("correction", ChangeKind::Correction),
        ("clarification", ChangeKind::Clarification),
        ("right-of-reply", ChangeKind::RightOfReply),
    ];

    /// The word of the front matter.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Whether readers of the first version must be told.
    pub fn is_corrective(self) -> bool {
        matches!(self, ChangeKind::Correction | ChangeKind::Clarification | ChangeKind::RightOfReply)
    }
}

/// A withdrawal: the page stays as a notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawal {
    /// Since when.
    pub date: Moment,
    /// Why.
    pub reason: Box<str>,
}

/// A named source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Its name.
    pub name: Box<str>,
    /// Its address, if it has one.
    pub url: Box<str>,
}

/// The value of a newsroom's own field.
#[derive(Clone, Debug, PartialEq)]
pub enum Extra {
    /// Text.
    String(Box<str>),
    /// A whole number.
    Integer(i64),
    /// `true` or `false`.
    Boolean(bool),
    /// A date.
    Date(Moment),
    /// A list of texts.
    Strings(Vec<Box<str>>),
}

impl Document {
    /// The address of what it was taken over from: that is where search engines should lead readers.
    pub fn republished_from(&self) -> Option<&str> {
        self.front.source.as_ref().map(|source| &*source.url).filter(|url| !url.is_empty())
    }

    /// Its text. Asking for it is noted: what shows no more than the front matter is none the worse for
    /// another text.
    pub fn body(&self) -> &Body {
        reads::note(|| Read::new(Of::Body).file(&self.file));
        &self.body
    }

    /// Whether links to places within another reading of the document lead to the same here.
    pub fn has_places_of(&self, other: &Document) -> bool {
        let ids = |document: &Document| -> Vec<Box<str>> {
            document
                .body
                .headings
                .iter()
                .map(|heading| heading.id.clone())
                .chain(document.body.anchors.clone())
                .collect()
        };
        ids(self) == ids(other)
    }

    /// Puts the HTML of the text aside until it is asked for.
    pub fn put_aside(&mut self, aside: &Overflow) {
        self.body.put_aside(aside);
    }

    /// The slug: the editor's, else the one of its name.
    pub fn slug(&self) -> &str {
        self.front.slug.as_ref().map_or(&self.identity.slug, |slug| &slug.value)
    }

    /// Whether there is a page to make of it: without a headline, or an article without its date,
    /// there is none, but what can be read of it is checked all the same.
    pub fn is_complete(&self, kind: &Kind) -> bool {
        !self.front.title.is_empty() && (!kind.is_article() || self.front.date.is_some())
    }

    /// The document's folder, against which its references resolve.
    pub fn folder(&self) -> RelPath {
        self.file.parent()
    }

    /// The document as it stands once withdrawn: headline, dates, history and the reason. What it
    /// said and showed is gone, so that nothing to the right of here can publish it. The days of an
    /// event stay: those who noted it down have to be told that it is off.
    pub fn tombstone(&self) -> Document {
        let front = &self.front;
        Document {
            file: self.file.clone(),
            identity: self.identity.clone(),
            body: Body::default(),
            version: self.version,
            front: Front {
                title: front.title.clone(),
                title_span: front.title_span,
                date: front.date.clone(),
                updated: front.updated.clone(),
                slug: front.slug.clone(),
                units: front.units.clone(),
                changes: front.changes.clone(),
                withdrawn: front.withdrawn.clone(),
                event: front.event.as_deref().map(|event| Box::new(event.cancelled())),
                legacy_id: front.legacy_id.clone(),
                aliases: front.aliases.clone(),
                ..Front::default()
            },
        }
    }
}
