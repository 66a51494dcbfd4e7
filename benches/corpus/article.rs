//! One article: its outline, which other articles link to, and the fields of its front matter.
//!
//! Everything is a function of the corpus and the article's number, so that articles can be made
//! in any order, on any number of threads, and any of them can name an earlier one.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use super::body;
use super::patterns;
use super::random::{Random, Stream};
use super::registers::{Register, Registers};
use super::speech::{self, Cast};
use super::words;

/// A newsroom to be written.
pub struct Corpus {
    /// How many articles it has.
    pub articles: u64,
    /// What it is made from.
    pub seed: u64,
    /// Its units, people and topics.
    pub registers: Registers,
}

const FIRST_DAY: Date = date(2014, 11, 1);
const DAYS: u64 = 4_382;
const FIRST_EXPIRING: Date = date(2026, 8, 1);

/// The kinds of articles that the corpus has; photo stories and videos need files of their own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// berita
    News,
    /// siaran-pers
    PressRelease,
    /// kunjungan
    Visit,
    /// pengumuman
    Announcement,
    /// agenda
    Agenda,
    /// klarifikasi
    Clarification,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::News, Self::PressRelease, Self::Visit, Self::Announcement, Self::Agenda, Self::Clarification];

    fn random(random: &mut Random) -> Self {
        match random.below(100) {
            0..42 => Self::News,
            42..66 => Self::PressRelease,
            66..78 => Self::Visit,
            78..89 => Self::Announcement,
            89..96 => Self::Agenda,
            _ => Self::Clarification,
        }
    }

    /// The folder of the kind.
    pub fn folder(self) -> &'static str {
        match self {
            Self::News => "berita",
            Self::PressRelease => "siaran-pers",
            Self::Visit => "kunjungan",
            Self::Announcement => "pengumuman",
            Self::Agenda => "agenda",
            Self::Clarification => "klarifikasi",
        }
    }

    /// The title of its listing.
    pub fn label(self) -> &'static str {
        match self {
            Self::News => "Berita",
            Self::PressRelease => "Siaran pers",
            Self::Visit => "Kunjungan",
            Self::Announcement => "Pengumuman",
            Self::Agenda => "Agenda",
            Self::Clarification => "Klarifikasi",
        }
    }

    fn titles(self) -> &'static [&'static str] {
        match self {
            Self::News => &patterns::NEWS_TITLES,
            Self::PressRelease => &patterns::RELEASE_TITLES,
            Self::Visit => &patterns::VISIT_TITLES,
            Self::Announcement => &patterns::ANNOUNCEMENT_TITLES,
            Self::Agenda => &patterns::AGENDA_TITLES,
            Self::Clarification => &patterns::CLARIFICATION_TITLES,
        }
    }
}

/// What another article needs to know to link to this one.
pub struct Outline<'a> {
    /// Its number in the corpus.
    pub number: u64,
    /// Its kind.
    pub kind: Kind,
    /// When it is published, in the newsroom's timezone.
    pub date: DateTime,
    /// Its title.
    pub title: String,
    /// Its file below content/, without `.md`.
    pub path: String,
    /// Its units.
    pub units: Vec<&'a Register>,
    /// The people in it.
    pub people: Vec<&'a Register>,
    /// Its topics.
    pub topics: Vec<&'a Register>,
    /// Who visits.
    pub guest: &'static str,
}

impl Outline<'_> {
    /// What its texts are about.
    pub fn cast(&self) -> Cast<'_> {
        Cast {
            date: self.date.date(),
            units: self.units.iter().map(|unit| unit.name.as_str()).collect(),
            people: self.people.iter().map(|person| person.name.as_str()).collect(),
            topics: self.topics.iter().map(|topic| topic.name.as_str()).collect(),
            guest: self.guest,
        }
    }
}

/// A whole article.
pub struct Article<'a> {
    /// What others know of it.
    pub outline: Outline<'a>,
    /// Its summary.
    pub summary: String,
    /// The part of the city that it is written from.
    pub dateline: &'static str,
    /// Paths of the articles that the editor recommends; mostly none.
    pub related: Vec<String>,
    /// Where its event takes place.
    pub place: &'static str,
    /// When its event takes place: before a report, after an invitation.
    pub event: DateTime,
    /// How many visitors came.
    pub delegation: u64,
    /// When an announcement stops being one: only recent ones say so, and none is over yet.
    pub expires: Option<DateTime>,
    /// Whether it is an urgent announcement.
    pub urgent: bool,
    /// What a clarification answers.
    pub claim: String,
    /// What it says of it.
    pub verdict: &'static str,
    /// Its text, in Markdown.
    pub body: String,
}

impl Corpus {
    /// The outline of an article.
    pub fn outline(&self, number: u64) -> Outline<'_> {
        let mut random = Random::of(self.seed, Stream::Outline, number);
        let kind = Kind::random(&mut random);
        let day = FIRST_DAY.saturating_add(((number * DAYS / self.articles) as i64).days());
        let (hour, minute) = (random.between(7, 18), random.below(12) * 5);
        let mut outline = Outline {
            number,
            kind,
            date: day.at(hour as i8, minute as i8, 0, 0),
            title: String::new(),
            path: String::new(),
            units: some(&self.registers.units, 2, &mut random),
            people: some(&self.registers.people, 3, &mut random),
            topics: some(&self.registers.topics, 3, &mut random),
            guest: random.pick(&words::GUESTS),
        };
        outline.title = speech::short(kind.titles(), 110, &outline.cast(), &mut random);
        let slug = speech::slug(&outline.title, 60);
        outline.path = format!("{}/{}/{:02}/{slug}-{number}", kind.folder(), day.year(), day.month());
        outline
    }

    /// A whole article.
    pub fn article(&self, number: u64) -> Article<'_> {
        let outline = self.outline(number);
        let mut random = Random::of(self.seed, Stream::Fields, number);
        let cast = outline.cast();
        let summary = speech::short(&patterns::SUMMARIES, 200, &cast, &mut random);
        let claim = speech::short(&patterns::CLAIMS, 200, &cast, &mut random);
        drop(cast);
        let recommended = if number > 0 && random.chance(4) { random.between(1, 2) } else { 0 };
        let mut related: Vec<String> = (0..recommended).map(|_| self.outline(random.below(number)).path).collect();
        related.dedup();
        let away = (random.between(1, 14) as i64).days();
        let event =
            if outline.kind == Kind::Visit { outline.date.date() } else { outline.date.date().saturating_add(away) };
        Article {
            summary,
            dateline: random.pick(&words::DISTRICTS),
            related,
            place: random.pick(&words::PLACES),
            event: event.at(random.between(8, 15) as i8, 0, 0, 0),
            delegation: random.between(6, 45),
            expires: (outline.kind == Kind::Announcement && outline.date.date() >= FIRST_EXPIRING)
                .then(|| outline.date.saturating_add(180.days())),
            urgent: outline.kind == Kind::Announcement && random.chance(3),
            claim,
            verdict: random.pick(&["salah", "menyesatkan", "benar"]),
            body: body::markdown(self, &outline),
            outline,
        }
    }
}

fn some<'a>(registers: &'a [Register], most: u64, random: &mut Random) -> Vec<&'a Register> {
    let count = random.between(1, most);
    random.popular(count, registers.len()).into_iter().map(|index| &registers[index]).collect()
}
