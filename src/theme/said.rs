//! What the template engine and warta's functions say, in Indonesian and in English.

/// The engine's words, with `{}` for what varies, then the same in both languages. The first that
/// fits counts, so a longer one stands before a shorter one with the same beginning.
pub(super) const SAID: &[(&str, &str, &str)] = &[
    ("Unknown filter `{}`", "tidak ada filter `{}`", "there is no filter `{}`"),
    ("Unknown test `{}`", "tidak ada uji `{}`", "there is no test `{}`"),
    ("Unknown function `{}`", "tidak ada fungsi `{}`", "there is no function `{}`"),
    ("Unknown component `{}`", "tidak ada komponen `{}`", "there is no component `{}`"),
    ("Unknown template `{}`", "tidak ada templat `{}`", "there is no template `{}`"),
    ("Unknown tag", "tidak ada tag seperti ini", "there is no such tag"),
    ("it extends `{}`, which is not there", "templat induknya, `{}`, tidak ada", "its parent `{}` is not there"),
    (
        "Circular extend detected for template '{}'. Inheritance chain: `{}`",
        "templat `{}` menurunkan dirinya sendiri: {}",
        "the template `{}` extends itself: {}",
    ),
    (
        "Circular include detected for template '{}'. Include chain: `{}`",
        "templat `{}` memuat dirinya sendiri: {}",
        "the template `{}` includes itself: {}",
    ),
    (
        "Component `{}` is defined in both `{}` and `{}`",
        "komponen `{}` ditulis dua kali: di `{}` dan `{}`",
        "the component `{}` is defined in `{}` and in `{}`",
    ),
    (
        "Template already contains a component named `{}`",
        "komponen `{}` ditulis dua kali",
        "the component `{}` is defined twice",
    ),
    ("Template already contains a block named `{}`", "blok `{}` ditulis dua kali", "the block `{}` is written twice"),
    (
        "Block `{}` is not defined in any parent template",
        "templat induknya tidak punya blok `{}`",
        "no parent has a block `{}`",
    ),
    (
        "This content would be ignored: only `extends`, `block` and `component` are allowed at the top level of a child template.",
        "isi ini tidak akan tampil; templat yang memakai `extends` hanya berisi `block` dan `component`",
        "this would not be shown; a template with `extends` holds blocks and components alone",
    ),
    (
        "`extends` needs to be the first tag of the template",
        "`extends` harus tag pertama templat ini",
        "`extends` must be the template's first tag",
    ),
    ("Blocks cannot be written inside a {}.", "blok tidak dapat berada di dalam {}", "a block can't stand within a {}"),
    ("Unclosed component '{}'", "komponen `{}` tidak ditutup", "the component `{}` is not closed"),
    (
        "Closing tag '{}' doesn't match opening tag '{}'",
        "penutup `{}` tidak sesuai dengan pembuka `{}`",
        "the end `{}` does not fit the start `{}`",
    ),
    ("Unexpected end of input", "templat ini terputus sebelum waktunya", "the template ends too soon"),
    ("Unexpected character", "ada tanda yang tidak dikenal di sini", "this character can't stand here"),
    (
        "String opened with `{}` is missing its closing `{}`",
        "teks yang dibuka dengan `{}` belum ditutup dengan `{}`",
        "the text that `{}` opens is not closed by `{}`",
    ),
    (
        "Closing comment tag `{}` not found",
        "komentar ini belum ditutup dengan `{}`",
        "the comment is not closed by `{}`",
    ),
    (
        "Found {} but expected one of: {}",
        "ada {}, padahal seharusnya salah satu dari: {}",
        "found {}, expected one of: {}",
    ),
    ("Found {} but was expecting {}.", "ada {}, padahal seharusnya {}", "found {}, expected {}"),
    ("Found {} but expected {}.", "ada {}, padahal seharusnya {}", "found {}, expected {}"),
    ("Found {} but expected {}", "ada {}, padahal seharusnya {}", "found {}, expected {}"),
    (
        "{} was named `{}` in the opening tag, found `{}` as name in the end tag",
        "{} ini bernama `{}` di awal, tetapi `{}` di akhir",
        "the {} is called `{}` at its start and `{}` at its end",
    ),
    (
        "Keyword argument `{}` is defined more than once",
        "argumen `{}` ditulis dua kali",
        "the argument `{}` is given twice",
    ),
    (
        "Unknown argument(s) {} in component call. Possible argument(s) are: {}",
        "komponen ini tidak mengenal argumen {}; yang ada: {}",
        "the component has no argument {}; there are {}",
    ),
    (
        "Unknown argument(s) {} in component call.{}",
        "komponen ini tidak mengenal argumen {}{}",
        "the component has no argument {}{}",
    ),
    (
        "Component argument `{}` (type: `{}`) does not match expected type: `{}`",
        "argumen `{}` berupa `{}`, padahal harus `{}`",
        "the argument `{}` is a `{}`, but must be a `{}`",
    ),
    (
        "Argument `{}` (type: `{}`) missing.",
        "argumen `{}` (tipe `{}`) belum ditulis",
        "the argument `{}` (a `{}`) is missing",
    ),
    ("Argument `{}` missing.", "argumen `{}` belum ditulis", "the argument `{}` is missing"),
    ("Missing keyword argument `{}`", "argumen `{}` belum ditulis", "the argument `{}` is missing"),
    (
        "Invalid type for the value, expected `{}` but got `{}`",
        "nilainya harus `{}`, bukan `{}`",
        "the value must be a `{}`, not a `{}`",
    ),
    (
        "Field `{}` is not defined. Available fields: {}",
        "tidak ada isian `{}`; yang ada: {}",
        "there is no field `{}`; there are {}",
    ),
    ("Field `{}` is not defined.", "tidak ada isian `{}`", "there is no field `{}`"),
    ("Field `{}` is not defined", "tidak ada isian `{}`", "there is no field `{}`"),
    (
        "Variable `{}` is not defined. Available variables: {}",
        "tidak ada variabel `{}`; yang ada: {}",
        "there is no variable `{}`; there are {}",
    ),
    ("Variable `{}` is not defined.", "tidak ada variabel `{}`", "there is no variable `{}`"),
    ("Tried to render a variable that is undefined", "variabel ini tidak ada", "there is no such variable"),
    ("Iteration not possible on type `{}`", "`for` memerlukan daftar, bukan `{}`", "`for` needs a list, not a `{}`"),
    (
        "Key/value iteration is not possible on type `{}`, only on maps.",
        "`for kunci, nilai` memerlukan peta, bukan `{}`",
        "`for key, value` needs a map, not a `{}`",
    ),
    (
        "Math operations can only be done on numbers, found `{}`",
        "hitungan memerlukan angka, bukan `{}`",
        "arithmetic needs numbers, not a `{}`",
    ),
    (
        "Only numbers can be used in arithmetic. This is a `{}`",
        "hitungan memerlukan angka, bukan `{}`",
        "arithmetic needs numbers, not a `{}`",
    ),
    (
        "`{}` requires both operands to be numbers, found `{}` and `{}`",
        "hitungan `{}` memerlukan angka, bukan `{}` dan `{}`",
        "`{}` needs numbers, not a `{}` and a `{}`",
    ),
    ("Cannot divide by 0", "pembagian dengan nol", "a division by zero"),
    (
        "Cannot compare `{}` with `{}`",
        "`{}` tidak dapat dibandingkan dengan `{}`",
        "a `{}` can't be compared with a `{}`",
    ),
    ("Value of type {} has no length", "nilai jenis {} tidak punya panjang", "a value of type {} has no length"),
    (
        "{} is a reserved keyword of Tera, it cannot be {}",
        "{} sudah dipakai mesin templat; pakai nama lain",
        "{} is a word of the template engine; use another name",
    ),
    (
        "Tried to use super() in the top level block",
        "super() dipakai di blok paling atas",
        "super() is used in the topmost block",
    ),
    (
        "the component `{}` calls itself without end",
        "komponen `{}` memanggil dirinya sendiri tanpa akhir",
        "the component `{}` calls itself without end",
    ),
    (
        "{}() takes no `{}`, did you mean `{}`?",
        "{}() tidak menerima `{}`; mungkin maksudnya `{}`?",
        "{}() takes no `{}`, did you mean `{}`?",
    ),
    (
        "{}() takes no `{}`; it takes {}",
        "{}() tidak menerima `{}`; yang diterima: {}",
        "{}() takes no `{}`; it takes {}",
    ),
    ("there is no kind `{}`", "tidak ada jenis `{}`", "there is no kind `{}`"),
    ("there is no document `{}`", "tidak ada naskah `{}`", "there is no document `{}`"),
    ("no i18n file has the word `{}`", "tidak ada kata `{}` di i18n/", "no i18n file has the word `{}`"),
    ("the theme has no asset `{}`", "tidak ada aset `{}` di tema", "the theme has no asset `{}`"),
];
