//! The shape of a kind's addresses, such as `/{kind}/{year}/{month}/{slug}/`.

use super::Class;
use crate::path::is_reserved_on_windows;

/// A checked pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permalink {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Kind,
    Year,
    Month,
    Day,
    Slug,
    Id,
}

/// What a pattern is filled with.
#[derive(Clone, Copy, Debug)]
pub struct PermalinkParts<'a> {
    /// The kind's folder.
    pub kind: &'a str,
    /// Year, month and day in the newsroom's zone; absent for what has no date.
    pub date: Option<(i16, i8, i8)>,
    /// The slug.
    pub slug: &'a str,
    /// The number from the old system, if any.
    pub legacy_id: Option<u32>,
}

impl Permalink {
    /// The placeholders that may stand in a pattern.
    pub const PLACEHOLDERS: [&'static str; 6] = ["kind", "year", "month", "day", "slug", "id"];

    /// Reads a pattern; the error is the placeholder that does not exist, or what else is wrong.
    pub fn parse(pattern: &str) -> Result<Permalink, PermalinkFault> {
        let mut pieces = Vec::new();
        let mut rest = pattern.trim().trim_matches('/');
        while let Some(open) = rest.find('{') {
            let close = rest[open..].find('}').ok_or(PermalinkFault::Unclosed)? + open;
            pieces.push(Piece::Text(rest[..open].to_owned()));
            pieces.push(match &rest[open + 1..close] {
                "kind" => Piece::Kind,
                "year" => Piece::Year,
                "month" => Piece::Month,
                "day" => Piece::Day,
                "slug" => Piece::Slug,
                "id" => Piece::Id,
                other => return Err(PermalinkFault::Placeholder(other.to_owned())),
            });
            rest = &rest[close + 1..];
        }
        pieces.push(Piece::Text(rest.to_owned()));
        if !pieces.iter().any(|piece| matches!(piece, Piece::Slug | Piece::Id)) {
            return Err(PermalinkFault::NoSlug);
        }
        let fixed = |piece: &Piece| match piece {
            Piece::Text(text) => {
                text.contains(|c: char| c.is_control() || "\\}?#%<>:\"|*".contains(c))
                    || text.split('/').any(|name| name.starts_with('.') || name.ends_with('.'))
            }
            _ => false,
        };
        if pieces.iter().any(fixed) {
            return Err(PermalinkFault::Characters);
        }
        let names = pattern.split('/').filter(|name| !name.contains('{'));
        if let Some(name) = names.into_iter().find(|name| is_reserved_on_windows(name)) {
            return Err(PermalinkFault::Reserved(name.to_owned()));
        }
        Ok(Permalink { pieces })
    }

    /// The pattern of a class that site.toml says nothing about.
    pub fn default_of(class: Class) -> Permalink {
        let pieces = match class {
            Class::Article => {
                let slash = || Piece::Text("/".to_owned());
                vec![Piece::Kind, slash(), Piece::Year, slash(), Piece::Month, slash(), Piece::Slug]
            }
            Class::Page => vec![Piece::Slug],
            Class::Unit | Class::Person | Class::Topic => vec![Piece::Kind, Piece::Text("/".to_owned()), Piece::Slug],
        };
        Permalink { pieces }
    }

    /// The address without its outer slashes. Parts that a document lacks vanish.
    pub fn fill(&self, parts: PermalinkParts<'_>) -> String {
        use std::fmt::Write;
        let mut path = String::with_capacity(64);
        for piece in &self.pieces {
            let (year, month, day) = parts.date.unwrap_or_default();
            // Writing into a String can't fail.
            let _ = match piece {
                Piece::Text(text) => path.write_str(text),
                Piece::Kind => path.write_str(parts.kind),
                Piece::Slug => path.write_str(parts.slug),
                Piece::Id => match parts.legacy_id {
                    Some(id) => write!(path, "{id}"),
                    None => path.write_str(parts.slug),
                },
                _ if parts.date.is_none() => Ok(()),
                Piece::Year => write!(path, "{year:04}"),
                Piece::Month => write!(path, "{month:02}"),
                Piece::Day => write!(path, "{day:02}"),
            };
        }
        path
    }
}

/// Why a pattern is not one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PermalinkFault {
    /// A `{` without its `}`.
    Unclosed,
    /// A placeholder that does not exist.
    Placeholder(String),
    /// Neither `{slug}` nor `{id}`: every document would have the same address.
    NoSlug,
    /// A name that Windows keeps for a device: what is published could not be stored there.
    Reserved(String),
    /// `..` or a character that addresses can't hold.
    Characters,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_filled_and_a_bad_one_is_refused() {
        let parts = PermalinkParts { kind: "berita", date: Some((2026, 3, 9)), slug: "banjir", legacy_id: None };
        assert_eq!(Permalink::default_of(Class::Article).fill(parts), "berita/2026/03/banjir");
        let pattern = Permalink::parse("/baca/{year}-{day}/{id}/").unwrap();
        assert_eq!(pattern.fill(parts), "baca/2026-09/banjir");
        assert_eq!(pattern.fill(PermalinkParts { legacy_id: Some(7), ..parts }), "baca/2026-09/7");
        assert_eq!(Permalink::parse("/{tahun}/{slug}/"), Err(PermalinkFault::Placeholder("tahun".into())));
        assert_eq!(Permalink::parse("/{year}/"), Err(PermalinkFault::NoSlug));
        assert_eq!(Permalink::parse("/con/{slug}/"), Err(PermalinkFault::Reserved("con".into())));
        assert!(Permalink::parse("/con{year}/con-{slug}/").is_ok());
        assert_eq!(Permalink::parse("/../{slug}/"), Err(PermalinkFault::Characters));
    }
}
