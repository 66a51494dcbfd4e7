//! Tables: in a region that scrolls on a phone, aligned by classes.

use super::Builder;
use crate::content::markdown::markup::{Holds, Mark};
use crate::content::markdown::text::{clean, push_attribute};
use pulldown_cmark::Alignment;

/// A table that is being written.
pub struct OpenTable {
    mark: Mark,
    shown: bool,
    alignments: Vec<Alignment>,
    column: usize,
    part: Part,
    /// What the columns are called.
    columns: String,
    /// Where the content of the cell begins.
    cell: usize,
}

#[derive(PartialEq)]
enum Part {
    Head,
    BeforeBody,
    Body,
}

impl OpenTable {
    /// How many columns it has.
    pub(super) fn columns(&self) -> usize {
        self.alignments.len()
    }

    /// Takes text of a cell for the table's name, if it is a column's.
    pub(super) fn name_with(&mut self, text: &str) {
        if self.part == Part::Head {
            self.columns.push_str(text);
        }
    }
}

impl Builder<'_> {
    pub(super) fn begin_table(&mut self, alignments: Vec<Alignment>) {
        self.words.pause();
        self.out.block();
        let shown = self.out.begin(Holds::Parts);
        let mark = self.out.here();
        self.table =
            Some(OpenTable { mark, shown, alignments, column: 0, part: Part::Head, columns: String::new(), cell: 0 });
    }

    pub(super) fn begin_row(&mut self) {
        let Some(table) = self.table.as_mut().filter(|table| table.shown) else { return };
        table.column = 0;
        self.out.html.push_str(match table.part {
            Part::Head => "<thead>\n<tr>",
            Part::BeforeBody => "<tbody>\n<tr>",
            Part::Body => "<tr>",
        });
        if table.part == Part::BeforeBody {
            table.part = Part::Body;
        }
    }

    pub(super) fn end_row(&mut self) {
        if self.table.as_ref().is_some_and(|table| table.shown) {
            self.out.html.push_str("</tr>\n");
        }
    }

    pub(super) fn begin_cell(&mut self) {
        let shown = self.out.begin(Holds::Flow);
        let Some(table) = self.table.as_mut().filter(|_| shown) else { return };
        let head = table.part == Part::Head;
        self.out.html.push_str(if head { "<th scope=\"col\"" } else { "<td" });
        self.out.html.push_str(match table.alignments.get(table.column) {
            Some(Alignment::Left) => " class=\"left\">",
            Some(Alignment::Center) => " class=\"center\">",
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::None) | None => ">",
        });
        table.column += 1;
        table.cell = self.out.html.len();
    }

    pub(super) fn end_cell(&mut self) {
        self.words.pause();
        let shown = self.out.end();
        let Some(table) = self.table.as_mut().filter(|_| shown) else { return };
        let html = &mut self.out.html;
        if table.part != Part::Head {
            html.push_str("</td>");
        } else if html.len() == table.cell && self.out.holes.last().is_none_or(|hole| (hole.at as usize) < table.cell) {
            // An empty corner is no header of anything.
            html.truncate(html.rfind("<th").unwrap_or(html.len()));
            html.push_str("<td></td>");
        } else {
            table.columns.push_str(", ");
            html.push_str("</th>");
        }
    }

    pub(super) fn end_table_head(&mut self) {
        let Some(table) = self.table.as_mut().filter(|table| table.shown) else { return };
        self.out.html.push_str("</tr>\n</thead>\n");
        table.part = Part::BeforeBody;
        // What scrolls must be reachable by keyboard, and what is reachable must have a name:
        // that of the section it stands in, else those of its columns.
        let mut opening = String::from("<div class=\"table-scroll\" tabindex=\"0\"");
        let columns = clean(table.columns.trim_matches([',', ' ']));
        let name = self.headings.last().map_or(&*columns, |heading| &heading.text);
        if !name.is_empty() {
            let label = self.labels.claim(name, |name, number| format!("{name} ({number})"));
            opening.push_str(" role=\"region\" aria-label=\"");
            push_attribute(&mut opening, &label);
            opening.push('"');
        }
        opening.push_str("><table>\n");
        self.out.insert(table.mark, &opening);
    }

    pub(super) fn end_table(&mut self) {
        let shown = self.leave_block();
        let Some(table) = self.table.take().filter(|_| shown) else { return };
        self.out.html.push_str(if table.part == Part::Body {
            "</tbody>\n</table></div>\n"
        } else {
            "</table></div>\n"
        });
    }
}
