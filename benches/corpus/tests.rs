//! The corpus keeps the rules of a newsroom: lengths, dates, addresses, links.

use std::collections::HashSet;

use crate::article::{Corpus, Kind};
use crate::body::words;
use crate::notation::Notation;
use crate::registers::Registers;

fn corpus(articles: u64) -> Corpus {
    Corpus { articles, seed: 1, registers: Registers::new(1) }
}

#[test]
fn every_register_has_an_address_of_its_own() {
    for ((_, registers), count) in corpus(1).registers.folders().into_iter().zip([40, 300, 200]) {
        assert_eq!(registers.iter().map(|register| &register.id).collect::<HashSet<_>>().len(), count);
    }
}

#[test]
fn articles_keep_to_the_limits() {
    let corpus = corpus(2_000);
    let mut paths = HashSet::new();
    for number in 0..corpus.articles {
        let article = corpus.article(number);
        let words = words(&article.body);
        assert!((250..=650).contains(&words), "{words} words in {}", article.body);
        assert!(article.outline.title.chars().count() <= 110);
        assert!(article.summary.chars().count() <= 200);
        assert!((2014..=2026).contains(&article.outline.date.year()));
        assert!(article.outline.date < jiff::civil::date(2026, 11, 1).at(0, 0, 0, 0));
        assert!(paths.insert(article.outline.path));
    }
}

#[test]
fn links_lead_to_earlier_articles() {
    let corpus = corpus(400);
    let paths: Vec<String> = (0..corpus.articles).map(|number| corpus.outline(number).path).collect();
    let mut links = 0;
    for number in 0..corpus.articles {
        let article = corpus.article(number);
        let linked = article.body.split("](../../../").skip(1).filter_map(|rest| rest.split_once(".md)"));
        for path in linked.map(|(path, _)| path).chain(article.related.iter().map(String::as_str)) {
            assert!(paths[..number as usize].iter().any(|earlier| earlier == path), "{path}");
            links += 1;
        }
    }
    assert!(links > 100);
}

#[test]
fn front_matter_is_toml_and_every_slot_is_filled() {
    let corpus = corpus(500);
    for notation in [Notation::Warta, Notation::Hugo] {
        for number in 0..corpus.articles {
            let article = corpus.article(number);
            let text = notation.article(&article);
            let (front, body) = text.trim_start_matches("+++\n").split_once("+++\n").expect("front matter ends");
            let table: toml::Table = front.parse().expect("front matter is TOML");
            assert_eq!(table["title"].as_str(), Some(article.outline.title.as_str()));
            assert!(!body.contains(['{', '}']) && !article.outline.title.contains('{'));
        }
    }
}

#[test]
fn a_seed_gives_the_same_text_and_another_seed_another() {
    let text = |seed| {
        let corpus = Corpus { articles: 50, seed, registers: Registers::new(seed) };
        (0..50).map(|number| Notation::Warta.article(&corpus.article(number))).collect::<String>()
    };
    assert_eq!(text(1), text(1));
    assert_ne!(text(1), text(2));
}

#[test]
fn all_kinds_appear() {
    let corpus = corpus(400);
    for kind in Kind::ALL {
        assert!((0..corpus.articles).any(|number| corpus.outline(number).kind == kind), "{kind:?}");
    }
}
