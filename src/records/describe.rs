//! Questions in words, for those who want to know why a page was made again.

use super::Asked;
use crate::diagnostic::Text;
use crate::reads::{NONE, Of};
use crate::text;

impl Asked {
    /// The question in words.
    pub fn describe(&self) -> Text {
        let (id, en) = words(self.read.of);
        let named = |name: &str| name.split_once(':').map_or(name, |(_, name)| name).to_owned();
        let mut about: Vec<String> =
            [&self.document, &self.term].into_iter().flatten().map(|name| named(name)).collect();
        about.extend(self.read.name.as_deref().filter(|name| !name.is_empty()).map(str::to_owned));
        let numbers = self.read.numbers.iter().filter(|number| **number != NONE).map(i32::to_string);
        about.extend(numbers.reduce(|all, one| format!("{all}–{one}")).filter(|_| self.read.of.is_part()));
        let about = about.join(" ");
        if about.is_empty() { Text::new(id.to_owned(), en.to_owned()) } else { text!("{id}: {about}", "{en}: {about}") }
    }
}

fn words(of: Of) -> (&'static str, &'static str) {
    match of {
        Of::Now => ("waktu situs dibuat", "the instant of the build"),
        Of::Head => ("data naskah", "front matter"),
        Of::Body => ("isi naskah", "text of a document"),
        Of::Documents => ("semua naskah", "all documents"),
        Of::Named => ("naskah dengan nama", "the document called"),
        Of::Articles | Of::Listing => ("artikel dalam daftar", "articles of a listing"),
        Of::Count => ("jumlah artikel dalam daftar", "number of articles in a listing"),
        Of::Corrected => ("artikel yang diralat", "corrected articles"),
        Of::Sponsored => ("artikel berbayar", "sponsored articles"),
        Of::Corrections => ("ralat", "corrections"),
        Of::Neighbours => ("artikel sebelum dan sesudah", "articles before and after"),
        Of::Related => ("baca juga", "articles to read besides"),
        Of::Kinds => ("jenis yang ada artikelnya", "kinds that have articles"),
        Of::Months => ("bulan yang ada artikelnya", "months that have articles"),
        Of::Terms => ("semua unit, tokoh, topik", "all units, people, topics"),
        Of::Term => ("unit, tokoh, atau topik", "unit, person or topic"),
        Of::TermFace | Of::TermNamed => ("nama unit, tokoh, atau topik", "name of a unit, person or topic"),
        Of::TermView => ("keterangan unit, tokoh, atau topik", "what is shown of a unit, person or topic"),
        Of::FindTerm => ("unit, tokoh, atau topik bernama", "the unit, person or topic called"),
        Of::TermList => ("daftar unit, tokoh, atau topik", "list of units, people or topics"),
        Of::Upcoming => ("agenda mendatang", "coming events"),
        Of::NextTime => ("waktu berikutnya dari agenda", "next time of an event"),
        Of::Calendar => ("acara dalam kalender", "events of a calendar"),
        Of::Fresh => ("berita dua hari terakhir", "news of the last two days"),
        Of::Place => ("alamat naskah", "address of a document"),
        Of::Address => ("apa yang ada di alamat", "what stands at an address"),
        Of::Lookup => ("halaman di alamat", "the page at an address"),
        Of::TermPlace => ("alamat unit, tokoh, atau topik", "address of a unit, person or topic"),
        Of::Picture => ("ukuran-ukuran gambar", "sizes of a picture"),
        Of::PicturesOf => ("gambar dalam naskah", "pictures of a document"),
        Of::Media => ("berkas", "file"),
        Of::AllMedia => ("semua berkas", "all files"),
        Of::Attachment => ("alamat lampiran", "address of an attachment"),
        Of::Share => ("gambar untuk dibagikan", "image for sharing"),
        Of::MediaPage => ("alamat halaman media", "address of the page for journalists"),
        Of::Routes => ("semua alamat", "all addresses"),
        Of::Indexable => ("halaman untuk mesin pencari", "pages for search engines"),
        Of::Feeds => ("semua umpan", "all feeds"),
        Of::Redirects => ("alamat lama", "old addresses"),
        Of::SearchParts => ("bagian indeks pencarian", "parts of the search index"),
        Of::Size => ("ukuran berkas foto", "size of a photo's file"),
        Of::Card => ("kartu artikel", "card of an article"),
        Of::Frame => ("menu dan kaki halaman", "menu and footer"),
        Of::Section => ("keterangan jenis", "what is shown of a kind"),
        Of::SectionFeeds => ("umpan jenis", "feeds of a kind"),
        Of::AllFeeds => ("daftar umpan", "list of feeds"),
        Of::MediaView => ("isi halaman media", "content of the page for journalists"),
        Of::Facts => ("keterangan artikel dalam umpan", "what feeds say of an article"),
    }
}
