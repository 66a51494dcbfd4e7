//! What is said of a text that is not valid TOML or YAML, and what to do about it.

use super::{Fault, FaultKind};
use crate::diagnostic::{Code, Diagnostic, Text, translate};
use crate::path::RelPath;
use crate::text;

/// What the parsers say, then the same in Indonesian and in English, then what to do.
const KNOWN: [(&str, [&str; 2], [&str; 2]); 29] = [
    (
        "the text is not closed: a `{}` is missing at its end",
        ["teks ini tidak ditutup", "this text is not closed"],
        ["tambahkan `{}` di akhirnya", "add a `{}` at its end"],
    ),
    (
        "the text is not closed: a quotation mark is missing at its end",
        ["teks ini tidak ditutup", "this text is not closed"],
        ["tambahkan tanda kutip di akhirnya", "add the quotation mark at its end"],
    ),
    (
        "a value is missing here",
        ["nilainya belum ditulis", "the value is missing"],
        ["tulis nilainya, atau hapus baris ini", "write it, or remove the line"],
    ),
    (
        "text must stand between quotation marks",
        ["teks ini tidak diapit tanda kutip", "this text has no quotation marks"],
        ["apit dengan \" di awal dan di akhir", "put a \" before and after it"],
    ),
    (
        "`=` and a value are missing after this key",
        ["kunci ini tidak punya nilai", "this key has no value"],
        ["tulis = dan nilainya sesudah kunci", "write = and a value after the key"],
    ),
    (
        "nothing more may follow the value on this line",
        ["ada yang berlebih sesudah nilainya", "something follows the value"],
        [
            "satu baris satu nilai; pindahkan sisanya ke baris lain",
            "one value a line; move the rest to a line of its own",
        ],
    ),
    (
        "a quotation mark stands within the text",
        ["ada tanda kutip di dalam teks", "a quotation mark stands within the text"],
        [
            "apit seluruhnya dengan kutip tunggal: 'Wali Kota: \"Siap\"'",
            "put the whole in single quotes: 'Mayor: \"Ready\"'",
        ],
    ),
    (
        "a comma follows the value",
        ["ada koma sesudah nilainya", "a comma follows the value"],
        ["hapus koma di akhir baris", "remove the comma at the end of the line"],
    ),
    (
        "curly quotation marks",
        ["tanda kutip lengkung tidak dikenal di sini", "curly quotation marks do not work here"],
        ["ganti dengan tanda kutip lurus: \"…\"", "write straight ones: \"…\""],
    ),
    (
        "missing comma between key-value pairs; expected `,`",
        ["kurang koma di sini", "a comma is missing here"],
        ["tambahkan koma di antara dua isian", "put a comma between the two"],
    ),
    (
        "missing comma between array elements; expected `,`",
        ["kurang koma di sini", "a comma is missing here"],
        ["tambahkan koma di antara dua butir daftar", "put a comma between the two items"],
    ),
    (
        "unexpected leading zero; expected nothing",
        ["angka tidak boleh diawali nol", "a number can't begin with a zero"],
        [
            "kalau ini nomor telepon atau kode, apit dengan tanda kutip",
            "if it is a telephone number or a code, put it in quotes",
        ],
    ),
    (
        "the notation of the other fence",
        [
            "isian ini memakai cara tulis yang lain dari pembatasnya",
            "these lines are not in the notation of their fence",
        ],
        [
            "di antara +++ tulis title = \"…\"; di antara --- tulis title: …; samakan pembatas dan isinya",
            "between +++ write title = \"…\"; between --- write title: …; make fence and lines agree",
        ],
    ),
    (
        "nested deeper than {} levels",
        ["terlalu banyak tingkat: lebih dari {}", "nested deeper than {} levels"],
        ["sederhanakan daftar atau tabel ini", "make this list or table simpler"],
    ),
    (
        "the number is too large",
        ["angkanya terlalu besar", "the number is too large"],
        [
            "kalau ini nomor atau kode, apit dengan tanda kutip",
            "if it is a code rather than a number, put it in quotes",
        ],
    ),
    (
        "unclosed array; expected `]`",
        ["daftar ini tidak ditutup", "this list is not closed"],
        ["tambahkan `]` di akhirnya", "add a `]` at its end"],
    ),
    (
        "`{}` belongs to a table that is defined elsewhere",
        ["`{}` milik tabel yang sudah ditulis di tempat lain", "`{}` belongs to a table that is defined elsewhere"],
        ["satukan kedua tabel itu", "put the two tables together"],
    ),
    (
        "aliases (`*`) are not supported; put a text that begins with `*` in quotes",
        ["alias YAML (`*`) tidak didukung", "YAML's aliases (`*`) are not supported"],
        ["kalau teksnya dimulai dengan `*`, apit dengan tanda kutip", "put a text that begins with `*` in quotes"],
    ),
    (
        "anchors (`&`) are not supported; put a text that begins with `&` in quotes",
        ["jangkar YAML (`&`) tidak didukung", "YAML's anchors (`&`) are not supported"],
        ["kalau teksnya dimulai dengan `&`, apit dengan tanda kutip", "put a text that begins with `&` in quotes"],
    ),
    (
        "tags (`!`) are not supported; put a text that begins with `!` in quotes",
        ["tag YAML (`!`) tidak didukung", "YAML's tags (`!`) are not supported"],
        ["kalau teksnya dimulai dengan `!`, apit dengan tanda kutip", "put a text that begins with `!` in quotes"],
    ),
    (
        "unexpected `:`; put a value that holds a colon in quotes, or check the indentation",
        ["titik dua di sini tidak terbaca", "this colon can't be read"],
        [
            "apit nilai yang berisi titik dua dengan tanda kutip, atau periksa lekukan barisnya",
            "put a value that holds a colon in quotes, or check the indentation",
        ],
    ),
    (
        "unexpected `:`; the list or table before it is not closed",
        ["titik dua di sini tidak terbaca", "this colon can't be read"],
        ["tutup dulu daftar atau tabel sebelumnya", "close the list or table before it"],
    ),
    (
        "`:` is missing after this key",
        ["sesudah kunci ini tidak ada titik dua", "no colon follows this key"],
        ["tulis titik dua, spasi, lalu nilainya", "write a colon, a space and the value"],
    ),
    (
        "the list is not closed: `,` or `]` is missing",
        ["daftar ini tidak ditutup", "this list is not closed"],
        ["tambahkan `,` atau `]`", "add `,` or `]`"],
    ),
    (
        "the table is not closed: `,` or `}` is missing",
        ["tabel ini tidak ditutup", "this table is not closed"],
        ["tambahkan `,` atau `}`", "add `,` or `}`"],
    ),
    (
        "a key is expected here; check the indentation and the quotes before it",
        ["di sini seharusnya ada kunci", "a key is expected here"],
        ["periksa lekukan dan tanda kutip sebelumnya", "check the indentation and the quotes before it"],
    ),
    (
        "a tab stands where YAML takes only spaces",
        ["ada tab, padahal YAML hanya menerima spasi", "a tab stands where YAML takes only spaces"],
        ["ganti tab dengan spasi", "write spaces in its place"],
    ),
    (
        "a value can't begin with `{}`; put it in quotes",
        ["nilai tidak boleh dimulai dengan `{}`", "a value can't begin with `{}`"],
        ["apit nilainya dengan tanda kutip", "put it in quotes"],
    ),
    (
        "keys and values are expected here, one `key: value` a line",
        ["di sini seharusnya ada kunci dan nilai", "keys and values are expected here"],
        ["tulis satu `kunci: nilai` per baris", "write one `key: value` a line"],
    ),
];

