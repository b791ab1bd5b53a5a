//! Letters for English, Korean and Japanese names, in the program itself: no machine shows boxes.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::theme::bold_family;

/// egui's own fonts stand behind ours, for whatever ours lack.
pub fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let data = [
        ("NotoSansKR", &include_bytes!("../../assets/fonts/NotoSansCJKkr-subset.otf")[..]),
        ("NotoSansKR-Bold", &include_bytes!("../../assets/fonts/NotoSansKR-Bold-latin.otf")[..]),
    ];
    for (name, bytes) in data {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    if let Some(family) = fonts.families.get_mut(&FontFamily::Proportional) {
        family.insert(0, "NotoSansKR".to_owned());
    }
    if let Some(family) = fonts.families.get_mut(&FontFamily::Monospace) {
        family.push("NotoSansKR".to_owned());
    }
    let mut bold = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    bold.insert(0, "NotoSansKR-Bold".to_owned());
    fonts.families.insert(bold_family(), bold);
    fonts
}
