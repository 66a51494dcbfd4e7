//! The text of an article, in CommonMark with tables and footnotes.

use std::fmt::Write;

use super::article::{Corpus, Outline};
use super::patterns;
use super::random::{Random, Stream};
use super::speech::{self, Cast};

/// The text of an article: 250 to 650 words.
pub fn markdown(corpus: &Corpus, outline: &Outline) -> String {
    let mut random = Random::of(corpus.seed, Stream::Body, outline.number);
    let cast = outline.cast();
    let target = random.between(250, 530) as usize;
    let headed = random.chance(40);
    let mut extras = extras(&mut random);
    let mut writer = Writer { text: String::new(), cast: &cast, random: &mut random };
    writer.sentence(&patterns::LEADS);
    writer.sentences(2);
    let mut paragraphs = 1;
    while words(&writer.text) < target {
        if headed && paragraphs % 3 == 0 {
            writer.heading();
        }
        let count = writer.random.between(2, 4);
        writer.sentences(count);
        paragraphs += 1;
        match extras.pop() {
            Some(Extra::List) => writer.list(),
            Some(Extra::Table) => writer.table(),
            Some(Extra::Quote) => writer.quote(),
            Some(Extra::Link) if outline.number > 0 => {
                let earlier = corpus.outline(writer.random.below(outline.number));
                writer.link(&earlier);
            }
            Some(Extra::Footnote) => writer.footnote(),
            Some(Extra::Link | Extra::None) | None => {}
        }
    }
    writer.text
}

/// What stands between paragraphs.
enum Extra {
    None,
    List,
    Table,
    Quote,
    Link,
    Footnote,
}

fn extras(random: &mut Random) -> Vec<Extra> {
    let mut extras = vec![Extra::None];
    for (percent, extra) in [
        (25, Extra::List),
        (12, Extra::Table),
        (30, Extra::Quote),
        (45, Extra::Link),
        (15, Extra::Link),
        (8, Extra::Footnote),
    ] {
        if random.chance(percent) {
            let place = random.below(extras.len() as u64 + 1) as usize;
            extras.insert(place, extra);
        }
    }
    extras
}

/// How many words a text has; the marks of tables and lists are none.
pub fn words(text: &str) -> usize {
    text.split_ascii_whitespace().filter(|word| word.bytes().any(|byte| byte.is_ascii_alphanumeric())).count()
}

struct Writer<'a> {
    text: String,
    cast: &'a Cast<'a>,
    random: &'a mut Random,
}

impl Writer<'_> {
    fn sentence(&mut self, patterns: &[&str]) {
        let pattern = self.random.pick(patterns);
        speech::speak(&mut self.text, pattern, self.cast, self.random);
    }

    /// Sentences up to the end of a paragraph.
    fn sentences(&mut self, count: u64) {
        for _ in 0..count {
            if !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.sentence(&patterns::SENTENCES);
        }
        self.text.push_str("\n\n");
    }

    fn heading(&mut self) {
        self.text.push_str("## ");
        self.sentence(&patterns::HEADINGS);
        self.text.push_str("\n\n");
    }

    fn list(&mut self) {
        let numbered = self.random.chance(30);
        for number in 1..=self.random.between(3, 5) {
            if numbered {
                let _ = write!(self.text, "{number}. ");
            } else {
                self.text.push_str("- ");
            }
            self.sentence(&patterns::POINTS);
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn table(&mut self) {
        self.text.push_str("| Wilayah | Sasaran | Selesai | Biaya |\n|---|---|--:|--:|\n");
        for _ in 0..self.random.between(3, 6) {
            self.sentence(&["| {district} | {object} | {percent} persen | {rupiah} |"]);
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn quote(&mut self) {
        if self.random.chance(30) {
            self.text.push_str("> ");
            self.sentence(&patterns::QUOTES);
            self.text.push_str(".\n\n");
        } else {
            self.text.push('“');
            self.sentence(&patterns::QUOTES);
            self.sentence(&[",” kata {person} di {place}.", ",” ujar {person} {time}."]);
            self.text.push_str("\n\n");
        }
    }

    fn link(&mut self, earlier: &Outline) {
        let opening = self.random.pick(&["Kabar sebelumnya", "Baca pula", "Latar belakangnya ada dalam warta"]);
        let _ = write!(self.text, "{opening} [{}](../../../{}.md).\n\n", earlier.title, earlier.path);
    }

    /// A footnote on the paragraph above.
    fn footnote(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        self.text.push_str("[^sumber]\n\n[^sumber]: ");
        self.sentence(&["Catatan {unit}, dikutip di {place}, {date}."]);
        self.text.push_str("\n\n");
    }
}
