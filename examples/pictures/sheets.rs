//! The attachments of the example newsroom: two pages of facts.

use crate::pdf::Page;

/// Where an attachment goes below content/, and what makes it.
pub type Sheet = (&'static str, fn() -> Vec<u8>);

/// All attachments.
pub const SHEETS: &[Sheet] = &[
    ("siaran-pers/2025/portal-data-terbuka/katalog-data-2025.pdf", catalogue),
    ("siaran-pers/2026/rumah-pompa-muarasendang/lembar-data-rumah-pompa.pdf", pump),
];

fn sheet(title: &str, subtitle: &str, columns: [&str; 2], rows: &[(&str, &str)], notes: &[&str]) -> Vec<u8> {
    let mut page = Page::new(title);
    page.fill([0.0, 762.0, 595.0, 80.0], [0.12, 0.33, 0.38]);
    page.fill([0.0, 756.0, 595.0, 6.0], [0.93, 0.51, 0.22]);
    page.text(56.0, 726.0, 20.0, true, title);
    page.text(56.0, 704.0, 11.0, false, subtitle);
    page.text(56.0, 668.0, 11.0, true, columns[0]);
    page.text(330.0, 668.0, 11.0, true, columns[1]);
    page.rule(660.0);
    let mut y = 640.0;
    for (name, value) in rows {
        page.text(56.0, y, 11.0, false, name);
        page.text(330.0, y, 11.0, false, value);
        page.rule(y - 8.0);
        y -= 26.0;
    }
    y -= 12.0;
    for note in notes {
        page.text(56.0, y, 10.0, false, note);
        y -= 16.0;
    }
    page.text(
        56.0,
        48.0,
        9.0,
        false,
        "Warta Ranuwening - dokumen contoh; kota, lembaga, dan angka di dalamnya rekaan.",
    );
    page.finish()
}

fn catalogue() -> Vec<u8> {
    sheet(
        "Katalog data 2025 (ringkasan)",
        "Portal Data Kota Ranuwening, 14 Agustus 2025",
        ["Kelompok", "Kumpulan data"],
        &[
            ("Air dan sungai", "31"),
            ("Angkutan dan jalan", "48"),
            ("Pasar dan harga", "37"),
            ("Pendidikan dan perpustakaan", "52"),
            ("Kesehatan", "44"),
            ("Anggaran dan pengadaan", "39"),
            ("Lingkungan dan sampah", "34"),
            ("Kependudukan (agregat)", "27"),
            ("Jumlah", "312"),
        ],
        &["Semua data berlisensi CC BY 4.0.", "Data yang memuat keterangan perorangan tidak dibuka."],
    )
}

fn pump() -> Vec<u8> {
    sheet(
        "Lembar data Rumah Pompa Muarasendang",
        "Dinas Pekerjaan Umum Kota Ranuwening, 11 Februari 2026",
        ["Hal", "Keterangan"],
        &[
            ("Pompa", "3 unit, masing-masing 1.350 liter per detik"),
            ("Kapasitas seluruhnya", "4.050 liter per detik"),
            ("Kolam tampung", "12.000 meter kubik"),
            ("Pompa pertama menyala", "tinggi air 1,2 meter"),
            ("Genset cadangan", "2 x 500 kVA, bahan bakar 36 jam"),
            ("Rumah yang terlindungi", "2.140 rumah di 3 kelurahan"),
            ("Biaya pembangunan", "Rp38,6 miliar"),
            ("Petugas jaga", "9 orang dalam 3 regu"),
        ],
        &[
            "Angka kapasitas sesuai dengan ralat siaran pers IP/2026/0023.",
            "Pertanyaan: (0299) 555-0130 atau dpu@warta.contoh.go.id",
        ],
    )
}
