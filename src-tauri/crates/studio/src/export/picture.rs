//! SVG in points (PNG) and on pages (PDF).

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, TextStr};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use svg2pdf::ConversionOptions;

use crate::Failure;

const REGULAR: &[u8] = include_bytes!("../../../../../assets/fonts/CaravanSans-Regular.ttf");
const SEMIBOLD: &[u8] = include_bytes!("../../../../../assets/fonts/CaravanSans-SemiBold.ttf");
const FAMILY: &str = "Caravan Sans";

/// More points than these on a side are no picture that anybody opens, and would take gigabytes.
const MOST: f32 = 16_384.0;

/// A picture as PNG, so many times as large as the SVG says; smaller where that would be beyond all measure.
pub(super) fn points(svg: &str, scale: f32) -> Result<Vec<u8>, Failure> {
    let tree = tree(svg, options())?;
    let size = tree.size();
    let scale = scale.min(MOST / size.width()).min(MOST / size.height());
    let side = |length: f32| (length * scale).ceil().max(1.0) as u32;
    let mut pixmap =
        Pixmap::new(side(size.width()), side(size.height())).ok_or_else(|| undrawn("its size"))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| undrawn(&error.to_string()))
}

/// Pages as PDF, each of the size that its SVG says, one point for each of its units.
pub(super) fn pages(svgs: &[String], title: &str) -> Result<Vec<u8>, Failure> {
    let mut next = 1;
    let mut fresh = || {
        let made = Ref::new(next);
        next += 1;
        made
    };
    let (catalog, list, info) = (fresh(), fresh(), fresh());
    let mut pdf = Pdf::new();
    let mut made = Vec::new();
    for svg in svgs {
        let tree = tree(&in_one_weight(svg), page_options())?;
        let (chunk, drawing) = svg2pdf::to_chunk(&tree, ConversionOptions::default())
            .map_err(|error| undrawn(&error.to_string()))?;
        // The drawing has numbers of its own, which must not meet ours.
        let mut numbers = HashMap::new();
        let chunk = chunk.renumber(|old| *numbers.entry(old).or_insert_with(&mut fresh));
        let drawing = *numbers.entry(drawing).or_insert_with(&mut fresh);
        made.push((fresh(), fresh(), drawing, tree.size(), chunk));
    }
    pdf.catalog(catalog).pages(list);
    pdf.pages(list).kids(made.iter().map(|page| page.0)).count(i32::try_from(made.len()).unwrap_or(i32::MAX));
    pdf.document_info(info).title(TextStr(title)).creator(TextStr("Caravan"));
    for (page, content, drawing, size, chunk) in made {
        let (width, height) = (size.width(), size.height());
        let mut writer = pdf.page(page);
        writer.media_box(Rect::new(0.0, 0.0, width, height)).parent(list).contents(content);
        writer.resources().x_objects().pair(Name(b"D"), drawing);
        writer.finish();
        let mut stream = Content::new();
        // A drawing of svg2pdf is one unit wide and high.
        stream.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(Name(b"D"));
        pdf.stream(content, &stream.finish());
        pdf.extend(&chunk);
    }
    Ok(pdf.finish())
}

/// Pages have one weight of the font: svg2pdf 0.13 writes several in an order that changes from run to run, and the same
/// journey has to give the same bytes. A thin line around the letters makes headings bold.
fn in_one_weight(svg: &str) -> String {
    svg.replace("font-weight=\"600\"", "stroke=\"#222222\" stroke-width=\"0.4\"")
}

fn tree(svg: &str, options: Options<'static>) -> Result<Tree, Failure> {
    Tree::from_str(svg, &options).map_err(|error| undrawn(&error.to_string()))
}

fn options() -> Options<'static> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    with(FONTS.get_or_init(|| fonts(&[REGULAR, SEMIBOLD])))
}

fn page_options() -> Options<'static> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    with(FONTS.get_or_init(|| fonts(&[REGULAR])))
}

fn with(fonts: &Arc<fontdb::Database>) -> Options<'static> {
    Options { fontdb: Arc::clone(fonts), font_family: FAMILY.to_owned(), ..Options::default() }
}

/// Only the bundled font: what is installed on a machine must not show.
fn fonts(files: &[&[u8]]) -> Arc<fontdb::Database> {
    let mut fonts = fontdb::Database::new();
    for file in files {
        fonts.load_font_data(file.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    Arc::new(fonts)
}

fn undrawn(why: &str) -> Failure {
    Failure::new("not-drawn", format!("The picture could not be drawn ({why}); export it as SVG instead."))
}
