//! A report as pages of A4, each an SVG document.

use std::fmt::Write;

use super::Run;
use super::chart::WIDTH;
use super::outline::{Block, Table, outline};
use crate::formats::svg::escape;

/// A4 in points.
const PAGE: (f64, f64) = (595.0, 842.0);
const MARGIN: f64 = 40.0;
/// The size of plain text, and of a line of it.
const SIZE: f64 = 9.5;
const LINE: f64 = 13.0;

pub(super) fn write(run: &Run<'_>) -> Vec<String> {
    let name = run.journey.map_or_else(|| run.report.journey.to_string(), |journey| journey.name.clone());
    let title = format!("{}: {name}", run.language.say("Report", "Informe"));
    let mut pages = Pages::new();
    for line in wrap(&title, 18.0, WIDTH) {
        pages.line(24.0, 18.0, "600", &line);
    }
    pages.down(8.0);
    for section in outline(run) {
        // A heading stays with what follows it.
        pages.need(70.0);
        pages.down(12.0);
        pages.line(18.0, 13.0, "600", &section.title);
        pages.down(4.0);
        for block in &section.blocks {
            match block {
                Block::Sentence(text) | Block::Command(text) => {
                    wrap(text, SIZE, WIDTH).iter().for_each(|line| pages.line(LINE, SIZE, "400", line));
                }
                Block::Chart(chart) => {
                    pages.need(chart.height + 10.0);
                    pages.down(6.0);
                    let at = pages.y;
                    pages.body.push_str(&chart.element(MARGIN, at));
                    pages.down(chart.height + 4.0);
                }
                Block::Table(table) => pages.table(table),
            }
            pages.down(6.0);
        }
    }
    pages.finish(&title)
}

struct Pages {
    done: Vec<String>,
    body: String,
    /// The top of what comes next.
    y: f64,
}

impl Pages {
    fn new() -> Pages {
        Pages { done: Vec::new(), body: String::new(), y: MARGIN }
    }

    /// Turns the page unless there is room for so much.
    fn need(&mut self, height: f64) {
        if self.y + height > PAGE.1 - MARGIN - LINE {
            self.done.push(std::mem::take(&mut self.body));
            self.y = MARGIN;
        }
    }

    fn down(&mut self, by: f64) {
        self.y += by;
    }

    fn line(&mut self, height: f64, size: f64, weight: &str, words: &str) {
        self.need(height);
        let base = self.y + height * 0.75;
        text(&mut self.body, (MARGIN, base), "start", size, weight, words);
        self.y += height;
    }

    /// The head is written again on every page.
    fn table(&mut self, table: &Table) {
        let widths = widths(table);
        let head: Vec<String> = table.head.clone();
        let named = head.iter().any(|head| !head.is_empty());
        self.need(3.0 * LINE);
        if named {
            self.row(&head, &widths, table.figures, "600");
        }
        for row in &table.rows {
            let before = self.done.len();
            self.need(LINE * cells(row, &widths).iter().map(Vec::len).max().unwrap_or(1) as f64 + 6.0);
            if named && self.done.len() > before {
                self.row(&head, &widths, table.figures, "600");
            }
            self.row(row, &widths, table.figures, "400");
        }
    }

    fn row(&mut self, row: &[String], widths: &[f64], figures: bool, weight: &str) {
        let cells = cells(row, widths);
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        let mut left = MARGIN;
        for (column, cell) in cells.iter().enumerate() {
            let right = figures && column > 0;
            let (x, anchor) = if right { (left + widths[column] - 4.0, "end") } else { (left, "start") };
            for (number, line) in cell.iter().enumerate() {
                let base = self.y + LINE * (number as f64 + 0.75);
                text(&mut self.body, (x, base), anchor, SIZE, weight, line);
            }
            left += widths[column];
        }
        self.y += LINE * lines as f64 + 3.0;
        let _ = writeln!(
            self.body,
            "<path d=\"M{MARGIN} {}H{}\" stroke=\"#dcdcdc\" stroke-width=\"0.5\"/>",
            self.y - 1.0,
            MARGIN + WIDTH
        );
    }

