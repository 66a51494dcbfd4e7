//! What a picture's own metadata says: what is worth keeping, and what must go.

/// Whose a picture is and what it shows (IPTC Photo Metadata 2025.1, in XMP or IIM, else EXIF).
/// Empty where the file says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// What is to be seen, for those who can't (`Iptc4xmpCore:AltTextAccessibility`).
    pub alt: Box<str>,
    /// The caption (`dc:description`, IIM 2:120, EXIF ImageDescription).
    pub description: Box<str>,
    /// Who made it (`dc:creator`, IIM 2:80, EXIF Artist).
    pub creator: Box<str>,
    /// How it is to be credited (`photoshop:Credit`, IIM 2:110).
    pub credit: Box<str>,
    /// Whose rights they are (`dc:rights`, IIM 2:116, EXIF Copyright).
    pub copyright: Box<str>,
    /// The address of the licence (`xmpRights:WebStatement`).
    pub license: Box<str>,
    /// How it came to be: an IPTC digital source type's address, which tells AI-made pictures
    /// (`Iptc4xmpExt:DigitalSourceType`).
    pub source_type: Box<str>,
}

/// How much of a picture a trained model has made (IPTC NewsCodes, Digital Source Type).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generated {
    /// All of it (`trainedAlgorithmicMedia`).
    Wholly,
    /// Parts of it, put into a picture by a model (`compositeWithTrainedAlgorithmicMedia`).
    Edited,
    /// Parts of it, put together by a person (`compositeSynthetic`).
    Composed,
}

impl Generated {
    /// The last part of the code's address, such as
    /// `http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia`.
    const CODES: [(&'static str, Generated); 3] = [
        ("trainedAlgorithmicMedia", Generated::Wholly),
        ("compositeWithTrainedAlgorithmicMedia", Generated::Edited),
        ("compositeSynthetic", Generated::Composed),
    ];

    /// The code's address.
    pub fn iptc(self) -> String {
        let name = Generated::CODES.iter().find(|(_, own)| *own == self).map_or("", |(name, _)| name);
        format!("http://cv.iptc.org/newscodes/digitalsourcetype/{name}")
    }

    /// The same for schema.org (IPTCDigitalSourceEnumeration).
    pub fn schema(self) -> &'static str {
        match self {
            Generated::Wholly => "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
            Generated::Edited => "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
            Generated::Composed => "https://schema.org/CompositeSyntheticDigitalSource",
        }
    }
}

impl Credits {
    /// How much of the picture a trained model has made, if its file says that one has. Programs write
    /// the code's address, some with `https`, or its last part alone.
    pub fn generated(&self) -> Option<Generated> {
        let code = self.source_type.trim_end_matches('/').rsplit('/').next()?;
        Generated::CODES.iter().find(|(name, _)| name.eq_ignore_ascii_case(code)).map(|(_, generated)| *generated)
    }

    /// How the picture is credited: as it asks to be, else by who made it.
    pub fn line(&self) -> &str {
        if self.credit.is_empty() { &self.creator } else { &self.credit }
    }

    /// Whether the file says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Credits::default()
    }
}

/// What a picture's metadata says that nobody may publish.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Private {
    /// Where it was taken.
    pub location: bool,
    /// The serial number of the camera or lens, or an id that is the device's own.
    pub serial: bool,
    /// The name of the camera's owner.
    pub owner: bool,
    /// The camera's maker's own notes.
    pub maker_note: bool,
    /// A smaller picture inside, which may show what was cropped away.
    pub thumbnail: bool,
}

impl Private {
    /// Whether there is anything of it.
    pub fn any(self) -> bool {
        self != Private::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_made_by_a_model_says_so() {
        let generated = |code: &str| Credits { source_type: code.into(), ..Credits::default() }.generated();
        let root = "http://cv.iptc.org/newscodes/digitalsourcetype/";
        assert_eq!(generated(&format!("{root}trainedAlgorithmicMedia")), Some(Generated::Wholly));
        assert_eq!(generated(&format!("{root}compositeWithTrainedAlgorithmicMedia")), Some(Generated::Edited));
        assert_eq!(
            generated("https://cv.iptc.org/newscodes/digitalsourcetype/compositesynthetic/"),
            Some(Generated::Composed)
        );
        assert_eq!(generated("trainedAlgorithmicMedia"), Some(Generated::Wholly));
        for (_, code) in Generated::CODES {
            assert_eq!(generated(&code.iptc()), Some(code));
        }
        // A camera's picture, a drawing by a program that was not trained, and nothing at all.
        for other in ["digitalCapture", "algorithmicMedia", ""] {
            assert_eq!(generated(&format!("{root}{other}")), None, "{other}");
        }
    }
}
