//! The picture in points. The studio draws it from the SVG with the bundled font.

use super::{Format, Writes};

pub(super) const FORMAT: Format = Format {
    name: "png",
    extension: "png",
    media_type: "image/png",
    title: ("Picture (PNG)", "Imagen (PNG)"),
    hint: ("For slides and mails.", "Para presentaciones y correos."),
    writes: Writes::Points,
};
