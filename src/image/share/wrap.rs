//! Breaking a headline into lines. It may become small, but it is never cut.

use super::breaks::{Break, Kind, breaks};
use super::fonts::Weight;
use super::shape::{Line, legible, line, reads_leftward};

/// A text in lines, and the size at which they fit. All lengths are in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrapped {
    /// The font size.
    pub size: f32,
    /// The lines, which together are everything of the text that can be drawn. None if nothing of
    /// it can be that is worth reading.
    pub lines: Vec<String>,
    /// How wide the widest line is.
    pub width: f32,
    /// From one baseline to the next: more where letters stand high or hang low.
    pub leading: f32,
    /// How far the first line rises above its baseline, by a Latin ascender at the least.
    pub rise: f32,
    /// How far the last line drops below its baseline, by a Latin descender at the least.
    pub drop: f32,
    /// Whether the text is read from right to left.
    pub leftward: bool,
}

/// What a size is multiplied by to get the next smaller one when none of the given ones is enough.
const SHRINK: f32 = 0.94;

/// The smallest size in pixels.
const SMALLEST: f32 = 1.0;

/// The distance of baselines, of an ascender and of a descender, of Latin letters, in ems.
const LATIN: (f32, f32, f32) = (1.16, 0.76, 0.24);

/// So many places to end a line are no headline's: they are not weighed against each other.
const MANY: usize = 300;

/// What is left free between the lowest of one line and the highest of the next, in ems.
const GAP: f32 = 0.1;

/// Breaks a text into lines of at most `width` pixels, at the largest of `sizes` (in pixels) at
/// which `lines` of them are enough, or at a smaller one where it must be. Lines end at spaces,
/// hyphens and soft hyphens, in scripts without spaces between letters, and within a word only
/// where it is longer than a line at every size. They are as even as their number allows.
///
/// Letters that none of the typefaces has are left out; if no letter, digit or symbol remains, no
/// line does.
pub fn wrap(text: &str, width: f32, sizes: &[f32], lines: usize, weight: Weight) -> Wrapped {
    let text = legible(text);
    let text = text.trim();
    let leftward = reads_leftward(text);
    let mut sizes: Vec<f32> = sizes.iter().copied().filter(|size| size.is_finite() && *size >= SMALLEST).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    if !text.chars().any(is_worth_reading) {
        return Wrapped::new(sizes.first().copied().unwrap_or(SMALLEST), Vec::new(), leftward);
    }
    let measured = Measured::new(text, weight, leftward);
    let given = |within| sizes.iter().map(move |size| (*size, within));
    let smaller = std::iter::successors(sizes.last().map(|size| size * SHRINK), |size| Some(size * SHRINK));
    let smaller = smaller.take_while(|size| *size >= SMALLEST).map(|size| (size, true));
    for (size, within_words) in given(false).chain(given(true)).chain(smaller) {
        if let Some(lines) = measured.fit(width / size, lines.max(1), within_words) {
            return Wrapped::new(size, lines, leftward);
        }
    }
    // A book, or a line that is no wider than a letter.
    let lines = measured.fit(width / SMALLEST, usize::MAX, true);
    Wrapped::new(SMALLEST, lines.unwrap_or_else(|| vec![measured.shaped(measured.text.clone())]), leftward)
}

impl Wrapped {
    fn new(size: f32, lines: Vec<(String, Line)>, leftward: bool) -> Wrapped {
        let inks: Vec<(f32, f32)> = lines.iter().map(|(_, line)| line.ink()).collect();
        let apart = inks.windows(2).map(|pair| pair[0].1 + pair[1].0 + GAP);
        Wrapped {
            size,
            width: lines.iter().map(|(_, line)| line.width * size).fold(0.0, f32::max),
            leading: apart.fold(LATIN.0, f32::max) * size,
            rise: inks.first().map_or(0.0, |ink| ink.0).max(LATIN.1) * size,
            drop: inks.last().map_or(0.0, |ink| ink.1).max(LATIN.2) * size,
            lines: lines.into_iter().map(|(text, _)| text).collect(),
            leftward,
        }
    }
}