/// The findings of a text that is not valid TOML or YAML.
pub fn syntax_findings(faults: Vec<Fault>, file: &RelPath, findings: &mut Vec<Diagnostic>) {
    for fault in faults {
        findings.push(match fault.kind {
            FaultKind::Syntax(words) => {
                let (message, help) = explain(&words);
                Diagnostic::new(Code::Syntax, file, fault.span, message).help(help)
            }
            FaultKind::DuplicateKey(key, first) => Diagnostic::new(
                Code::DuplicateKey,
                file,
                fault.span,
                text!("kunci `{key}` ditulis dua kali", "the key `{key}` is there twice"),
            )
            .help(text!("hapus salah satunya", "remove one of them"))
            .related(file, first, text!("yang pertama di sini", "the first is here")),
        });
    }
}

fn explain(words: &str) -> (Text, Text) {
    let known = KNOWN.iter().any(|(said, ..)| crate::diagnostic::gaps(said, words).is_some());
    if !known {
        return (
            text!("penulisannya tidak sah: {words}", "this can't be read: {words}"),
            text!(
                "periksa tanda kutip, tanda sama dengan, dan kurung di baris ini dan baris sebelumnya",
                "check the quotes, equals signs and brackets of this line and the one before"
            ),
        );
    }
    (
        translate(words, KNOWN.iter().map(|(said, [id, en], _)| (*said, *id, *en))),
        translate(words, KNOWN.iter().map(|(said, _, [id, en])| (*said, *id, *en))),
    )
}
