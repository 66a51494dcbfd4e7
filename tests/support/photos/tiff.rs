//! TIFF structures, as cameras write EXIF and scanners write files.

/// A value of an entry.
pub enum Value {
    Text(&'static str),
    Bytes(Vec<u8>),
    Short(u16),
    Long(u32),
    Rationals(Vec<(u32, u32)>),
    /// Another directory; the value is its place.
    Directory(Directory),
    /// Data that stand elsewhere; the value is their place.
    Elsewhere(Vec<u8>),
}

/// A directory and, as an EXIF thumbnail is, the one behind it.
#[derive(Default)]
pub struct Directory {
    pub entries: Vec<(u16, Value)>,
    pub next: Option<Box<Directory>>,
}

/// A whole structure.
pub fn tiff(little: bool, directory: &Directory) -> Vec<u8> {
    let mut writer = Writer { little, bytes: if little { b"II*\0".to_vec() } else { b"MM\0*".to_vec() } };
    let first = writer.long(8);
    writer.bytes.extend(first);
    writer.directory(directory);
    writer.bytes
}

struct Writer {
    little: bool,
    bytes: Vec<u8>,
}

impl Writer {
    fn short(&self, n: u16) -> [u8; 2] {
        if self.little { n.to_le_bytes() } else { n.to_be_bytes() }
    }

    fn long(&self, n: u32) -> [u8; 4] {
        if self.little { n.to_le_bytes() } else { n.to_be_bytes() }
    }

    /// Writes at the end and returns the place.
    fn directory(&mut self, directory: &Directory) -> u32 {
        let start = self.bytes.len();
        let count = directory.entries.len();
        self.bytes.extend(self.short(count as u16));
        self.bytes.resize(start + 2 + count * 12 + 4, 0);
        for (n, (tag, value)) in directory.entries.iter().enumerate() {
            let entry = self.entry(*tag, value);
            self.bytes[start + 2 + n * 12..][..12].copy_from_slice(&entry);
        }
        if let Some(next) = &directory.next {
            let place = self.directory(next);
            let place = self.long(place);
            self.bytes[start + 2 + count * 12..][..4].copy_from_slice(&place);
        }
        start as u32
    }

    fn entry(&mut self, tag: u16, value: &Value) -> Vec<u8> {
        let (kind, count, bytes) = match value {
            Value::Text(text) => (2, text.len() + 1, [text.as_bytes(), b"\0"].concat()),
            Value::Bytes(bytes) => (7, bytes.len(), bytes.clone()),
            Value::Short(n) => (3, 1, self.short(*n).to_vec()),
            Value::Long(n) => (4, 1, self.long(*n).to_vec()),
            Value::Rationals(all) => {
                let numbers = all.iter().flat_map(|(n, d)| [self.long(*n), self.long(*d)]);
                (5, all.len(), numbers.flatten().collect())
            }
            Value::Directory(directory) => {
                let place = self.directory(directory);
                (4, 1, self.long(place).to_vec())
            }
            Value::Elsewhere(data) => {
                let place = self.append(data);
                (4, 1, self.long(place).to_vec())
            }
        };
        let mut field = bytes;
        if field.len() > 4 {
            let place = self.append(&field);
            field = self.long(place).to_vec();
        }
        field.resize(4, 0);
        [&self.short(tag)[..], &self.short(kind), &self.long(count as u32), &field].concat()
    }

    fn append(&mut self, data: &[u8]) -> u32 {
        let place = self.bytes.len();
        self.bytes.extend(data);
        self.bytes.resize(self.bytes.len().next_multiple_of(2), 0);
        place as u32
    }
}
