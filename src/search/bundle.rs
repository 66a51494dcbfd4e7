//! A part's files as one run of bytes, for keeping.

use super::Index;

impl Index {
    /// The files one after another, each after its length.
    pub fn to_bytes(&self) -> Vec<u8> {
        let first = self.first.join("\n").into_bytes();
        let files = || [&first, &self.facets].into_iter().chain(&self.words).chain(&self.blocks);
        let mut bytes = Vec::with_capacity(files().map(|file| file.len() + 4).sum());
        for file in files() {
            bytes.extend_from_slice(&u32::try_from(file.len()).unwrap_or(u32::MAX).to_le_bytes());
            bytes.extend_from_slice(file);
        }
        bytes
    }

    /// The files again, if there are just so many.
    pub fn from_bytes(bytes: &[u8], words: u32, blocks: u32) -> Option<Index> {
        let mut rest = bytes;
        let mut next = || {
            let (length, after) = rest.split_first_chunk::<4>()?;
            let (file, after) = after.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            rest = after;
            Some(file.to_vec())
        };
        let first: Vec<String> = String::from_utf8(next()?).ok()?.split('\n').map(str::to_owned).collect();
        let facets = next()?;
        let words: Vec<Vec<u8>> = (0..words).map(|_| next()).collect::<Option<_>>()?;
        let blocks = (0..blocks).map(|_| next()).collect::<Option<_>>()?;
        (rest.is_empty() && first.len() == words.len()).then_some(Index { first, words, facets, blocks })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_comes_back_or_not_at_all() {
        let index = Index {
            first: vec!["a".into(), String::new()],
            words: vec![b"{}".to_vec(), b"{1}".to_vec()],
            facets: b"f".to_vec(),
            blocks: vec![b"[]".to_vec()],
        };
        let bytes = index.to_bytes();
        assert_eq!(Index::from_bytes(&bytes, 2, 1), Some(index));
        assert_eq!(Index::from_bytes(&bytes, 2, 0), None);
        assert_eq!(Index::from_bytes(&bytes, 3, 1), None);
        assert_eq!(Index::from_bytes(&bytes[..bytes.len() - 1], 2, 1), None);
    }
}
