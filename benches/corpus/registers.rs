//! The units, people and topics of the newsroom: documents with a paragraph of text.

use jiff::civil::date;

use super::patterns;
use super::random::{Random, Stream};
use super::speech::{self, Cast};
use super::words;

/// One unit, person or topic.
pub struct Register {
    /// Its file's name, which articles refer to.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// All of them.
pub struct Registers {
    /// Offices.
    pub units: Vec<Register>,
    /// People.
    pub people: Vec<Register>,
    /// Topics.
    pub topics: Vec<Register>,
}

impl Registers {
    /// The registers of a seed.
    pub fn new(seed: u64) -> Self {
        let people = pairs(&words::GIVEN_NAMES, &words::FAMILY_NAMES);
        let topics = pairs(&words::SUBJECTS, &words::ASPECTS);
        Self {
            units: registers(seed, 1, words::UNITS.into_iter().map(str::to_owned)),
            people: registers(seed, 2, people.map(|(given, family)| format!("{given} {family}"))),
            topics: registers(seed, 3, topics.map(|(subject, aspect)| format!("{aspect} {subject}"))),
        }
    }

    /// Each folder of the newsroom with what stands in it.
    pub fn folders(&self) -> [(&'static str, &[Register]); 3] {
        [("unit", &self.units), ("tokoh", &self.people), ("topik", &self.topics)]
    }
}

/// Every pair once, neighbours different in both words: the first ones are the popular ones.
fn pairs(
    words: &'static [&'static str],
    others: &'static [&'static str],
) -> impl Iterator<Item = (&'static str, &'static str)> {
    (0..others.len()).flat_map(move |turn| {
        words.iter().enumerate().map(move |(index, word)| (*word, others[(index + turn) % others.len()]))
    })
}

fn registers(seed: u64, group: u64, names: impl Iterator<Item = String>) -> Vec<Register> {
    names
        .zip(0..)
        .map(|(name, number)| {
            let mut random = Random::of(seed, Stream::Register, group * 1_000 + number);
            let text = paragraph(&name, &mut random);
            Register { id: speech::slug(&name, 80), text, name }
        })
        .collect()
}

fn paragraph(name: &str, random: &mut Random) -> String {
    let cast = Cast {
        date: date(random.between(2014, 2020) as i16, 1, 1),
        units: vec!["Sekretariat Daerah"],
        people: vec![name],
        topics: vec![random.pick(&words::SUBJECTS)],
        guest: name,
    };
    let mut text = String::new();
    for pattern in patterns::REGISTERS {
        speech::speak(&mut text, pattern, &cast, random);
        text.push(' ');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}
