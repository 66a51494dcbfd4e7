//! Sentence patterns: text with `{slots}` that `speech` fills in. Nothing but text.

/// First sentences of an article.
pub const LEADS: [&str; 8] = [
    "{unit} {verb} {object} bagi {group} di {district}, {date}.",
    "{group} di {district} kini dapat memakai {object} yang {quality}, demikian keterangan {unit}, {date}.",
    "{city} {verb} {object} {time} agar {result}.",
    "Sebanyak {number} {group} mengikuti kegiatan {unit} di {place}, {date}.",
    "{unit} menyampaikan perkembangan {topic} di {place}, {date}.",
    "Upaya {verb} {object} di {district} memasuki tahap baru {time}, kata {person}.",
    "{person} meninjau {object} di {district}, {date}, bersama {number} {group}.",
    "Pekerjaan {object} di {district} mencapai {percent} persen menurut laporan {unit}, {date}.",
];

/// Sentences of the text.
pub const SENTENCES: [&str; 40] = [
    "{connector}, {unit} {verb} {object} {time} supaya {result}.",
    "{person} menjelaskan bahwa {object} akan dibuat {quality} {time}.",
    "Petugas mencatat {number} laporan tentang {topic}, dan {percent} persen di antaranya sudah selesai.",
    "{connector}, {group} diminta memberi masukan mengenai {object} lewat kantor kelurahan masing-masing.",
    "Anggaran yang disiapkan mencapai {rupiah}, sebagian besar untuk {verb} {object} di {district}.",
    "Menurut {person}, {object} yang {quality} adalah kebutuhan pokok {group}.",
    "Kegiatan itu berlangsung di {place} dan diikuti {number} {group} dari {district}.",
    "{connector}, {result} tanpa mengubah layanan yang sudah berjalan.",
    "{unit} bekerja sama dengan {group} untuk {verb} {object} {time}.",
    "Hasil survei terhadap {number} responden menunjukkan {percent} persen puas dengan {object}.",
    "Di {district}, pekerjaan dimulai dari {object} karena paling banyak ditanyakan {group}.",
    "{person} berharap {result} sebelum kegiatan serupa dibuka di {district}.",
    "Tim lapangan {verb} {object} di {number} titik yang tersebar di {district} dan {district}.",
    "{connector}, {object} tetap {quality} meskipun jumlah pengguna naik {percent} persen.",
    "Setiap permintaan dicatat, diberi nomor, lalu dijawab {unit} paling lambat {small} hari kerja.",
    "{group} yang belum terdata dapat datang ke {place} {time} dengan membawa kartu identitas.",
    "{unit} menargetkan **{percent} persen** {object} sudah diperiksa {time}.",
    "Rapat di {place} menyepakati {small} langkah, antara lain {verb} {object} dan {verb} {object}.",
    "{connector}, {person} meminta seluruh petugas {verb} {object} bersama {group}.",
    "Perubahan ini bermula dari usulan {group} di {district} yang disampaikan {time}.",
    "Dibandingkan dengan tahun lalu, penggunaan {object} meningkat {percent} persen.",
    "Kendala terbesar adalah cuaca, sehingga {unit} {verb} {object} {time}.",
    "{person} dari {unit} menyebut *{topic}* sebagai pekerjaan bersama.",
    "Jika {result}, cara yang sama akan dipakai untuk {object} di {district}.",
    "Sisa pekerjaan, yaitu {object}, dijadwalkan selesai {time}.",
    "Pendaftaran dibuka di {place} dan {quality} bagi {group}.",
    "{connector}, lebih dari {number} {group} sudah memakai {object} {time}.",
    "Biaya sebesar {rupiah} ditanggung anggaran daerah dan dilaporkan {time}.",
    "{unit} juga {verb} {object} di {place} dengan bantuan {small} relawan.",
    "Bagi {group}, {object} yang {quality} berarti {result}.",
    "{person} mengingatkan bahwa {topic} tidak dapat dikerjakan satu kantor saja.",
    "Data {unit} memperlihatkan {number} {group} tinggal di sekitar {object}.",
    "Peninjauan berikutnya dilakukan {time} di {district}.",
    "{connector}, pengelola {object} diberi waktu {small} pekan untuk melengkapi catatan.",
    "Sejumlah {group} mengaku terbantu karena {result}.",
    "Pembahasan tentang {topic} dilanjutkan di {place} {time}.",
    "{unit} menyediakan {small} nomor telepon untuk pertanyaan mengenai {object}.",
    "Dari {number} usulan yang masuk, {small} di antaranya menyangkut {topic}.",
    "Mutu {object} dinilai {group} dengan daftar periksa yang {quality}.",
    "{connector}, laporan lengkap dapat dibaca di {place} pada jam kerja.",
];

