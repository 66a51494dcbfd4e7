//! The smallest PDF that a reader opens: one page of text and lines, with the built-in Helvetica.

/// A page of A4, filled from the top; positions are in points from its lower left corner.
pub struct Page {
    title: String,
    content: String,
}

impl Page {
    /// An empty page whose document has a title.
    pub fn new(title: &str) -> Page {
        Page { title: title.to_owned(), content: String::new() }
    }

    /// A line of text that starts at (`x`, `y`).
    pub fn text(&mut self, x: f32, y: f32, size: f32, bold: bool, text: &str) {
        let font = if bold { "F2" } else { "F1" };
        self.content.push_str(&format!("BT /{font} {size} Tf {x} {y} Td ({}) Tj ET\n", escape(text)));
    }

    /// A thin line across the page at the height `y`.
    pub fn rule(&mut self, y: f32) {
        self.content.push_str(&format!("0.75 G 0.7 w 56 {y} m 539 {y} l S\n"));
    }

    /// A box filled with a colour of red, green and blue from 0 to 1.
    pub fn fill(&mut self, [x, y, width, height]: [f32; 4], [r, g, b]: [f32; 3]) {
        self.content.push_str(&format!("{r} {g} {b} rg {x} {y} {width} {height} re f 0 g\n"));
    }

    /// The finished file.
    pub fn finish(&self) -> Vec<u8> {
        let font =
            |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /Lang (id-ID) /ViewerPreferences << /DisplayDocTitle true >> >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
             /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>"
                .to_owned(),
            format!("<< /Length {} >>\nstream\n{}endstream", self.content.len(), self.content),
            font("Helvetica"),
            font("Helvetica-Bold"),
            format!("<< /Title ({}) /Author (Pemerintah Kota Ranuwening) >>", escape(&self.title)),
        ];
        let mut file = String::from("%PDF-1.4\n");
        let mut offsets = Vec::with_capacity(objects.len());
        for (i, object) in objects.iter().enumerate() {
            offsets.push(file.len());
            file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", i + 1));
        }
        let start = file.len();
        file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
        for offset in offsets {
            file.push_str(&format!("{offset:010} 00000 n \n"));
        }
        file.push_str(&format!(
            "trailer\n<< /Size {} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        ));
        file.into_bytes()
    }
}

/// Text as it stands between brackets; what is not ASCII is written as its octal Latin-1 code.
fn escape(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '(' | ')' | '\\' => format!("\\{c}"),
            '–' => "\\226".to_owned(),
            ' '..='~' => c.to_string(),
            other => format!("\\{:03o}", (other as u32).min(255)),
        })
        .collect()
}
