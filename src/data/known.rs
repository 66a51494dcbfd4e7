//! What is said of faults of TOML and YAML, in the editors' languages.

/// What the parsers say, then the same in Indonesian and in English, then what to do.
pub(super) const KNOWN: [(&str, [&str; 2], [&str; 2]); 52] = [
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
        "text must stand between quotation marks: {}",
        ["teks ini tidak diapit tanda kutip", "this text has no quotation marks"],
        ["tulis {}", "write {}"],
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
        "a quotation mark stands within the text: {}",
        ["ada tanda kutip di dalam teks", "a quotation mark stands within the text"],
        ["tulis {}", "write {}"],
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
        "unexpected leading zero: {} or {}",
        ["angka tidak boleh diawali nol", "a number can't begin with a zero"],
        [
            "tulis {}; kalau ini nomor telepon atau kode, tulis {}",
            "write {}; if it is a telephone number or a code, write {}",
        ],
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
    (
        "a key can't have blanks in it",
        ["nama kunci tidak boleh berisi spasi", "the name of a key can't have blanks in it"],
        ["tulis satu kata, misalnya approved_by = \"…\"", "write one word, such as approved_by = \"…\""],
    ),
    (
        "a list stands in square brackets: {}",
        ["daftar tidak ditulis dalam kurung biasa", "a list does not stand in parentheses"],
        ["tulis {}", "write {}"],
    ),
    (
        "marks within a number",
        ["ada titik atau koma di dalam angka", "there are marks within the number"],
        ["tulis angkanya saja, misalnya 1148000", "write its digits alone, such as 1148000"],
    ),
    (
        "several values need brackets: {}",
        ["ada beberapa nilai tanpa kurung siku", "there are several values without brackets"],
        ["tulis {}", "write {}"],
    ),
    (
        "a bracket too many",
        ["kurung penutup ini berlebih", "this closing bracket is one too many"],
        ["hapus kurung itu", "remove it"],
    ),
    (
        "an apostrophe stands within the text: {}",
        ["ada apostrof di dalam teks berkutip tunggal", "an apostrophe stands within a text in single quotes"],
        ["pakai kutip ganda: {}", "use double quotes: {}"],
    ),
    (
        "a backslash within quotation marks",
        [
            "garis miring terbalik punya arti khusus di antara kutip ganda",
            "a backslash means something else between double quotes",
        ],
        ["pakai kutip tunggal: 'C:\\Berkas', atau tulis \\\\", "use single quotes: 'C:\\Files', or write \\\\"],
    ),
    (
        "a control character",
        ["ada karakter kendali yang tidak tampak di sini", "an invisible control character stands here"],
        ["hapus, lalu ketik ulang teksnya", "remove it and type the text anew"],
    ),
    (
        "`{}` is written small: {}",
        ["`{}` harus ditulis dengan huruf kecil", "`{}` must be written small"],
        ["tulis true atau false", "write true or false"],
    ),
    (
        "a colon stands where TOML has `=`",
        ["ada titik dua, padahal di antara +++ dipakai tanda sama dengan", "a colon stands where `=` is used"],
        ["tulis kunci = nilai", "write key = value"],
    ),
    (
        "a comment begins with `#`",
        ["keterangan untuk diri sendiri diawali `#`", "a comment begins with `#`"],
        ["ganti tanda di depannya dengan #", "put a # in the place of this mark"],
    ),
    (
        "extra `=`; expected nothing",
        ["tanda sama dengannya dua", "there are two equals signs"],
        ["hapus satu", "remove one"],
    ),
    (
        "unclosed table; expected `]`",
        ["nama kelompok ini tidak ditutup", "the name of this group is not closed"],
        ["tambahkan `]` di akhirnya", "add a `]` at its end"],
    ),
    (
        "unclosed array table; expected `]`",
        ["nama kelompok ini tidak ditutup", "the name of this group is not closed"],
        ["tutup dengan `]]`, seperti pembukanya", "close it with `]]`, as it was opened"],
    ),
    (
        "cannot extend value of type inline table with a dotted key",
        ["kelompok ini sudah ditulis dalam kurung kurawal", "this group is written in braces already"],
        ["pindahkan isian ini ke dalam kurung kurawal itu", "move this key into those braces"],
    ),
    (
        "unquoted keys cannot be empty; expected letters, numbers, `-`, `_`",
        ["nama kuncinya belum ditulis", "the name of the key is missing"],
        ["tulis namanya di depan tanda sama dengan", "write it before the equals sign"],
    ),
    (
        "a blank is missing after the colon",
        ["kurang spasi sesudah titik dua", "a blank is missing after the colon"],
        ["tulis kunci, titik dua, spasi, lalu nilainya", "write key, colon, blank, value"],
    ),
    (
        "the indentation differs",
        ["lekukan baris ini lain dari baris yang setara dengannya", "this line is not indented as those beside it"],
        ["samakan jumlah spasi di awal baris", "begin them with the same number of spaces"],
    ),
    (
        "a key is missing before `:`",
        ["nama kuncinya belum ditulis", "the name of the key is missing"],
        ["tulis namanya di depan titik dua", "write it before the colon"],
    ),
    (
        "a key must be text",
        ["kunci harus berupa teks", "a key must be text"],
        ["tulis satu kata, lalu titik dua", "write one word and a colon"],
    ),
    (
        "a second YAML document begins here; only one is read",
        ["data naskah kedua dimulai di sini", "a second set of keys begins here"],
        ["satukan dengan yang pertama", "put the two together"],
    ),
];