/// Whether a character says something by itself: a letter, a digit, a symbol or an emoji.
fn is_worth_reading(c: char) -> bool {
    c.is_alphanumeric() || c > '\u{20ff}'
}

/// A way to set the lines so far.
#[derive(Clone, Copy)]
struct Way {
    /// How uneven they are.
    cost: f32,
    /// The place where the line before the last one ends.
    from: usize,
}

/// A text whose letters are measured, in ems.
struct Measured {
    text: String,
    weight: Weight,
    leftward: bool,
    /// How wide the text is up to each byte.
    edges: Vec<f32>,
    hyphen: f32,
    breaks: Vec<Break>,
}

impl Measured {
    fn new(text: &str, weight: Weight, leftward: bool) -> Measured {
        let mut whole = String::with_capacity(text.len());
        let mut soft = Vec::new();
        for part in text.split('\u{ad}') {
            soft.push(whole.len());
            whole.push_str(part);
        }
        let shaped = line(&whole, weight, leftward, 0.0);
        let mut advances = vec![0.0; whole.len()];
        let mut starts = vec![false; whole.len() + 1];
        for run in &shaped.runs {
            for glyph in &run.glyphs {
                let advance = glyph.advance as f32 / run.face.em;
                advances.get_mut(glyph.cluster).into_iter().for_each(|sum| *sum += advance);
                starts.get_mut(glyph.cluster).into_iter().for_each(|start| *start = true);
            }
        }
        let sums = advances.iter().scan(0.0, |sum, advance| {
            *sum += advance;
            Some(*sum)
        });
        let edges = std::iter::once(0.0).chain(sums).collect();
        let breaks = breaks(&whole, &soft, &starts);
        Measured { text: whole, weight, leftward, edges, hyphen: line("-", weight, false, 0.0).width, breaks }
    }

    /// The lines, none of them wider than `limit` ems; none if there would be more than `most`.
    fn fit(&self, limit: f32, most: usize, within_words: bool) -> Option<Vec<(String, Line)>> {
        // What was measured is the whole text: a line by itself may be kerned or joined otherwise.
        [1.0, 0.99, 0.97, 0.94].into_iter().find_map(|share| {
            let ends = self.fill(limit * share, most, within_words)?;
            let ends = if within_words { ends } else { self.even(ends, limit * share) };
            let lines: Vec<(String, Line)> = self.cut(&ends).map(|text| self.shaped(text)).collect();
            lines.iter().all(|(_, line)| line.width <= limit).then_some(lines)
        })
    }

    fn shaped(&self, text: String) -> (String, Line) {
        let line = line(&text, self.weight, self.leftward, 0.0);
        (text, line)
    }

    /// Puts as much into each line as there is room for: the places of the breaks.
    fn fill(&self, limit: f32, most: usize, within_words: bool) -> Option<Vec<usize>> {
        let mut ends = Vec::new();
        let (mut start, mut first) = (0, 0);
        while start < self.text.len() {
            let mut best = None;
            for (place, at) in self.breaks.iter().enumerate().skip(first) {
                if !self.allows(at, limit, within_words) {
                    continue;
                }
                if self.width(start, at.end) + self.hyphen(at) <= limit {
                    best = Some((place, at.next));
                } else if self.width(start, at.end) > limit {
                    break;
                }
            }
            let (place, next) = best.filter(|_| ends.len() < most)?;
            ends.push(place);
            (start, first) = (next, place + 1);
        }
        Some(ends)
    }

