//! What an article is about as a whole: the arts, sport, or affairs of state, money, health and science.

use super::page::Page;
use super::words::WORDS;

/// So many words of the playing field alone make sport possible.
const FIELD_WORDS: usize = 2;
/// So many words of affairs make those possible.
const AFFAIRS_WORDS: usize = 8;
/// And so many where nothing is said of the arts.
const FEW_AFFAIRS: usize = 4;
/// So many words of affairs outweigh one of the arts: a concert that the virus puts off is no affair of state.
const AFFAIRS_FOR_ART: usize = 2;

/// What an article is about, by the words it uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Matter {
    /// What is played, shown, sung and written, and whatever nothing speaks against.
    #[default]
    Arts,
    /// What is won and lost.
    Sport,
    /// Government, courts, health, science, business.
    Affairs,
}

impl Matter {
    /// What the words of an article weigh up to.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let (mut field, mut pitch, mut affairs, mut arts) = (0, 0, 0, 0);
        for sentence in page.sentences.iter().filter(|sentence| !page.is_clutter(sentence)) {
            for word in sentence.token_range().filter(|&at| page.is_word(at)).map(|at| page.word(at)) {
                field += usize::from(WORDS.field.contains(word));
                pitch += usize::from(WORDS.pitch.contains(word));
                affairs += usize::from(WORDS.affairs.contains(word));
                arts += usize::from(WORDS.arts.contains(word));
            }
        }
        if field >= FIELD_WORDS && field + pitch > arts {
            Self::Sport
        } else if affairs >= AFFAIRS_WORDS && affairs > AFFAIRS_FOR_ART * arts || affairs >= FEW_AFFAIRS && arts == 0 {
            Self::Affairs
        } else {
            Self::Arts
        }
    }
}
