//! Ground: civil days, clock times, recurrences; all date arithmetic, checked.

pub mod calendar;
pub mod claimed;
pub mod clock;
pub mod date_range;
pub mod edtf;
pub mod recurrence;

pub use calendar::Unit;
pub use claimed::{ClaimedDate, When};
pub use clock::{Clock, Zone};
pub use date_range::{DateRange, Precision, Season, Shade};
pub use recurrence::{Frequency, Recurrence};