    fn finish(mut self, title: &str) -> Vec<String> {
        self.done.push(self.body);
        let of = self.done.len();
        let pages = self.done.into_iter().enumerate().map(|(number, mut body)| {
            let foot = PAGE.1 - MARGIN / 2.0;
            let name = wrap(title, 8.0, WIDTH - 60.0).into_iter().next().unwrap_or_default();
            text(&mut body, (MARGIN, foot), "start", 8.0, "400", &name);
            text(&mut body, (PAGE.0 - MARGIN, foot), "end", 8.0, "400", &format!("{} / {of}", number + 1));
            format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" \
                 font-family=\"Source Sans 3, sans-serif\">\n{body}</svg>\n",
                PAGE.0, PAGE.1
            )
        });
        pages.collect()
    }
}

fn text(body: &mut String, (x, y): (f64, f64), anchor: &str, size: f64, weight: &str, words: &str) {
    let _ = writeln!(
        body,
        "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size}\" font-weight=\"{weight}\" text-anchor=\"{anchor}\" \
         fill=\"#222222\">{}</text>",
        escape(words)
    );
}

/// The first column takes what the figures leave; columns of words share by their longest entry. A column is wide enough
/// for each of its words, its head's included, as long as the page is.
fn widths(table: &Table) -> Vec<f64> {
    let rows = |column: usize| table.rows.iter().filter_map(move |row| row.get(column));
    // Heads are bold, and a little wider for that.
    let words = |column: usize| {
        let head = table.head.get(column).into_iter().flat_map(|head| head.split_whitespace());
        let bold = head.map(|word| reach(word, SIZE * 1.06));
        rows(column).flat_map(|cell| cell.split_whitespace()).map(|word| reach(word, SIZE)).chain(bold)
    };
    let whole = |column: usize| {
        let head = table.head.get(column).filter(|_| !table.figures);
        rows(column).chain(head).map(|cell| reach(cell, SIZE))
    };
    let columns = 0..table.head.len();
    let least: Vec<f64> = columns.clone().map(|it| words(it).fold(30.0, f64::max) + 10.0).collect();
    let wanted: Vec<f64> =
        columns.map(|it| whole(it).fold(30.0, f64::max).max(least[it] - 10.0) + 10.0).collect();
    let (few, sum): (f64, f64) = (least.iter().sum(), wanted.iter().sum());
    if sum <= WIDTH {
        let mut widths = wanted;
        if let Some(first) = widths.first_mut() {
            *first += if table.figures { WIDTH - sum } else { 0.0 };
        }
        return widths;
    }
    if few >= WIDTH {
        return wanted.iter().map(|width| width / sum * WIDTH).collect();
    }
    let part = (WIDTH - few) / (sum - few);
    least.iter().zip(&wanted).map(|(least, wanted)| least + (wanted - least) * part).collect()
}

fn cells(row: &[String], widths: &[f64]) -> Vec<Vec<String>> {
    row.iter().zip(widths).map(|(cell, width)| wrap(cell, SIZE, width - 6.0)).collect()
}

/// About what a text takes; the bundled font is a little narrower.
fn reach(text: &str, size: f64) -> f64 {
    let letters = text.chars().map(|letter| match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '(' | ')' => 0.3,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.85,
        letter if letter.is_uppercase() => 0.62,
        _ => 0.52,
    });
    letters.sum::<f64>() * size
}

/// Lines of at most so much, broken at spaces, and inside words that are longer than a line.
fn wrap(text: &str, size: f64, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        loop {
            let line = lines.last().cloned().unwrap_or_default();
            let joined = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
            if reach(&joined, size) <= width {
                if let Some(last) = lines.last_mut() {
                    *last = joined;
                }
                break;
            }
            if line.is_empty() {
                let mut fits = 1;
                while word.chars().count() > fits + 1
                    && reach(&word.chars().take(fits + 1).collect::<String>(), size) <= width
                {
                    fits += 1;
                }
                if let Some(last) = lines.last_mut() {
                    *last = word.chars().take(fits).collect();
                }
                word = word.chars().skip(fits).collect();
                if word.is_empty() {
                    break;
                }
            }
            lines.push(String::new());
        }
    }
    lines
}
