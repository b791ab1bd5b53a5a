//! The forms of English verbs, for the lists that name a verb once.

use super::words::Form;

/// Verbs whose forms no rule gives: base, past forms, present participle.
const IRREGULAR: [(&str, &[&str], &str); 51] = [
    ("become", &["became", "become"], "becoming"),
    ("begin", &["began", "begun"], "beginning"),
    ("bid", &["bid"], "bidding"),
    ("break", &["broke", "broken"], "breaking"),
    ("bring", &["brought"], "bringing"),
    ("broadcast", &["broadcast"], "broadcasting"),
    ("can", &["canned"], "canning"),
    ("come", &["came"], "coming"),
    ("cut", &["cut"], "cutting"),
    ("die", &["died"], "dying"),
    ("do", &["did", "done"], "doing"),
    ("fall", &["fell", "fallen"], "falling"),
    ("fight", &["fought"], "fighting"),
    ("find", &["found"], "finding"),
    ("fly", &["flew", "flown"], "flying"),
    ("get", &["got", "gotten"], "getting"),
    ("give", &["gave", "given"], "giving"),
    ("go", &["went", "gone"], "going"),
    ("have", &["had"], "having"),
    ("hit", &["hit"], "hitting"),
    ("hold", &["held"], "holding"),
    ("keep", &["kept"], "keeping"),
    ("leave", &["left"], "leaving"),
    ("lose", &["lost"], "losing"),
    ("make", &["made"], "making"),
    ("meet", &["met"], "meeting"),
    ("pinch-hit", &["pinch-hit"], "pinch-hitting"),
    ("put", &["put"], "putting"),
    ("quit", &["quit"], "quitting"),
    ("recast", &["recast"], "recasting"),
    ("run", &["ran", "run"], "running"),
    ("say", &["said"], "saying"),
    ("see", &["saw", "seen"], "seeing"),
    ("set", &["set"], "setting"),
    ("shoot", &["shot"], "shooting"),
    ("shut", &["shut"], "shutting"),
    ("sit", &["sat"], "sitting"),
    ("slide", &["slid"], "sliding"),
    ("speak", &["spoke", "spoken"], "speaking"),
    ("split", &["split"], "splitting"),
    ("stand", &["stood"], "standing"),
    ("take", &["took", "taken"], "taking"),
    ("tear", &["tore", "torn"], "tearing"),
    ("tell", &["told"], "telling"),
    ("throw", &["threw", "thrown"], "throwing"),
    ("tie", &["tied"], "tying"),
    ("undergo", &["underwent", "undergone"], "undergoing"),
    ("wed", &["wed", "wedded"], "wedding"),
    ("win", &["won"], "winning"),
    ("withdraw", &["withdrew", "withdrawn"], "withdrawing"),
    ("write", &["wrote", "written"], "writing"),
];

/// Verbs that double their last letter before an ending.
const DOUBLED: [&str; 16] =
    ["admit", "defer", "drop", "plug", "pop", "scrap", "ship", "skip", "slip", "star", "step", "stop", "sub", "swap", "trim", "wrap"];

/// Every form of a verb; a consonant is doubled only where the list says so, and "cancel" has both spellings.
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
    if let Some(last) = verb.chars().last().filter(|_| DOUBLED.contains(&verb)) {
        regular(format!("{verb}{last}ed"), format!("{verb}{last}ing"));
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
        assert_eq!(forms("withdraw"), ["withdraws", "withdraw", "withdrew", "withdrawn", "withdrawing"]);
        assert_eq!(forms("skip"), ["skips", "skip", "skipped", "skipping"]);
        assert_eq!(forms("give"), ["gives", "give", "gave", "given", "giving"]);
    }
}
