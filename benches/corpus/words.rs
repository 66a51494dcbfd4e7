//! The words of the corpus: lists that the sentence patterns draw from, and nothing else.
//!
//! City, units, people and events are invented.

/// The city that the newsroom writes about.
pub const CITY: &str = "Kota Tirtaraja";

/// Offices of the city; the first ones write most.
pub const UNITS: [&str; 40] = [
    "Dinas Komunikasi dan Informatika",
    "Sekretariat Daerah",
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "Dinas Perhubungan",
    "Dinas Lingkungan Hidup",
    "Dinas Pekerjaan Umum",
    "Dinas Sosial",
    "Dinas Perdagangan",
    "Dinas Pariwisata",
    "Dinas Kebudayaan",
    "Dinas Kependudukan",
    "Badan Penanggulangan Bencana",
    "Dinas Pertanian",
    "Dinas Perikanan",
    "Dinas Perindustrian",
    "Dinas Tenaga Kerja",
    "Dinas Perumahan",
    "Dinas Penanaman Modal",
    "Dinas Koperasi",
    "Dinas Perpustakaan",
    "Dinas Kepemudaan",
    "Dinas Pemadam Kebakaran",
    "Dinas Pertanahan",
    "Dinas Tata Ruang",
    "Dinas Ketahanan Pangan",
    "Badan Perencanaan",
    "Badan Keuangan",
    "Badan Kepegawaian",
    "Badan Pendapatan",
    "Badan Kesatuan Bangsa",
    "Satuan Polisi Pamong Praja",
    "Inspektorat",
    "Sekretariat Dewan",
    "Rumah Sakit Umum Tirtaraja",
    "Kecamatan Sendangwarih",
    "Kecamatan Karanglestari",
    "Kecamatan Wonosekar",
    "Kecamatan Tegalmulya",
    "Kecamatan Gunungsawo",
];

/// Given names: with the family names they make 300 people.
pub const GIVEN_NAMES: [&str; 25] = [
    "Adinda", "Bagus", "Citra", "Danang", "Endah", "Fajar", "Gita", "Harjo", "Indah", "Joko", "Kirana", "Lukman",
    "Maya", "Nugroho", "Olivia", "Pramono", "Ratna", "Satrio", "Tari", "Umar", "Vina", "Wahyu", "Yanti", "Zainal",
    "Dewi",
];

/// Family names.
pub const FAMILY_NAMES: [&str; 12] = [
    "Wicaksono",
    "Lestari",
    "Hadiwijaya",
    "Puspita",
    "Sasmita",
    "Kusumo",
    "Anggraini",
    "Mahendra",
    "Siregar",
    "Tanjung",
    "Maulana",
    "Purnama",
];

/// What topics are about: with the aspects they make 200 topics.
pub const SUBJECTS: [&str; 40] = [
    "air bersih",
    "sampah",
    "jalan lingkungan",
    "pasar rakyat",
    "angkutan umum",
    "banjir",
    "ruang terbuka hijau",
    "posyandu",
    "sekolah dasar",
    "perpustakaan",
    "usaha mikro",
    "internet publik",
    "administrasi kependudukan",
    "pajak daerah",
    "bantuan sosial",
    "cagar budaya",
    "wisata kampung",
    "pertanian kota",
    "perikanan darat",
    "energi surya",
    "parkir",
    "trotoar",
    "drainase",
    "rumah layak huni",
    "tenaga kerja muda",
    "pelatihan kejuruan",
    "kesehatan jiwa",
    "gizi balita",
    "lansia",
    "penyandang disabilitas",
    "keterbukaan informasi",
    "pengaduan warga",
    "arsip daerah",
    "olahraga pelajar",
    "kesenian tradisi",
    "keamanan pangan",
    "kebakaran permukiman",
    "pencahayaan jalan",
    "sungai",
    "perizinan usaha",
];

/// The sides of a subject.
pub const ASPECTS: [&str; 5] = ["layanan", "anggaran", "pengawasan", "data", "kemitraan"];

/// Parts of the city.
pub const DISTRICTS: [&str; 10] = [
    "Sendangwarih",
    "Karanglestari",
    "Wonosekar",
    "Tegalmulya",
    "Gunungsawo",
    "Pasirjambu Lor",
    "Kaliputih",
    "Rejodani",
    "Margosari",
    "Tambakwangi",
];

/// Where things happen.
pub const PLACES: [&str; 12] = [
    "Balai Kota",
    "Pendapa Tirtaraja",
    "Aula Sendangwarih",
    "Gedung Arsip",
    "Taman Kaliputih",
    "Lapangan Margosari",
    "Pasar Wonosekar",
    "Ruang Rapat Lantai Dua",
    "Balai Warga Rejodani",
    "Perpustakaan Kota",
    "Terminal Tegalmulya",
    "Ruang Pusat Data",
];

