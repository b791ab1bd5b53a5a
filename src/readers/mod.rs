//! Files in, articles out: the only part that reads articles from the disk.
