//! One article that uses everything.

use super::{html, read};

const ARTICLE: &str = r##"Pemerintah Kota Contoh membuka *layanan baru* pada **Kamis (1/9/2022)**.[^1]

# Jadwal layanan

| Hari | Jam | Kuota |
|:-----|:---:|------:|
| Senin | 08.00–15.00 | 1.200 |
| Jumat | 08.00–11.30 | 800 |

![Warga mengantre di loket layanan](antrean.jpg "Loket dibuka lebih awal")

:::quote{by="Siti Rahma" role="Kepala Dinas"}
Kami ingin warga tidak perlu datang *dua kali*.
:::

## Yang perlu dibawa {#syarat}

1. Kartu keluarga
2. Surat pengantar, [contohnya di sini](lampiran/surat%20pengantar.pdf)
   - [x] bermeterai
   - [ ] dilegalisasi

Nomor antrean
: Diambil di loket atau lewat [aplikasi](https://layanan.contoh.go.id/?dari=warta&bulan=9).

::::gallery{title="Hari pertama"}
![Petugas memeriksa berkas](a.jpg)
![Ruang tunggu](b.jpg "Ruang tunggu baru")

:::note{kind="info"}
Foto: Humas
:::
::::

<details>
<summary>Dasar hukum</summary>

Peraturan daerah <abbr title="Nomor">No.</abbr> 3, lihat [berita lama](../2021/perda.md#isi).

</details>

```json
{"kuota": 1200}
```

[^1]: Siaran pers nomor 12.
"##;

#[test]
fn a_rich_article() {
    insta::assert_snapshot!(html(ARTICLE));
    let (body, _) = read(ARTICLE);
    insta::assert_snapshot!(format!("{} kata\n{:#?}", body.words, body.headings));
}
