//! Whom "she", "the singer" or "the pair" stand for.

use super::{Referent, Resolver};
use crate::events::clause::Head;
use crate::events::names::{Mention, Name};
use crate::events::words::{Happens as H, Role, WORDS};
use crate::language::Sentence;

impl<'a> Resolver<'a> {
    /// Takes note of whom a sentence is about: the first person or act in it that stands free, neither owner nor company
    /// of somebody else.
    pub(in crate::events) fn remember_person(&mut self, sentence: &Sentence) {
        let first = sentence.first_token as usize;
        self.last_person = self.person_in(first, first.saturating_add(LEAD_TOKENS).min(sentence.end_token as usize)).or(self.last_person);
    }

    /// The first person of a stretch who stands free.
    fn person_in(&self, first: usize, end: usize) -> Option<usize> {
        // whoever stands first need not have a name of the lists: "Khlea and Tom broke up"
        let is_open = |mention: &Mention, name: &Name| mention.first == first && name.n_mentions > 1 && !name.is_work() && !name.is_place;
        let fits = |mention: &&Mention| self.names.of(mention).is_some_and(|name| name.is_person() || is_open(mention, name));
        self.free_in(first, end).find(fits).map(|mention| mention.name)
    }

    /// The first name of a stretch that stands free and is no place.
    pub(in crate::events) fn free_name(&self, first: usize, end: usize) -> Option<usize> {
        let is_place = |mention: &&Mention| self.names.of(mention).is_some_and(|name| name.is_place && !name.is_work());
        self.free_in(first, end).find(|mention| !is_place(mention)).map(|mention| mention.name)
    }

    /// Names that own nothing and stand behind no preposition.
    fn free_in(&self, first: usize, end: usize) -> impl Iterator<Item = &'a Mention> {
        let is_free = move |at: usize| {
            // "And Mila Kern went on": a word that opens the sentence parts nothing
            let left = at.checked_sub(1).map(|left| self.page.raw(left)).unwrap_or_default();
            at == first || !matches!(left, "with" | "by" | "to" | "of" | "from" | "for" | "at" | "in" | "and" | "on")
        };
        // "Copper Foxes star Mila Kern": what she is known for
        let is_credit = |mention: &Mention| {
            let word = self.page.word(mention.end);
            (WORDS.person_nouns.contains(word) || word == "co") && !self.page.is_capital(mention.end)
        };
        let stretch = self.names.within(first, end).iter();
        stretch.filter(move |mention| !mention.is_possessive && is_free(mention.first) && !is_credit(mention))
    }

    /// Whom a stretch just before a verb stands for, where it is "she", "the 31-year-old singer" or "the couple": the
    /// person last told of, at the head of this sentence (tokens `lead`) or before it, else the one most named. Of who
    /// marries, dies or plays it is the person named there.
    pub(in crate::events) fn person_meant(&self, lead: (usize, usize), (first, end): (usize, usize), verb: Head) -> Option<Referent> {
        let is_personal = matches!(verb, Head::Trigger(H::Life | H::Wed | H::Join | H::Appear | H::Perform | H::Court));
        let named = self.person_in(first, end).filter(|_| is_personal);
        let named = || named.map(|name| Referent { role: Some(Role::Person), ..Referent::to(name) });
        let end = self.before_aside(first, end);
        let head = (first..end).rev().find(|&at| self.page.is_word(at) && !self.is_passed_over(at))?;
        let word = self.page.word(head);
        let is_small = !self.page.is_capital(head);
        let is_pronoun = matches!(word, "he" | "she" | "i");
        let is_aged = word == "old" && head >= 2 && self.page.word(head - 2) == "year";
        // "the action entertainer will now arrive": a film
        let is_sort = head.checked_sub(1).is_some_and(|left| WORDS.sorts.contains(self.page.word(left))) && word == "entertainer";
        let is_trade = is_small && !is_sort && (WORDS.person_nouns.contains(word) || is_aged);
        let from = head.saturating_sub(NOUN_TOKENS).max(first);
        let is_the = (from..head).any(|at| self.page.word(at) == "the");
        let is_band = is_small && is_the && WORDS.group_nouns.contains(word) && self.names.within(from, end).is_empty();
        let is_couple = is_band || is_personal && matches!(word, "they" | "both");
        if !(is_pronoun || is_couple || is_the && is_trade) {
            return named();
        }
        // "the group", "they": the band the article is about
        let is_band = |&main: &usize| {
            self.names.names.get(main).is_some_and(|name| name.is_lead && !name.is_person() && !name.is_work() && !name.is_place)
        };
        if let Some(band) = self.main_agent.filter(is_band).filter(|_| is_couple) {
            return Some(Referent { name: Some(band), role: Some(Role::Person), ..Referent::default() });
        }
        let named_here = || self.only_person(lead.0, first);
        let before = self.last_person.filter(|&last| is_couple || !self.is_bystander(last));
        let name = self.person_in(lead.0, lead.1).or_else(named_here).or(before).or(self.main_agent)?;
        let is_somebody = self.names.names.get(name).is_some_and(|name| !name.is_work());
        is_somebody.then(|| Referent { name: Some(name), role: Some(Role::Person), ..Referent::default() })
    }

    /// The only person named in a stretch: "a busy week for Mila Kern, after she …".
    fn only_person(&self, first: usize, end: usize) -> Option<usize> {
        let people = || self.names.within(first, end).iter().filter(|mention| self.names.of(mention).is_some_and(Name::is_person));
        let one = people().next()?.name;
        people().all(|mention| mention.name == one).then_some(one)
    }

    /// Named so much more rarely than the one the article is about that "she" is not him.
    fn is_bystander(&self, name: usize) -> bool {
        let n_mentions = |idx: usize| self.names.names.get(idx).map_or(0, |name| name.n_mentions);
        self.main_agent.is_some_and(|main| n_mentions(name) * 3 <= n_mentions(main))
    }

    /// "the singer, 28, | has": in front of the age or aside between commas.
    fn before_aside(&self, first: usize, end: usize) -> usize {
        let Some(close) = end.checked_sub(1).filter(|&at| at > first && self.page.raw(at) == ",") else { return end };
        let open = (close.saturating_sub(ASIDE_TOKENS).max(first)..close).rev().find(|&at| self.page.raw(at) == ",");
        open.filter(|&open| open > first).unwrap_or(close)
    }

    fn is_passed_over(&self, at: usize) -> bool {
        let word = self.page.word(at);
        WORDS.adverb.contains(word) || WORDS.auxiliary.contains(word) || word.ends_with("ly")
    }
}

/// A description of somebody has so many tokens at most: "the 31-year-old former reality star".
const NOUN_TOKENS: usize = 10;

/// Whom a sentence is about stands within so many tokens from its beginning.
const LEAD_TOKENS: usize = 14;

/// An aside of so many tokens may stand behind it.
const ASIDE_TOKENS: usize = 12;