/// Visitors from elsewhere.
pub const GUESTS: [&str; 12] = [
    "Pemerintah Kabupaten Batularas",
    "Pemerintah Kota Samudrajaya",
    "Dewan Kabupaten Rimbang",
    "Universitas Tirta Nusa",
    "Politeknik Karya Bahari",
    "Pemerintah Kabupaten Lembahsari",
    "Forum Pengelola Informasi Pesisir",
    "Pemerintah Kota Teluk Ambara",
    "Sekolah Tinggi Widya Praja",
    "Himpunan Guru Batularas",
    "Pemerintah Kabupaten Danau Intan",
    "Jaringan Kota Pembelajar",
];

/// What an office does.
pub const VERBS: [&str; 20] = [
    "memperkuat",
    "mempercepat",
    "menata",
    "memperluas",
    "mengevaluasi",
    "menyiapkan",
    "mengawasi",
    "memperbarui",
    "mendampingi",
    "menyempurnakan",
    "menyederhanakan",
    "memetakan",
    "membenahi",
    "memeriksa",
    "menambah",
    "merawat",
    "membuka",
    "meninjau",
    "mengembangkan",
    "menguji",
];

/// What it does it to.
pub const OBJECTS: [&str; 32] = [
    "layanan pengaduan",
    "jadwal angkut sampah",
    "jaringan air bersih",
    "saluran air",
    "rute angkutan pengumpan",
    "kios pasar",
    "pojok baca",
    "taman bermain",
    "data penerima bantuan",
    "antrean puskesmas",
    "loket perizinan",
    "lampu jalan",
    "jalur pejalan kaki",
    "bank sampah",
    "pelatihan kerja",
    "kelas menulis berita",
    "peta rawan banjir",
    "kebun pangan warga",
    "titik internet gratis",
    "arsip foto kota",
    "sekolah ramah anak",
    "dapur umum",
    "pos ronda",
    "panggung seni kampung",
    "kartu parkir",
    "sumur resapan",
    "kolam ikan bersama",
    "layanan lansia",
    "pemeriksaan pangan jajanan",
    "papan informasi",
    "sistem antrean daring",
    "ruang laktasi",
];

/// For whom.
pub const GROUPS: [&str; 16] = [
    "warga",
    "pelaku usaha mikro",
    "kader posyandu",
    "pengurus RT dan RW",
    "pelajar",
    "pedagang pasar",
    "petani kota",
    "penyandang disabilitas",
    "orang tua murid",
    "pekerja muda",
    "pengemudi angkutan",
    "lansia",
    "relawan bencana",
    "pegiat seni",
    "ibu menyusui",
    "wartawan warga",
];

/// What comes of it.
pub const RESULTS: [&str; 16] = [
    "waktu tunggu menjadi lebih singkat",
    "laporan warga lebih cepat ditangani",
    "biaya perawatan dapat ditekan",
    "setiap kelurahan memiliki petugas penghubung",
    "keluhan berulang berkurang",
    "catatan lapangan lebih mudah dibandingkan",
    "tidak ada lagi berkas yang harus diantar dua kali",
    "warga dapat memantau pekerjaan dari rumah",
    "jadwal petugas lebih teratur",
    "data antarkantor saling cocok",
    "kegiatan tetap berjalan pada musim hujan",
    "kelompok rentan didahulukan",
    "ongkos perjalanan warga berkurang",
    "pekerjaan selesai sebelum akhir tahun",
    "kualitas air tetap terjaga",
    "pertanyaan dijawab pada hari yang sama",
];

/// When.
pub const TIMES: [&str; 14] = [
    "pekan ini",
    "sejak awal tahun",
    "dalam tiga bulan terakhir",
    "setiap Selasa pagi",
    "mulai bulan depan",
    "hingga akhir triwulan",
    "selama musim kemarau",
    "sebelum tahun ajaran baru",
    "pada hari kerja",
    "sepanjang semester pertama",
    "seusai rapat koordinasi",
    "tanpa menunggu anggaran perubahan",
    "secara bertahap",
    "dua kali sebulan",
];

/// What it is like.
pub const QUALITIES: [&str; 12] = [
    "lebih mudah dijangkau",
    "gratis",
    "terbuka untuk umum",
    "tercatat rapi",
    "ramah bagi pengguna kursi roda",
    "hemat biaya",
    "dapat dipantau bersama",
    "lebih aman",
    "sederhana",
    "berkelanjutan",
    "tepat sasaran",
    "sesuai kebutuhan setempat",
];

/// How a sentence takes up the one before.
pub const CONNECTORS: [&str; 12] = [
    "Selain itu",
    "Di sisi lain",
    "Pada kesempatan yang sama",
    "Menurut catatan petugas",
    "Karena itu",
    "Sementara itu",
    "Untuk tahap berikutnya",
    "Berdasarkan hasil peninjauan",
    "Sebagai tindak lanjut",
    "Meskipun demikian",
    "Dengan cara ini",
    "Sesuai rencana kerja",
];
