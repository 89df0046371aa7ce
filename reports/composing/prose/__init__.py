"""Records in sentences, as an office would write them: when, where, who, what, and how many."""