    /// The same number of lines, as even as they can be: the sum of the squares of their widths is
    /// the least. `ends` is one way to fill them.
    fn even(&self, ends: Vec<usize>, limit: f32) -> Vec<usize> {
        let places: Vec<usize> =
            (0..self.breaks.len()).filter(|at| self.allows(&self.breaks[*at], limit, false)).collect();
        if places.len() > MANY || ends.len() < 2 {
            return ends;
        }
        // The best way for the next line to end at a place, and the place where the one above it ends.
        let reach = |above: Option<&Vec<Option<Way>>>, to: usize| {
            let end = &self.breaks[places[to]];
            let way = |cost: f32, start: usize, from: usize| {
                let width = self.width(start, end.end) + self.hyphen(end);
                (width <= limit).then_some(Way { cost: cost + width * width, from })
            };
            let Some(above) = above else { return way(0.0, 0, 0) };
            let ways = (0..to).filter_map(|from| way(above[from]?.cost, self.breaks[places[from]].next, from));
            ways.min_by(|a, b| a.cost.total_cmp(&b.cost))
        };
        let mut ways: Vec<Vec<Option<Way>>> = Vec::with_capacity(ends.len());
        for _ in &ends {
            let row = (0..places.len()).map(|to| reach(ways.last(), to)).collect();
            ways.push(row);
        }
        let mut found = Vec::with_capacity(ends.len());
        let mut at = places.len() - 1;
        for row in ways.iter().rev() {
            let Some(way) = row[at] else { return ends };
            found.push(places[at]);
            at = way.from;
        }
        found.reverse();
        found
    }

    /// Whether a line may end there: between letters only if the word is longer than a line.
    fn allows(&self, at: &Break, limit: f32, within_words: bool) -> bool {
        match at.kind {
            Kind::Plain | Kind::Soft => true,
            Kind::Inside { from, to, unspaced } => (unspaced || within_words) && self.width(from, to) > limit,
        }
    }

    fn hyphen(&self, at: &Break) -> f32 {
        if matches!(at.kind, Kind::Soft) { self.hyphen } else { 0.0 }
    }

    fn width(&self, from: usize, to: usize) -> f32 {
        let edge = |at: usize| self.edges.get(at).copied().unwrap_or_default();
        edge(to) - edge(from)
    }

