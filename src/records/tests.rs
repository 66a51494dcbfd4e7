//! Records as bytes.

use super::*;
use crate::reads::NONE;

/// Records with something of everything.
fn bytes(guard: &Digest) -> Vec<u8> {
    let digest = |text: &str| Digest::of(text.as_bytes());
    let mut out = Writer::default();
    out.number(VERSION).digest(guard).digest(&digest("model")).number(1).text("0:berita/a").digest(&digest("text"));
    out.number(1).text("1:dlh").number(1).text("berkas");
    // A question about a document, and one about a file in a kind.
    out.number(2);
    out.number(Of::Head as u64).number(1).number(0).number(0).number(0).number(1);
    for number in [3, i64::from(NONE), i64::from(i32::MIN), i64::from(i32::MAX)] {
        out.signed(number);
    }
    out.brief(&digest("a").brief()).number(Of::Media as u64).number(0).number(1).number(1).number(3).number(0);
    for _ in 0..4 {
        out.signed(0);
    }
    out.brief(&digest("b").brief()).number(1).digest(&digest("secret"));
    // Two questions asked and two files, of two routes, all of them the first's.
    out.number(2).number(2).number(2).text("/").brief(&digest("n").brief()).number(2).number(0).number(1).number(2);
    for end in [0, 2] {
        out.number(end).digest(&digest("f")).number(u64::MAX);
    }
    out.text("/a/").brief(&digest("m").brief()).number(0).number(0);
    out.finish()
}

#[test]
fn records_are_read_as_they_were_written() {
    let guard = Digest::of(b"guard");
    let records = Records::from_bytes(&bytes(&guard)).unwrap();
    assert!(records.hold_for(&guard) && !records.hold_for(&Digest::of(b"other")));
    let [first, second] = records.made.as_slice() else { panic!("{records:?}") };
    assert_eq!((first.url.as_str(), second.url.as_str()), ("/", "/a/"));
    assert_eq!(records.files(first).iter().map(|file| file.end).collect::<Vec<_>>(), ["", ".gz"]);
    assert_eq!(records.files(second), []);
    let asked = records.asked(first);
    let told: Vec<String> = asked.iter().map(|(asked, _)| asked.describe().en.into_owned()).collect();
    assert_eq!(told, ["front matter: berita/a", "file: dlh berkas"]);
    assert_eq!(records.secrets.len(), 1);
    let mut written = Vec::new();
    records.write(&mut written).unwrap();
    assert_eq!(written, bytes(&guard));
}

#[test]
fn what_is_cut_or_damaged_is_no_record_and_no_panic() {
    let guard = Digest::of(b"guard");
    let bytes = bytes(&guard);
    for at in 0..bytes.len() {
        assert_eq!(Records::from_bytes(&bytes[..at]), None, "cut at {at}");
        for bit in 0..8 {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << bit;
            if let Some(records) = Records::from_bytes(&damaged) {
                for made in &records.made {
                    let _ = (records.files(made), records.asked(made));
                }
            }
        }
    }
}
