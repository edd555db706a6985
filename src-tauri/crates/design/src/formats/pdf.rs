//! The picture on one page of its own size. The studio makes it from the SVG with the bundled font.

use super::{Format, Writes};

pub(super) const FORMAT: Format = Format {
    name: "pdf",
    extension: "pdf",
    media_type: "application/pdf",
    title: ("Page (PDF)", "Página (PDF)"),
    hint: ("For printing; its text can be searched.", "Para imprimir; su texto se puede buscar."),
    writes: Writes::Page,
};
