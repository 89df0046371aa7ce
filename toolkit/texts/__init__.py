"""Words that staff write: the columns that keep them, rich text, and how they are shortened."""
