//! The program without its window: state, commands, worker.
