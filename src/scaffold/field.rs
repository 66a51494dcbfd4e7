//! The fields of front matter as an archetype writes them: with a word of explanation and an
//! empty value, so that `warta check` names whatever was not filled in.

/// One key of front matter.
pub struct Field {
    /// The key, dotted where it belongs to a table.
    pub key: &'static str,
    /// What goes there, in Indonesian, one comment a line.
    pub note: &'static str,
    /// A TOML value to begin with; `@DATE@` and `@DAY@` stand for the document's date, `@LATER@` for a
    /// month after it.
    pub value: &'static str,
}

const fn field(key: &'static str, note: &'static str, value: &'static str) -> Field {
    Field { key, note, value }
}

/// The note of a key that only the newsroom itself knows.
pub const OWN_NOTE: &str = "Wajib menurut site.toml redaksi ini.";

/// Every field that an archetype may hold.
pub const FIELDS: &[Field] = &[
    field("date", "Waktu terbit: sebelum waktu ini tulisan tidak tampil di mana pun.", "@DATE@"),
    field("summary", "Ringkasan satu atau dua kalimat, paling panjang 200 karakter.", r#""""#),
    field(
        "status",
        "draft: masih ditulis; review: menunggu persetujuan; approved: boleh terbit.\nSelama belum approved, tulisan ini tidak terbit.",
        r#""draft""#,
    ),
    field("approved_by", "Nama orang yang menyetujui tulisan ini.", r#""""#),
    field("claim", "Kabar yang beredar, dikutip seadanya.", r#""""#),
    field("verdict", "Kesimpulan redaksi, misalnya \"Tidak benar\".", r#""""#),
    field("sources", "Sumber yang mendasari kesimpulan: nama dan alamat webnya.", r#"[{ name = "", url = "" }]"#),
    field("event.date", "Hari acara atau kunjungan berlangsung.", "@DAY@"),
    field("event.start", "Waktu acara dimulai.", "@DATE@"),
    field("event.end", "Waktu acara selesai.", "@DATE@"),
    field("event.place", "Tempat acara, selengkap yang dibutuhkan orang untuk datang.", r#""""#),
    field("event.delegation", "Jumlah anggota rombongan.", "0"),
    field("event.cancelled", "Acara batal.", "true"),
    field("event.moved_from", "Acara dipindahkan: waktu mulainya semula.", "@DATE@"),
    field("host", "Pihak yang menerima kunjungan.", r#""""#),
    field("guest", "Pihak yang berkunjung.", r#""""#),
    field("video.url", "Alamat video, misalnya https://www.youtube.com/watch?v=...", r#""""#),
    field("video.duration", "Lama video: PT3M20S berarti 3 menit 20 detik.", r#""""#),
    field("units", "Unit yang menerbitkan: nama berkasnya di content/unit/ tanpa .md.", "[]"),
    field("contact.name", "Narahubung bagi wartawan.", r#""""#),
    field("contact.phone", "Nomor telepon narahubung.", r#""""#),
    field("contact.email", "Alamat surel narahubung.", r#""""#),
    field(
        "photos",
        "Foto di samping tulisan ini; yang pertama menjadi foto utama. alt: apa yang terlihat, untuk\npembaca tunanetra. caption: keterangan foto. credit: nama pemotret.",
        "[\n  { src = \"foto-1.jpg\", alt = \"\", caption = \"\", credit = \"\" },\n]",
    ),
    field("role", "Jabatan sekarang.", r#""""#),
    field("parent", "Unit di atasnya: nama berkasnya di content/unit/ tanpa .md.", r#""""#),
    field("dateline", "Tempat berita ditulis, tampil sebelum kalimat pertama.", r#""""#),
    field("authors", "Penulis: nama berkasnya di content/tokoh/ tanpa .md.", "[]"),
    field("people", "Orang yang diberitakan: nama berkasnya di content/tokoh/ tanpa .md.", "[]"),
    field("topics", "Topik, misalnya [\"kesehatan\", \"anggaran\"].", "[]"),
    field("related", "Baca juga, misalnya [\"berita/pasar-murah\"]; diisi sendiri bila kosong.", "[]"),
    field("attachments", "Lampiran di samping tulisan ini.", r#"[{ src = "lampiran.pdf", title = "" }]"#),
    field("urgent", "true untuk informasi serta-merta: tampil paling atas.", "false"),
    field("embargo", "Tidak tampil di mana pun sebelum waktu ini.", "@DATE@"),
    field("expires", "Tidak tampil lagi sejak waktu ini.", "@LATER@"),
    field("updated", "Waktu perubahan terakhir setelah terbit.", "@DATE@"),
    field("slug", "Bagian akhir alamat halaman; bila kosong diambil dari nama berkas.", r#""""#),
    field("source.name", "Nama sumber asli, bila tulisan ini dikutip dari tempat lain.", r#""""#),
    field("source.url", "Alamat web sumber asli.", r#""""#),
    field("license", "Lisensi tulisan dan foto.", r#""""#),
    field("ai_disclosure", "Bagian mana yang dibuat dengan bantuan kecerdasan buatan.", r#""""#),
];