/// Sentences that are spoken.
pub const QUOTES: [&str; 8] = [
    "Kami ingin {result}, dan itu hanya mungkin kalau {group} ikut {verb} {object}",
    "Yang kami kejar bukan jumlah, melainkan {object} yang {quality}",
    "Silakan {group} datang ke {place}, petugas kami siap membantu {time}",
    "Kalau {object} sudah {quality}, {group} tidak perlu menunggu lama",
    "Pekerjaan tentang {topic} ini milik bersama, dari {district} sampai {district}",
    "Setiap masukan kami catat, lalu kami {verb} {object} {time}",
    "Tahun ini ada {rupiah} yang harus kembali ke {group} dalam bentuk {object}",
    "Terima kasih kepada {group} yang {time} menjaga {object}",
];

/// Points of a list.
pub const POINTS: [&str; 8] = [
    "{verb} {object} di {district}",
    "{number} {group} menerima pendampingan",
    "anggaran {rupiah} untuk {object}",
    "layanan dibuka {time} di {place}",
    "{percent} persen sasaran tercapai",
    "{group} mendapat {object} yang {quality}",
    "petugas {unit} bertugas {time}",
    "laporan tentang {topic} dijawab dalam {small} hari",
];

/// Headings within a text.
pub const HEADINGS: [&str; 8] = [
    "Rencana {object}",
    "Yang disiapkan bagi {group}",
    "Kondisi di {district}",
    "Tanggapan {group}",
    "Langkah berikutnya",
    "Angka {topic}",
    "Cara memakai {object}",
    "Peran {unit}",
];

/// What units, people and topics say of themselves.
pub const REGISTERS: [&str; 6] = [
    "{name} menjadi bagian dari kerja {city} dalam {verb} {object}.",
    "Sejak {year}, {name} tercatat dalam kegiatan yang menyangkut {topic} di {district}.",
    "Keterangan tentang {name} dikumpulkan dari siaran pers dan laporan kegiatan {city}.",
    "Pertanyaan dapat disampaikan di {place} {time}.",
    "Bersama {group}, {name} berupaya agar {result}.",
    "Halaman ini memuat semua warta yang berkaitan dengan {name}, dari yang terbaru.",
];

/// Summaries.
pub const SUMMARIES: [&str; 5] = [
    "{unit} {verb} {object} di {district} agar {result}.",
    "Sebanyak {number} {group} terlibat dalam kegiatan {object} di {place}.",
    "{object} di {district} dibuat {quality} bagi {group}.",
    "{city} menyiapkan {rupiah} untuk {object} dan {topic}.",
    "{person} menerangkan perkembangan {topic} kepada {group}.",
];

/// Titles of press releases.
pub const RELEASE_TITLES: [&str; 4] = [
    "{unit} {verb} {object} di {district}",
    "{city} {verb} {object} bagi {group}",
    "{percent} persen {object} di {district} selesai diperiksa",
    "{city} siapkan {rupiah} untuk {object}",
];

/// Titles of news.
pub const NEWS_TITLES: [&str; 6] = [
    "{object} di {district} kini {quality}",
    "{number} {group} ikut {verb} {object}",
    "{unit} ajak {group} {verb} {object}",
    "{person}: {object} harus {quality}",
    "{group} {district} {verb} {object} bersama {unit}",
    "Cara {group} di {district} {verb} {object}",
];

/// Titles of visits.
pub const VISIT_TITLES: [&str; 3] =
    ["{guest} pelajari {object} di {city}", "{unit} terima kunjungan {guest}", "{guest} dan {unit} bahas {object}"];

/// Titles of announcements.
pub const ANNOUNCEMENT_TITLES: [&str; 4] = [
    "Jadwal {object} di {district}",
    "Pendaftaran {object} bagi {group} dibuka",
    "Penutupan sementara {object} di {district}",
    "Syarat baru {object} dari {unit}",
];

/// Titles of the agenda.
pub const AGENDA_TITLES: [&str; 4] = [
    "Rapat {object} di {place}",
    "Pertemuan {group} dengan {unit}",
    "Pembukaan {object} {district}",
    "Diskusi {topic} bersama {group}",
];

/// Titles of clarifications.
pub const CLARIFICATION_TITLES: [&str; 3] = [
    "Penjelasan {unit} mengenai {object} di {district}",
    "Kabar {object} di {district} ditutup tidak benar",
    "Duduk perkara {object} bagi {group}",
];

/// Claims that clarifications answer.
pub const CLAIMS: [&str; 3] = [
    "Pesan berantai menyebut {object} di {district} akan ditutup untuk {group}.",
    "Unggahan menyatakan {group} harus membayar {rupiah} untuk {object}.",
    "Sebuah video mengatakan {unit} berhenti melayani {group}.",
];
