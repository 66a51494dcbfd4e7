//! The codes of all findings. A code never changes its meaning and is never used again.

use super::Severity;
use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal $severity:ident,)*) => {
        /// Which rule a finding comes from. `warta explain WT101` tells what each means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// The code as printed, such as `WT204`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $number,)* }
            }

            /// The severity it has unless a place says otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A text file is not UTF-8.
    InvalidUtf8 = "WT101" Error,
    /// A document is too large to be one.
    FileTooLarge = "WT102" Error,
    /// A document has nothing in it.
    EmptyFile = "WT103" Error,
    /// A symbolic link leads out of the newsroom.
    SymlinkOutside = "WT104" Error,
    /// Two names differ only in case.
    NamesDifferInCase = "WT105" Error,
    /// The theme named in site.toml is nowhere.
    MissingTheme = "WT106" Error,
    /// A name that some systems can't hold.
    UnportableName = "WT107" Warning,
    /// A file in content/ that looks like a document and is none.
    UnreadFile = "WT108" Warning,
    /// There is not a single document.
    NoDocuments = "WT109" Error,
    /// A file has more findings than are told.
    MoreFindings = "WT110" Error,
    /// A document holds two versions that git could not merge.
    MergeConflict = "WT111" Error,
    /// The document has no front matter.
    NoFrontMatter = "WT201" Error,
    /// The front matter is not closed.
    UnclosedFrontMatter = "WT202" Error,
    /// The front matter or a settings file is not valid TOML or YAML.
    Syntax = "WT203" Error,
    /// A key that warta does not know.
    UnknownKey = "WT204" Error,
    /// A required field is missing or empty.
    MissingField = "WT205" Error,
    /// A value of the wrong type.
    WrongType = "WT206" Error,
    /// A value that is not one of those allowed.
    InvalidValue = "WT207" Error,
    /// A date that does not exist or can't be read.
    InvalidDate = "WT208" Error,
    /// A date of zeros.
    ZeroDate = "WT209" Error,
    /// A year that is most likely a slip.
    UnlikelyDate = "WT210" Warning,
    /// Two dates in the wrong order.
    DateOrder = "WT211" Error,
    /// A text longer than its place allows.
    TooLong = "WT212" Error,
    /// The same key twice.
    DuplicateKey = "WT213" Error,
    /// A slug that would leave its folder or is not usable as an address.
    InvalidSlug = "WT214" Error,
    /// A web address, e-mail address or duration that is not one.
    InvalidFormat = "WT215" Error,
    /// Approved, but nobody is named where the newsroom requires it.
    MissingApproval = "WT216" Error,
    /// security.txt is soon to be believed no longer, or already.
    SecurityExpires = "WT217" Warning,
    /// A folder under content/ that is no kind's.
    UnknownKind = "WT301" Error,
    /// A unit that has no document in unit/.
    UnknownUnit = "WT302" Error,
    /// A person that has no document in tokoh/.
    UnknownPerson = "WT303" Error,
    /// A language that site.toml does not list.
    UnknownLanguage = "WT304" Error,
    /// A link that leads nowhere.
    DeadLink = "WT305" Error,
    /// A link to a heading that is not there.
    DeadFragment = "WT306" Error,
    /// A photo or attachment that is not there.
    MissingFile = "WT307" Error,
    /// A document that names itself as related.
    RelatedToSelf = "WT308" Error,
    /// A related document that does not exist.
    UnknownRelated = "WT309" Error,
    /// A link to something that is not published now.
    LinkToUnpublished = "WT310" Warning,
    /// Two things would be published at the same address.
    DuplicateUrl = "WT311" Error,
    /// Two documents have the same id.
    DuplicateId = "WT312" Error,
    /// An alias that is no address within the site.
    InvalidAlias = "WT313" Error,
    /// A link of a kind that pages may not have.
    ForbiddenLink = "WT314" Error,
    /// A photo that browsers can't show.
    UnreadablePicture = "WT315" Error,
    /// A related document that is never shown as such: it is paid for or withdrawn.
    RelatedNotShown = "WT316" Warning,
    /// A link to another site that leads nowhere any more.
    DeadOutside = "WT317" Warning,
    /// A document stands in one language and is held back in another.
    TranslationAhead = "WT318" Error,
    /// A directive that the theme does not have.
    UnknownDirective = "WT401" Error,
    /// An argument that the directive does not take.
    UnknownArgument = "WT402" Error,
    /// An argument that the directive needs.
    MissingArgument = "WT403" Error,
    /// An argument of the wrong type.
    WrongArgument = "WT404" Error,
    /// A directive that is never closed.
    UnclosedDirective = "WT405" Error,
    /// A directive that can't be read.
    DirectiveSyntax = "WT406" Error,
    /// Raw HTML that the allow-list removes.
    ForbiddenHtml = "WT407" Error,
    /// A picture from another server.
    RemoteImage = "WT408" Error,
    /// A picture without a description.
    ImageWithoutAlt = "WT409" Error,
    /// Paragraphs without a blank line between them.
    RunTogether = "WT410" Warning,
    /// Markup that stays plain text, because something in it is wrong.
    PlainMarkup = "WT411" Warning,
    /// A footnote that readers would not see.
    LostNote = "WT412" Warning,
    /// Markup swallows what follows it.
    Swallowed = "WT413" Error,
    /// A template that can't be read.
    TemplateSyntax = "WT501" Error,
    /// A template that fails on a page.
    TemplateRender = "WT502" Error,
    /// A template that the theme must have.
    MissingTemplate = "WT503" Error,
    /// An interface text that is not translated.
    MissingTranslation = "WT504" Error,
    /// An accent that can't be read on the theme's ground.
    AccentContrast = "WT505" Error,
    /// Something unpublished stands in an output file.
    Leak = "WT601" Error,
    /// More files than the host takes.
    FileBudget = "WT602" Warning,
    /// A file in the output folder that warta did not write.
    ForeignFile = "WT603" Note,
    /// A second build gave other bytes.
    NotReproducible = "WT604" Error,
    /// More old addresses than hosts take as rules.
    TooManyRedirects = "WT605" Warning,
    /// A drawing that would run scripts or load something from elsewhere.
    UnsafeDrawing = "WT701" Error,
    /// A picture with more pixels than may be opened.
    PictureTooLarge = "WT702" Error,
    /// A picture whose name promises another format than it has.
    MisnamedPicture = "WT703" Note,
    /// A photo that holds what nobody may publish.
    PrivateData = "WT704" Note,
    /// A photo that no document shows.
    UnusedPhoto = "WT705" Note,
    /// The same photo under two names.
    SamePhoto = "WT706" Note,
    /// A photo too small for its place.
    SmallPhoto = "WT707" Warning,
    /// A photo without caption or credit.
    PhotoWithoutWords = "WT708" Warning,
    /// An alternative text that repeats the caption or the file's name.
    AltRepeats = "WT709" Warning,
    /// Words that were taken from the photo's own metadata.
    WordsFromFile = "WT710" Note,
}

impl Code {
    /// Whether it says that something is not there yet, as is natural in a draft.
    pub fn is_unfinished(self) -> bool {
        use Code::*;
        matches!(
            self,
            MissingField
                | MissingFile
                | UnreadablePicture
                | ImageWithoutAlt
                | DeadLink
                | DeadFragment
                | UnknownRelated
                | UnknownUnit
                | UnknownPerson
                | PhotoWithoutWords
        )
    }

    /// The code of a printed number, in any case: `wt204` is `WT204`.
    pub fn parse(text: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str().eq_ignore_ascii_case(text.trim()))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