    fn cut(&self, ends: &[usize]) -> impl Iterator<Item = String> {
        let mut start = 0;
        let places = ends.iter().filter_map(|place| self.breaks.get(*place));
        places.map(move |at| {
            let mut line = self.text.get(start..at.end).unwrap_or_default().to_owned();
            if matches!(at.kind, Kind::Soft) {
                line.push('-');
            }
            start = at.next;
            line
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [f32; 4] = [72.0, 60.0, 50.0, 42.0];

    fn lines(text: &str, width: f32) -> Vec<String> {
        wrap(text, width, &SIZES, 4, Weight::Bold).lines
    }

    #[test]
    fn a_headline_of_110_letters_stays_large() {
        let title = "Pemerintah Kota Ranuwening Resmikan Rumah Pompa Muarasendang dan Perkuat Sistem Peringatan Dini Banjir Kotanya";
        assert_eq!(title.len(), 110);
        let wrapped = wrap(title, 1056.0, &SIZES, 4, Weight::Bold);
        assert_eq!((wrapped.size, wrapped.lines.len(), wrapped.leftward), (60.0, 4, false));
        assert_eq!(wrapped.lines.join(" "), title);
        assert!(wrapped.leading > wrapped.size && wrapped.rise < wrapped.size && wrapped.drop > 0.0);
    }

    #[test]
    fn few_words_are_as_large_as_can_be_and_lines_even() {
        let wrapped = wrap("Kabupaten Paser Pelajari Kemitraan Media", 800.0, &SIZES, 3, Weight::Bold);
        assert_eq!(
            (wrapped.size, wrapped.lines.join("|").as_str()),
            (72.0, "Kabupaten|Paser Pelajari|Kemitraan Media")
        );
        assert_eq!(wrap("Kota", 800.0, &SIZES, 3, Weight::Bold).lines, ["Kota"]);
    }

    #[test]
    fn lines_end_at_hyphens_but_not_after_short_prefixes() {
        assert_eq!(
            lines("Pembangunan berkesinambungan-berkelanjutan", 640.0)[1..],
            ["berkesinambungan-", "berkelanjutan"]
        );
        assert_eq!(lines("Lomba Menulis se-Ranuwening", 640.0), ["Lomba Menulis", "se-Ranuwening"]);
        assert_eq!(lines("Ber\u{ad}kesinam\u{ad}bungan", 540.0), ["Berkesinam-", "bungan"]);
        assert_eq!(lines("Ber\u{ad}kesinam\u{ad}bungan", 900.0), ["Berkesinambungan"]);
    }

    #[test]
    fn dashes_and_emoji_stay_with_the_words_before_them() {
        assert_eq!(lines("Pekan Literasi – Pandanlawas", 470.0), ["Pekan", "Literasi –", "Pandanlawas"]);
        assert_eq!(lines("Awas Banjir 🌊 Pandanlawas", 500.0), ["Awas", "Banjir 🌊", "Pandanlawas"]);
    }

    #[test]
    fn a_word_is_parted_only_where_it_fits_no_line() {
        let word = "Mempertanggungjawabkanketidakberkesinambungannyapembangunan";
        let wrapped = wrap(&format!("{word} Kota"), 1000.0, &SIZES, 4, Weight::Bold);
        assert_eq!(wrapped.size, 72.0);
        assert_eq!(wrapped.lines.concat(), format!("{word} Kota"));
        assert_eq!(wrap("Pertanggungjawaban", 600.0, &SIZES, 4, Weight::Bold).lines, ["Pertanggungjawaban"]);
    }

    #[test]
    fn what_does_not_fit_becomes_smaller_and_is_never_cut() {
        let text = "Sungai dan banjir ".repeat(40);
        let wrapped = wrap(&text, 600.0, &SIZES, 3, Weight::Regular);
        assert!(wrapped.size < 42.0 && wrapped.lines.len() <= 3);
        assert_eq!(wrapped.lines.join(" "), text.trim());
        let book = wrap(&"kata ".repeat(20_000), 600.0, &SIZES, 3, Weight::Regular);
        assert_eq!((book.size, book.lines.concat().matches("kata").count()), (1.0, 20_000));
        for (width, sizes) in
            [(0.0, &SIZES[..]), (f32::NAN, &SIZES[..]), (600.0, &[][..]), (600.0, &[f32::NAN, -1.0][..])]
        {
            assert_eq!(wrap("Kota Ranuwening", width, sizes, 0, Weight::Bold).lines.join(" "), "Kota Ranuwening");
        }
    }

    #[test]
    fn nothing_worth_reading_is_no_line() {
        for text in ["", " \n ", "東京都", "東京 – 「大阪」", "…", "\u{202e}\u{200b}"] {
            assert_eq!(wrap(text, 600.0, &SIZES, 2, Weight::Bold).lines, Vec::<String>::new(), "{text}");
        }
        assert_eq!(lines("Delegasi 東京\tKunjungi\u{202e} Kota", 900.0), ["Delegasi Kunjungi Kota"]);
    }

    #[cfg(feature = "scripts")]
    #[test]
    fn javanese_is_parted_between_letters_and_arabic_read_leftward() {
        let text = "ꦱꦸꦒꦼꦁꦫꦮꦸꦃꦲꦶꦁꦏꦸꦛꦫꦤꦸꦮꦼꦤꦶꦁ꧈ꦥꦼꦏꦤ꧀ꦧꦸꦢꦪꦗꦮꦢꦶꦧꦸꦏ";
        let wrapped = wrap(text, 700.0, &SIZES, 4, Weight::Bold);
        assert_eq!((wrapped.size, wrapped.lines.concat().as_str()), (72.0, text));
        assert!(wrapped.lines.iter().all(|line| !line.ends_with('꧀') && !line.starts_with('꧈')), "{:?}", wrapped.lines);
        assert!(wrapped.leading > 1.4 * wrapped.size, "what hangs low is free of what stands high");
        assert_eq!(lines("Beraksara Jawa (ꦲꦏ꧀ꦱꦫꦗꦮ) Terpasang", 640.0), ["Beraksara Jawa", "(ꦲꦏ꧀ꦱꦫꦗꦮ)", "Terpasang"]);
        assert!(wrap("القرآن الكريم 2026", 600.0, &SIZES, 2, Weight::Bold).leftward);
        assert!(!wrap("Mushaf القرآن", 600.0, &SIZES, 2, Weight::Bold).leftward);
    }
}
