//! The forms of English verbs, for the lists that name a verb once.

use super::words::Form;

/// Verbs whose forms no rule gives: base, past forms, present participle.
const IRREGULAR: [(&str, &[&str], &str); 38] = [
    ("begin", &["began", "begun"], "beginning"),
    ("break", &["broke", "broken"], "breaking"),
    ("bring", &["brought"], "bringing"),
    ("come", &["came"], "coming"),
    ("cut", &["cut"], "cutting"),
    ("fight", &["fought"], "fighting"),
    ("get", &["got", "gotten"], "getting"),
    ("give", &["gave", "given"], "giving"),
    ("go", &["went", "gone"], "going"),
    ("hit", &["hit"], "hitting"),
    ("hold", &["held"], "holding"),
    ("make", &["made"], "making"),
    ("put", &["put"], "putting"),
    ("say", &["said"], "saying"),
    ("set", &["set"], "setting"),
    ("shoot", &["shot"], "shooting"),
    ("speak", &["spoke", "spoken"], "speaking"),
    ("split", &["split"], "splitting"),
    ("stand", &["stood"], "standing"),
    ("take", &["took", "taken"], "taking"),
    ("tell", &["told"], "telling"),
    ("wed", &["wed", "wedded"], "wedding"),
    ("write", &["wrote", "written"], "writing"),
    ("drop", &["dropped"], "dropping"),
    ("scrap", &["scrapped"], "scrapping"),
    ("star", &["starred"], "starring"),
    ("step", &["stepped"], "stepping"),
    ("trim", &["trimmed"], "trimming"),
    ("wrap", &["wrapped"], "wrapping"),
    ("swap", &["swapped"], "swapping"),
    ("ship", &["shipped"], "shipping"),
    ("slip", &["slipped"], "slipping"),
    ("slide", &["slid"], "sliding"),
    ("leave", &["left"], "leaving"),
    ("quit", &["quit"], "quitting"),
    ("can", &["canned"], "canning"),
    ("tie", &["tied"], "tying"),
    ("die", &["died"], "dying"),
];

/// Every form of a verb; a consonant is doubled only where the table says so, and "cancel" has both spellings.
pub(super) fn inflected(verb: &str) -> Vec<(String, Form)> {
    let third = match verb.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh", "z", "o"].iter().any(|end| verb.ends_with(end)) => format!("{verb}es"),
        _ => format!("{verb}s"),
    };
    let mut forms = vec![(third, Form::Third)];
    if verb != "can" {
        forms.push((verb.to_owned(), Form::Base));
    }
    if let Some((_, past, ing)) = IRREGULAR.iter().find(|(known, ..)| *known == verb) {
        forms.extend(past.iter().filter(|form| **form != verb).map(|form| ((*form).to_owned(), Form::Past)));
        forms.push(((*ing).to_owned(), Form::Ing));
        return forms;
    }
    let mut regular = |past: String, ing: String| {
        forms.push((past, Form::Past));
        forms.push((ing, Form::Ing));
    };
    if verb == "cancel" {
        regular("cancelled".to_owned(), "cancelling".to_owned());
    }
    if verb == "defer" {
        regular("deferred".to_owned(), "deferring".to_owned());
    } else if let Some(stem) = verb.strip_suffix('e') {
        regular(format!("{stem}ed"), format!("{stem}ing"));
    } else if let Some(stem) = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        regular(format!("{stem}ied"), format!("{verb}ing"));
    } else {
        regular(format!("{verb}ed"), format!("{verb}ing"));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_has_all_its_forms() {
        let forms = |verb: &str| inflected(verb).into_iter().map(|(form, _)| form).collect::<Vec<_>>();
        assert_eq!(forms("postpone"), ["postpones", "postpone", "postponed", "postponing"]);
        assert_eq!(forms("give"), ["gives", "give", "gave", "given", "giving"]);
    }
}
