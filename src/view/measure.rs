//! How wide words are drawn, before anyone draws them: by the widths of the letters of the fonts in `assets/fonts`.

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Plain,
    /// Titles and dates.
    Bold,
}

/// From the space to the tilde, in thousandths of the size of the letters.
#[rustfmt::skip]
const PLAIN: [u16; 95] = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555,
    555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589,
    552, 689, 728, 293, 535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573,
    531, 603, 338, 392, 338, 555, 559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552,
    284, 926, 610, 606, 620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
];

/// The same in bold.
#[rustfmt::skip]
const BOLD: [u16; 95] = [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590,
    590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615,
    585, 717, 757, 330, 568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627,
    580, 613, 378, 387, 378, 590, 567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604,
    315, 964, 641, 626, 644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
];

/// How wide one letter is, in thousandths of the size of the letters.
fn letter(letter: char, weight: Weight) -> u16 {
    let known = match weight {
        Weight::Plain => &PLAIN,
        Weight::Bold => &BOLD,
    };
    let at = (letter as usize).checked_sub(0x20);
    match (letter, at.and_then(|at| known.get(at))) {
        (_, Some(width)) => *width,
        ('\u{a0}', _) => known[0],
        ('’' | '‘', _) => known[7],
        ('“' | '”', _) => known[2],
        ('–', _) => 540,
        ('—', _) => 900,
        ('\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}', _) => 0,
        ('\u{ac00}'..='\u{d7a3}', _) => 920,
        ('…' | '\u{1100}'.., _) => 1000,
        _ => 600,
    }
}

/// How wide words are, in points, in letters of that size.
pub fn width(words: &str, weight: Weight, size: f32) -> f32 {
    words.chars().map(|c| f32::from(letter(c, weight))).sum::<f32>() * size / 1000.0
}

/// How many lines words need that are set in letters of that size and broken at spaces, as a column of that width has them.
pub fn n_lines<'t>(pieces: impl IntoIterator<Item = (&'t str, Weight)>, size: f32, column: f32) -> usize {
    let room = column * 1000.0 / size;
    let (mut n_lines, mut line, mut word) = (1, 0.0, 0.0);
    for (piece, weight) in pieces {
        for c in piece.chars() {
            let width = f32::from(letter(c, weight));
            if c == ' ' {
                line += word + width;
                word = 0.0;
            } else {
                word += width;
                if line > 0.0 && line + word > room {
                    n_lines += 1;
                    line = 0.0;
                }
            }
        }
    }
    n_lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pieces: &[(&str, Weight)], column: f32, expected: usize) {
        assert_eq!(n_lines(pieces.iter().copied(), 10.0, column), expected, "{pieces:?} in {column}");
    }

    #[test]
    fn words_are_broken_at_spaces_and_a_space_at_the_end_takes_no_line() {
        let ten = "0123456789"; // 55.5 points
        check(&[(ten, Weight::Plain)], 60.0, 1);
        check(&[(ten, Weight::Plain), (" ", Weight::Plain)], 56.0, 1);
        check(&[(&format!("{ten} {ten}"), Weight::Plain)], 60.0, 2);
        check(&[(&format!("{ten} {ten}"), Weight::Plain)], 114.0, 1);
        check(&[(&format!("{ten}\u{a0}0 0"), Weight::Plain)], 60.0, 2);
        // bold letters are wider, and a word may be partly bold
        check(&[(ten, Weight::Bold)], 59.5, 1);
        check(&[("01234", Weight::Plain), ("56789 ", Weight::Bold), ("0", Weight::Plain)], 62.0, 2);
    }
}
