//! What the screen shows before anyone draws it: rows, lanes and words, no toolkit.
