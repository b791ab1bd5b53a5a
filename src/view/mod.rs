//! What the screen shows before anyone draws it: rows, lanes, the ruler of days, words.

pub mod axis;
pub mod broadcast;
pub mod cloud;
pub mod copy;
pub mod density;
pub mod detail;
pub mod filter;
pub mod history;
pub mod labels;
pub mod lane;
pub mod ledger;
pub mod legend;
pub mod measure;
pub mod opening;
pub mod quote;
pub mod row;
pub mod search;
pub mod words;

pub use filter::Filter;
pub use lane::{Arrange, Group, Lanes, Sort};
pub use ledger::Ledger;
pub use row::Rows;
